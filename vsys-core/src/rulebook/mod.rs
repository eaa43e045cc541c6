//! F1: the tables as one value — bundled, or the caller's own.

#[cfg(feature = "registers")]
mod assumptions;
mod bundled;
mod calendars;
mod conversion;
mod facilities;
mod municipalities;
#[cfg(feature = "municipalities")]
mod municipality_table;
mod notices;
mod permissions;
mod plan_needles;
mod policies;
mod prefectures;
mod problem;
mod products;
mod published;
#[cfg(feature = "registers")]
mod rules;
#[cfg(feature = "registers")]
mod sources;
mod supplies;
mod support;
mod table;
mod tariff;

#[cfg(feature = "registers")]
pub use assumptions::{AssumptionEntry, AssumptionKind};
pub use bundled::DATA_VERSION;
pub use calendars::{BOOSTER_CALENDAR, CalendarEntry};
pub use conversion::{Conversion, Convertible, NEEDLE, SYRINGE};
pub use facilities::{ApprovalItem, ProductGroupEntry};
pub use municipalities::{AgeBands, Municipalities, Municipality, MunicipalityKind, Union};
pub use notices::NoticeEntry;
pub use permissions::{Action, Permission, Permissions, Scope};
pub use plan_needles::PlanNeedles;
pub use policies::{PolicyEntry, PolicyInputEntry, PolicyLayerEntry, PolicyLevel};
pub use prefectures::Prefecture;
pub use problem::RulebookProblem;
pub use products::{PackRecord, Product, ProductKind, ProductMaster};
pub use published::{PublishedBoxes, PublishedKind, PublishedLevel, SourceKind};
#[cfg(feature = "registers")]
pub use rules::{RuleEntry, RuleKind};
#[cfg(feature = "registers")]
pub use sources::Source;
pub use supplies::Supply;
pub use support::{SupportPeriod, SupportTest};

pub use tariff::{AgeClass, PrintedPrice, Service, Tariff, TariffComponent, TariffRecord, TimeClass};

use crate::base::{IntoList, NoticeId};
use crate::calendar::{CalendarProblem, Holidays};

/// Every table that a rule looks something up in (規則の表一式), with one data version.
///
/// Records carry `from` (inclusive), `until` (exclusive or open) and a source; a look-up outside
/// its range is an error, never the latest and never nothing.
///
/// ```
/// use vsys_core::rulebook::RuleBook;
/// let book = RuleBook::bundled()?;
/// let day = chrono::NaiveDate::from_ymd_opt(2021, 5, 10).unwrap();
/// assert_eq!(book.products().pack("pfizer-12plus", day)?.doses_per_box(), 1_170);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct RuleBook {
    data_version: String,
    products: ProductMaster,
    prefectures: Vec<Prefecture>,
    municipalities: Municipalities,
    holidays: Holidays,
    calendars: Vec<CalendarEntry>,
    supplies: Vec<Supply>,
    policies: Vec<PolicyEntry>,
    published: Vec<PublishedBoxes>,
    #[cfg(feature = "registers")]
    sources: Vec<Source>,
    #[cfg(feature = "registers")]
    rules: Vec<RuleEntry>,
    #[cfg(feature = "registers")]
    assumptions: Vec<AssumptionEntry>,
    notices: Vec<NoticeEntry>,
    tariff: Tariff,
    support_periods: Vec<SupportPeriod>,
    approval_items: Vec<ApprovalItem>,
    product_groups: Vec<ProductGroupEntry>,
    permissions: Permissions,
}

impl RuleBook {
    /// The version of the data: the bundled one, followed by the names of the tables the caller
    /// brought.
    pub fn data_version(&self) -> &str {
        &self.data_version
    }

    /// The product master (ワクチン・針・シリンジマスタ).
    pub const fn products(&self) -> &ProductMaster {
        &self.products
    }

    /// The 47 prefectures (都道府県).
    pub fn prefectures(&self) -> &[Prefecture] {
        &self.prefectures
    }

    /// The municipalities (市区町村) with their populations.
    pub const fn municipalities(&self) -> &Municipalities {
        &self.municipalities
    }

    /// The national holidays (国民の祝日).
    pub const fn holidays(&self) -> &Holidays {
        &self.holidays
    }

    /// The cycle calendars (クール暦).
    pub fn calendars(&self) -> &[CalendarEntry] {
        &self.calendars
    }

    /// The cycle calendar of an id; without one that of [`BOOSTER_CALENDAR`].
    ///
    /// # Errors
    /// [`CalendarProblem::CalendarUnknown`] with the known ids.
    pub fn calendar(&self, id: Option<&str>) -> Result<&CalendarEntry, CalendarProblem> {
        let id = id.unwrap_or(BOOSTER_CALENDAR);
        self.calendars.iter().find(|entry| entry.id == id).ok_or_else(|| {
            let known = self.calendars.iter().map(|entry| entry.id.clone()).list();
            CalendarProblem::CalendarUnknown { known }
        })
    }

    /// What was really supplied in 2021 (供給量), by cycle.
    pub fn supplies(&self) -> &[Supply] {
        &self.supplies
    }

    /// The formulas by which boxes were really given out in 2021 (配分方式), by cycle.
    pub fn policies(&self) -> &[PolicyEntry] {
        &self.policies
    }

    /// What was really allocated in 2021, as it was published (公表された箱数).
    pub fn published(&self) -> &[PublishedBoxes] {
        &self.published
    }

    /// The sources (出典).
    #[cfg(feature = "registers")]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The rules (規則), computed or text.
    #[cfg(feature = "registers")]
    pub fn rules(&self) -> &[RuleEntry] {
        &self.rules
    }

    /// The register of assumptions (前提の一覧).
    #[cfg(feature = "registers")]
    pub fn assumptions(&self) -> &[AssumptionEntry] {
        &self.assumptions
    }

    /// The tariff (接種費用の単価).
    pub const fn tariff(&self) -> &Tariff {
        &self.tariff
    }

    /// The periods of the support money for clinics (個別接種促進支援).
    pub fn support_periods(&self) -> &[SupportPeriod] {
        &self.support_periods
    }

    /// The notices (通知), caused by the code or listed for the host.
    pub fn notices(&self) -> &[NoticeEntry] {
        &self.notices
    }

    /// The notice of a template.
    pub fn notice(&self, id: NoticeId) -> Option<&NoticeEntry> {
        self.notices.iter().find(|entry| entry.id == id.as_str())
    }

    /// The items of a facility's record that need the municipality's approval (市町村の承認が必要な項目).
    pub fn approval_items(&self) -> &[ApprovalItem] {
        &self.approval_items
    }

    /// The groups of products that facilities and doctors handle (取扱いワクチンの区分).
    pub fn product_groups(&self) -> &[ProductGroupEntry] {
        &self.product_groups
    }

    /// The permissions (操作の権限), with the catalogue of actions.
    pub const fn permissions(&self) -> &Permissions {
        &self.permissions
    }

    /// The same book with another product master.
    #[must_use]
    pub fn with_products(mut self, products: ProductMaster) -> Self {
        self.products = products;
        self.own("products")
    }

    /// The same book with another table of holidays.
    #[must_use]
    pub fn with_holidays(mut self, holidays: Holidays) -> Self {
        self.holidays = holidays;
        self.own("holidays")
    }

    /// The same book with other municipalities.
    #[must_use]
    pub fn with_municipalities(mut self, municipalities: Municipalities) -> Self {
        self.municipalities = municipalities;
        self.own("municipalities")
    }

    /// The same book with other cycle calendars.
    #[must_use]
    pub fn with_calendars(mut self, calendars: Vec<CalendarEntry>) -> Self {
        self.calendars = calendars;
        self.own("cycle_calendars")
    }

    /// The same book with other items that need approval.
    #[must_use]
    pub fn with_approval_items(mut self, approval_items: Vec<ApprovalItem>) -> Self {
        self.approval_items = approval_items;
        self.own("approval_items")
    }

    /// An answer that rests on a caller's table says so in its data version.
    fn own(mut self, table: &str) -> Self {
        self.data_version = format!("{}+own-{table}", self.data_version);
        self
    }
}
