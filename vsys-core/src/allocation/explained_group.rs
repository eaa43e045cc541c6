//! Why the recipients of a cascade got what they got: giver by giver in columns, and as records for whoever asks.

use std::ops::Range;

use vsys_sharing::{Outcome, Scratch, general, share_narrow};

use super::cascade::{Cascade, GroupPlan, group_of};
use super::explained::{ExplainedColumns, Row};
use super::explanation::Explanation;
use super::network::{Columns, Level, Network};

/// Why the recipients of one giver got what they got, in columns (配分理由の列). Their records are made when somebody asks
/// for them: [`Cascade::records`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExplainedGroup {
    level: Level,
    /// All recipients of the giver, by their places in [`Network::ids`].
    range: Range<usize>,
    received: u64,
    /// Where some of them were decided beforehand or changed by hand: the plan, and what the method proposed.
    planned: Option<(GroupPlan, Vec<u64>)>,
    columns: ExplainedColumns,
}

impl ExplainedGroup {
    /// What the giver had, in boxes.
    pub const fn received(&self) -> u64 {
        self.received
    }

    /// The places in [`Network::ids`] of those among whom the method shared: the rows of the columns.
    pub fn members(&self) -> impl Iterator<Item = usize> {
        let (all, some) = match &self.planned {
            None => (self.range.clone(), [].as_slice()),
            Some((plan, _)) => (0..0, plan.members.as_slice()),
        };
        all.chain(some.iter().copied())
    }

    /// Bounds, ranks, level and tied set.
    pub const fn columns(&self) -> &ExplainedColumns {
        &self.columns
    }
}

/// Buffers kept from giver to giver.
#[derive(Default)]
struct Kept {
    amounts: Vec<u64>,
    scratch: Scratch,
}

impl Cascade {
    /// Why the recipients of each giver got what they got, in columns, in the order of the givers. `level` is the
    /// recipients'; nobody gives to the nation.
    pub fn explain_columns(&self, network: &Network, level: Level) -> Vec<ExplainedGroup> {
        let Some((columns, received)) = self.received(network, level) else { return Vec::new() };
        let mut kept = Kept::default();
        let groups = columns.groups().zip(received);
        groups.map(|(range, &received)| self.explain_group(columns, level, range, received, &mut kept)).collect()
    }

    /// Why the recipients of one giver got what they got, in their order. `level` is the recipients'.
    pub fn explain(&self, network: &Network, level: Level, giver: usize) -> Vec<Explanation> {
        let group = self.received(network, level).and_then(|(columns, received)| {
            let (range, received) = (columns.group(giver)?, *received.get(giver)?);
            Some(self.explain_group(columns, level, range, received, &mut Kept::default()))
        });
        group.map_or_else(Vec::new, |group| self.records(network, &group))
    }

    /// Why each recipient of a giver got what it got, in their order, with those that no method shared among.
    pub fn records(&self, network: &Network, group: &ExplainedGroup) -> Vec<Explanation> {
        let level = group.level;
        let Some(columns) = network.columns(level) else { return Vec::new() };
        let boxes = self.boxes(level);
        let record = |(at, index): (usize, usize)| {
            let got = boxes.get(index).copied();
            let proposed = group.planned.as_ref().map_or(got, |(_, amounts)| amounts.get(at).copied());
            let of = |column: &[u64]| column.get(index).copied();
            let row = Row {
                weight: of(&columns.weights)?,
                floor: of(&columns.floors)?,
                cap: of(&columns.caps)?,
                amount: proposed?,
            };
            let origin = self.origin(network, level, index);
            let explanation = group.columns.record(at, row, columns.id(index).to_owned(), origin)?;
            Some(Explanation { amount: got.unwrap_or(0), ..explanation })
        };
        let mut records: Vec<Explanation> = group.members().enumerate().filter_map(record).collect();
        let Some((plan, _)) = &group.planned else { return records };
        records.extend(plan.decided.iter().map(|&(index, decided)| {
            let origin = self.origin(network, level, index);
            let explanation = Explanation::decided(columns.id(index), decided, self.method(), origin);
            let amount = boxes.get(index).copied().unwrap_or(decided);
            Explanation { amount, supply: group.received, ..explanation }
        }));
        records.sort_unstable_by(|a, b| a.id.as_bytes().cmp(b.id.as_bytes()));
        records
    }

    /// The recipients of a level, and what each of their givers had.
    fn received<'n>(&self, network: &'n Network, level: Level) -> Option<(&'n Columns, &[u64])> {
        let above = match level {
            Level::Nation => return None,
            Level::Prefecture => Level::Nation,
            Level::Municipality => Level::Prefecture,
            Level::Hub => Level::Municipality,
        };
        Some((network.columns(level)?, self.boxes(above)))
    }

    fn explain_group(
        &self,
        columns: &Columns,
        level: Level,
        range: Range<usize>,
        received: u64,
        kept: &mut Kept,
    ) -> ExplainedGroup {
        let plan = (!columns.is_plain(&range)).then(|| GroupPlan::new(columns, &range, received, self.share_rounding));
        let (group, supply) =
            plan.as_ref().map_or_else(|| (group_of(columns, &range), received), |plan| (plan.group(), plan.rest));
        let Kept { amounts, scratch } = kept;
        amounts.clear();
        amounts.resize(group.weights.len(), 0);
        let mut explained = ExplainedColumns::default();
        match share_narrow(group, supply, self.method(), amounts, scratch) {
            Outcome::Shared(tie) if explained.explain_narrow(group, supply, self.method(), scratch, tie.as_ref()) => {}
            _ => {
                let tie = general(group, supply, self.method(), amounts, scratch);
                explained.explain(group, supply, self.method(), amounts, &scratch.water, tie.as_ref());
            }
        }
        let planned = plan.map(|plan| (plan, amounts.clone()));
        ExplainedGroup { level, range, received, planned, columns: explained }
    }
}
