//! `vsys.tables.apportion`: recipients in a table.

use std::sync::Arc;

use arrow_array::{ArrayRef, Int64Array, RecordBatch, RecordBatchOptions, StringArray, UInt32Array, make_array};
use arrow_buffer::{Buffer, ScalarBuffer};
use arrow_schema::{DataType, Field, Schema};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::PyBytes;
use vsys_core::allocation::{
    ColumnsRequest, Explanation, MAX_RECIPIENTS, NO_CAP, SharedColumns, TiedRows, apportion_columns,
};
use vsys_core::base::{Answer, Fraction, Lang, Path, Quantity, Refusal, Segment, SiteId, Units};
use vsys_core::explain::explanation;
use vsys_wire::columns::read_apportion;
use vsys_wire::notes_bytes;

use crate::column::{Columns, Gaps, Missing};
use crate::failure::Failure;
use crate::faults::column_path;
use crate::input::Input;
use crate::interrupt::away;
use crate::table::Table;

/// The names of the columns.
#[derive(Clone, Debug)]
struct Names {
    id: Option<String>,
    weight: String,
    floor: Option<String>,
    cap: Option<String>,
}

/// How much the table explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Explain {
    None,
    Figures,
    Text,
}

/// Shares a supply among the rows of a table. `options` is the request of `allocation.apportion` without its
/// recipients. Gives the table, what was given, what is left over, the method, the tie, and the notes.
///
/// # Errors
/// `VsysError` with everything that is wrong with the table or the request.
#[pyfunction]
#[pyo3(signature = (table, options, id, weight, floor, cap, explain, /))]
#[expect(clippy::too_many_arguments, clippy::type_complexity, reason = "called by vsys.tables alone")]
pub(crate) fn table_apportion<'py>(
    py: Python<'py>,
    table: &Bound<'py, PyAny>,
    options: PyBackedBytes,
    id: Option<String>,
    weight: String,
    floor: Option<String>,
    cap: Option<String>,
    explain: &str,
) -> PyResult<(Table, u64, u64, &'static str, Option<(&'static str, u64, Vec<Py<PyAny>>)>, Bound<'py, PyBytes>)> {
    let explain = match explain {
        "figures" => Explain::Figures,
        "text" => Explain::Text,
        _ => Explain::None,
    };
    let names = Names { id, weight, floor, cap };
    let result = Input::read(table, &Path::root()).and_then(|input| {
        let rows = input.rows;
        away(py, rows, move || run(&input, &options, &names, explain)).map_err(Failure::from)?.map_err(Failure::from)
    });
    let (answer, tied) = result.map_err(|failure| failure.raise(py))?;
    let ((table, shared), findings, assumptions) = answer.into_parts();
    let tie = shared.tie.map(|tie| {
        let tied: Vec<Py<PyAny>> = match tied {
            Some(ids) => {
                ids.into_iter().map(|id| Ok(id.into_pyobject(py)?.into_any().unbind())).collect::<PyResult<_>>()?
            }
            None => {
                tie.rows.iter().map(|row| Ok(row.into_pyobject(py)?.into_any().unbind())).collect::<PyResult<_>>()?
            }
        };
        Ok::<_, PyErr>((tie.decided.as_str(), tie.units, tied))
    });
    let notes = PyBytes::new(py, &notes_bytes(&findings, &assumptions));
    Ok((table, shared.given, shared.left_over, shared.method, tie.transpose()?, notes))
}

/// What goes beside the table.
struct Shared {
    given: u64,
    left_over: u64,
    method: &'static str,
    tie: Option<TiedRows>,
}

type Outcome = Result<(Answer<(Table, Shared)>, Option<Vec<String>>), Refusal>;

fn run(input: &Input, options: &[u8], names: &Names, explain: Explain) -> Outcome {
    // What is wrong with the options and with the table is told at once.
    let options = read_apportion(options);
    let mut columns = Columns::new(input);
    if input.rows > MAX_RECIPIENTS {
        let problem = vsys_core::allocation::AllocationProblem::TooMany { most: MAX_RECIPIENTS };
        return Err(Refusal::new(&problem, Path::from("columns")));
    }
    let texts = names.id.as_ref().and_then(|name| columns.texts(name, Gaps::Refused));
    let ids: Option<Vec<&str>> =
        texts.as_ref().map(|texts| texts.all(input.rows).into_iter().map(Option::unwrap_or_default).collect());
    if let (Some(ids), Some(name)) = (&ids, &names.id) {
        for (row, id) in ids.iter().enumerate() {
            if let Err(problem) = SiteId::check(id) {
                columns.at_cell(name, row, &problem, id);
            }
        }
    }
    let weights = columns.numbers(&names.weight, 0, Units::MAX, Missing::Refused);
    let floors = names.floor.as_ref().map(|name| columns.numbers(name, 0, Units::MAX, Missing::Is(0)));
    let caps = names.cap.as_ref().map(|name| columns.numbers(name, 0, Units::MAX, Missing::Is(NO_CAP)));
    let faults = columns.close().err();
    let options = match (options, faults) {
        (Ok(options), None) => options,
        (options, faults) => {
            return Err(Refusal::all(options.err().into_iter().chain(faults)).unwrap_or_else(|| never("options")));
        }
    };
    let weights = weights.ok_or_else(|| never("weights"))?;
    let (floors, caps) = (floors.flatten(), caps.flatten());
    let answer = apportion_columns(&ColumnsRequest {
        supply: options.supply,
        ids: ids.as_deref(),
        weights: &weights,
        floors: floors.as_deref(),
        caps: caps.as_deref(),
        method: options.method,
        ties: options.ties,
        first_units: options.first_units,
        explain: explain != Explain::None,
    })
    .map_err(|refusal| refusal.moved(|path| names.path(path)))?;
    let tied = answer
        .value()
        .tie
        .as_ref()
        .zip(ids.as_ref())
        .map(|(tie, ids)| tie.rows.iter().filter_map(|&row| ids.get(row)).map(|&id| id.to_owned()).collect());
    let (shared, findings, assumptions) = answer.into_parts();
    let SharedColumns { amounts: shares, left_over, method, tie, explanations } = shared;
    let given = shares.iter().sum();
    let table = table(input, names, amounts(shares), &explanations, explain)?;
    let shared = Shared { given, left_over, method: method.as_str(), tie };
    Ok((Answer::new((table, shared)).assuming_all(&assumptions).finding(findings), tied))
}

impl Names {
    /// `/recipients/3/floor` as `/columns/下限/3`.
    fn path(&self, path: &Path) -> Path {
        let [Segment::Key(_), Segment::Index(row), Segment::Key(member)] = path.segments() else { return path.clone() };
        let column = match member.as_ref() {
            "id" => self.id.as_ref(),
            "weight" => Some(&self.weight),
            "floor" => self.floor.as_ref(),
            _ => self.cap.as_ref(),
        };
        column.map_or_else(|| path.clone(), |column| column_path(column).join(*row))
    }
}

/// A fault of the library.
pub(crate) fn never(what: &'static str) -> Refusal {
    Refusal::new(&vsys_core::base::BaseProblem::Internal { what }, Path::root())
}

/// The amounts beside the ids, which stay where they lie; batch by batch as they came.
fn table(
    input: &Input,
    names: &Names,
    amounts: ArrayRef,
    explanations: &[Explanation],
    explain: Explain,
) -> Result<Table, Refusal> {
    let mut fields = Vec::new();
    let id = names.id.as_ref().and_then(|name| Some((name, input.schema.index_of(name).ok()?)));
    if let Some((name, index)) = id {
        fields.push(Field::new(name, input.schema.field(index).data_type().clone(), true));
    }
    let mut columns = vec![amounts];
    fields.push(Field::new("amount", DataType::Int64, false));
    if explain != Explain::None {
        for (name, column) in explained(explanations, explain) {
            fields.push(Field::new(name, column.data_type().clone(), true));
            columns.push(column);
        }
    }
    let schema = Arc::new(Schema::new(fields));
    let mut batches = Vec::with_capacity(input.batches.len());
    let mut from = 0;
    for batch in &input.batches {
        let ids = id.and_then(|(_, index)| batch.columns.get(index)).map(|piece| make_array(piece.clone()));
        let rest = columns.iter().map(|column| column.slice(from, batch.rows));
        let options = RecordBatchOptions::new().with_row_count(Some(batch.rows));
        let built = RecordBatch::try_new_with_options(schema.clone(), ids.into_iter().chain(rest).collect(), &options);
        batches.push(built.map_err(|_| never("table"))?);
        from += batch.rows;
    }
    Ok(Table::new(schema, batches))
}

/// Whole numbers up to 2^53−1, which are not copied.
pub(crate) fn amounts(column: Vec<u64>) -> ArrayRef {
    let rows = column.len();
    Arc::new(Int64Array::new(ScalarBuffer::new(Buffer::from_vec(column), 0, rows), None))
}

/// Whole numbers up to 2^53−1.
pub(crate) fn longs(numbers: impl Iterator<Item = Option<u64>>) -> Int64Array {
    numbers.map(|number| number.and_then(|number| i64::try_from(number).ok())).collect()
}

/// Why each amount is what it is, as columns.
fn explained(explanations: &[Explanation], explain: Explain) -> Vec<(&'static str, ArrayRef)> {
    let texts = |of: &dyn Fn(&Explanation) -> Option<String>| -> ArrayRef {
        Arc::new(explanations.iter().map(of).collect::<StringArray>())
    };
    let fraction = |of: fn(&Explanation) -> Option<Fraction>| texts(&|e| of(e).map(|fraction| fraction.to_string()));
    let long = |of: fn(&Explanation) -> Option<u64>| -> ArrayRef { Arc::new(longs(explanations.iter().map(of))) };
    let rank: UInt32Array = explanations.iter().map(|e| e.rank.and_then(|rank| u32::try_from(rank).ok())).collect();
    let mut columns = vec![
        ("weight", long(|e| Some(e.weight))),
        ("floor", long(|e| Some(e.floor))),
        ("cap", long(|e| e.cap)),
        ("quota", fraction(|e| e.quota)),
        ("share", fraction(|e| Some(e.share))),
        ("bound", texts(&|e| Some(e.bound.as_str().to_owned()))),
        ("rank", Arc::new(rank) as ArrayRef),
        ("last_priority", fraction(|e| e.last_priority)),
        ("next_priority", fraction(|e| e.next_priority)),
        ("tie", texts(&|e| e.tie.map(|tie| tie.as_str().to_owned()))),
    ];
    if explain == Explain::Text {
        columns.push(("text_en", texts(&|e| Some(explanation(e, "", Lang::En)))));
        columns.push(("text_ja", texts(&|e| Some(explanation(e, "", Lang::Ja)))));
    }
    columns
}
