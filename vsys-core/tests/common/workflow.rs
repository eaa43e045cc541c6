//! A small state of the workflow, and a model of it written from ALC-4, ALC-5 and the ruling
//! lock-with-cross — not from the engine's table.

use std::ops::Range;

use proptest::prelude::*;
use vsys_core::allocation::{
    Amount, ApportionRequest, EditRow, Event, Header, LockRepair, MunicipalityState, PrefectureState, Recipient,
    Registered, SiteState, State, StateInput, Status, Triple, apportion,
};
use vsys_core::base::{Actor, DetailValue, MunicipalityCode, PrefectureCode, Quantity, Role};

use super::{boxes, id, prefecture, town, units, weight};

/// Two prefectures: the first with two municipalities, the second with one; two sites in each.
pub(crate) const TOWNS: [Range<usize>; 2] = [0..2, 2..3];
pub(crate) const SITES: [Range<usize>; 3] = [0..2, 2..4, 4..6];

pub(crate) fn region_code(index: usize) -> PrefectureCode {
    prefecture(13 + index)
}

pub(crate) fn town_code(index: usize) -> MunicipalityCode {
    [town(13, 1), town(13, 2), town(14, 1)][index]
}

pub(crate) fn site_name(index: usize) -> String {
    format!("site-{index}")
}

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Who {
    Nation,
    Region(usize),
    Town(usize),
    Site(usize),
}

impl Who {
    pub(crate) const ALL: [Self; 12] = [
        Self::Nation,
        Self::Region(0),
        Self::Region(1),
        Self::Town(0),
        Self::Town(1),
        Self::Town(2),
        Self::Site(0),
        Self::Site(1),
        Self::Site(2),
        Self::Site(3),
        Self::Site(4),
        Self::Site(5),
    ];

    pub(crate) fn actor(self) -> Actor {
        let (role, code) = match self {
            Self::Nation => (Role::Nation, String::new()),
            Self::Region(index) => (Role::Prefecture, region_code(index).to_string()),
            Self::Town(index) => (Role::Municipality, town_code(index).to_string()),
            Self::Site(index) => (Role::Site, site_name(index)),
        };
        Actor { role, code }
    }
}

/// The state in plain figures.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Model {
    pub(crate) nation: Status,
    pub(crate) regions: Vec<(Status, Triple)>,
    pub(crate) towns: Vec<(Status, Triple)>,
    pub(crate) sites: Vec<Triple>,
    pub(crate) supply: Registered,
}

pub(crate) fn sum(list: &[(Status, Triple)]) -> Triple {
    list.iter().map(|(_, boxes)| *boxes).sum()
}

fn covers(has: Triple, given: Triple) -> bool {
    has.vaccine >= given.vaccine && has.needles >= given.needles && has.syringes >= given.syringes
}

impl Model {
    /// The same figures as the caller of the engine gives them.
    pub(crate) fn input(&self) -> StateInput {
        let amount = |boxes: Triple| Amount { boxes, ..Amount::default() };
        let region = |(index, &(status, boxes)): (usize, &(Status, Triple))| PrefectureState {
            code: region_code(index),
            status,
            amount: amount(boxes),
        };
        let town = |(index, &(status, boxes)): (usize, &(Status, Triple))| MunicipalityState {
            code: town_code(index),
            status,
            amount: amount(boxes),
        };
        let site = |(index, &boxes): (usize, &Triple)| SiteState {
            id: id(&site_name(index)),
            municipality: town_code(index / 2),
            amount: amount(boxes),
        };
        StateInput {
            header: header(),
            supply: self.supply,
            nation: self.nation,
            prefectures: self.regions.iter().enumerate().map(region).collect(),
            municipalities: self.towns.iter().enumerate().map(town).collect(),
            sites: self.sites.iter().enumerate().map(site).collect(),
        }
    }

    pub(crate) fn state(&self) -> State {
        State::try_new(self.input()).expect("the model is a state")
    }

    /// The figures of a state.
    pub(crate) fn of(state: &State) -> Self {
        Self {
            nation: state.nation(),
            regions: state.prefectures().iter().map(|p| (p.status, p.amount.boxes)).collect(),
            towns: state.municipalities().iter().map(|m| (m.status, m.amount.boxes)).collect(),
            sites: state.sites().iter().map(|site| site.amount.boxes).collect(),
            supply: state.supply(),
        }
    }

    pub(crate) fn region_of(town: usize) -> usize {
        usize::from(town >= TOWNS[1].start)
    }

    fn given_by_town(&self, town: usize) -> Triple {
        self.sites[SITES[town].clone()].iter().copied().sum()
    }

    fn given_by_region(&self, region: usize) -> Triple {
        sum(&self.towns[TOWNS[region].clone()])
    }

    /// Whether every mark of a prefecture and its municipalities is 〇.
    pub(crate) fn all_circles(&self, region: usize) -> bool {
        let towns = TOWNS[region].clone();
        covers(self.regions[region].1, self.given_by_region(region))
            && towns.into_iter().all(|town| covers(self.towns[town].1, self.given_by_town(town)))
    }

    /// Does what is asked, or says the code of the refusal and changes nothing.
    pub(crate) fn apply(&mut self, who: Who, event: &Event) -> Result<(), &'static str> {
        let mut next = self.clone();
        match who {
            Who::Nation => next.nation_does(event)?,
            Who::Region(index) => next.region_does(index, event)?,
            Who::Town(index) => next.town_does(index, event)?,
            Who::Site(_) => return Err(ROLE),
        }
        *self = next;
        Ok(())
    }

    fn nation_does(&mut self, event: &Event) -> Result<(), &'static str> {
        match event {
            Event::Edit(_) | Event::Fix if self.nation != Status::Open => Err(STATUS),
            Event::Edit(rows) => {
                for (index, boxes) in targets(rows.iter().map(|row| (row.id.to_string(), row.boxes)), 0..2, |index| {
                    region_code(index).to_string()
                })? {
                    self.regions[index].1 = boxes;
                }
                Ok(())
            }
            Event::Fix => self.fix(),
            _ => Err(ROLE),
        }
    }

    fn fix(&mut self) -> Result<(), &'static str> {
        let given = sum(&self.regions);
        let needles = self.supply.needles.map(Quantity::number);
        let syringes = self.supply.syringes.map(Quantity::number).or(needles);
        let above = |given: u64, registered: Option<u64>| registered.is_some_and(|registered| given > registered);
        if above(given.vaccine, Some(self.supply.vaccine.number()))
            || above(given.needles, needles)
            || above(given.syringes, syringes)
        {
            return Err("allocation.nation.above_supply");
        }
        self.nation = Status::Fixed;
        self.regions.iter_mut().for_each(|region| region.0 = Status::Received);
        Ok(())
    }

    fn region_does(&mut self, index: usize, event: &Event) -> Result<(), &'static str> {
        let status = self.regions[index].0;
        self.regions[index].0 = match (event, status) {
            (Event::Fix, _) => return Err(ROLE),
            (Event::Confirm, Status::Received) => Status::Confirmed,
            (Event::Edit(rows), Status::Confirmed | Status::Completed) => {
                let rows = rows.iter().map(|row| (row.id.to_string(), row.boxes));
                for (town, boxes) in targets(rows, TOWNS[index].clone(), |town| town_code(town).to_string())? {
                    if self.towns[town].1 != boxes {
                        self.towns[town] = (Status::Waiting, boxes);
                    }
                }
                Status::Confirmed
            }
            (Event::Complete, Status::Confirmed) => self.region_completes(index)?,
            (Event::Lock(repair), Status::Completed) => self.lock(index, *repair)?,
            _ => return Err(STATUS),
        };
        Ok(())
    }

    fn region_completes(&mut self, index: usize) -> Result<Status, &'static str> {
        if self.given_by_region(index).vaccine > self.regions[index].1.vaccine {
            return Err("allocation.given.over_received");
        }
        for town in &mut self.towns[TOWNS[index].clone()] {
            town.0 = if town.0 == Status::Waiting { Status::Received } else { town.0 };
        }
        Ok(Status::Completed)
    }

    fn town_does(&mut self, index: usize, event: &Event) -> Result<(), &'static str> {
        let (status, has) = self.towns[index];
        self.towns[index].0 = match (event, status) {
            (Event::Fix | Event::Lock(_), _) => return Err(ROLE),
            (Event::Confirm, Status::Received) => Status::Confirmed,
            (Event::Edit(rows), Status::Confirmed | Status::Completed) => {
                let rows = rows.iter().map(|row| (row.id.to_string(), row.boxes));
                for (site, boxes) in targets(rows, SITES[index].clone(), site_name)? {
                    self.sites[site] = boxes;
                }
                Status::Confirmed
            }
            (Event::Complete, Status::Confirmed) if self.given_by_town(index).vaccine > has.vaccine => {
                return Err("allocation.given.over_received");
            }
            (Event::Complete, Status::Confirmed) => Status::Completed,
            _ => return Err(STATUS),
        };
        Ok(())
    }

    fn lock(&mut self, region: usize, repair: Option<LockRepair>) -> Result<Status, &'static str> {
        let towns = TOWNS[region].clone();
        if self.towns[towns.clone()].iter().any(|town| town.0 != Status::Completed) {
            return Err("allocation.lock.not_completed");
        }
        if !self.all_circles(region) {
            match repair {
                Some(LockRepair::TopUp) if self.top_up(region) => {}
                Some(LockRepair::CapToParent) => self.cap_to_parent(region),
                _ => return Err("allocation.lock.needle_cross"),
            }
        }
        self.towns[towns].iter_mut().for_each(|town| town.0 = Status::Locked);
        Ok(Status::Locked)
    }

    /// Municipalities get max(own, Σ sites), the prefecture max(own, Σ municipalities) as far as the
    /// registered supply reaches; tells whether it does.
    fn top_up(&mut self, region: usize) -> bool {
        for town in TOWNS[region].clone() {
            let given = self.given_by_town(town);
            self.towns[town].1 = raised(self.towns[town].1, given);
        }
        let has = self.regions[region].1;
        let wanted = raised(has, self.given_by_region(region));
        self.regions[region].1 = wanted;
        let given = sum(&self.regions);
        let needles = self.supply.needles.map(Quantity::number);
        let syringes = self.supply.syringes.map(Quantity::number).or(needles);
        let within = |given: u64, registered: Option<u64>| registered.is_some_and(|registered| given <= registered);
        wanted == has || needles.is_some() && within(given.needles, needles) && within(given.syringes, syringes)
    }

    /// The prefecture's needles are shared over its municipalities, and theirs over their sites.
    fn cap_to_parent(&mut self, region: usize) {
        let towns = TOWNS[region].clone();
        let mut boxes: Vec<Triple> = self.towns[towns.clone()].iter().map(|town| town.1).collect();
        share(self.regions[region].1, &mut boxes);
        for (town, boxes) in towns.zip(boxes) {
            self.towns[town].1 = boxes;
            share(boxes, &mut self.sites[SITES[town].clone()]);
        }
    }
}

pub(crate) const ROLE: &str = "machine.move.role";
pub(crate) const STATUS: &str = "machine.move.refused";

fn raised(has: Triple, given: Triple) -> Triple {
    Triple { needles: has.needles.max(given.needles), syringes: has.syringes.max(given.syringes), ..has }
}

/// Shares needles and syringes by largest remainder on the vaccine, nobody above what he had.
fn share(has: Triple, boxes: &mut [Triple]) {
    let needles = shared(has.needles, boxes, |boxes| boxes.needles);
    let syringes = shared(has.syringes, boxes, |boxes| boxes.syringes);
    for ((boxes, needles), syringes) in boxes.iter_mut().zip(needles).zip(syringes) {
        *boxes = Triple { needles, syringes, ..*boxes };
    }
}

fn shared(has: u64, boxes: &[Triple], item: impl Fn(&Triple) -> u64) -> Vec<u64> {
    if boxes.iter().map(&item).sum::<u64>() <= has {
        return boxes.iter().map(item).collect();
    }
    let recipient = |(index, boxes): (usize, &Triple)| {
        Recipient::new(id(&format!("{index}")), weight(boxes.vaccine)).with_cap(units(item(boxes)))
    };
    let recipients = boxes.iter().enumerate().map(recipient).collect();
    // Without vaccine nobody has a need.
    apportion(&ApportionRequest::new(units(has), recipients))
        .map_or(vec![0; boxes.len()], |answer| answer.value().amounts().to_vec())
}

/// The targets of an edit by their place, or the code of the refusal.
fn targets(
    rows: impl Iterator<Item = (String, Triple)>,
    own: Range<usize>,
    name: impl Fn(usize) -> String,
) -> Result<Vec<(usize, Triple)>, &'static str> {
    let mut list: Vec<(usize, Triple)> = Vec::new();
    for (id, boxes) in rows {
        let place = own.clone().find(|&place| name(place) == id).ok_or("allocation.edit.target")?;
        if list.iter().any(|(known, _)| *known == place) {
            return Err("allocation.recipient.twice");
        }
        list.push((place, boxes));
    }
    Ok(list)
}

fn header() -> Header {
    let delivery_week = chrono::NaiveDate::from_ymd_opt(2021, 5, 10).unwrap();
    Header { cycle: 4, product: "pfizer-12plus".to_owned(), delivery_week }
}

/// A model in which everybody has completed and every mark is 〇 with nothing to spare.
pub(crate) fn completed(supply: Registered) -> Model {
    let sites: Vec<Triple> = (1..=6).map(|n| Triple { vaccine: n, needles: 10 * n, syringes: 10 * n }).collect();
    let mut model = Model { nation: Status::Fixed, regions: Vec::new(), towns: Vec::new(), sites, supply };
    model.towns = (0..3).map(|town| (Status::Completed, model.given_by_town(town))).collect();
    model.regions = (0..2).map(|region| (Status::Completed, model.given_by_region(region))).collect();
    model
}

/// The supply of [`completed`] and so many boxes of needles to spare.
pub(crate) fn registered(spare: u64) -> Registered {
    Registered { vaccine: boxes(21), needles: Some(boxes(210 + spare)), syringes: None }
}

/// Random models before anything was fixed: amounts that reach, and some needles that do not.
pub(crate) fn drafts() -> impl Strategy<Value = Model> {
    let triple = (0..=3_u64, 0..=4_u64, 0..=4_u64);
    let slack = (0..=1_i64, prop_oneof![1 => Just(-1), 3 => Just(0_i64), 1 => Just(1)], -1..=2_i64);
    let registered = (prop::option::of(0..=9_u64), prop::option::weighted(0.3, 0..=9_u64), 0..=8_u64);
    (prop::collection::vec(triple, 6), prop::collection::vec(slack, 5), registered).prop_map(draft)
}

type Parts = (Vec<(u64, u64, u64)>, Vec<(i64, i64, i64)>, (Option<u64>, Option<u64>, u64));

fn draft((sites, slack, (needles, syringes, vaccine)): Parts) -> Model {
    let sites = sites.into_iter().map(|(vaccine, needles, syringes)| Triple { vaccine, needles, syringes }).collect();
    let supply = Registered::default();
    let mut model = Model { nation: Status::Open, regions: Vec::new(), towns: Vec::new(), sites, supply };
    let with = |boxes: Triple, (vaccine, needles, syringes): (i64, i64, i64)| Triple {
        vaccine: boxes.vaccine.saturating_add_signed(vaccine),
        needles: boxes.needles.saturating_add_signed(needles),
        syringes: boxes.syringes.saturating_add_signed(syringes),
    };
    model.towns = (0..3).map(|town| (Status::Waiting, with(model.given_by_town(town), slack[town]))).collect();
    model.regions =
        (0..2).map(|region| (Status::Waiting, with(model.given_by_region(region), slack[3 + region]))).collect();
    let given = sum(&model.regions);
    // Registered from one box too few to several to spare.
    let about = |given: u64, spare: u64| boxes((given + spare).saturating_sub(1));
    model.supply = Registered {
        vaccine: about(given.vaccine, vaccine),
        needles: needles.map(|spare| about(given.needles, spare)),
        syringes: syringes.map(|spare| about(given.syringes, spare)),
    };
    model
}

/// The inner parts of a state, as they travel.
pub(crate) fn parts(state: &State) -> StateInput {
    StateInput {
        header: state.header().clone(),
        supply: state.supply(),
        nation: state.nation(),
        prefectures: state.prefectures().to_vec(),
        municipalities: state.municipalities().to_vec(),
        sites: state.sites().to_vec(),
    }
}

pub(crate) fn row(id_text: &str, boxes: Triple) -> EditRow {
    EditRow { id: id(id_text), boxes, reason: "by hand".parse().unwrap() }
}

pub(crate) fn text(text: &str) -> DetailValue {
    DetailValue::Text(text.to_owned())
}
