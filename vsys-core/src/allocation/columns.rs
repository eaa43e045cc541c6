//! Sharing among recipients that stand in columns: what [`apportion`](super::apportion) does, without a
//! record for every recipient.

use vsys_sharing::{
    ColumnNumber, Decided, Group, Method, Outcome, RawTie, Scratch, UNLIMITED, WideColumns, general, share_narrow,
};

use super::apportion::{MAX_RECIPIENTS, check_group};
use super::explained::{ExplainedColumns, Row};
use super::explanation::{Explanation, Origin};
use super::problem::AllocationProblem;
use super::ties::{FirstUnits, Ties};
use crate::base::{Answer, BaseProblem, Finding, Findings, Path, Quantity, Refusal, Term, Units, Weight, assumption};

/// «No cap» in a column of caps.
pub const NO_CAP: u64 = UNLIMITED;

/// A request to share whole units among recipients in columns (列による配分の要求), one row a recipient,
/// all columns of one length. Source: ruling proposal-method (ALC-3).
#[derive(Clone, Copy, Debug)]
pub struct ColumnsRequest<'a, N = u64> {
    /// The units to share.
    pub supply: Units,
    /// The ids; `None` = a recipient is known by its row, and the earlier row is the smaller code.
    pub ids: Option<&'a [&'a str]>,
    /// The weights, 0 to 2^53−1; 0 gets exactly the floor.
    pub weights: &'a [N],
    /// The least each must get, 0 to 2^53−1; `None` = 0.
    pub floors: Option<&'a [N]>,
    /// The most each may get, 0 to 2^53−1 or [`ColumnNumber::NO_CAP`]; `None` = unlimited.
    pub caps: Option<&'a [N]>,
    /// How; the default is an assumption and named in the answer.
    pub method: Option<Method>,
    /// What happens with ties.
    pub ties: Ties,
    /// What Adams and Hill do when the supply does not reach.
    pub first_units: FirstUnits,
    /// Whether every unit explains itself.
    pub explain: bool,
}

impl<'a, N> ColumnsRequest<'a, N> {
    /// A request of weights alone, with the default method and ruled ties.
    pub const fn new(supply: Units, weights: &'a [N]) -> Self {
        Self {
            supply,
            ids: None,
            weights,
            floors: None,
            caps: None,
            method: None,
            ties: Ties::Ruled,
            first_units: FirstUnits::Refuse,
            explain: false,
        }
    }
}

/// Equal claims where the supply ended (同順位), by rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TiedRows {
    /// The rows of the tied set, in the order of their ids.
    pub rows: Vec<usize>,
    /// The units that went among them.
    pub units: u64,
    /// What decided.
    pub decided: Decided,
}

/// Units shared out among the rows (配分の結果).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedColumns {
    /// The amounts, row by row.
    pub amounts: Vec<u64>,
    /// What no cap had room for.
    pub left_over: u64,
    /// The method used.
    pub method: Method,
    /// The tied set, if the cut passes through one.
    pub tie: Option<TiedRows>,
    /// Why each amount is what it is, row by row; empty unless asked for. Without ids they are the numbers
    /// of the rows, from 0.
    pub explanations: Vec<Explanation>,
}

/// Shares a supply out in whole units, exactly (配分量の自動計算): the rule is that of
/// [`apportion`](super::apportion).
///
/// Ids in ascending order cost one look at each; others are sorted.
///
/// # Errors
/// As [`apportion`](super::apportion), whose places it uses (`/recipients/3/floor`); columns of different
/// lengths and numbers out of range besides.
///
/// ```
/// use vsys_core::allocation::{ColumnsRequest, NO_CAP, apportion_columns};
/// use vsys_core::base::{Quantity, Units};
///
/// let caps = [NO_CAP, 1, NO_CAP];
/// let request = ColumnsRequest { caps: Some(&caps), ..ColumnsRequest::new(Units::try_new(7)?, &[3, 3, 1]) };
/// assert_eq!(apportion_columns(&request)?.value().amounts, [5, 1, 1]);
///
/// let twice = ["a", "b", "a"];
/// let request = ColumnsRequest { ids: Some(&twice), ..request };
/// assert_eq!(apportion_columns(&request).unwrap_err().code(), "allocation.recipient.twice");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn apportion_columns(request: &ColumnsRequest<'_>) -> Result<Answer<SharedColumns>, Refusal> {
    let mut buffers = ShareBuffers::default();
    let answer = apportion_into(request, &mut buffers)?;
    let explained = if request.explain { 0..request.weights.len() } else { 0..0 };
    let explanations = explained.filter_map(|row| buffers.explanation(request, row)).collect();
    let amounts = buffers.amounts;
    Ok(answer.map(|Shared { left_over, method, tie }| SharedColumns { amounts, left_over, method, tie, explanations }))
}

/// What is kept from sharing to sharing, and the amounts of the last one: fresh memory costs more than computing on it.
#[derive(Debug, Default)]
pub struct ShareBuffers<N = u64> {
    amounts: Vec<N>,
    explained: ExplainedColumns,
    zeros: Vec<N>,
    unlimited: Vec<N>,
    wide: WideColumns,
    scratch: Scratch,
}

impl<N: ColumnNumber> ShareBuffers<N> {
    /// The amounts after [`apportion_into`], row by row; none after a refusal.
    pub fn amounts(&self) -> &[N] {
        &self.amounts
    }

    /// Why each amount is what it is, in columns; empty unless asked for.
    pub const fn explained(&self) -> &ExplainedColumns {
        &self.explained
    }

    /// Why a row of the request that was just shared got what it got; nothing unless asked for.
    pub fn explanation(&self, request: &ColumnsRequest<'_, N>, row: usize) -> Option<Explanation> {
        let number = |column: &[N]| column.get(row).copied().map(Into::into);
        let cap = request.caps.map_or(Some(N::NO_CAP), |caps| caps.get(row).copied())?;
        let figures = Row {
            weight: number(request.weights)?,
            floor: request.floors.map_or(Some(0), number)?,
            cap: if cap == N::NO_CAP { NO_CAP } else { cap.into() },
            amount: number(&self.amounts)?,
        };
        self.explained.record(row, figures, name(request.ids, row), Origin::Proposal)
    }
}

/// What is told of units shared out into buffers, besides the amounts (配分の結果).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// What no cap had room for.
    pub left_over: u64,
    /// The method used.
    pub method: Method,
    /// The tied set, if the cut passes through one.
    pub tie: Option<TiedRows>,
}

/// Shares a supply out as [`apportion_columns`] does, into buffers that the caller keeps, and from columns of 32 bits as
/// well as of 64: the way for whoever shares again and again.
///
/// # Errors
/// As [`apportion_columns`]; and a supply beyond 2^32−1 that is to go into columns of 32 bits. The buffers hold no
/// amounts then.
///
/// ```
/// use vsys_core::allocation::{ColumnNumber, ColumnsRequest, ShareBuffers, apportion_into};
/// use vsys_core::base::{Quantity, Units};
///
/// let mut buffers = ShareBuffers::default();
/// let caps = [u32::NO_CAP, 1, u32::NO_CAP];
/// let request = ColumnsRequest { caps: Some(&caps), ..ColumnsRequest::new(Units::try_new(7)?, &[3_u32, 3, 1]) };
/// assert_eq!(apportion_into(&request, &mut buffers)?.value().left_over, 0);
/// assert_eq!(buffers.amounts(), [5, 1, 1]);
///
/// let request = ColumnsRequest { supply: Units::try_new(1 << 32)?, ..request };
/// assert_eq!(apportion_into(&request, &mut buffers).unwrap_err().code(), "base.quantity.too_large");
/// assert!(buffers.amounts().is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn apportion_into<N: ColumnNumber>(
    request: &ColumnsRequest<'_, N>,
    buffers: &mut ShareBuffers<N>,
) -> Result<Answer<Shared>, Refusal> {
    let answer = share_rows(request, buffers);
    if answer.is_err() {
        buffers.amounts.clear();
        buffers.explained.clear();
    }
    answer
}

/// [`apportion_into`], but for what a refusal leaves in the buffers.
fn share_rows<N: ColumnNumber>(
    request: &ColumnsRequest<'_, N>,
    buffers: &mut ShareBuffers<N>,
) -> Result<Answer<Shared>, Refusal> {
    let rows = request.weights.len();
    let ShareBuffers { amounts, explained, zeros, unlimited, wide, scratch } = buffers;
    explained.clear();
    let given = Group {
        weights: request.weights,
        floors: request.floors.unwrap_or_else(|| same(zeros, rows, N::default())),
        caps: request.caps.unwrap_or_else(|| same(unlimited, rows, N::NO_CAP)),
    };
    let order = Order::of(request.ids);
    let mut findings = check_shape(request, given, &order);
    let sorted = if findings.has_errors() { None } else { order.sort(given) };
    let group = sorted.as_ref().map_or(given, Sorted::group);
    let (supply, method) = (request.supply.number(), request.method.unwrap_or_default());
    amounts.resize(rows, N::default());
    // The narrow way takes nothing that the checks would refuse, and needs one look where they need five.
    let narrow =
        if findings.has_errors() { Outcome::Declined } else { share_narrow(group, supply, method, amounts, scratch) };
    let raw_tie = match narrow {
        Outcome::Shared(tie)
            if !request.explain || explained.explain_narrow(group, supply, method, scratch, tie.as_ref()) =>
        {
            tie
        }
        _ => {
            check_numbers(request, given, &mut findings);
            if findings.has_errors() {
                return Err(Refusal::of(findings));
            }
            N::in_64_bits(group, amounts, wide, |group, amounts| {
                let tie = general(group, supply, method, amounts, scratch);
                if request.explain {
                    explained.explain(group, supply, method, amounts, &scratch.water, tie.as_ref());
                }
                tie
            })
        }
    };
    let tie = raw_tie.as_ref().map(|tie| order.tie(tie));
    if let (Ties::Report, Some(tie)) = (request.ties, &tie) {
        let tied = tie.rows.iter().map(|&row| name(request.ids, row)).collect();
        return Err(Refusal::new(&AllocationProblem::Tie { tied, units: tie.units }, Path::from("ties"))
            .assuming(assumption::PROPOSAL_METHOD));
    }
    let left_over = supply - amounts.iter().fold(0_u64, |sum, &amount| sum.wrapping_add(amount.into()));
    if let Some(rows) = &order.0 {
        *amounts = order.restore(std::mem::take(amounts));
        explained.restore(rows);
    }
    let mut answer = Answer::new(Shared { left_over, method, tie });
    if left_over > 0 {
        let mut findings = Findings::new();
        let supply = Term::new("supply", "供給量");
        findings
            .push(&AllocationProblem::LeftOver { level: supply, parents: 1, boxes: left_over }, Path::from("supply"));
        answer = answer.finding(findings);
    }
    if request.method.is_none() || raw_tie.is_some() {
        answer = answer.assuming(assumption::PROPOSAL_METHOD);
    }
    Ok(answer)
}

/// A column of one number.
fn same<N: Copy>(kept: &mut Vec<N>, rows: usize, number: N) -> &[N] {
    kept.resize(rows, number);
    kept
}

/// What is wrong with the columns as such, and with the ids.
fn check_shape<N>(request: &ColumnsRequest<'_, N>, given: Group<'_, N>, order: &Order) -> Findings {
    let mut findings = Findings::new();
    let rows = given.weights.len();
    if rows > MAX_RECIPIENTS {
        findings.push(&AllocationProblem::TooMany { most: MAX_RECIPIENTS }, Path::from("recipients"));
        return findings;
    }
    let ids = request.ids.map_or(rows, <[_]>::len);
    for (column, length) in [("id", ids), ("floor", given.floors.len()), ("cap", given.caps.len())] {
        if length != rows {
            let problem = AllocationProblem::ColumnLength { column, length, expected: rows };
            findings.push(&problem, Path::from(column));
        }
    }
    if findings.has_errors() {
        return findings;
    }
    for (row, first) in order.twice(request.ids) {
        let finding = Finding::new(&AllocationProblem::IdTwice { first }, Path::element("recipients", row, "id"));
        findings.add(finding.with_value(name(request.ids, row)));
    }
    findings
}

/// What is wrong with the numbers; of columns of different lengths nothing can be said.
fn check_numbers<N: ColumnNumber>(request: &ColumnsRequest<'_, N>, given: Group<'_, N>, findings: &mut Findings) {
    let rows = given.weights.len();
    if rows > MAX_RECIPIENTS || given.floors.len() != rows || given.caps.len() != rows {
        return;
    }
    let at = |row: usize, member: &'static str| Path::element("recipients", row, member);
    let columns = [("weight", Weight::UNIT, given.weights), ("floor", Units::UNIT, given.floors)];
    for (column, unit, values) in columns.into_iter().chain([("cap", Units::UNIT, given.caps)]) {
        let wrong = |value: N| value.into() > Units::MAX && !(column == "cap" && value == N::NO_CAP);
        for (row, _) in values.iter().enumerate().filter(|(_, value)| wrong(**value)) {
            findings.push(&BaseProblem::QuantityTooLarge { unit, most: Units::MAX }, at(row, column));
        }
    }
    if request.supply.number() > N::MOST_SUPPLY {
        let problem = BaseProblem::QuantityTooLarge { unit: Units::UNIT, most: N::MOST_SUPPLY };
        findings.push(&problem, Path::from("supply"));
    }
    let rows = given.weights.iter().zip(given.floors).zip(given.caps);
    let rows = rows.map(|((&weight, &floor), &cap)| (weight.into(), floor.into(), cap.into()));
    for (row, (_, floor, cap)) in rows.clone().enumerate().filter(|(_, (_, floor, cap))| floor > cap) {
        findings.push(&AllocationProblem::FloorAboveCap { floor, cap }, at(row, "floor"));
    }
    if let Some(problem) =
        check_group(rows, request.supply.number(), request.method.unwrap_or_default(), request.first_units)
    {
        findings.push(&problem, Path::from("supply"));
    }
}

/// The id of a row, or its number.
fn name(ids: Option<&[&str]>, row: usize) -> String {
    ids.map_or_else(|| row.to_string(), |ids| ids.get(row).copied().unwrap_or_default().to_owned())
}

/// The rows in the order of their ids; nothing where that is the order in which they stand.
struct Order(Option<Vec<usize>>);

impl Order {
    fn of(ids: Option<&[&str]>) -> Self {
        let Some(ids) = ids.filter(|ids| !ids.is_sorted_by(|a, b| a.as_bytes() < b.as_bytes())) else {
            return Self(None);
        };
        let mut sorted: Vec<(&[u8], usize)> = ids.iter().map(|id| id.as_bytes()).zip(0..).collect();
        // Equal ids keep the order of their rows.
        sorted.sort_unstable();
        Self(Some(sorted.into_iter().map(|(_, row)| row).collect()))
    }

    /// The row at a place of the order.
    fn row(&self, at: usize) -> usize {
        self.0.as_ref().map_or(at, |order| order.get(at).copied().unwrap_or(at))
    }

    /// The rows whose id stood before, with the first row of each.
    fn twice(&self, ids: Option<&[&str]>) -> Vec<(usize, usize)> {
        let (Some(order), Some(ids)) = (&self.0, ids) else { return Vec::new() };
        let same = |a: &usize, b: &usize| ids.get(*a) == ids.get(*b);
        let runs = order.chunk_by(same).filter_map(|run| run.split_first());
        runs.flat_map(|(&first, later)| later.iter().map(move |&row| (row, first))).collect()
    }

    fn sort<N: Copy>(&self, given: Group<'_, N>) -> Option<Sorted<N>> {
        let order = self.0.as_ref()?;
        let gather = |column: &[N]| order.iter().filter_map(|&row| column.get(row).copied()).collect();
        Some(Sorted { weights: gather(given.weights), floors: gather(given.floors), caps: gather(given.caps) })
    }

    fn tie(&self, raw: &RawTie) -> TiedRows {
        let rows = raw.tied.iter().map(|&at| self.row(at)).collect();
        TiedRows { rows, units: raw.units, decided: raw.decided }
    }

    /// Values in the order of ids, put back into the order of the rows.
    fn restore<T>(&self, sorted: Vec<T>) -> Vec<T> {
        let Some(order) = &self.0 else { return sorted };
        let mut pairs: Vec<(usize, T)> = order.iter().copied().zip(sorted).collect();
        pairs.sort_unstable_by_key(|(row, _)| *row);
        pairs.into_iter().map(|(_, value)| value).collect()
    }
}

/// The columns in the order of ids.
struct Sorted<N> {
    weights: Vec<N>,
    floors: Vec<N>,
    caps: Vec<N>,
}

impl<N> Sorted<N> {
    fn group(&self) -> Group<'_, N> {
        Group { weights: &self.weights, floors: &self.floors, caps: &self.caps }
    }
}
