//! The layers of a formula: what each does, with what it needs.

use super::figure::Figure;
use super::name::Name;
use super::problem::PolicyProblem;
use crate::allocation::{FirstUnits, Method};
use crate::base::{Findings, Fraction, IntoList, Path, Quantity, Rounding, SiteId, Units, named};

named! {
    /// What a layer does (配分の段階の種類).
    pub enum LayerKind {
        /// A fixed amount each (定数).
        Fixed = "fixed" / "定数",
        /// Equal shares of a budget (均等).
        Equal = "equal" / "均等割",
        /// Shares of a budget in proportion to a figure (按分).
        Proportional = "proportional" / "按分",
        /// What is asked for, cut in proportion where the budget does not reach (希望量の按分).
        ProRata = "pro-rata" / "希望量の按分",
        /// In the order of a rate, each its amount, until the budget is used (順位順の充当).
        Fill = "fill" / "順位順の充当",
        /// Takes back a part of an earlier layer where stock lies above a threshold (在庫超過分の減額).
        Cut = "cut" / "在庫超過の減額",
        /// A part of what is missing to a target stock (目標在庫までの不足分).
        Shortfall = "shortfall" / "目標在庫までの不足分",
        /// What is missing to a target coverage, less what was delivered (目標接種率までの必要量).
        Coverage = "coverage" / "目標接種率までの必要量",
        /// An amount in full (希望量の全量).
        Grant = "grant" / "全量",
    }
}

named! {
    /// In which order a layer fills (充当の順).
    pub enum FillOrder {
        /// The smallest rate first (昇順).
        Ascending = "ascending" / "昇順",
        /// The largest rate first (降順).
        Descending = "descending" / "降順",
    }
}

named! {
    /// What becomes of the recipient at whom the budget ends (予算の尽きる配分先の扱い).
    pub enum LastServed {
        /// It gets what is left (残り分を渡す).
        Part = "part" / "残り分だけ",
        /// It gets nothing, and so do all behind it (そこで打ち切る).
        Nothing = "nothing" / "打切り",
    }
}

/// A layer as it is written down, before its kind says which members it needs (配分の段階の記述).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayerInput {
    /// Its name, which later figures may use.
    pub name: Name,
    /// What it does.
    pub kind: LayerKind,
    /// Only these recipients take part.
    pub only: Option<Vec<SiteId>>,
    /// All but these take part.
    pub except: Option<Vec<SiteId>>,
    /// The units it gives out at most; none = what is left of the supply.
    pub budget: Option<Units>,
    /// What each gets or asks for.
    pub amount: Option<Figure>,
    /// By what is shared.
    pub by: Option<Figure>,
    /// The least each gets.
    pub floor: Option<Figure>,
    /// The most each gets.
    pub cap: Option<Figure>,
    /// How shares become whole.
    pub method: Option<Method>,
    /// What Adams and Hill do when the budget does not reach.
    pub first_units: Option<FirstUnits>,
    /// How each amount becomes whole by itself.
    pub rounding: Option<Rounding>,
    /// The rate by which is ordered, …
    pub rate: Option<Figure>,
    /// … over this; none = over 1.
    pub per: Option<Figure>,
    /// Which rate comes first.
    pub order: Option<FillOrder>,
    /// How many are served at most.
    pub most: Option<u64>,
    /// What the recipient gets at whom the budget ends.
    pub last: Option<LastServed>,
    /// The layer that is cut.
    pub of: Option<Name>,
    /// What lies there, or was delivered.
    pub stock: Option<Figure>,
    /// Above what the cut falls.
    pub above: Option<Figure>,
    /// The part that is kept.
    pub keep: Option<Fraction>,
    /// What is to be reached.
    pub target: Option<Figure>,
    /// The part of what is missing that is given.
    pub share: Option<Fraction>,
    /// What one unit holds, where figures count something smaller.
    pub unit: Option<Units>,
}

impl LayerInput {
    /// A layer of a name and a kind, with nothing else.
    pub const fn new(name: Name, kind: LayerKind) -> Self {
        Self {
            name,
            kind,
            only: None,
            except: None,
            budget: None,
            amount: None,
            by: None,
            floor: None,
            cap: None,
            method: None,
            first_units: None,
            rounding: None,
            rate: None,
            per: None,
            order: None,
            most: None,
            last: None,
            of: None,
            stock: None,
            above: None,
            keep: None,
            target: None,
            share: None,
            unit: None,
        }
    }

    /// The members that are given, besides name and kind.
    fn given(&self) -> Vec<&'static str> {
        let members = [
            ("only", self.only.is_some()),
            ("except", self.except.is_some()),
            ("budget", self.budget.is_some()),
            ("amount", self.amount.is_some()),
            ("by", self.by.is_some()),
            ("floor", self.floor.is_some()),
            ("cap", self.cap.is_some()),
            ("method", self.method.is_some()),
            ("first_units", self.first_units.is_some()),
            ("rounding", self.rounding.is_some()),
            ("rate", self.rate.is_some()),
            ("per", self.per.is_some()),
            ("order", self.order.is_some()),
            ("most", self.most.is_some()),
            ("last", self.last.is_some()),
            ("of", self.of.is_some()),
            ("stock", self.stock.is_some()),
            ("above", self.above.is_some()),
            ("keep", self.keep.is_some()),
            ("target", self.target.is_some()),
            ("share", self.share.is_some()),
            ("unit", self.unit.is_some()),
        ];
        members.into_iter().filter_map(|(member, given)| given.then_some(member)).list()
    }
}

/// A layer that has all it needs (配分の段階).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    pub(super) name: Name,
    pub(super) kind: LayerKind,
    pub(super) selection: Selection,
    pub(super) work: Work,
}

impl Layer {
    /// Its name.
    pub const fn name(&self) -> &Name {
        &self.name
    }

    /// What it does.
    pub const fn kind(&self) -> LayerKind {
        self.kind
    }
}

/// Who takes part in a layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Selection {
    Everybody,
    Only(Vec<SiteId>),
    Except(Vec<SiteId>),
}

impl Selection {
    pub(super) fn ids(&self) -> &[SiteId] {
        match self {
            Self::Everybody => &[],
            Self::Only(ids) | Self::Except(ids) => ids,
        }
    }

    /// Lists are sorted.
    pub(super) fn takes(&self, id: &SiteId) -> bool {
        match self {
            Self::Everybody => true,
            Self::Only(ids) => ids.binary_search(id).is_ok(),
            Self::Except(ids) => ids.binary_search(id).is_err(),
        }
    }
}

/// What a layer works with: several kinds may work alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Work {
    /// Each its amount.
    Give(Give),
    /// A budget in proportion.
    Share(Share),
    /// A budget in the order of a rate.
    Fill(Fill),
    /// A part of an earlier layer back.
    Cut(Cut),
}

/// `round(share × (target − stock) / unit)`; a fixed amount and a grant have no stock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Give {
    pub(super) target: Figure,
    pub(super) stock: Option<Figure>,
    pub(super) share: Fraction,
    pub(super) unit: u64,
    /// None = the amount must be whole.
    pub(super) rounding: Option<Rounding>,
}

/// Shares of a budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Share {
    pub(super) budget: Option<Units>,
    pub(super) by: Figure,
    pub(super) floor: Option<Figure>,
    pub(super) cap: Option<Figure>,
    pub(super) way: Way,
}

/// How shares become whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// By a method, so that the budget is used to the last unit; none = the default.
    Method(Option<Method>, FirstUnits),
    /// Each by itself: budget / Σ requests, rounded.
    Each(Rounding),
}

/// A budget in the order of a rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fill {
    pub(super) budget: Option<Units>,
    pub(super) amount: Figure,
    /// None = the amount must be whole.
    pub(super) rounding: Option<Rounding>,
    pub(super) rate: Figure,
    pub(super) per: Figure,
    pub(super) order: FillOrder,
    pub(super) most: Option<u64>,
    pub(super) last: Option<LastServed>,
}

/// A part of an earlier layer back where stock lies above a threshold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    pub(super) of: Name,
    pub(super) stock: Figure,
    pub(super) above: Figure,
    pub(super) keep: Fraction,
    pub(super) rounding: Rounding,
}

/// The members a kind needs, and those it may have besides.
const fn members(kind: LayerKind) -> (&'static [&'static str], &'static [&'static str]) {
    match kind {
        LayerKind::Fixed | LayerKind::Grant => (&["amount"], &["rounding"]),
        LayerKind::Equal => (&[], &["budget", "floor", "cap", "method", "first_units"]),
        LayerKind::Proportional => (&["by"], &["budget", "floor", "cap", "method", "first_units"]),
        LayerKind::ProRata => (&["amount"], &["budget", "method", "first_units", "rounding"]),
        LayerKind::Fill => (&["amount", "rate", "order"], &["per", "budget", "most", "last", "rounding"]),
        LayerKind::Cut => (&["of", "stock", "above", "keep", "rounding"], &[]),
        LayerKind::Shortfall | LayerKind::Coverage => (&["target", "stock", "share", "rounding"], &["unit"]),
    }
}

/// Reads a layer at a place, with every fault.
pub(super) fn parse(input: &LayerInput, at: &Path, findings: &mut Findings) -> Option<Layer> {
    let (needed, allowed) = members(input.kind);
    let given = input.given();
    for &member in needed.iter().filter(|member| !given.contains(member)) {
        findings.push(&PolicyProblem::LayerMember { member, kind: input.kind.term() }, at.join(member));
    }
    for member in given {
        if !(needed.contains(&member) || allowed.contains(&member) || matches!(member, "only" | "except")) {
            findings.push(&PolicyProblem::LayerExtra { member, kind: input.kind.term() }, at.join(member));
        }
    }
    if input.only.is_some() && input.except.is_some() {
        findings.push(&PolicyProblem::LayerSelection, at.join("except"));
    }
    if input.method.is_some() && input.rounding.is_some() && input.kind == LayerKind::ProRata {
        findings.push(&PolicyProblem::LayerRounding, at.join("rounding"));
    }
    for (member, part) in [("keep", input.keep), ("share", input.share)] {
        if part.is_some_and(|part| part > Fraction::whole(1) || part.denominator() > 1_000_000) {
            findings.push(&PolicyProblem::LayerPart, at.join(member));
        }
    }
    if input.unit.is_some_and(|unit| unit == Units::ZERO || unit.number() > 1_000_000) {
        findings.push(&PolicyProblem::LayerUnit, at.join("unit"));
    }
    let sorted = |ids: &Vec<SiteId>| {
        let mut ids = ids.clone();
        ids.sort_unstable();
        ids
    };
    let selection = match (&input.only, &input.except) {
        (Some(ids), _) => Selection::Only(sorted(ids)),
        (None, Some(ids)) => Selection::Except(sorted(ids)),
        (None, None) => Selection::Everybody,
    };
    Some(Layer { name: input.name.clone(), kind: input.kind, selection, work: work(input)? })
}

/// What a layer works with; nothing where a member is missing, which was told.
fn work(input: &LayerInput) -> Option<Work> {
    let give = |target: Figure, stock: Option<Figure>, share: Fraction| {
        let unit = input.unit.map_or(1, Units::number);
        Work::Give(Give { target, stock, share, unit, rounding: input.rounding })
    };
    let share = |by: Figure, cap: Option<Figure>, way: Way| {
        Work::Share(Share { budget: input.budget, by, floor: input.floor.clone(), cap, way })
    };
    let method = Way::Method(input.method, input.first_units.unwrap_or_default());
    Some(match input.kind {
        LayerKind::Fixed | LayerKind::Grant => give(input.amount.clone()?, None, Fraction::whole(1)),
        LayerKind::Shortfall | LayerKind::Coverage => {
            give(input.target.clone()?, Some(input.stock.clone()?), input.share?)
        }
        LayerKind::Equal => share(Figure::number(1), input.cap.clone(), method),
        LayerKind::Proportional => share(input.by.clone()?, input.cap.clone(), method),
        LayerKind::ProRata => {
            share(input.amount.clone()?, Some(input.amount.clone()?), input.rounding.map_or(method, Way::Each))
        }
        LayerKind::Fill => Work::Fill(Fill {
            budget: input.budget,
            amount: input.amount.clone()?,
            rounding: input.rounding,
            rate: input.rate.clone()?,
            per: input.per.clone().unwrap_or_else(|| Figure::number(1)),
            order: input.order?,
            most: input.most,
            last: input.last,
        }),
        LayerKind::Cut => Work::Cut(Cut {
            of: input.of.clone()?,
            stock: input.stock.clone()?,
            above: input.above.clone()?,
            keep: input.keep?,
            rounding: input.rounding?,
        }),
    })
}

impl Work {
    /// The figures it computes, by the member they stand in.
    pub(super) fn figures(&self) -> Vec<(&'static str, &Figure)> {
        let mut figures = Vec::new();
        match self {
            Self::Give(give) => {
                figures.push((if give.stock.is_some() { "target" } else { "amount" }, &give.target));
                figures.extend(give.stock.as_ref().map(|stock| ("stock", stock)));
            }
            Self::Share(share) => {
                figures.push(("by", &share.by));
                figures.extend(share.floor.as_ref().map(|floor| ("floor", floor)));
                figures.extend(share.cap.as_ref().map(|cap| ("cap", cap)));
            }
            Self::Fill(fill) => figures.extend([("amount", &fill.amount), ("rate", &fill.rate), ("per", &fill.per)]),
            Self::Cut(cut) => figures.extend([("stock", &cut.stock), ("above", &cut.above)]),
        }
        figures
    }
}
