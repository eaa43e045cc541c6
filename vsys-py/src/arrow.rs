//! Arrow tables in and out through the PyCapsule interface, and all of the unsafe code.
//!
//! The Arrow C data interface passes raw pointers and tells no size of any buffer: who makes arrays by hand
//! answers for them. What it does tell is looked at before anything is read: lengths, offsets, the number of
//! buffers and of children, and the end of texts. `column` looks at the values.
//!
//! Source: <https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html>.

#![allow(unsafe_code, reason = "the Arrow C data interface passes raw pointers")]

use std::ffi::{CStr, c_int};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::NonNull;
use std::sync::Arc;

use arrow_array::RecordBatchReader;
use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi_and_data_type};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_data::{ArrayData, layout};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::table_problem::TableProblem;

const SCHEMA: &CStr = c"arrow_schema";
const ARRAY: &CStr = c"arrow_array";
const STREAM: &CStr = c"arrow_array_stream";

/// A stream of batches (バッチの列) that another library gives, with its schema.
pub(crate) struct Stream {
    batches: Batches,
    schema: SchemaRef,
}

/// Where the batches come from.
enum Batches {
    Stream(FFI_ArrowArrayStream),
    /// The one batch of `__arrow_c_array__`, until it is taken.
    One(Option<FFI_ArrowArray>),
}

impl Stream {
    /// Takes the stream out of the capsule of `__arrow_c_stream__`.
    ///
    /// # Errors
    /// `Ok(Err(…))` when there is a capsule and no table comes of it.
    pub(crate) fn of_stream(capsule: &Bound<'_, PyCapsule>) -> PyResult<Result<Self, TableProblem>> {
        let pointer: NonNull<FFI_ArrowArrayStream> = capsule.pointer_checked(Some(STREAM))?.cast();
        // SAFETY: a capsule of this name holds an initialized stream, which only we use while the interpreter
        // is attached; taking it leaves a released one behind, as the interface wants.
        let mut stream = unsafe { FFI_ArrowArrayStream::from_raw(pointer.as_ptr()) };
        let (Some(get_schema), Some(_)) = (stream.get_schema(), stream.release()) else {
            return Ok(Err(TableProblem::StreamUsed));
        };
        let mut schema = FFI_ArrowSchema::empty();
        // Away from the interpreter, which the producer may need in another thread.
        let code = capsule.py().detach(|| {
            let (stream, schema) = (Alone(&raw mut stream), Alone(&raw mut schema));
            // SAFETY: the callback is called with the stream that it came from, and a schema to be written.
            unsafe { get_schema(stream.get(), schema.get()) }
        });
        if code != 0 {
            // SAFETY: the call before failed.
            return Ok(Err(unsafe { broken(&mut stream, code) }));
        }
        Ok(read_schema(&schema).map(|schema| Self { batches: Batches::Stream(stream), schema }))
    }

    /// Takes the batch out of the capsules of `__arrow_c_array__`.
    ///
    /// # Errors
    /// As [`Self::of_stream`].
    pub(crate) fn of_array(
        schema: &Bound<'_, PyCapsule>,
        array: &Bound<'_, PyCapsule>,
    ) -> PyResult<Result<Self, TableProblem>> {
        let (schema, array) = (schema.pointer_checked(Some(SCHEMA))?, array.pointer_checked(Some(ARRAY))?);
        // SAFETY: capsules of these names hold an initialized schema and array; as in `of_stream`.
        let schema = unsafe { FFI_ArrowSchema::from_raw(schema.cast().as_ptr()) };
        // SAFETY: as above.
        let array = unsafe { FFI_ArrowArray::from_raw(array.cast().as_ptr()) };
        if schema.release().is_none() || array.is_released() {
            return Ok(Err(TableProblem::StreamUsed));
        }
        Ok(read_schema(&schema).map(|schema| Self { batches: Batches::One(Some(array)), schema }))
    }

    pub(crate) const fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    /// The next batch as one array of records, of whose columns the values have not been looked at yet;
    /// nothing at the end. To be called away from the interpreter.
    ///
    /// # Errors
    /// When the producer fails, or gives what is no array.
    pub(crate) fn next(&mut self) -> Result<Option<ArrayData>, TableProblem> {
        let array = match &mut self.batches {
            Batches::One(array) => array.take(),
            Batches::Stream(stream) => {
                let Some(get_next) = stream.get_next() else { return Err(TableProblem::StreamUsed) };
                let mut array = FFI_ArrowArray::empty();
                // SAFETY: the callback is called with the stream that it came from, and an array to be written.
                let code = unsafe { get_next(stream, &raw mut array) };
                if code != 0 {
                    // SAFETY: the call before failed.
                    return Err(unsafe { broken(stream, code) });
                }
                (!array.is_released()).then_some(array)
            }
        };
        let Some(array) = array else { return Ok(None) };
        let records = DataType::Struct(self.schema.fields().clone());
        // SAFETY: the producer's promise that its pointers hold what they say.
        if !unsafe { is_sane(&array, &records) } {
            return Err(TableProblem::ArrayBroken);
        }
        // SAFETY: as above; what the interface tells has been looked at.
        let import = || unsafe { from_ffi_and_data_type(array, records) };
        match catch_unwind(AssertUnwindSafe(import)) {
            Ok(Ok(data)) => Ok(Some(data)),
            Ok(Err(_)) | Err(_) => Err(TableProblem::ArrayBroken),
        }
    }
}

/// A pointer that goes to another side of `detach`, which runs on the same thread.
struct Alone<T>(*mut T);

// SAFETY: only one thread has it, and nobody else the value.
unsafe impl<T> Send for Alone<T> {}

impl<T> Alone<T> {
    fn get(&self) -> *mut T {
        self.0
    }
}

/// What the producer says of a failure.
///
/// # Safety
/// The last call on the stream failed.
unsafe fn broken(stream: &mut FFI_ArrowArrayStream, code: c_int) -> TableProblem {
    let text = stream.get_last_error().and_then(|get_last_error| {
        // SAFETY: the callback is called with the stream that it came from, after a failure.
        let text = NonNull::new(unsafe { get_last_error(stream) }.cast_mut())?;
        // SAFETY: a text that ends with NUL and lives until the next call.
        Some(unsafe { CStr::from_ptr(text.as_ptr()) }.to_string_lossy().chars().take(500).collect())
    });
    TableProblem::StreamBroken { what: text.unwrap_or_else(|| format!("code {code}")) }
}

/// The columns of a table.
fn read_schema(schema: &FFI_ArrowSchema) -> Result<SchemaRef, TableProblem> {
    // What it reads are texts and numbers, but it panics on a malformed one.
    let field = catch_unwind(AssertUnwindSafe(|| Field::try_from(schema)));
    match field {
        Ok(Ok(field)) => match field.data_type() {
            DataType::Struct(fields) => {
                Ok(Arc::new(Schema::new_with_metadata(fields.clone(), field.metadata().clone())))
            }
            other => Err(TableProblem::NoTable { found: other.to_string() }),
        },
        Ok(Err(error)) => Err(TableProblem::SchemaUnknown { what: error.to_string() }),
        Err(_) => Err(TableProblem::SchemaUnknown { what: "malformed".to_owned() }),
    }
}

/// Whether lengths, counts and the ends of texts are what an array of this type can have.
///
/// # Safety
/// The pointers of the array hold what they say.
unsafe fn is_sane(array: &FFI_ArrowArray, kind: &DataType) -> bool {
    // More rows than any buffer in memory has; a negative number is far above.
    const MOST: usize = isize::MAX.unsigned_abs() / 64;
    let rows = array.len();
    if rows > MOST || array.offset() > MOST {
        return false;
    }
    let parts = layout(kind);
    let buffers = parts.buffers.len() + usize::from(parts.can_contain_null_mask) + usize::from(parts.variadic);
    let counted = array.num_buffers();
    let enough = if parts.variadic { counted >= buffers && counted < 1 << 32 } else { counted == buffers };
    if !enough {
        return false;
    }
    let children: Vec<&Field> = match kind {
        DataType::Struct(fields) => fields.iter().map(AsRef::as_ref).collect(),
        DataType::List(field)
        | DataType::LargeList(field)
        | DataType::ListView(field)
        | DataType::LargeListView(field)
        | DataType::FixedSizeList(field, _)
        | DataType::Map(field, _) => vec![field],
        DataType::Union(fields, _) => fields.iter().map(|(_, field)| field.as_ref()).collect(),
        DataType::RunEndEncoded(ends, values) => vec![ends, values],
        _ => Vec::new(),
    };
    if array.num_children() != children.len() {
        return false;
    }
    let values = match (kind, array.dictionary()) {
        (DataType::Dictionary(_, values), Some(dictionary)) => Some((dictionary, values)),
        (DataType::Dictionary(_, _), None) | (_, Some(_)) => return false,
        (_, None) => None,
    };
    let last = rows + array.offset();
    // SAFETY: the buffer of ends has one more than there are rows; nothing is read where there is none.
    let end = |wide: bool| unsafe {
        let ends = NonNull::new(array.buffer(1).cast_mut());
        ends.map_or(Some(0), |ends| match wide {
            true => usize::try_from(ends.cast::<i64>().add(last).read_unaligned()).ok(),
            false => usize::try_from(ends.cast::<i32>().add(last).read_unaligned()).ok(),
        })
    };
    let ends_well = match kind {
        _ if last == 0 => true,
        DataType::Utf8 | DataType::Binary => end(false).is_some(),
        DataType::LargeUtf8 | DataType::LargeBinary => end(true).is_some_and(|end| end <= MOST),
        _ => true,
    };
    // SAFETY: the caller's promise holds for what hangs on the array.
    ends_well
        && values.is_none_or(|(array, kind)| unsafe { is_sane(array, kind) })
        && children.iter().enumerate().all(|(at, field)| unsafe { is_sane(array.child(at), field.data_type()) })
}

/// The capsule of a stream, for `__arrow_c_stream__`. Another library takes the stream out of it.
pub(crate) fn stream_capsule(
    py: Python<'_>,
    batches: Box<dyn RecordBatchReader + Send>,
) -> PyResult<Bound<'_, PyCapsule>> {
    PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(batches), STREAM)
}

/// The capsule of a schema, for `__arrow_c_schema__`.
pub(crate) fn schema_capsule<'py>(py: Python<'py>, schema: FFI_ArrowSchema) -> PyResult<Bound<'py, PyCapsule>> {
    // FFI_ArrowSchema is Send.
    PyCapsule::new_with_value(py, schema, SCHEMA)
}
