//! The municipalities with their populations.

use chrono::NaiveDate;

use super::problem::RulebookProblem;
use crate::base::{Finding, Findings, MunicipalityCode, Path, PrefectureCode, Refusal};

/// What kind of municipality a code names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MunicipalityKind {
    /// 市町村
    Municipality,
    /// 特別区
    SpecialWard,
    /// 政令指定都市の区: resolves to its city for claims and allocation.
    Ward,
}

impl MunicipalityKind {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::SpecialWard => "special_ward",
            Self::Ward => "ward",
        }
    }
}

/// A population by age (年齢階級別人口, 住民基本台帳).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AgeBands {
    /// Everybody.
    pub total: u64,
    /// 0 to 4 years.
    pub from_0_to_4: u64,
    /// 5 to 9 years.
    pub from_5_to_9: u64,
    /// 10 to 14 years.
    pub from_10_to_14: u64,
    /// 15 to 64 years.
    pub from_15_to_64: u64,
    /// 65 years and more.
    pub from_65: u64,
}

impl AgeBands {
    /// The people whom no band holds, because small counts were withheld from publication (秘匿).
    /// They are reported, never guessed.
    pub const fn withheld(self) -> u64 {
        self.total.saturating_sub(self.in_bands())
    }

    /// The people whom the bands hold.
    pub(super) const fn in_bands(self) -> u64 {
        self.from_0_to_4 + self.from_5_to_9 + self.from_10_to_14 + self.from_15_to_64 + self.from_65
    }

    /// Five times the population from 12 years (12歳以上人口), a whole number: all of the bands from 15
    /// and three fifths of the band 10–14 (ruling proposal-method).
    pub const fn from_12_times_5(self) -> u64 {
        5 * (self.from_15_to_64 + self.from_65) + 3 * self.from_10_to_14
    }
}

/// A municipality (市区町村), or a ward of a designated city.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Municipality {
    /// Its code.
    pub code: MunicipalityCode,
    /// Its name.
    pub name: String,
    /// What kind it is.
    pub kind: MunicipalityKind,
    /// For a ward: its city.
    pub parent: Option<MunicipalityCode>,
    /// The first day for which the table vouches.
    pub from: NaiveDate,
    /// The first day on which the code no longer holds.
    pub until: Option<NaiveDate>,
    /// Its population.
    pub population: AgeBands,
}

/// A union of municipalities (広域連合): a body with members, not a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Union {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its prefecture.
    pub prefecture: PrefectureCode,
    /// Its members.
    pub members: Vec<MunicipalityCode>,
}

/// The table of municipalities, looked up by code and day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Municipalities {
    by_code: Vec<Municipality>,
    unions: Vec<Union>,
    /// Whether this build was made without the table.
    left_out: bool,
}

impl Municipalities {
    /// A table of one's own.
    ///
    /// # Errors
    /// A refusal that names every code that stands twice and every ward without its city.
    pub fn try_new(mut by_code: Vec<Municipality>, unions: Vec<Union>) -> Result<Self, Refusal> {
        by_code.sort_unstable_by_key(|municipality| municipality.code);
        let mut findings = Findings::new();
        let mut report = |problem: &RulebookProblem, code: MunicipalityCode| {
            findings.add(Finding::new(problem, Path::from("municipalities")).with_value(code.to_string()));
        };
        for (earlier, later) in by_code.iter().zip(by_code.iter().skip(1)) {
            if earlier.code == later.code {
                report(&RulebookProblem::MunicipalityTwice, later.code);
            }
        }
        let table = Self { by_code, unions, left_out: false };
        for parent in table.by_code.iter().filter_map(|municipality| municipality.parent) {
            if table.find(parent).is_none() {
                report(&RulebookProblem::ParentUnknown, parent);
            }
        }
        if findings.has_errors() { Err(Refusal::of(findings)) } else { Ok(table) }
    }

    /// No table, in a build without the feature `municipalities`: what would be looked up is refused, never guessed.
    #[cfg(not(feature = "municipalities"))]
    pub(super) const fn left_out() -> Self {
        Self { by_code: Vec::new(), unions: Vec::new(), left_out: true }
    }

    /// The municipality that has a code on a day.
    ///
    /// # Errors
    /// [`RulebookProblem::MunicipalityUnknown`], [`RulebookProblem::MunicipalityNotValid`];
    /// [`RulebookProblem::MunicipalitiesLeftOut`] in a build without the feature `municipalities`.
    pub fn on(&self, code: MunicipalityCode, day: NaiveDate) -> Result<&Municipality, RulebookProblem> {
        let found = self.find(code).ok_or_else(|| self.unknown())?;
        if day < found.from || found.until.is_some_and(|until| day >= until) {
            return Err(RulebookProblem::MunicipalityNotValid { from: found.from, until: found.until });
        }
        Ok(found)
    }

    /// The municipality that allocates and is billed: a ward's city, else the municipality itself
    /// (ruling municipality-code).
    ///
    /// # Errors
    /// As [`Municipalities::on`].
    pub fn resolve(&self, code: MunicipalityCode, day: NaiveDate) -> Result<&Municipality, RulebookProblem> {
        let found = self.on(code, day)?;
        match found.parent {
            Some(city) => self.on(city, day),
            None => Ok(found),
        }
    }

    /// The unions a municipality is a member of.
    pub fn unions_of(&self, code: MunicipalityCode) -> impl Iterator<Item = &Union> {
        self.unions.iter().filter(move |union| union.members.contains(&code))
    }

    /// Every union.
    pub fn unions(&self) -> &[Union] {
        &self.unions
    }

    /// Every record in the order of codes, wards too.
    pub fn iter(&self) -> impl Iterator<Item = &Municipality> {
        self.by_code.iter()
    }

    /// The municipalities and special wards: the 1,741 that receive vaccine.
    pub fn recipients(&self) -> impl Iterator<Item = &Municipality> {
        self.iter().filter(|municipality| municipality.kind != MunicipalityKind::Ward)
    }

    /// Whether this build has no table, and nobody has brought one.
    pub const fn is_left_out(&self) -> bool {
        self.left_out
    }

    /// Why a code is not found: the table does not have it, or there is no table.
    pub const fn unknown(&self) -> RulebookProblem {
        if self.left_out { RulebookProblem::MunicipalitiesLeftOut } else { RulebookProblem::MunicipalityUnknown }
    }

    /// The record of a code, whatever the day.
    pub fn find(&self, code: MunicipalityCode) -> Option<&Municipality> {
        let index = self.by_code.binary_search_by_key(&code, |municipality| municipality.code).ok()?;
        self.by_code.get(index)
    }
}
