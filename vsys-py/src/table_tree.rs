//! `vsys.tables.Tree`: a hierarchy of figures, shared through in columns.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError, TryLockError};
use std::thread::available_parallelism;

use arrow_array::{ArrayRef, RecordBatch, RecordBatchOptions};
use arrow_schema::{DataType, Field, Schema};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::PyBytes;
use vsys_core::allocation::{ApportionRequest, Method, NO_CAP, Scenario, Tree, TreeBuffers, each_scenario, share_tree};
use vsys_core::base::{Assumptions, Findings, Path, Quantity, Refusal, Segment, Units, assumption};
use vsys_wire::columns::read_apportion;
use vsys_wire::notes_bytes;

use crate::column::{Columns, Gaps, Missing};
use crate::failure::Failure;
use crate::faults::column_path;
use crate::input::Input;
use crate::table::Table;
use crate::table_apportion::{amounts, never};
use crate::table_problem::TableProblem;

/// So many scenarios are worked on between two looks for Ctrl-C.
const SCENARIOS: usize = 64;

/// A hierarchy (階層), and what is kept from call to call.
#[pyclass(frozen, module = "vsys")]
#[derive(Debug)]
pub(crate) struct ShareTree {
    tree: Tree,
    buffers: Mutex<TreeBuffers>,
}

/// What is shared by: the weights of each scenario, the floors and the caps, where they lie.
struct Bounds<'t> {
    weights: Vec<Cow<'t, [u64]>>,
    floors: Cow<'t, [u64]>,
    caps: Cow<'t, [u64]>,
}

#[pymethods]
impl ShareTree {
    /// So many recipients for each giver, level by level.
    #[new]
    #[pyo3(signature = (levels, /))]
    fn new(py: Python<'_>, levels: Vec<Vec<usize>>) -> PyResult<Self> {
        let levels: Vec<&[usize]> = levels.iter().map(Vec::as_slice).collect();
        Tree::try_new(&levels).map(Self::of).map_err(|refusal| Failure::from(refusal).raise(py))
    }

    /// The hierarchy of a table whose rows are the recipients: `by` names the columns of their givers from the top.
    #[staticmethod]
    #[pyo3(signature = (table, by, /))]
    fn of_table(table: &Bound<'_, PyAny>, by: Vec<String>) -> PyResult<Self> {
        let py = table.py();
        let tree = Input::read(table, &Path::root())
            .and_then(|input| py.detach(|| levels(&input, &by)).map_err(Failure::from))
            .map_err(|failure| failure.raise(py))?;
        Ok(Self::of(tree))
    }

    /// How many recipients the lowest level has.
    #[getter]
    fn recipients(&self) -> usize {
        self.tree.recipients()
    }

    /// How many levels receive.
    #[getter]
    fn levels(&self) -> usize {
        self.tree.levels()
    }

    /// Shares a supply through all levels. `options` is the request of `allocation.apportion` without recipients.
    /// Gives a table for each level, what is left over, and the notes.
    #[pyo3(signature = (table, options, weight, floor, cap, /))]
    fn share<'py>(
        &self,
        table: &Bound<'py, PyAny>,
        options: PyBackedBytes,
        weight: &str,
        floor: Option<&str>,
        cap: Option<&str>,
    ) -> PyResult<(Vec<Table>, u64, Bound<'py, PyBytes>)> {
        let py = table.py();
        let shared = Input::read(table, &Path::root())
            .and_then(|input| py.detach(|| self.shared(&input, &options, weight, floor, cap)).map_err(Failure::from));
        let (tables, left_over, notes) = shared.map_err(|failure| failure.raise(py))?;
        Ok((tables, left_over, PyBytes::new(py, &notes)))
    }

    /// Shares a supply through all levels once for each column of weights, on so many threads. Gives a table of the
    /// lowest level with a column for each, what is left over of each, and the notes.
    #[pyo3(signature = (table, options, weights, floor, cap, threads, /))]
    fn scenarios<'py>(
        &self,
        table: &Bound<'py, PyAny>,
        options: PyBackedBytes,
        weights: Vec<String>,
        floor: Option<&str>,
        cap: Option<&str>,
        threads: Option<usize>,
    ) -> PyResult<(Table, Vec<u64>, Bound<'py, PyBytes>)> {
        let py = table.py();
        let threads = threads.unwrap_or_else(|| available_parallelism().map_or(1, usize::from));
        let work = || -> Result<_, Failure> {
            let input = Input::read(table, &Path::root())?;
            let (request, notes, bounds) = py.detach(|| read(&input, &options, &weights, floor, cap))?;
            let (mut columns, mut left_over) = (Vec::new(), Vec::new());
            let mut refusals = Vec::new();
            py.detach(|| self.check_bounds(&request, &bounds))
                .map_err(|refusal| refusal.moved(|path| place(path, "weight", floor, cap)))?;
            let scenarios: Vec<(&String, Scenario<'_>)> = weights
                .iter()
                .zip(&bounds.weights)
                .map(|(name, own)| (name, scenario(&request, own, &bounds)))
                .collect();
            for some in scenarios.chunks(SCENARIOS) {
                let shared = py.detach(|| {
                    each_scenario(some, threads, |(name, scenario), buffers| {
                        // The bounds are well: what is wrong now is wrong with this column of weights.
                        let left_over = share_tree(&self.tree, scenario, buffers)
                            .map_err(|refusal| refusal.moved(|_| column_path(name)))?;
                        Ok::<_, Refusal>((amounts(self.lowest(buffers)), left_over))
                    })
                });
                for shared in shared {
                    match shared {
                        Ok((column, rest)) => {
                            columns.push(column);
                            left_over.push(rest);
                        }
                        Err(refusal) => refusals.push(refusal),
                    }
                }
                py.check_signals()?;
            }
            if let Some(refusal) = Refusal::all(refusals) {
                return Err(refusal.into());
            }
            Ok((named(&weights, columns, self.tree.recipients())?, left_over, notes))
        };
        let (table, left_over, notes) = work().map_err(|failure| failure.raise(py))?;
        Ok((table, left_over, PyBytes::new(py, &notes)))
    }
}

impl ShareTree {
    fn of(tree: Tree) -> Self {
        Self { tree, buffers: Mutex::new(TreeBuffers::default()) }
    }

    fn lowest(&self, buffers: &TreeBuffers) -> Vec<u64> {
        buffers.amounts(self.tree.levels().saturating_sub(1)).unwrap_or_default().to_vec()
    }

    /// What is wrong with the floors and caps, which all scenarios have in common: with a weight for everybody and
    /// a method that gives nobody a unit first, nothing else can be.
    fn check_bounds(&self, request: &ApportionRequest, bounds: &Bounds<'_>) -> Result<(), Refusal> {
        let weights = vec![1; bounds.floors.len()];
        let method = Method::LargestRemainder;
        let scenario = Scenario { method, ..scenario(request, &weights, bounds) };
        share_tree(&self.tree, &scenario, &mut TreeBuffers::default()).map(|_| ())
    }

    fn shared(
        &self,
        input: &Input,
        options: &[u8],
        weight: &str,
        floor: Option<&str>,
        cap: Option<&str>,
    ) -> Result<(Vec<Table>, u64, Vec<u8>), Refusal> {
        let (request, notes, bounds) = read(input, options, &[weight.to_owned()], floor, cap)?;
        let weights = bounds.weights.first().ok_or_else(|| never("weights"))?;
        let scenario = scenario(&request, weights, &bounds);
        // Who comes while another thread shares takes memory of its own.
        let mut own = TreeBuffers::default();
        let mut kept = match self.buffers.try_lock() {
            Ok(kept) => Some(kept),
            Err(TryLockError::Poisoned(poisoned)) => Some(PoisonError::into_inner(poisoned)),
            Err(TryLockError::WouldBlock) => None,
        };
        let buffers = kept.as_deref_mut().unwrap_or(&mut own);
        let left_over = share_tree(&self.tree, &scenario, buffers)
            .map_err(|refusal| refusal.moved(|path| place(path, weight, floor, cap)))?;
        let tables = (0..self.tree.levels()).map(|level| {
            let column = buffers.amounts(level).unwrap_or_default().to_vec();
            let rows = column.len();
            named(&["amount".to_owned()], vec![amounts(column)], rows)
        });
        Ok((tables.collect::<Result<_, Refusal>>()?, left_over, notes))
    }
}

/// What is asked of every scenario, the notes, and the columns.
fn read<'t>(
    input: &'t Input,
    options: &[u8],
    weights: &[String],
    floor: Option<&str>,
    cap: Option<&str>,
) -> Result<(ApportionRequest, Vec<u8>, Bounds<'t>), Refusal> {
    let request = read_apportion(options);
    let mut columns = Columns::new(input);
    let mut seen = HashSet::new();
    for name in weights.iter().filter(|name| !seen.insert(*name)) {
        columns.twice(name);
    }
    let read: Vec<_> = weights.iter().map(|name| columns.numbers(name, 0, Units::MAX, Missing::Refused)).collect();
    let bound = |columns: &mut Columns<'t>, name: Option<&str>, none: u64| match name {
        Some(name) => columns.numbers(name, 0, Units::MAX, Missing::Is(none)),
        None => Some(Cow::Owned(vec![none; input.rows])),
    };
    let (floors, caps) = (bound(&mut columns, floor, 0), bound(&mut columns, cap, NO_CAP));
    let faults = columns.close().err();
    let request = match (request, faults) {
        (Ok(request), None) => request,
        (request, faults) => {
            return Err(Refusal::all(request.err().into_iter().chain(faults)).unwrap_or_else(|| never("options")));
        }
    };
    let weights = read.into_iter().collect::<Option<Vec<_>>>();
    let (Some(weights), Some(floors), Some(caps)) = (weights, floors, caps) else { return Err(never("columns")) };
    let mut assumptions = Assumptions::new();
    if request.method.is_none() {
        assumptions.add(assumption::PROPOSAL_METHOD);
    }
    let notes = notes_bytes(&Findings::new(), &assumptions);
    Ok((request, notes, Bounds { weights, floors, caps }))
}

/// A column of amounts for each scenario; without any, a table of so many rows.
fn named(names: &[String], columns: Vec<ArrayRef>, rows: usize) -> Result<Table, Refusal> {
    let fields: Vec<Field> = names.iter().map(|name| Field::new(name, DataType::Int64, false)).collect();
    let schema = Arc::new(Schema::new(fields));
    let options = RecordBatchOptions::new().with_row_count(Some(rows));
    let batch = RecordBatch::try_new_with_options(schema.clone(), columns, &options).map_err(|_| never("scenarios"))?;
    Ok(Table::new(schema, vec![batch]))
}

fn scenario<'a>(request: &ApportionRequest, weights: &'a [u64], bounds: &'a Bounds<'_>) -> Scenario<'a> {
    Scenario {
        supply: request.supply,
        method: request.method.unwrap_or_default(),
        first_units: request.first_units,
        weights,
        floors: &bounds.floors,
        caps: &bounds.caps,
    }
}

/// `/recipients/3/floor` as `/columns/下限/3`.
fn place(path: &Path, weight: &str, floor: Option<&str>, cap: Option<&str>) -> Path {
    let column = |member: &str| match member {
        "weight" => weight.to_owned(),
        "floor" => floor.unwrap_or("floor").to_owned(),
        "cap" => cap.unwrap_or("cap").to_owned(),
        other => other.to_owned(),
    };
    match path.segments() {
        [Segment::Key(_), Segment::Index(row), Segment::Key(member)] => column_path(&column(member)).join(*row),
        [Segment::Key(member)] if ["weight", "floor", "cap"].contains(&member.as_ref()) => column_path(&column(member)),
        _ => path.clone(),
    }
}

/// The hierarchy of the rows of a table, from the columns of their givers.
fn levels(input: &Input, by: &[String]) -> Result<Tree, Refusal> {
    let mut columns = Columns::new(input);
    let mut sizes: Vec<Vec<usize>> = Vec::with_capacity(by.len() + 1);
    // Where the rows of each giver begin; the nation has all.
    let mut givers = vec![0];
    for name in by {
        let Some(texts) = columns.texts(name, Gaps::Refused) else { continue };
        let keys = texts.all(input.rows);
        let (mut below, mut counts) = (Vec::new(), Vec::with_capacity(givers.len()));
        for (from, to) in spans(&givers, input.rows) {
            let (before, mut last, mut seen) = (below.len(), None, HashSet::new());
            for row in from..to {
                let key = keys.get(row).copied().flatten().unwrap_or_default();
                if last != Some(key) {
                    last = Some(key);
                    below.push(row);
                    if !seen.insert(key) {
                        columns.at_cell(name, row, &TableProblem::RowsApart { column: name.clone() }, key);
                    }
                }
            }
            counts.push(below.len() - before);
        }
        sizes.push(counts);
        givers = below;
    }
    sizes.push(spans(&givers, input.rows).map(|(from, to)| to - from).collect());
    columns.close()?;
    Tree::try_new(&sizes.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

/// From where each one begins to where the next does.
fn spans(begins: &[usize], rows: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
    begins.iter().copied().zip(begins.iter().skip(1).copied().chain(std::iter::once(rows)))
}
