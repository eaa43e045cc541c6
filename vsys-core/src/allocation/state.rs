//! The state of a cycle's allocation: who has how many boxes, and how far everybody is.

use std::ops::Range;

use chrono::NaiveDate;

use super::cascade::Cascade;
use super::lock::DraftAllocation;
use super::marks::{Marks, Triple};
use super::network::{Level, Network};
use super::problem::AllocationProblem;
use super::transition::{EditRow, Event, EventKind, Line, Moved, Status, Unit};
use crate::base::{
    Actor, Answer, Assumptions, BaseProblem, Boxes, Finding, Findings, Ids, IntoList, MachineRefusal, MunicipalityCode,
    Notice, Path, PrefectureCode, Quantity, Refusal, Role, SiteId, Text, assumption, choose, permit,
};

/// What a cycle is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The number of the cycle (クール).
    pub cycle: u32,
    /// The vaccine's id in the product master.
    pub product: String,
    /// The Monday of the delivery week (配送週).
    pub delivery_week: NaiveDate,
}

/// The registered supply (供給量) in boxes; needles and syringes where they are registered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Registered {
    /// ワクチン
    pub vaccine: Boxes,
    /// 針
    pub needles: Option<Boxes>,
    /// シリンジ; absent = as the needles (NDL-1).
    pub syringes: Option<Boxes>,
}

/// An amount, and what was proposed where a hand changed it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// The boxes.
    pub boxes: Triple,
    /// What was proposed; absent while nobody changed it.
    pub proposed: Option<Triple>,
    /// Why it was changed.
    pub reason: Option<Text<200>>,
}

/// A prefecture in the workflow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrefectureState {
    /// Its code.
    pub code: PrefectureCode,
    /// How far it is.
    pub status: Status,
    /// What it receives from the nation.
    pub amount: Amount,
}

/// A municipality in the workflow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MunicipalityState {
    /// Its code.
    pub code: MunicipalityCode,
    /// How far it is.
    pub status: Status,
    /// What it receives from its prefecture.
    pub amount: Amount,
}

/// A site in the workflow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteState {
    /// Its id.
    pub id: SiteId,
    /// Its municipality.
    pub municipality: MunicipalityCode,
    /// What it receives from its municipality.
    pub amount: Amount,
}

/// A state as a caller gives it, in any order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateInput {
    /// What the cycle is about.
    pub header: Header,
    /// The registered supply.
    pub supply: Registered,
    /// How far the nation is: open or fixed.
    pub nation: Status,
    /// 都道府県
    pub prefectures: Vec<PrefectureState>,
    /// 市町村
    pub municipalities: Vec<MunicipalityState>,
    /// 医療機関・接種会場
    pub sites: Vec<SiteState>,
}

/// The state of a cycle's allocation (分配の状態). A value that exists agrees with the workflow: every
/// invariant is proved on reading, a locked part re-verifies (ruling lock-stateless). Protection
/// against forgery is the host's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    pub(super) inner: StateInput,
}

impl State {
    /// Checks a state and puts it in order: by code, sites by municipality and id.
    ///
    /// # Errors
    /// A [`Refusal`] with every finding: ids that stand twice, members without their giver, statuses
    /// that contradict one another, a locked part whose marks are not all 〇.
    pub fn try_new(mut inner: StateInput) -> Result<Self, Refusal> {
        let mut findings = Findings::new();
        check_twice(&inner, &mut findings);
        let places = Places {
            prefectures: sort(&mut inner.prefectures, |a, b| a.code.cmp(&b.code)),
            municipalities: sort(&mut inner.municipalities, |a, b| a.code.cmp(&b.code)),
            sites: sort(&mut inner.sites, |a, b| {
                (a.municipality, a.id.as_str().as_bytes()).cmp(&(b.municipality, b.id.as_str().as_bytes()))
            }),
        };
        let state = Self { inner };
        state.check_ranges(&places, &mut findings);
        state.check_givers(&places, &mut findings);
        if !findings.has_errors() {
            state.check_statuses(&places, &mut findings);
        }
        if findings.has_errors() { Err(Refusal::of(findings).assuming(assumption::LOCK_STATELESS)) } else { Ok(state) }
    }

    /// The state in which a cascade's proposals wait for the nation to fix them.
    ///
    /// # Errors
    /// A [`Refusal`] when an id of the network is no code; the network has none such.
    pub fn draft(header: Header, supply: Registered, network: &Network, cascade: &Cascade) -> Result<Self, Refusal> {
        let amount = |level: Level, index: usize| {
            let of = |column: &[u64]| column.get(index).copied().unwrap_or(0);
            let [needles, syringes] = cascade.needles();
            let boxes = Triple {
                vaccine: of(cascade.boxes(level)),
                needles: of(needles.boxes(level)),
                syringes: of(syringes.boxes(level)),
            };
            let edit = network.edit(level, index);
            Amount {
                boxes,
                proposed: edit.and(cascade.proposed(level, index)).map(|vaccine| Triple { vaccine, ..boxes }),
                reason: edit.map(|edit| edit.reason.clone()),
            }
        };
        let parsed = |problem| Refusal::new(&problem, Path::root());
        let givers = network.givers(Level::Hub);
        let municipalities: Vec<MunicipalityCode> = network
            .ids(Level::Municipality)
            .iter()
            .map(|id| id.as_str().parse().map_err(parsed))
            .collect::<Result<_, _>>()?;
        let prefectures = network.ids(Level::Prefecture).iter().enumerate().map(|(index, id)| {
            let code = id.as_str().parse().map_err(parsed)?;
            Ok(PrefectureState { code, status: Status::Waiting, amount: amount(Level::Prefecture, index) })
        });
        let sites = network.ids(Level::Hub).iter().enumerate().filter_map(|(index, id)| {
            let municipality = municipalities.get(*givers.get(index)?).copied()?;
            Some(SiteState { id: id.clone(), municipality, amount: amount(Level::Hub, index) })
        });
        Self::try_new(StateInput {
            header,
            supply,
            nation: Status::Open,
            prefectures: prefectures.collect::<Result<_, Refusal>>()?,
            municipalities: municipalities
                .iter()
                .enumerate()
                .map(|(index, &code)| MunicipalityState {
                    code,
                    status: Status::Waiting,
                    amount: amount(Level::Municipality, index),
                })
                .list(),
            sites: sites.list(),
        })
    }

    /// What the cycle is about.
    pub const fn header(&self) -> &Header {
        &self.inner.header
    }

    /// The registered supply.
    pub const fn supply(&self) -> Registered {
        self.inner.supply
    }

    /// How far the nation is.
    pub const fn nation(&self) -> Status {
        self.inner.nation
    }

    /// The prefectures in the order of their codes.
    pub fn prefectures(&self) -> &[PrefectureState] {
        &self.inner.prefectures
    }

    /// The municipalities in the order of their codes.
    pub fn municipalities(&self) -> &[MunicipalityState] {
        &self.inner.municipalities
    }

    /// The sites in the order of municipality and id.
    pub fn sites(&self) -> &[SiteState] {
        &self.inner.sites
    }

    /// Applies an event, or refuses it with everything that is wrong; a refused event changes nothing.
    /// The actor acts on its own unit; the units below follow. Source: ALC-4 ([`Unit::moves`]); ruling
    /// lock-with-cross.
    ///
    /// # Errors
    /// A [`Refusal`]: a role or status without such a move (expected and got), an unknown actor, an
    /// edit of somebody else's recipient, amounts above what was received or registered, a lock
    /// before everybody has completed or with a mark Ｘ.
    pub fn apply(&mut self, actor: &Actor, event: &Event) -> Result<Answer<Moved>, Refusal> {
        let (unit, at, line) = self.line(actor, event.kind())?;
        let from = self.status(at);
        let mut findings = Findings::new();
        let mut assumptions = line.assumptions();
        let (mut changes, mut told) = (Vec::new(), Vec::new());
        match event {
            Event::Edit(rows) => assumptions.extend(&self.edit(at, rows, actor.role)?),
            Event::Confirm => {}
            Event::Fix => told = self.fix()?,
            Event::Complete => told = self.complete(at, &mut findings)?,
            Event::Lock(repair) => {
                if let At::Prefecture(index) = at {
                    changes = DraftAllocation::new(self, index).check(*repair)?.lock().into_changes();
                    told = self.sites_with_boxes(index);
                    assumptions.add(assumption::MARKS);
                }
            }
        }
        self.set(at, line.to);
        let notices = self.notices(line, &told);
        let code = if unit == Unit::Nation { String::new() } else { actor.code.clone() };
        let moved = Moved { unit, code, from, line, changes, notices };
        Ok(Answer::new(moved).finding(findings).assuming(assumption::LOCK_STATELESS).assuming_all(&assumptions))
    }

    /// The line of the tables for an event by an actor, and where the actor's unit stands. Who has no
    /// such event at all is told so before his code is looked up.
    fn line(&self, actor: &Actor, event: EventKind) -> Result<(Unit, At, &'static Line), Refusal> {
        let refused = |refusal: MachineRefusal| refusal.at(Path::from("actor"), Path::from("event"));
        let lines = Unit::ALL.into_iter().flat_map(Unit::moves);
        permit(Unit::TITLE, lines, event, actor.role).map_err(refused)?;
        let (unit, at) = self.giver(actor)?;
        let line = choose(unit.machine(), unit.moves(), Some(self.status(at)), event, actor.role).map_err(refused)?;
        Ok((unit, at, line))
    }

    /// The notices of a line to everybody who is told.
    fn notices(&self, line: &Line, told: &[String]) -> Vec<Notice> {
        let to = |code: &String, id| Notice {
            id,
            code: code.clone(),
            particulars: vec![("cycle", self.inner.header.cycle.to_string())],
        };
        told.iter().flat_map(|code| line.notices.iter().map(move |&id| to(code, id))).list()
    }

    /// The marks of a municipality: what it received against what its sites get.
    pub fn municipality_marks(&self, index: usize) -> Option<Marks> {
        let municipality = self.inner.municipalities.get(index)?;
        Some(Marks::of(municipality.amount.boxes, self.given_by_municipality(municipality.code)))
    }

    /// The marks of a prefecture: what it received against what its municipalities get.
    pub fn prefecture_marks(&self, index: usize) -> Option<Marks> {
        let prefecture = self.inner.prefectures.get(index)?;
        Some(Marks::of(prefecture.amount.boxes, self.given_by_prefecture(prefecture.code)))
    }

    pub(super) fn given_by_municipality(&self, code: MunicipalityCode) -> Triple {
        self.inner.sites.get(self.sites_of(code)).unwrap_or_default().iter().map(|site| site.amount.boxes).sum()
    }

    pub(super) fn given_by_prefecture(&self, code: PrefectureCode) -> Triple {
        let range = self.municipalities_of(code);
        self.inner.municipalities.get(range).unwrap_or_default().iter().map(|m| m.amount.boxes).sum()
    }

    pub(super) fn given_by_nation(&self) -> Triple {
        self.inner.prefectures.iter().map(|prefecture| prefecture.amount.boxes).sum()
    }

    pub(super) fn municipalities_of(&self, code: PrefectureCode) -> Range<usize> {
        let list = &self.inner.municipalities;
        list.partition_point(|m| m.code.prefecture() < code)..list.partition_point(|m| m.code.prefecture() <= code)
    }

    pub(super) fn sites_of(&self, code: MunicipalityCode) -> Range<usize> {
        let list = &self.inner.sites;
        list.partition_point(|site| site.municipality < code)..list.partition_point(|site| site.municipality <= code)
    }

    /// Where an actor's own unit stands.
    pub(super) fn find(&self, actor: &Actor) -> Result<At, Refusal> {
        let unknown = || Refusal::new(&AllocationProblem::ActorUnknown, Path::new(["actor".into(), "code".into()]));
        let position = |found: Result<usize, usize>| found.map_err(|_| unknown());
        match actor.role {
            Role::Nation => Ok(At::Nation),
            Role::Prefecture => {
                let code: PrefectureCode = actor.code.parse().map_err(|_| unknown())?;
                position(self.inner.prefectures.binary_search_by_key(&code, |p| p.code)).map(At::Prefecture)
            }
            Role::Municipality => {
                let code: MunicipalityCode = actor.code.parse().map_err(|_| unknown())?;
                position(self.inner.municipalities.binary_search_by_key(&code, |m| m.code)).map(At::Municipality)
            }
            Role::Institution | Role::Site => {
                let site = self.inner.sites.iter().position(|site| site.id.as_str() == actor.code);
                site.map(At::Site).ok_or_else(unknown)
            }
            _ => Err(unknown()),
        }
    }

    pub(super) fn status(&self, unit: At) -> Status {
        match unit {
            At::Nation => self.inner.nation,
            At::Prefecture(index) => self.inner.prefectures.get(index).map_or(Status::Waiting, |p| p.status),
            At::Municipality(index) => self.inner.municipalities.get(index).map_or(Status::Waiting, |m| m.status),
            At::Site(_) => Status::Waiting,
        }
    }

    fn set(&mut self, unit: At, status: Status) {
        match unit {
            At::Nation => self.inner.nation = status,
            At::Prefecture(index) => {
                if let Some(prefecture) = self.inner.prefectures.get_mut(index) {
                    prefecture.status = status;
                }
            }
            At::Municipality(index) => {
                if let Some(municipality) = self.inner.municipalities.get_mut(index) {
                    municipality.status = status;
                }
            }
            At::Site(_) => {}
        }
    }

    /// Changes the amounts of a unit's own recipients, all or none; what the moves rest on that follow.
    fn edit(&mut self, unit: At, rows: &[EditRow], role: Role) -> Result<Assumptions, Refusal> {
        let mut findings = Findings::new();
        let mut targets = Vec::with_capacity(rows.len());
        for (index, row) in rows.iter().enumerate() {
            match self.recipient(unit, row.id.as_str()) {
                Some(target) if !targets.contains(&target) => targets.push(target),
                target => {
                    let first = target.and_then(|target| targets.iter().position(|t| *t == target)).unwrap_or(0);
                    let path = Path::new(["event".into(), "amounts".into(), index.into(), "id".into()]);
                    let twice = AllocationProblem::IdTwice { first };
                    let problem = if target.is_some() { &twice } else { &AllocationProblem::EditTarget };
                    findings.add(Finding::new(problem, path).with_value(row.id.as_str()));
                }
            }
        }
        for (index, _) in
            rows.iter().enumerate().filter(|(_, row)| row.boxes.items().iter().any(|(_, n)| *n > Boxes::MAX))
        {
            let path = Path::new(["event".into(), "amounts".into(), index.into(), "boxes".into()]);
            findings.push(&TOO_MANY_BOXES, path);
        }
        if findings.has_errors() {
            return Err(Refusal::of(findings));
        }
        let mut assumptions = Assumptions::new();
        for (row, target) in rows.iter().zip(targets) {
            let (amount, status) = match target {
                At::Prefecture(index) => self.inner.prefectures.get_mut(index).map(|p| (&mut p.amount, None)),
                At::Municipality(index) => {
                    self.inner.municipalities.get_mut(index).map(|m| (&mut m.amount, Some(&mut m.status)))
                }
                At::Site(index) => self.inner.sites.get_mut(index).map(|s| (&mut s.amount, None)),
                At::Nation => None,
            }
            .unzip();
            if let Some(amount) = amount.filter(|amount| amount.boxes != row.boxes) {
                amount.proposed = Some(amount.proposed.unwrap_or(amount.boxes));
                amount.boxes = row.boxes;
                amount.reason = Some(row.reason.clone());
                // A municipality whose amount changes has not received the new one yet.
                let followed = status.flatten().and_then(|s| Unit::Municipality.follow(s, EventKind::Edit, role));
                followed.iter().for_each(|line| assumptions.extend(&line.assumptions()));
            }
        }
        Ok(assumptions)
    }

    fn recipient(&self, unit: At, id: &str) -> Option<At> {
        match unit {
            At::Nation => {
                let code: PrefectureCode = id.parse().ok()?;
                self.inner.prefectures.binary_search_by_key(&code, |p| p.code).ok().map(At::Prefecture)
            }
            At::Prefecture(index) => {
                let code: MunicipalityCode = id.parse().ok()?;
                let own = self.inner.prefectures.get(index)?.code;
                let found = self.inner.municipalities.binary_search_by_key(&code, |m| m.code).ok()?;
                (code.prefecture() == own).then_some(At::Municipality(found))
            }
            At::Municipality(index) => {
                let range = self.sites_of(self.inner.municipalities.get(index)?.code);
                let sites = self.inner.sites.get(range.clone())?;
                let found = sites.binary_search_by(|site| site.id.as_str().as_bytes().cmp(id.as_bytes())).ok()?;
                Some(At::Site(range.start + found))
            }
            At::Site(_) => None,
        }
    }

    /// The nation's amounts never exceed the registered supply; who receives.
    fn fix(&mut self) -> Result<Vec<String>, Refusal> {
        let findings = self.above_supply();
        if findings.has_errors() {
            return Err(Refusal::of(findings));
        }
        let receives = |p: &mut PrefectureState| {
            Unit::Prefecture.follow(&mut p.status, EventKind::Fix, Role::Nation).map(|_| p.code.to_string())
        };
        Ok(self.inner.prefectures.iter_mut().filter_map(receives).list())
    }

    /// Whatever the nation gives beyond what is registered.
    fn above_supply(&self) -> Findings {
        let supply = self.inner.supply;
        let needles = supply.needles.map(Boxes::number);
        let registered = [Some(supply.vaccine.number()), needles, supply.syringes.map(Boxes::number).or(needles)];
        let mut findings = Findings::new();
        for ((item, given), supply) in self.given_by_nation().items().into_iter().zip(registered) {
            if let Some(supply) = supply.filter(|&supply| given > supply) {
                findings.push(&AllocationProblem::AboveSupply { item, supply, given }, Path::from("state"));
            }
        }
        findings
    }

    /// Vaccine never exceeds what was received (ALC-2); needles may, and show as Ｘ at the lock. Who
    /// receives.
    fn complete(&mut self, unit: At, findings: &mut Findings) -> Result<Vec<String>, Refusal> {
        let (received, given, level) = match unit {
            At::Prefecture(index) => match self.inner.prefectures.get(index) {
                Some(p) => (p.amount.boxes, self.given_by_prefecture(p.code), Unit::Prefecture.term()),
                None => return Ok(Vec::new()),
            },
            At::Municipality(index) => match self.inner.municipalities.get(index) {
                Some(m) => (m.amount.boxes, self.given_by_municipality(m.code), Unit::Municipality.term()),
                None => return Ok(Vec::new()),
            },
            _ => return Ok(Vec::new()),
        };
        if given.vaccine > received.vaccine {
            let problem = AllocationProblem::OverReceived { received: received.vaccine, given: given.vaccine };
            return Err(Refusal::new(&problem, Path::from("state")));
        }
        for ((item, received), (_, given)) in received.items().into_iter().zip(given.items()) {
            if given > received {
                let problem = AllocationProblem::NeedleOvershoot { item, level, parents: 1, boxes: given - received };
                findings.push(&problem, Path::from("state"));
            }
        }
        let At::Prefecture(index) = unit else { return Ok(Vec::new()) };
        Ok(self.municipalities_follow(index, EventKind::Complete))
    }

    /// The municipalities of a prefecture follow what it does; those that moved.
    pub(super) fn municipalities_follow(&mut self, prefecture: usize, event: EventKind) -> Vec<String> {
        let Some(code) = self.inner.prefectures.get(prefecture).map(|p| p.code) else { return Vec::new() };
        let range = self.municipalities_of(code);
        let moved = |m: &mut MunicipalityState| {
            Unit::Municipality.follow(&mut m.status, event, Role::Prefecture).map(|_| m.code.to_string())
        };
        self.inner.municipalities.get_mut(range).unwrap_or_default().iter_mut().filter_map(moved).list()
    }

    /// The sites of a prefecture that get anything.
    fn sites_with_boxes(&self, prefecture: usize) -> Vec<String> {
        let Some(code) = self.inner.prefectures.get(prefecture).map(|p| p.code) else { return Vec::new() };
        let sites = self.inner.sites.iter().filter(|site| site.municipality.prefecture() == code);
        let with_boxes = sites.filter(|site| site.amount.boxes != Triple::default());
        with_boxes.map(|site| site.id.as_str().to_owned()).list()
    }

    /// Every figure is a number of boxes.
    fn check_ranges(&self, places: &Places, findings: &mut Findings) {
        let mut check = |list: &'static str, place: usize, amount: &Amount| {
            let figures = std::iter::once(amount.boxes).chain(amount.proposed).flat_map(Triple::items);
            if figures.into_iter().any(|(_, boxes)| boxes > Boxes::MAX) {
                findings.push(&TOO_MANY_BOXES, Path::new(["state".into(), list.into(), place.into(), "boxes".into()]));
            }
        };
        for (index, prefecture) in self.inner.prefectures.iter().enumerate() {
            check("prefectures", places.prefecture(index), &prefecture.amount);
        }
        for (index, municipality) in self.inner.municipalities.iter().enumerate() {
            check("municipalities", places.municipality(index), &municipality.amount);
        }
        for (index, site) in self.inner.sites.iter().enumerate() {
            check("sites", places.site(index), &site.amount);
        }
    }

    /// Every member has its giver.
    fn check_givers(&self, places: &Places, findings: &mut Findings) {
        for (index, municipality) in self.inner.municipalities.iter().enumerate() {
            let code = municipality.code.prefecture();
            if self.inner.prefectures.binary_search_by_key(&code, |p| p.code).is_err() {
                let path = Path::new([
                    "state".into(),
                    "municipalities".into(),
                    places.municipality(index).into(),
                    "code".into(),
                ]);
                let problem = AllocationProblem::ParentUnknown { kind: Level::Prefecture.term() };
                findings.add(Finding::new(&problem, path).with_value(municipality.code.to_string()));
            }
        }
        for (index, site) in self.inner.sites.iter().enumerate() {
            if self.inner.municipalities.binary_search_by_key(&site.municipality, |m| m.code).is_err() {
                let path =
                    Path::new(["state".into(), "sites".into(), places.site(index).into(), "municipality".into()]);
                let problem = AllocationProblem::ParentUnknown { kind: Level::Municipality.term() };
                findings.add(Finding::new(&problem, path).with_value(site.municipality.to_string()));
            }
        }
    }

    /// The statuses tell one story.
    fn check_statuses(&self, places: &Places, findings: &mut Findings) {
        let mut report = |list: &'static str, index: usize, what: &'static str| {
            let path = match list {
                "nation" => Path::new(["state".into(), list.into()]),
                "prefectures" => {
                    Path::new(["state".into(), list.into(), places.prefecture(index).into(), "status".into()])
                }
                _ => Path::new(["state".into(), list.into(), places.municipality(index).into(), "status".into()]),
            };
            findings.push(&AllocationProblem::StateInvalid { what }, path);
        };
        let nation = self.inner.nation;
        let above = if nation == Status::Fixed { self.above_supply() } else { Findings::new() };
        if !matches!(nation, Status::Open | Status::Fixed) {
            report("nation", 0, "the nation is open or fixed");
        }
        for (index, prefecture) in self.inner.prefectures.iter().enumerate() {
            match prefecture.status {
                Status::Open | Status::Fixed => report("prefectures", index, "only the nation is open or fixed"),
                Status::Waiting if nation == Status::Fixed => {
                    report("prefectures", index, "a prefecture waits though the nation has fixed its amounts")
                }
                Status::Waiting => {}
                _ if nation == Status::Open => report(
                    "prefectures",
                    index,
                    "a prefecture has received though the nation has not fixed its amounts",
                ),
                _ => {}
            }
            let range = self.municipalities_of(prefecture.code);
            for municipality_index in range {
                let Some(municipality) = self.inner.municipalities.get(municipality_index) else { continue };
                let what = match (prefecture.status, municipality.status) {
                    (_, Status::Open | Status::Fixed) => Some("only the nation is open or fixed"),
                    (Status::Locked, Status::Locked) => None,
                    (Status::Locked, _) => Some("the prefecture is locked, the municipality is not"),
                    (_, Status::Locked) => Some("the municipality is locked, its prefecture is not"),
                    (Status::Completed, Status::Waiting) => {
                        Some("a municipality waits though its prefecture has completed")
                    }
                    (Status::Waiting | Status::Received, Status::Received | Status::Confirmed | Status::Completed) => {
                        Some("a municipality has received though its prefecture has not confirmed")
                    }
                    _ => None,
                };
                if let Some(what) = what {
                    report("municipalities", municipality_index, what);
                }
                let crossed =
                    |marks: Option<Marks>| marks.is_some_and(|marks| marks.overall() == super::marks::Mark::Cross);
                if municipality.status == Status::Locked && crossed(self.municipality_marks(municipality_index)) {
                    report("municipalities", municipality_index, "a locked municipality's mark is Ｘ");
                }
            }
            if prefecture.status == Status::Locked
                && self.prefecture_marks(index).is_some_and(|marks| marks.overall() == super::marks::Mark::Cross)
            {
                report("prefectures", index, "a locked prefecture's mark is Ｘ");
            }
        }
        findings.extend(above);
    }
}

/// A figure beyond the range of boxes.
const TOO_MANY_BOXES: BaseProblem = BaseProblem::QuantityTooLarge { unit: Boxes::UNIT, most: Boxes::MAX };

/// Where the sorted members stood in the caller's lists.
struct Places {
    prefectures: Vec<usize>,
    municipalities: Vec<usize>,
    sites: Vec<usize>,
}

impl Places {
    fn prefecture(&self, index: usize) -> usize {
        self.prefectures.get(index).copied().unwrap_or(index)
    }

    fn municipality(&self, index: usize) -> usize {
        self.municipalities.get(index).copied().unwrap_or(index)
    }

    fn site(&self, index: usize) -> usize {
        self.sites.get(index).copied().unwrap_or(index)
    }
}

/// Sorts a list and tells where each member stood.
fn sort<T>(list: &mut Vec<T>, order: impl Fn(&T, &T) -> std::cmp::Ordering) -> Vec<usize> {
    let mut numbered: Vec<(usize, T)> = list.drain(..).enumerate().list();
    numbered.sort_unstable_by(|(place, a), (next, b)| order(a, b).then(place.cmp(next)));
    let (places, sorted) = numbered.into_iter().unzip();
    *list = sorted;
    places
}

/// Where a unit stands in the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    Nation,
    Prefecture(usize),
    Municipality(usize),
    Site(usize),
}

/// Codes and ids that stand twice, at their place in the caller's lists.
fn check_twice(input: &StateInput, findings: &mut Findings) {
    let mut twice = |list: &'static str, member: &'static str, ids: Vec<String>| {
        for (index, first) in Ids::of(ids.iter().map(String::as_str)).twice() {
            let path = Path::new(["state".into(), list.into(), index.into(), member.into()]);
            let id = ids.get(index).map_or("", String::as_str);
            findings.add(Finding::new(&AllocationProblem::IdTwice { first }, path).with_value(id));
        }
    };
    twice("prefectures", "code", input.prefectures.iter().map(|p| p.code.to_string()).list());
    twice("municipalities", "code", input.municipalities.iter().map(|m| m.code.to_string()).list());
    twice("sites", "id", input.sites.iter().map(|s| s.id.as_str().to_owned()).list());
}
