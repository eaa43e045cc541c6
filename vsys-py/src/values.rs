//! Values of a column as Python has them, for a look at a table without another library.

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Int64Type, Time32SecondType, UInt8Type, UInt32Type};
use arrow_array::{Array, temporal_conversions};
use arrow_schema::{DataType, TimeUnit};
use chrono::{Datelike, Timelike};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyList, PyTime};

use crate::column::{add_texts, is_text, type_name};

/// Appends the values of a column: texts, whole numbers, yes and no, days, times of day.
///
/// # Errors
/// `TypeError` on a type that vsys itself never gives.
pub(crate) fn append(list: &Bound<'_, PyList>, column: &dyn Array) -> PyResult<()> {
    if is_text(column.data_type()) {
        let mut texts = Vec::new();
        add_texts(&mut texts, column);
        return texts.into_iter().try_for_each(|text| list.append(text));
    }
    match column.data_type() {
        DataType::UInt32 => column.as_primitive::<UInt32Type>().iter().try_for_each(|value| list.append(value)),
        DataType::Int64 => column.as_primitive::<Int64Type>().iter().try_for_each(|value| list.append(value)),
        DataType::Boolean => column.as_boolean().iter().try_for_each(|value| list.append(value)),
        DataType::UInt8 => column.as_primitive::<UInt8Type>().iter().try_for_each(|value| list.append(value)),
        DataType::Time32(TimeUnit::Second) => column.as_primitive::<Time32SecondType>().iter().try_for_each(|value| {
            let time = value.and_then(temporal_conversions::time32s_to_time);
            let part = |number: u32| u8::try_from(number).unwrap_or(0);
            let time = time.map(|time| {
                PyTime::new(list.py(), part(time.hour()), part(time.minute()), part(time.second()), 0, None)
            });
            list.append(time.transpose()?)
        }),
        DataType::Date32 => column.as_primitive::<Date32Type>().iter().try_for_each(|value| {
            let day = value.and_then(temporal_conversions::date32_to_datetime);
            let day = day.map(|day| {
                PyDate::new(
                    list.py(),
                    day.year(),
                    u8::try_from(day.month()).unwrap_or(1),
                    u8::try_from(day.day()).unwrap_or(1),
                )
            });
            list.append(day.transpose()?)
        }),
        other => {
            let name = type_name(other);
            Err(PyTypeError::new_err(format!("to_dict() does not know {name}; use to_pyarrow() or to_polars()")))
        }
    }
}
