//! `vsys.Table`: a table that every library of Arrow takes.

use std::fmt::Write as _;

use arrow_array::ffi::FFI_ArrowSchema;
use arrow_array::{ArrayRef, RecordBatch, RecordBatchIterator, RecordBatchOptions, make_array};
use arrow_buffer::NullBuffer;
use arrow_data::transform::MutableArrayData;
use arrow_schema::{ArrowError, SchemaRef};
use pyo3::exceptions::{PyKeyError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict};
use vsys_core::base::{Path, Refusal};

use crate::arrow;
use crate::column::type_name;
use crate::failure::Failure;
use crate::faults::column_path;
use crate::input::Input;
use crate::table_apportion::never;
use crate::table_problem::TableProblem;

/// What a field of personal data carries in its metadata, so that no notebook shows it by chance.
pub(crate) const PERSONAL: &str = "vsys.personal";

/// A table in Arrow's memory layout (表), which no call changes.
#[pyclass(frozen, module = "vsys")]
#[derive(Debug)]
pub(crate) struct Table {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

impl Table {
    /// A table of batches that have this schema.
    pub(crate) const fn new(schema: SchemaRef, batches: Vec<RecordBatch>) -> Self {
        Self { schema, batches }
    }

    /// A table as it was given, after a look at every value.
    fn of(input: Input) -> Result<Self, Refusal> {
        let Input { schema, batches, .. } = input;
        let batches = batches.into_iter().map(|batch| {
            let mut columns: Vec<ArrayRef> = Vec::with_capacity(batch.columns.len());
            for (column, field) in batch.columns.into_iter().zip(schema.fields()) {
                if column.validate_full().is_err() {
                    return Err(Refusal::new(&TableProblem::ArrayBroken, column_path(field.name())));
                }
                columns.push(make_array(column));
            }
            let rows = RecordBatchOptions::new().with_row_count(Some(batch.rows));
            RecordBatch::try_new_with_options(schema.clone(), columns, &rows)
                // A null in a column that says it has none, for example.
                .map_err(|_| Refusal::new(&TableProblem::ArrayBroken, Path::root()))
        });
        let batches = batches.collect::<Result<_, _>>()?;
        Ok(Self { schema, batches })
    }

    fn rows(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }
}

#[pymethods]
impl Table {
    /// Takes a table that speaks the Arrow PyCapsule interface; a stream is read to its end.
    #[new]
    #[pyo3(signature = (table, /))]
    fn read(table: &Bound<'_, PyAny>) -> PyResult<Self> {
        let py = table.py();
        Input::read(table, &Path::root())
            .and_then(|input| py.detach(|| Self::of(input)).map_err(Failure::from))
            .map_err(|failure| failure.raise(py))
    }

    /// How many rows there are.
    #[getter]
    fn num_rows(&self) -> usize {
        self.rows()
    }

    /// The names of the columns.
    #[getter]
    fn column_names(&self) -> Vec<String> {
        self.schema.fields().iter().map(|field| field.name().clone()).collect()
    }

    /// The columns that hold personal data: a notebook does not show them.
    #[getter]
    fn personal_columns(&self) -> Vec<String> {
        let fields = self.schema.fields().iter();
        fields.filter(|field| field.metadata().contains_key(PERSONAL)).map(|field| field.name().clone()).collect()
    }

    /// The columns and their types, one a line: `amount: int64`.
    #[getter]
    fn schema(&self) -> String {
        let lines =
            self.schema.fields().iter().map(|field| format!("{}: {}", field.name(), type_name(field.data_type())));
        lines.collect::<Vec<_>>().join("\n")
    }

    fn __len__(&self) -> usize {
        self.rows()
    }

    fn __repr__(&self) -> String {
        let mut text = format!("vsys.Table ({} rows)", self.rows());
        for field in self.schema.fields() {
            let _ = write!(text, "\n{}: {}", field.name(), type_name(field.data_type()));
        }
        text
    }

    /// The table as a stream for another library; a schema that is asked for is not looked at, as the
    /// interface allows.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let batches = self.batches.clone().into_iter().map(Ok::<_, ArrowError>);
        arrow::stream_capsule(py, Box::new(RecordBatchIterator::new(batches, self.schema.clone())))
    }

    /// The types of the columns for another library.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(self.schema.as_ref())
            .map_err(|error| PyValueError::new_err(error.to_string()))?;
        arrow::schema_capsule(py, schema)
    }

    /// As a `polars.DataFrame`.
    fn to_polars<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        other_library(slf, "to_polars")
    }

    /// As a `pandas.DataFrame`.
    fn to_pandas<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        other_library(slf, "to_pandas")
    }

    /// As a `pyarrow.Table`.
    fn to_pyarrow<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        other_library(slf, "to_pyarrow")
    }

    /// The first rows, or all, as a `dict` of lists.
    #[pyo3(signature = (rows = None, /))]
    fn to_dict<'py>(&self, py: Python<'py>, rows: Option<usize>) -> PyResult<Bound<'py, PyDict>> {
        let columns = PyDict::new(py);
        let most = rows.unwrap_or(usize::MAX);
        for (index, field) in self.schema.fields().iter().enumerate() {
            let list = pyo3::types::PyList::empty(py);
            for batch in &self.batches {
                if let Some(column) = batch.columns().get(index) {
                    let rows = column.len().min(most.saturating_sub(list.len()));
                    crate::values::append(&list, column.slice(0, rows).as_ref())?;
                }
            }
            columns.set_item(field.name(), list)?;
        }
        Ok(columns)
    }

    /// The rows that have a value in each of these columns; absent = in every one.
    ///
    /// # Errors
    /// `KeyError` for a column that is not there.
    #[pyo3(signature = (columns = None, /))]
    fn drop_nulls(&self, py: Python<'_>, columns: Option<Vec<String>>) -> PyResult<Self> {
        let index = |name: &String| self.schema.index_of(name).map_err(|_| PyKeyError::new_err(name.clone()));
        let columns = match &columns {
            Some(names) => names.iter().map(index).collect::<PyResult<Vec<usize>>>()?,
            None => (0..self.schema.fields().len()).collect(),
        };
        let batches =
            py.detach(|| self.batches.iter().map(|batch| complete(batch, &columns)).collect::<Result<_, _>>());
        // Fewer of the same rows are no longer than they were.
        let batches = batches.map_err(|_| Failure::from(never("drop_nulls")).raise(py))?;
        Ok(Self { schema: self.schema.clone(), batches })
    }

    fn _repr_html_(slf: &Bound<'_, Self>) -> PyResult<String> {
        other_library(slf, "html")?.extract()
    }
}

/// The rows of a batch without nulls in these columns; the batch itself, in the same memory, where there are none.
fn complete(batch: &RecordBatch, columns: &[usize]) -> Result<RecordBatch, ArrowError> {
    let columns = columns.iter().filter_map(|index| batch.columns().get(*index));
    let nulls: Vec<_> = columns.filter_map(|column| column.logical_nulls()).collect();
    let whole = NullBuffer::union_many(nulls.iter().map(Some));
    let Some(whole) = whole.filter(|whole| whole.null_count() > 0) else { return Ok(batch.clone()) };
    let rows = whole.len() - whole.null_count();
    let columns = batch.columns().iter().map(|column| {
        let column = column.to_data();
        let mut kept = MutableArrayData::new(vec![&column], false, rows);
        whole.valid_slices().try_for_each(|(from, to)| kept.try_extend(0, from, to))?;
        Ok(make_array(kept.freeze()))
    });
    let options = RecordBatchOptions::new().with_row_count(Some(rows));
    RecordBatch::try_new_with_options(batch.schema(), columns.collect::<Result<_, ArrowError>>()?, &options)
}

/// What is easier said in Python.
fn other_library<'py>(table: &Bound<'py, Table>, function: &str) -> PyResult<Bound<'py, PyAny>> {
    table.py().import("vsys._table")?.call_method1(function, (table,))
}
