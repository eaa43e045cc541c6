//! The workflow to the lock, and the check without the engine.

use vsys_core::allocation::{ClaimedCascade, ClaimedRow, Event, Level, State, Triple, verify_cascade};
use vsys_core::base::{Actor, Quantity, Refusal, Role};

use crate::Stop;
use crate::plan::Plan;

/// Walks every government through the workflow (ALC-4) until each prefecture has locked.
pub(crate) fn to_lock(plan: &Plan) -> Result<State, Stop> {
    let mut state = State::draft(plan.header.clone(), plan.registered, &plan.network, plan.cascade())?;
    let actor = |role, code: String| Actor { role, code };
    state.apply(&actor(Role::Nation, String::new()), &Event::Fix)?;
    let prefectures: Vec<String> = state.prefectures().iter().map(|p| p.code.to_string()).collect();
    let municipalities: Vec<String> = state.municipalities().iter().map(|m| m.code.to_string()).collect();
    for (role, codes) in [(Role::Prefecture, &prefectures), (Role::Municipality, &municipalities)] {
        for code in codes {
            let own = actor(role, code.clone());
            state.apply(&own, &Event::Confirm)?;
            state.apply(&own, &Event::Complete)?;
        }
    }
    for code in prefectures {
        state.apply(&actor(Role::Prefecture, code), &Event::Lock(None))?;
    }
    Ok(state)
}

/// Re-checks every amount of every level without the engine.
pub(crate) fn verify(plan: &Plan) -> Result<(), Stop> {
    let cascade = plan.cascade();
    let [needles, syringes] = cascade.needles();
    let rows = |level: Level| {
        let ids = plan.network.ids(level).iter().map(|id| id.as_str().to_owned());
        let columns = cascade.boxes(level).iter().zip(needles.boxes(level)).zip(syringes.boxes(level));
        ids.zip(columns)
            .map(|(id, ((&vaccine, &needles), &syringes))| ClaimedRow {
                id,
                boxes: Triple { vaccine, needles, syringes },
                ..ClaimedRow::default()
            })
            .collect::<Vec<_>>()
    };
    let mut hubs = rows(Level::Hub);
    for (row, &vials) in hubs.iter_mut().zip(cascade.hub_vials()) {
        row.vials = vials;
    }
    let satellites = plan.network.satellites().iter().zip(cascade.satellite_vials());
    let claimed = ClaimedCascade {
        nation: Triple {
            vaccine: plan.registered.vaccine.number(),
            needles: needles.boxes(Level::Nation).iter().sum(),
            syringes: syringes.boxes(Level::Nation).iter().sum(),
        },
        prefectures: rows(Level::Prefecture),
        municipalities: rows(Level::Municipality),
        hubs,
        satellites: satellites
            .map(|(id, &vials)| ClaimedRow { id: id.as_str().to_owned(), vials, ..ClaimedRow::default() })
            .collect(),
    };
    let findings = verify_cascade(&plan.input, plan.capacity, plan.registered.vaccine, &plan.options, &claimed);
    if findings.has_errors() { Err(Stop::Refused(Refusal::of(findings))) } else { Ok(()) }
}
