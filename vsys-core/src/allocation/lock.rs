//! The data lock (データロック) of a prefecture: draft → checked → locked.

use super::marks::{Mark, Marks};
use super::problem::AllocationProblem;
use super::repair::{Change, Repair, cap_to_parent};
use super::state::State;
use super::transition::{EventKind, LockRepair, Status};
use crate::base::{Boxes, IntoList, Path, Quantity, Refusal, assumption};

/// A prefecture's part of the state that may still change.
pub struct DraftAllocation<'s> {
    state: &'s mut State,
    prefecture: usize,
}

/// The same with every municipality complete and every mark 〇, perhaps after a repair.
pub struct CheckedAllocation<'s> {
    state: &'s mut State,
    prefecture: usize,
    changes: Vec<Change>,
}

/// The same locked: nothing changes any more, deliveries start, sites see their amounts.
pub struct LockedAllocation {
    changes: Vec<Change>,
}

impl<'s> DraftAllocation<'s> {
    pub(super) const fn new(state: &'s mut State, prefecture: usize) -> Self {
        Self { state, prefecture }
    }

    /// Checks that everybody has completed and that the marks are 〇, or become so by the chosen
    /// repair (ALC-4, ALC-5; ruling lock-with-cross).
    ///
    /// # Errors
    /// A [`Refusal`] naming who has not completed, whose vaccine is Ｘ, or whose needles are, then
    /// with both repairs in its details.
    pub fn check(self, repair: Option<LockRepair>) -> Result<CheckedAllocation<'s>, Refusal> {
        let refuse = |problem: &AllocationProblem| {
            Refusal::new(problem, Path::from("event")).assuming(assumption::LOCK_WITH_CROSS).assuming(assumption::MARKS)
        };
        let waiting =
            self.codes(|state, index| state.municipalities().get(index).is_some_and(|m| m.status != Status::Completed));
        if !waiting.is_empty() {
            return Err(refuse(&AllocationProblem::NotAllCompleted { waiting }));
        }
        let own = self.state.prefecture_marks(self.prefecture);
        let mut vaccine = self.crossed(|marks| marks.vaccine == Mark::Cross);
        let mut needles = self.crossed(|marks| marks.overall() == Mark::Cross);
        if let (Some(own), Some(prefecture)) = (own, self.state.prefectures().get(self.prefecture)) {
            if own.vaccine == Mark::Cross {
                vaccine.push(prefecture.code.to_string());
            }
            if own.overall() == Mark::Cross {
                needles.push(prefecture.code.to_string());
            }
        }
        if !vaccine.is_empty() {
            return Err(refuse(&AllocationProblem::LockVaccine { municipalities: vaccine }));
        }
        if needles.is_empty() {
            return Ok(CheckedAllocation { state: self.state, prefecture: self.prefecture, changes: Vec::new() });
        }
        let (top_up, capped) = (self.top_up(), self.cap_to_parent());
        match (repair, &top_up) {
            (Some(LockRepair::CapToParent), _) => {
                Ok(CheckedAllocation { state: self.state, prefecture: self.prefecture, changes: capped.0 })
            }
            (Some(LockRepair::TopUp), Ok(top_up)) => {
                let changes = top_up.0.clone();
                Ok(CheckedAllocation { state: self.state, prefecture: self.prefecture, changes })
            }
            _ => {
                let (top_up, top_up_missing) = match top_up {
                    Ok(repair) => (Some(repair), None),
                    Err(missing) => (None, Some(missing)),
                };
                Err(refuse(&AllocationProblem::LockNeedles {
                    municipalities: needles,
                    top_up,
                    top_up_missing,
                    cap_to_parent: capped,
                }))
            }
        }
    }

    fn range(&self) -> std::ops::Range<usize> {
        self.state.prefectures().get(self.prefecture).map_or(0..0, |p| self.state.municipalities_of(p.code))
    }

    fn codes(&self, wanted: impl Fn(&State, usize) -> bool) -> Vec<String> {
        self.range()
            .filter(|&index| wanted(self.state, index))
            .filter_map(|index| self.state.municipalities().get(index).map(|m| m.code.to_string()))
            .list()
    }

    fn crossed(&self, wanted: impl Fn(Marks) -> bool) -> Vec<String> {
        self.codes(|state, index| state.municipality_marks(index).is_some_and(&wanted))
    }

    /// The municipalities get what their sites need, the prefecture what its municipalities then
    /// need, as far as the registered supply reaches; otherwise, what is missing.
    fn top_up(&self) -> Result<Repair, String> {
        let mut changes = Vec::new();
        let (mut needles, mut syringes) = (0, 0);
        for municipality in self.state.municipalities().get(self.range()).unwrap_or_default() {
            let (has, given) = (municipality.amount.boxes, self.state.given_by_municipality(municipality.code));
            let raised = (has.needles.max(given.needles), has.syringes.max(given.syringes));
            needles += raised.0;
            syringes += raised.1;
            if raised != (has.needles, has.syringes) {
                changes.push(Change::new("municipality", &municipality.code.to_string(), has, raised.0, raised.1));
            }
        }
        let Some(prefecture) = self.state.prefectures().get(self.prefecture) else { return Ok(Repair(changes)) };
        let has = prefecture.amount.boxes;
        let raised = (has.needles.max(needles), has.syringes.max(syringes));
        if raised != (has.needles, has.syringes) {
            let supply = self.state.supply();
            let Some(registered) = supply.needles else { return Err("supply.needles".to_owned()) };
            let nation = self.state.given_by_nation();
            let reaches =
                |registered: Boxes, given: u64, before: u64, after: u64| given - before + after <= registered.number();
            if !reaches(registered, nation.needles, has.needles, raised.0)
                || !reaches(supply.syringes.unwrap_or(registered), nation.syringes, has.syringes, raised.1)
            {
                return Err("the registered needle supply does not reach".to_owned());
            }
            changes.insert(0, Change::new("prefecture", &prefecture.code.to_string(), has, raised.0, raised.1));
        }
        Ok(Repair(changes))
    }

    /// The prefecture's needles are shared over the municipalities, and theirs over the sites.
    fn cap_to_parent(&self) -> Repair {
        let mut changes = Vec::new();
        let Some(prefecture) = self.state.prefectures().get(self.prefecture) else { return Repair(changes) };
        let municipalities = self.state.municipalities().get(self.range()).unwrap_or_default();
        let columns = |amounts: &[super::marks::Triple]| {
            [
                amounts.iter().map(|a| a.vaccine).list(),
                amounts.iter().map(|a| a.needles).list(),
                amounts.iter().map(|a| a.syringes).list(),
            ]
        };
        let share = |has: super::marks::Triple, amounts: &[super::marks::Triple]| {
            let [vaccine, needles, syringes] = columns(amounts);
            let needles = cap_to_parent(has.needles, &vaccine, &needles);
            needles.into_iter().zip(cap_to_parent(has.syringes, &vaccine, &syringes)).list()
        };
        let amounts: Vec<_> = municipalities.iter().map(|m| m.amount.boxes).list();
        let shared = share(prefecture.amount.boxes, &amounts);
        let mut site_changes = Vec::new();
        for (municipality, (needles, syringes)) in municipalities.iter().zip(shared) {
            let has = super::marks::Triple { needles, syringes, ..municipality.amount.boxes };
            if has != municipality.amount.boxes {
                changes.push(Change::new(
                    "municipality",
                    &municipality.code.to_string(),
                    municipality.amount.boxes,
                    needles,
                    syringes,
                ));
            }
            let sites = self.state.sites().get(self.state.sites_of(municipality.code)).unwrap_or_default();
            let amounts: Vec<_> = sites.iter().map(|site| site.amount.boxes).list();
            for (site, (needles, syringes)) in sites.iter().zip(share(has, &amounts)) {
                if (needles, syringes) != (site.amount.boxes.needles, site.amount.boxes.syringes) {
                    site_changes.push(Change::new("site", site.id.as_str(), site.amount.boxes, needles, syringes));
                }
            }
        }
        changes.extend(site_changes);
        Repair(changes)
    }
}

impl CheckedAllocation<'_> {
    /// Applies the repair, if one was chosen, and locks.
    pub fn lock(self) -> LockedAllocation {
        for change in &self.changes {
            let amount = match change.level {
                "prefecture" => self.state.inner.prefectures.get_mut(self.prefecture).map(|p| &mut p.amount),
                "municipality" => self
                    .state
                    .inner
                    .municipalities
                    .iter_mut()
                    .find(|m| m.code.to_string() == change.id)
                    .map(|m| &mut m.amount),
                _ => self
                    .state
                    .inner
                    .sites
                    .iter_mut()
                    .find(|site| site.id.as_str() == change.id)
                    .map(|site| &mut site.amount),
            };
            if let Some(amount) = amount {
                amount.proposed = Some(amount.proposed.unwrap_or(amount.boxes));
                amount.boxes.needles = change.needles;
                amount.boxes.syringes = change.syringes;
            }
        }
        self.state.municipalities_follow(self.prefecture, EventKind::Lock);
        LockedAllocation { changes: self.changes }
    }
}

impl LockedAllocation {
    /// The amounts that the repair changed.
    pub fn into_changes(self) -> Vec<Change> {
        self.changes
    }
}
