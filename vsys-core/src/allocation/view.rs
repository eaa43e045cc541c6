//! Who sees what, the totals (集計情報) and the progress (進捗状況).

use super::marks::{Mark, Marks, Triple};
use super::problem::AllocationProblem;
use super::state::{At, State};
use super::transition::{Status, Unit};
use crate::base::{Actor, IntoList, Path, Refusal};

/// A recipient as its giver sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ViewRow {
    /// The recipient's code or id.
    pub id: String,
    /// What it gets.
    pub boxes: Triple,
    /// What was proposed, where a hand changed it.
    pub proposed: Option<Triple>,
    /// Why it was changed.
    pub reason: Option<String>,
    /// How far it is; absent for sites.
    pub status: Option<Status>,
    /// Its own marks; absent for sites.
    pub marks: Option<Marks>,
}

/// What an actor sees of an allocation (分配量の確認).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// What it receives; absent while nothing is visible to it. The nation sees its registered supply.
    pub received: Option<Triple>,
    /// Its own recipients; empty for a site and while nothing is visible.
    pub rows: Vec<ViewRow>,
}

/// Totals of what was received against what is given on (集計情報, ALC-7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// What was received; for the nation, what is registered.
    pub received: Triple,
    /// What is given on in all.
    pub given: Triple,
    /// The marks of the two.
    pub marks: Marks,
    /// The recipients.
    pub rows: Vec<ViewRow>,
}

/// How far the units below an actor are (進捗状況, ALC-8).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How far the actor itself is.
    pub status: Status,
    /// How many recipients stand at each status; those that nobody has are left out.
    pub counts: Vec<(Status, u64)>,
    /// Recipients whose mark is Ｘ.
    pub crossed: Vec<String>,
    /// Recipients that have not completed.
    pub waiting: Vec<String>,
}

impl State {
    /// What an actor sees: a giver its own recipients, a site its own amount and that only after the
    /// lock (ALC-6); a government sees only its own (PRV-4).
    ///
    /// # Errors
    /// A [`Refusal`] for an actor whom the state does not know.
    pub fn view(&self, actor: &Actor) -> Result<View, Refusal> {
        let unit = self.find(actor)?;
        let visible = match unit {
            At::Nation => true,
            At::Prefecture(index) => self.prefectures().get(index).is_some_and(|p| p.status != Status::Waiting),
            At::Municipality(index) => self.municipalities().get(index).is_some_and(|m| m.status != Status::Waiting),
            At::Site(index) => self.sites().get(index).is_some_and(|site| {
                let found = self.municipalities().binary_search_by_key(&site.municipality, |m| m.code);
                found.ok().and_then(|at| self.municipalities().get(at)).is_some_and(|m| m.status == Status::Locked)
            }),
        };
        if !visible {
            return Ok(View { received: None, rows: Vec::new() });
        }
        Ok(View { received: Some(self.received(unit)), rows: self.rows(unit) })
    }

    /// The totals of a giver: what it received against what it gives on, with the rows.
    ///
    /// # Errors
    /// A [`Refusal`] for an unknown actor, or for a site, which gives to nobody.
    pub fn summary(&self, actor: &Actor) -> Result<Summary, Refusal> {
        let (_, unit) = self.giver(actor)?;
        let rows = self.rows(unit);
        let (received, given) = (self.received(unit), rows.iter().map(|row| row.boxes).sum());
        Ok(Summary { received, given, marks: Marks::of(received, given), rows })
    }

    /// How far a giver's recipients are.
    ///
    /// # Errors
    /// As [`State::summary`].
    pub fn progress(&self, actor: &Actor) -> Result<Progress, Refusal> {
        let (_, unit) = self.giver(actor)?;
        let rows = self.rows(unit);
        let count = |status: Status| {
            u64::try_from(rows.iter().filter(|row| row.status == Some(status)).count()).unwrap_or(u64::MAX)
        };
        let names = |wanted: &dyn Fn(&&ViewRow) -> bool| rows.iter().filter(wanted).map(|row| row.id.clone()).list();
        Ok(Progress {
            status: self.status(unit),
            counts: Status::ALL.into_iter().map(|status| (status, count(status))).filter(|(_, n)| *n > 0).list(),
            crossed: names(&|row| row.marks.is_some_and(|marks| marks.overall() == Mark::Cross)),
            waiting: names(&|row| {
                row.status.is_some_and(|status| !matches!(status, Status::Completed | Status::Locked))
            }),
        })
    }

    /// An actor's own unit and where it stands.
    pub(super) fn giver(&self, actor: &Actor) -> Result<(Unit, At), Refusal> {
        let at = self.find(actor)?;
        let unit = match at {
            At::Nation => Unit::Nation,
            At::Prefecture(_) => Unit::Prefecture,
            At::Municipality(_) => Unit::Municipality,
            At::Site(_) => return Err(Refusal::new(&AllocationProblem::ScopeRefused, Path::from("actor"))),
        };
        Ok((unit, at))
    }

    fn received(&self, unit: At) -> Triple {
        let supply = self.supply();
        let needles = supply.needles.map_or(0, u64::from);
        match unit {
            At::Nation => {
                Triple { vaccine: supply.vaccine.into(), needles, syringes: supply.syringes.map_or(needles, u64::from) }
            }
            At::Prefecture(index) => self.prefectures().get(index).map(|p| p.amount.boxes).unwrap_or_default(),
            At::Municipality(index) => self.municipalities().get(index).map(|m| m.amount.boxes).unwrap_or_default(),
            At::Site(index) => self.sites().get(index).map(|site| site.amount.boxes).unwrap_or_default(),
        }
    }

    fn rows(&self, unit: At) -> Vec<ViewRow> {
        let row = |id: String, amount: &super::state::Amount, status, marks| ViewRow {
            id,
            boxes: amount.boxes,
            proposed: amount.proposed,
            reason: amount.reason.as_ref().map(|reason| reason.as_str().to_owned()),
            status,
            marks,
        };
        match unit {
            At::Nation => (0..)
                .zip(self.prefectures())
                .map(|(index, p)| row(p.code.to_string(), &p.amount, Some(p.status), self.prefecture_marks(index)))
                .list(),
            At::Prefecture(index) => {
                let Some(prefecture) = self.prefectures().get(index) else { return Vec::new() };
                self.municipalities_of(prefecture.code)
                    .filter_map(|at| Some((at, self.municipalities().get(at)?)))
                    .map(|(at, m)| row(m.code.to_string(), &m.amount, Some(m.status), self.municipality_marks(at)))
                    .list()
            }
            At::Municipality(index) => {
                let Some(municipality) = self.municipalities().get(index) else { return Vec::new() };
                let sites = self.sites().get(self.sites_of(municipality.code)).unwrap_or_default();
                sites.iter().map(|site| row(site.id.as_str().to_owned(), &site.amount, None, None)).list()
            }
            At::Site(_) => Vec::new(),
        }
    }
}
