//! The table of a claim sheet: lines, subtotals, total.

use super::price::{PriceLine, amount};
use super::problem::ClaimsProblem;
use crate::base::{BaseProblem, Fraction, Path, Quantity, Refusal, Rounding, Yen, named};
use crate::calendar::Month;
use crate::rulebook::{Service, TimeClass};

named! {
    /// The form of the sheets (様式): made by the old function of V-SYS (旧機能) or by the new one (新機能). Source:
    /// CLM-7, CLM-16.
    pub enum SheetForm {
        /// Four lines, without surcharges (旧機能).
        Old = "old" / "旧様式",
        /// Twelve lines (新機能).
        New = "new" / "新様式",
    }
}

/// The first month of claim on the new sheet. Source: CLM-7.
pub(super) const NEW_SHEET: Month = Month::named(2022, 1);

impl SheetForm {
    /// The form of a month of claim (請求月); the month of vaccination and the moved closing day change nothing.
    /// Source: CLM-7; ruling form-selection.
    ///
    /// ```
    /// use vsys_core::claims::SheetForm;
    /// assert_eq!(SheetForm::of("2021-12".parse()?), SheetForm::Old);
    /// assert_eq!(SheetForm::of("2022-01".parse()?), SheetForm::New);
    /// # Ok::<(), vsys_core::calendar::CalendarProblem>(())
    /// ```
    pub fn of(billing: Month) -> Self {
        if billing < NEW_SHEET { Self::Old } else { Self::New }
    }

    /// Whether the form has a line for a price.
    pub fn has(self, line: PriceLine) -> bool {
        self == Self::New || line.time == TimeClass::Regular
    }

    /// The lines in the order of the print.
    pub fn lines(self) -> impl Iterator<Item = PriceLine> {
        PriceLine::all().filter(move |line| self.has(*line))
    }

    /// The label of a line (種類).
    pub fn label(self, line: PriceLine) -> String {
        match self {
            Self::Old => line.age.ja().to_owned(),
            Self::New => format!("{}({})", line.age.ja(), line.time.ja()),
        }
    }
}

/// A line of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetLine {
    /// Which.
    pub line: PriceLine,
    /// Cases (請求件数).
    pub count: u64,
    /// The price of one, yen before tax (単価, 税抜き); absent while its addition is not in force.
    pub unit: Option<Yen>,
    /// Yen with tax (請求金額, 税込み).
    pub amount: Yen,
}

/// A subtotal or total of a sheet (小計・合計).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SheetSum {
    /// Cases (請求件数).
    pub count: u64,
    /// Yen with tax (請求金額, 税込み).
    pub amount: Yen,
}

impl SheetSum {
    fn of(parts: impl Iterator<Item = Self>) -> Result<Self, BaseProblem> {
        let add = |sum: Self, part: Self| {
            let amount = Yen::try_new(sum.amount.number().saturating_add(part.amount.number()))?;
            Ok(Self { count: sum.count.saturating_add(part.count), amount })
        };
        parts.into_iter().try_fold(Self::default(), add)
    }
}

/// The lines of one class (区分) with their subtotal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetGroup {
    service: Service,
    lines: Vec<SheetLine>,
    subtotal: SheetSum,
}

impl SheetGroup {
    /// The class.
    pub const fn service(&self) -> Service {
        self.service
    }

    /// Its lines in the order of the print.
    pub fn lines(&self) -> &[SheetLine] {
        &self.lines
    }

    /// Their sum (小計).
    pub const fn subtotal(&self) -> SheetSum {
        self.subtotal
    }
}

/// The table of a sheet: 4 or 12 lines in two classes, 2 subtotals and a total. The columns of what is decided
/// (決定件数, 決定金額) belong to the payer and stay blank.
/// Source: CLM-6, CLM-16.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetTable {
    groups: Vec<SheetGroup>,
    total: SheetSum,
}

/// What a form charges for its lines.
pub(super) struct SheetPrices {
    pub(super) units: Vec<(PriceLine, Result<Yen, ClaimsProblem>)>,
    pub(super) rate: Fraction,
    pub(super) rounding: Rounding,
}

impl SheetTable {
    /// The table of some counts, and whether an amount was rounded.
    pub(super) fn of(prices: &SheetPrices, count: impl Fn(PriceLine) -> u64) -> Result<(Self, bool), Refusal> {
        let out_of_range = |problem: BaseProblem| Refusal::new(&problem, Path::from("cases"));
        let mut rounded = false;
        let mut groups = Vec::with_capacity(Service::ALL.len());
        for service in Service::ALL {
            let mut lines = Vec::with_capacity(6);
            for (line, unit) in prices.units.iter().filter(|(line, _)| line.service == service) {
                let count = count(*line);
                let (amount, inexact) = match unit {
                    Ok(unit) => amount(count, *unit, prices.rate, prices.rounding).map_err(out_of_range)?,
                    Err(_) if count == 0 => (Yen::ZERO, false),
                    Err(problem) => return Err(Refusal::new(problem, Path::from("cases"))),
                };
                rounded |= inexact;
                lines.push(SheetLine { line: *line, count, unit: unit.as_ref().ok().copied(), amount });
            }
            let parts = lines.iter().map(|line| SheetSum { count: line.count, amount: line.amount });
            let subtotal = SheetSum::of(parts).map_err(out_of_range)?;
            groups.push(SheetGroup { service, lines, subtotal });
        }
        let total = SheetSum::of(groups.iter().map(SheetGroup::subtotal)).map_err(out_of_range)?;
        Ok((Self { groups, total }, rounded))
    }

    /// The classes with their lines: 予診のみ, 接種.
    pub fn groups(&self) -> &[SheetGroup] {
        &self.groups
    }

    /// The total (合計).
    pub const fn total(&self) -> SheetSum {
        self.total
    }
}
