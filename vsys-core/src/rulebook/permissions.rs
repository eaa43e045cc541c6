//! Who may do what: the manuals' division of work as data.

use chrono::NaiveDate;

use super::table::{Row, Table, table};
use crate::base::{AssumptionId, Bilingual, IntoList, Refusal, Role, assumption, named};

named! {
    /// On whose data a permission holds (権限の範囲). Source: PRV-4.
    pub enum Scope {
        /// On everybody's.
        All = "all" / "すべて",
        /// On those of the own prefecture.
        OwnPrefecture = "own_prefecture" / "自都道府県内",
        /// On those of the own municipality; a ward resolves to its city.
        OwnMunicipality = "own_municipality" / "自市町村内",
        /// On one's own alone.
        Own = "own" / "自らのもの",
    }
}

/// An action (操作) of the closed catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Its id, such as `allocation.lock`.
    pub id: String,
    /// What it is called.
    pub title: Bilingual,
    /// The moves of machines that are this action, `machine/event`; empty where no machine has it.
    pub events: Vec<String>,
}

/// A permission (権限): a cell of a manual's table of contents, or what another rule adds.
/// Source: 「自治体説明会（第3回）資料2」 V-SYS利用マニュアル目次, 2021-02-17 (ROL-3);
/// 「第1回自治体説明会 V-SYSに関する詳細説明」 5.2, 2020-12-18 (ROL-4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permission {
    /// The id of the action.
    pub action: String,
    /// Who may.
    pub role: Role,
    /// On whose data.
    pub scope: Scope,
    /// The first day.
    pub from: NaiveDate,
    /// The first day on which it no longer holds.
    pub until: Option<NaiveDate>,
    /// The chapter of the role's manual; absent where another rule adds the permission.
    pub chapter: Option<String>,
    /// What the chapter is about, in our own words.
    pub subject: Bilingual,
    /// Whether it holds only with the ID of a booster site (追加接種のV-SYS ID, PLN-7).
    pub needs_booster_id: bool,
    /// The rule it comes from.
    pub rule: String,
    /// Where it stands.
    pub source: String,
    /// What it rests on beyond the print.
    pub assumption: Option<AssumptionId>,
}

impl Permission {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

/// The table of permissions with its catalogue of actions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Permissions {
    actions: Vec<Action>,
    rows: Vec<Permission>,
}

impl Permissions {
    /// The catalogue of actions, in the order of their ids.
    pub fn actions(&self) -> &[Action] {
        &self.actions
    }

    /// The action of an id.
    pub fn action(&self, id: &str) -> Option<&Action> {
        self.actions.iter().find(|action| action.id == id)
    }

    /// Every permission, in the order of actions, days and roles.
    pub fn iter(&self) -> impl Iterator<Item = &Permission> {
        self.rows.iter()
    }

    /// The permissions of an action on a day, in the order of roles.
    pub fn on(&self, action: &str, day: NaiveDate) -> impl Iterator<Item = &Permission> {
        self.iter().filter(move |row| row.action == action && row.holds_on(day))
    }

    /// The days on which an edition of the division of work begins.
    pub fn editions(&self) -> Vec<NaiveDate> {
        let mut days: Vec<NaiveDate> = self.iter().map(|row| row.from).list();
        days.sort_unstable();
        days.dedup();
        days
    }
}

const ACTIONS: Table = table!("actions", "id en ja events");

const PERMISSIONS: Table =
    table!("permissions", "action role scope from until chapter ja en needs rule source assumption");

const NEEDS: [(&str, bool); 2] = [("", false), ("booster_id", true)];

pub(super) fn bundled() -> Result<Permissions, Refusal> {
    let mut assumptions = vec![("", None)];
    assumptions.extend(assumption::ALL.iter().map(|id| (id.as_str(), Some(*id))));
    let actions = ACTIONS.read(|row| {
        Some(Action {
            id: row.string(0),
            title: Bilingual { en: row.string(1), ja: row.string(2) },
            events: row.words(3),
        })
    })?;
    let rows = PERMISSIONS.read(|row| {
        Some(Permission {
            action: row.string(0),
            role: row.named(1)?,
            scope: row.named(2)?,
            from: row.date(3)?,
            until: row.optional(4, Row::date)?,
            chapter: row.filled(5),
            subject: Bilingual { en: row.string(7), ja: row.string(6) },
            needs_booster_id: row.word(8, &NEEDS)?,
            rule: row.string(9),
            source: row.string(10),
            assumption: row.word(11, &assumptions)?,
        })
    })?;
    Ok(Permissions { actions, rows })
}
