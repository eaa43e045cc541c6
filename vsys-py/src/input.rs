//! A table as it was given: its columns are looked at when somebody asks for them.

use std::ops::ControlFlow;

use arrow_data::ArrayData;
use arrow_schema::SchemaRef;
use pyo3::exceptions::{PyKeyboardInterrupt, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};
use vsys_core::base::{Path, Refusal};

use crate::arrow::Stream;
use crate::failure::Failure;
use crate::faults::Rows;
use crate::table_problem::TableProblem;

/// Some rows of a table.
#[derive(Clone, Debug)]
pub(crate) struct Batch {
    /// The columns in the order of the schema, not looked at yet.
    pub(crate) columns: Vec<ArrayData>,
    /// How many rows there are.
    pub(crate) rows: usize,
}

impl Batch {
    /// The columns of an array of records.
    fn of(records: &ArrayData) -> Result<Self, TableProblem> {
        if records.nulls().is_some_and(|nulls| nulls.len() != records.len()) {
            return Err(TableProblem::ArrayBroken);
        }
        if records.nulls().is_some_and(|nulls| nulls.inner().count_set_bits() < nulls.len()) {
            let mut rows = Rows::default();
            (0..records.len()).filter(|row| records.is_null(*row)).for_each(|row| rows.add(row));
            let (count, rows) = rows.told();
            return Err(TableProblem::RowNull { count, rows });
        }
        let (from, rows) = (records.offset(), records.len());
        let part = |column: &ArrayData| {
            // A batch may be a part of longer columns.
            let end = from.checked_add(rows)?;
            (end <= column.len()).then(|| column.slice(from, rows))
        };
        let columns: Option<Vec<ArrayData>> = records.child_data().iter().map(part).collect();
        Ok(Self { columns: columns.ok_or(TableProblem::ArrayBroken)?, rows })
    }
}

/// A table or a stream of batches on its way in.
pub(crate) struct Source(Stream);

impl Source {
    /// Takes what speaks the Arrow PyCapsule interface: `__arrow_c_stream__`, or `__arrow_c_array__` of a
    /// record batch.
    ///
    /// # Errors
    /// `TypeError` when it speaks neither; `VsysError` when no table comes of it.
    pub(crate) fn open(table: &Bound<'_, PyAny>) -> Result<Self, Failure> {
        let stream = if table.hasattr("__arrow_c_stream__")? {
            Stream::of_stream(table.call_method0("__arrow_c_stream__")?.cast::<PyCapsule>().map_err(PyErr::from)?)?
        } else if table.hasattr("__arrow_c_array__")? {
            let capsules = table.call_method0("__arrow_c_array__")?;
            let capsules = capsules.cast::<PyTuple>().map_err(PyErr::from)?;
            let (schema, array) = (capsules.get_item(0)?, capsules.get_item(1)?);
            Stream::of_array(
                schema.cast::<PyCapsule>().map_err(PyErr::from)?,
                array.cast::<PyCapsule>().map_err(PyErr::from)?,
            )?
        } else {
            let kind = table.get_type().fully_qualified_name()?;
            return Err(PyTypeError::new_err(format!(
                "a table that speaks the Arrow PyCapsule interface is expected (pyarrow, polars, pandas, duckdb), not {kind}"
            ))
            .into());
        };
        Ok(Self(stream.map_err(refused)?))
    }

    /// The columns.
    pub(crate) const fn schema(&self) -> &SchemaRef {
        self.0.schema()
    }

    /// Reads batch after batch until there is none or `work` breaks off, away from the interpreter; between
    /// two batches Ctrl-C is heard.
    ///
    /// # Errors
    /// When the producer fails, or what `work` says.
    pub(crate) fn each(
        &mut self,
        py: Python<'_>,
        mut work: impl FnMut(Batch) -> Result<ControlFlow<()>, Failure> + Send,
    ) -> Result<(), Failure> {
        loop {
            let more = py.detach(|| match self.0.next().map_err(stopped)? {
                None => Ok(ControlFlow::Break(())),
                Some(records) => work(Batch::of(&records).map_err(refused)?),
            });
            if more.map_err(|failure: Failure| failure)?.is_break() {
                return Ok(());
            }
            py.check_signals()?;
        }
    }
}

/// A whole table.
#[derive(Debug)]
pub(crate) struct Input {
    pub(crate) schema: SchemaRef,
    pub(crate) batches: Vec<Batch>,
    pub(crate) rows: usize,
}

impl Input {
    /// Reads a table to its end. `name` is where its findings lie, when there are several tables.
    ///
    /// # Errors
    /// As [`Source::open`] and [`Source::each`].
    pub(crate) fn read(table: &Bound<'_, PyAny>, under: &Path) -> Result<Self, Failure> {
        let placed = |failure: Failure| failure.under(under);
        let mut source = Source::open(table).map_err(placed)?;
        let mut batches = Vec::new();
        source
            .each(table.py(), |batch| {
                batches.push(batch);
                Ok(ControlFlow::Continue(()))
            })
            .map_err(placed)?;
        let rows = batches.iter().map(|batch: &Batch| batch.rows).sum();
        Ok(Self { schema: source.schema().clone(), batches, rows })
    }

    /// The first rows, and what is left of a table of one batch that has more.
    pub(crate) fn split(self, rows: usize) -> (Self, Option<Self>) {
        let (true, [batch]) = (self.rows > rows, self.batches.as_slice()) else { return (self, None) };
        let part = |from: usize, rows: usize| Self {
            schema: self.schema.clone(),
            batches: vec![Batch {
                columns: batch.columns.iter().map(|column| column.slice(from, rows)).collect(),
                rows,
            }],
            rows,
        };
        (part(0, rows), Some(part(rows, self.rows - rows)))
    }
}

/// A fault of what makes the batches. One in Python that Ctrl-C ended says so, though its libraries pass on no more
/// than the text.
fn stopped(problem: TableProblem) -> Failure {
    match problem {
        TableProblem::StreamBroken { what } if what.contains("KeyboardInterrupt") => {
            Failure::Raised(PyKeyboardInterrupt::new_err(()))
        }
        problem => refused(problem),
    }
}

/// A fault of the table as a whole.
fn refused(problem: TableProblem) -> Failure {
    Refusal::new(&problem, Path::root()).into()
}
