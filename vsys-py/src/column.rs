//! Columns of a table as typed values, and everything that is wrong with them at once.
//!
//! A column may stand in one piece or in many, with a dictionary or without. Where it stands in one piece, in the
//! type that is wanted and without nulls, it is used where it lies; elsewhere it is copied.

use std::borrow::Cow;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, ArrowNativeTypeOp, make_array};
use arrow_data::ArrayData;
use arrow_schema::{DataType, TimeUnit};
use vsys_core::base::{Findings, Named, Problem, Refusal};
use vsys_core::claims::ColumnCode;

use crate::faults::{Fault, Faults};
use crate::input::Input;
use crate::table_problem::TableProblem;

/// The types of whole numbers.
const INTEGERS: [&str; 8] = ["uint32", "int64", "int8", "int16", "int32", "uint8", "uint16", "uint64"];
/// The types of texts.
const TEXTS: [&str; 4] = ["utf8", "large_utf8", "utf8_view", "dictionary of texts"];

/// The types of days.
const DAYS: [&str; 3] = ["date32", "date64", "timestamp without zone"];
/// The types of words that have codes.
const WORDS: [&str; 5] = ["utf8", "large_utf8", "utf8_view", "dictionary of texts", "uint8"];

/// The types of keys.
const KEYS: [&str; 12] = [
    "utf8",
    "large_utf8",
    "utf8_view",
    "dictionary of texts",
    "uint32",
    "int64",
    "int8",
    "int16",
    "int32",
    "uint8",
    "uint16",
    "uint64",
];

/// What a row without an index has: one that nothing has.
pub(crate) const NO_INDEX: u32 = u32::MAX;
/// A code that no class has.
const NO_CODE: u8 = u8::MAX;
/// A day on which no price holds.
const NO_DAY: i32 = i32::MIN;

/// A column of counts, where it lies when it has one of these types.
pub(crate) enum Counts<'t> {
    Byte(Cow<'t, [u8]>),
    Short(&'t [u16]),
    Word(&'t [u32]),
    /// Any other; what is no count is a number below 0.
    Long(Cow<'t, [i64]>),
}

/// What stands in a cell without a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Missing {
    /// It is a fault, and stands as no number.
    Refused,
    /// It is this number.
    Is(u64),
}

/// Whether a column of texts may have cells without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gaps {
    /// They are a fault.
    Refused,
    /// They are nothing.
    Allowed,
}

/// A column of texts, where they lie.
pub(crate) struct Texts(Vec<ArrayRef>);

impl Texts {
    /// The texts row by row.
    pub(crate) fn all(&self, rows: usize) -> Vec<Option<&str>> {
        let mut all = Vec::with_capacity(rows);
        self.0.iter().for_each(|piece| add_texts(&mut all, piece));
        all
    }

    /// A number for each row, worked out once for each word of a dictionary.
    pub(crate) fn numbered<T: Copy>(&self, mut number: impl FnMut(Option<&str>) -> T) -> Vec<T> {
        let mut numbers = Vec::new();
        for piece in &self.0 {
            let mut texts = Vec::new();
            if let Some((words, keys)) = dictionary(piece) {
                add_texts(&mut texts, words.as_ref());
                let words: Vec<T> = texts.into_iter().map(&mut number).collect();
                let gaps = piece.nulls();
                // Rows alone decide: a word that no row has is none.
                numbers.extend(keys.into_iter().enumerate().map(|(row, key)| {
                    let there = gaps.is_none_or(|gaps| gaps.is_valid(row));
                    words.get(key).copied().filter(|_| there).unwrap_or_else(|| number(None))
                }));
            } else {
                add_texts(&mut texts, piece);
                numbers.extend(texts.into_iter().map(&mut number));
            }
        }
        numbers
    }
}

/// The words of a dictionary and the key of each row; nothing for a column without one.
fn dictionary(piece: &dyn Array) -> Option<(&ArrayRef, Vec<usize>)> {
    let dictionary = piece.as_any_dictionary_opt()?;
    let words = dictionary.values();
    // Without a word, every row is a gap.
    let keys = if words.is_empty() { vec![usize::MAX; piece.len()] } else { dictionary.normalized_keys() };
    Some((words, keys))
}

/// Adds the texts of a piece.
pub(crate) fn add_texts<'a>(all: &mut Vec<Option<&'a str>>, piece: &'a dyn Array) {
    if let Some((words, keys)) = dictionary(piece) {
        let mut texts = Vec::new();
        add_texts(&mut texts, words.as_ref());
        let gaps = piece.nulls();
        all.extend(keys.into_iter().enumerate().map(|(row, key)| {
            let there = gaps.is_none_or(|gaps| gaps.is_valid(row));
            if there { texts.get(key).copied().flatten() } else { None }
        }));
        return;
    }
    match piece.data_type() {
        DataType::Utf8 => all.extend(piece.as_string::<i32>().iter()),
        DataType::LargeUtf8 => all.extend(piece.as_string::<i64>().iter()),
        DataType::Utf8View => all.extend(piece.as_string_view().iter()),
        _ => all.extend(std::iter::repeat_n(None, piece.len())),
    }
}

/// The columns of a table that is being read, and what is wrong with them.
pub(crate) struct Columns<'t> {
    table: &'t Input,
    /// The number of the first row, where the table is a part of one.
    first: usize,
    faults: Faults,
}

impl<'t> Columns<'t> {
    pub(crate) fn new(table: &'t Input) -> Self {
        Self::part(table, 0, Faults::default())
    }

    /// A part of a table, from a row on, after parts with these faults.
    pub(crate) const fn part(table: &'t Input, first: usize, faults: Faults) -> Self {
        Self { table, first, faults }
    }

    /// What is wrong so far.
    pub(crate) fn into_faults(self) -> Faults {
        self.faults
    }

    /// What is worth knowing of the columns.
    ///
    /// # Errors
    /// Every finding, when something is wrong.
    pub(crate) fn close(self) -> Result<Findings, Refusal> {
        let findings = self.faults.told();
        if findings.has_errors() { Err(Refusal::of(findings)) } else { Ok(findings) }
    }

    /// Whether there is a column of this name.
    pub(crate) fn has(&self, column: &str) -> bool {
        self.table.schema.fields().iter().any(|field| field.name() == column)
    }

    /// Warns of columns that nobody reads: a name may be misspelt.
    pub(crate) fn only(&mut self, known: &[&'static str]) {
        for field in self.table.schema.fields() {
            if !known.contains(&field.name().as_str()) {
                let problem = TableProblem::ColumnUnread { column: field.name().clone(), known: known.to_vec() };
                self.faults.column(field.name(), &problem);
            }
        }
    }

    /// Refuses a column that is asked for twice where an answer has one for each.
    pub(crate) fn twice(&mut self, column: &str) {
        self.faults.column(column, &TableProblem::ColumnTwice { column: column.to_owned() });
    }

    /// Adds a problem at a cell, with the text that stands there.
    pub(crate) fn at_cell(&mut self, column: &str, row: usize, problem: &dyn Problem, value: &str) {
        self.faults.text(column, self.first + row, problem, Some(value));
    }

    /// Adds a problem at a cell.
    pub(crate) fn at_row(&mut self, column: &str, row: usize, problem: &dyn Problem) {
        self.faults.text(column, self.first + row, problem, None);
    }

    /// The pieces of a column of one of these types.
    fn pieces(
        &mut self,
        column: &str,
        expected: &[&'static str],
        fits: impl Fn(&DataType) -> bool,
    ) -> Option<Vec<&'t ArrayData>> {
        let fields = self.table.schema.fields();
        let mut found = fields.iter().enumerate().filter(|(_, field)| field.name() == column);
        let problem = match (found.next(), found.next()) {
            (None, _) => {
                let present = fields.iter().take(100).map(|field| field.name().clone()).collect();
                TableProblem::ColumnMissing { column: column.to_owned(), present }
            }
            (_, Some(_)) => TableProblem::ColumnTwice { column: column.to_owned() },
            (Some((_, field)), None) if !fits(field.data_type()) => TableProblem::ColumnType {
                column: column.to_owned(),
                found: type_name(field.data_type()),
                expected: expected.to_vec(),
            },
            (Some((index, _)), None) => {
                let pieces: Vec<&ArrayData> =
                    self.table.batches.iter().filter_map(|batch| batch.columns.get(index)).collect();
                if pieces.iter().all(|piece| is_valid(piece)) {
                    return Some(pieces);
                }
                TableProblem::ArrayBroken
            }
        };
        self.faults.column(column, &problem);
        None
    }

    /// Whole numbers from `least` to `most`.
    pub(crate) fn numbers(&mut self, column: &str, least: u64, most: u64, missing: Missing) -> Option<Cow<'t, [u64]>> {
        let pieces = self.pieces(column, &INTEGERS, DataType::is_integer)?;
        let mut well = true;
        let numbers: Cow<'t, [u64]> = match pieces.as_slice() {
            // A negative number shows as one far above the range.
            [one] if one.null_count() == 0 && matches!(one.data_type(), DataType::Int64 | DataType::UInt64) => {
                Cow::Borrowed(one.buffer::<u64>(0).get(..one.len()).unwrap_or_default())
            }
            _ => {
                let mut out = Vec::with_capacity(self.table.rows);
                for piece in pieces {
                    well &= self.extend(column, &mut out, piece, missing);
                }
                Cow::Owned(out)
            }
        };
        // What stands for a null stands nowhere else in a copy; where nothing was copied there is no null.
        let copied = matches!(numbers, Cow::Owned(_));
        let is_null = |number: u64| copied && (number == NULL || Missing::Is(number) == missing);
        let is_wrong = |number: u64| (number < least || number > most) && !is_null(number);
        // No number is larger than all of their bits together, which a processor sees at a glance.
        let bits = numbers.iter().fold(0, |bits, number| bits | number);
        if (least > 0 || bits > most) && numbers.iter().any(|number| is_wrong(*number)) {
            well = false;
            for (row, _) in numbers.iter().enumerate().filter(|(_, number)| is_wrong(**number)) {
                self.faults.cell(column, Fault::Range { least, most }, self.first + row);
            }
        }
        well.then_some(numbers)
    }

    /// Adds the whole numbers of a piece; what is no number from 0 on becomes a very large one.
    fn extend(&mut self, column: &str, out: &mut Vec<u64>, piece: &ArrayData, missing: Missing) -> bool {
        match piece.data_type() {
            DataType::Int8 => self.extend_of::<i8>(column, out, piece, missing),
            DataType::Int16 => self.extend_of::<i16>(column, out, piece, missing),
            DataType::Int32 => self.extend_of::<i32>(column, out, piece, missing),
            DataType::Int64 => self.extend_of::<i64>(column, out, piece, missing),
            DataType::UInt8 => self.extend_of::<u8>(column, out, piece, missing),
            DataType::UInt16 => self.extend_of::<u16>(column, out, piece, missing),
            DataType::UInt32 => self.extend_of::<u32>(column, out, piece, missing),
            _ => self.extend_of::<u64>(column, out, piece, missing),
        }
    }

    fn extend_of<T: ArrowNativeTypeOp + TryInto<u64>>(
        &mut self,
        column: &str,
        out: &mut Vec<u64>,
        piece: &ArrayData,
        missing: Missing,
    ) -> bool {
        let values = piece.buffer::<T>(0).iter().take(piece.len());
        let wide = |value: T| value.try_into().unwrap_or(BELOW);
        if piece.null_count() == 0 {
            out.extend(values.map(|value| wide(*value).min(BELOW)));
            return true;
        }
        let mut well = true;
        for (row, value) in values.enumerate() {
            out.push(if piece.is_valid(row) {
                wide(*value).min(BELOW)
            } else if let Missing::Is(number) = missing {
                number
            } else {
                well = false;
                self.faults.cell(column, Fault::Null, self.first + out.len());
                NULL
            });
        }
        well
    }

    /// Texts, with gaps or without.
    pub(crate) fn texts(&mut self, column: &str, gaps: Gaps) -> Option<Texts> {
        let pieces = self.pieces(column, &TEXTS, is_text)?;
        let texts = Texts(pieces.into_iter().map(|piece| make_array(piece.clone())).collect());
        if gaps == Gaps::Refused && texts.0.iter().any(|piece| piece.logical_null_count() > 0) {
            let rows = texts.all(self.table.rows);
            for (row, _) in rows.iter().enumerate().filter(|(_, text)| text.is_none()) {
                self.faults.cell(column, Fault::Null, self.first + row);
            }
            return None;
        }
        Some(texts)
    }

    /// Tells of the gaps in a column of texts.
    pub(crate) fn gaps(&mut self, column: &str, texts: &Texts) {
        if texts.0.iter().any(|piece| piece.logical_null_count() > 0) {
            for (row, _) in texts.all(self.table.rows).iter().enumerate().filter(|(_, text)| text.is_none()) {
                self.faults.cell(column, Fault::Null, self.first + row);
            }
        }
    }

    /// Adds a text that stands in a column of keys and is none.
    pub(crate) fn no_key(&mut self, column: &str, text: &str) {
        self.faults.no_key(column, text);
    }

    /// Days from 1970-01-01 on. What is none stands as a day long ago.
    pub(crate) fn days(&mut self, column: &str) -> Option<Cow<'t, [i32]>> {
        let pieces = self.pieces(column, &DAYS, |kind| {
            matches!(kind, DataType::Date32 | DataType::Date64 | DataType::Timestamp(_, None))
        })?;
        if let [one] = pieces.as_slice()
            && one.null_count() == 0
            && *one.data_type() == DataType::Date32
        {
            return Some(Cow::Borrowed(one.buffer::<i32>(0).get(..one.len()).unwrap_or_default()));
        }
        let mut days = Vec::with_capacity(self.table.rows);
        for piece in pieces {
            let a_day: i64 = match piece.data_type() {
                DataType::Timestamp(TimeUnit::Second, _) => 86_400,
                DataType::Timestamp(TimeUnit::Microsecond, _) => 86_400_000_000,
                DataType::Timestamp(TimeUnit::Nanosecond, _) => 86_400_000_000_000,
                _ => 86_400_000,
            };
            let whole = |moment: i64| {
                let day = (moment.rem_euclid(a_day) == 0).then_some(moment.div_euclid(a_day));
                day.and_then(|day| i32::try_from(day).ok())
            };
            for row in 0..piece.len() {
                let day = if piece.is_null(row) {
                    self.faults.cell(column, Fault::Null, self.first + days.len());
                    None
                } else {
                    let day = match piece.data_type() {
                        DataType::Date32 => piece.buffer::<i32>(0).get(row).copied(),
                        _ => piece.buffer::<i64>(0).get(row).and_then(|moment| whole(*moment)),
                    };
                    if day.is_none() {
                        self.faults.cell(column, Fault::Day, self.first + days.len());
                    }
                    day
                };
                days.push(day.unwrap_or(NO_DAY));
            }
        }
        Some(Cow::Owned(days))
    }

    /// The codes of a class: words in English or Japanese, or the codes themselves. Without a column every row has
    /// the usual one; what is none stands as a code that nothing has.
    pub(crate) fn codes<T: ColumnCode + Named>(
        &mut self,
        column: Option<&str>,
        usual: T,
        rows: usize,
    ) -> Option<Cow<'t, [u8]>> {
        let Some(column) = column else { return Some(Cow::Owned(vec![usual.code(); rows])) };
        let pieces = self.pieces(column, &WORDS, |kind| *kind == DataType::UInt8 || is_text(kind))?;
        if let [one] = pieces.as_slice()
            && one.null_count() == 0
            && *one.data_type() == DataType::UInt8
        {
            return Some(Cow::Borrowed(one.buffer::<u8>(0).get(..one.len()).unwrap_or_default()));
        }
        let mut codes: Vec<u8> = Vec::with_capacity(rows);
        for piece in pieces {
            let before = codes.len();
            if *piece.data_type() == DataType::UInt8 {
                let values = piece.buffer::<u8>(0).iter().take(piece.len()).enumerate();
                codes.extend(values.map(|(row, code)| if piece.is_valid(row) { *code } else { NO_CODE }));
                let nulls = (0..piece.len()).filter(|row| piece.is_null(*row));
                nulls.for_each(|row| self.faults.cell(column, Fault::Null, self.first + before + row));
                continue;
            }
            let code = |text: Option<&str>| {
                let of = |value: &&T| text.is_some_and(|text| value.term().en == text || value.term().ja == text);
                T::ALL.iter().find(of).map_or(NO_CODE, |value| value.code())
            };
            let texts = Texts(vec![make_array(piece.clone())]);
            codes.extend(texts.numbered(code));
            if codes.get(before..).is_some_and(|codes| codes.contains(&NO_CODE)) {
                let expected: Vec<String> = T::ALL.iter().map(|value| value.term().en.to_owned()).collect();
                let known = codes.get(before..).unwrap_or_default().iter();
                for (row, (text, code)) in texts.all(piece.len()).into_iter().zip(known).enumerate() {
                    if *code == NO_CODE {
                        let fault = text.map_or(Fault::Null, |_| Fault::Word(expected.clone()));
                        self.faults.cell(column, fault, self.first + before + row);
                    }
                }
            }
        }
        Some(Cow::Owned(codes))
    }

    /// Counts, where they lie if their type allows.
    pub(crate) fn counts(&mut self, column: &str) -> Option<Counts<'t>> {
        let pieces = self.pieces(column, &INTEGERS, DataType::is_integer)?;
        if let [one] = pieces.as_slice()
            && one.null_count() == 0
        {
            let rows = one.len();
            match one.data_type() {
                DataType::UInt8 => return Some(Counts::Byte(Cow::Borrowed(slice(one, rows)))),
                DataType::UInt16 => return Some(Counts::Short(slice(one, rows))),
                DataType::UInt32 => return Some(Counts::Word(slice(one, rows))),
                DataType::Int64 => return Some(Counts::Long(Cow::Borrowed(slice(one, rows)))),
                _ => {}
            }
        }
        let mut counts = Vec::with_capacity(self.table.rows);
        for piece in pieces {
            self.copy(column, &mut counts, piece, -1, |number| number.unwrap_or(i64::MAX));
        }
        Some(Counts::Long(Cow::Owned(counts)))
    }

    /// Indices from 0; what is none stands as [`NO_INDEX`].
    pub(crate) fn indices(&mut self, column: &str) -> Option<Cow<'t, [u32]>> {
        let pieces = self.pieces(column, &KEYS, DataType::is_integer)?;
        if let [one] = pieces.as_slice()
            && one.null_count() == 0
            && *one.data_type() == DataType::UInt32
        {
            return Some(Cow::Borrowed(slice(one, one.len())));
        }
        let mut indices = Vec::with_capacity(self.table.rows);
        for piece in pieces {
            let narrow = |number: Option<i64>| number.and_then(|number| u32::try_from(number).ok()).unwrap_or(NO_INDEX);
            self.copy(column, &mut indices, piece, NO_INDEX, narrow);
        }
        Some(Cow::Owned(indices))
    }

    /// Adds the whole numbers of a piece, a null as `null`; a number above 2^63−1 comes as nothing.
    fn copy<T: Copy>(
        &mut self,
        column: &str,
        out: &mut Vec<T>,
        piece: &ArrayData,
        null: T,
        narrow: impl Fn(Option<i64>) -> T,
    ) {
        let before = out.len();
        fn add<N: ArrowNativeTypeOp + TryInto<i64>, T>(
            out: &mut Vec<T>,
            piece: &ArrayData,
            narrow: impl Fn(Option<i64>) -> T,
        ) {
            out.extend(slice::<N>(piece, piece.len()).iter().map(|number| narrow((*number).try_into().ok())));
        }
        match piece.data_type() {
            DataType::Int8 => add::<i8, T>(out, piece, narrow),
            DataType::Int16 => add::<i16, T>(out, piece, narrow),
            DataType::Int32 => add::<i32, T>(out, piece, narrow),
            DataType::Int64 => add::<i64, T>(out, piece, narrow),
            DataType::UInt8 => add::<u8, T>(out, piece, narrow),
            DataType::UInt16 => add::<u16, T>(out, piece, narrow),
            DataType::UInt32 => add::<u32, T>(out, piece, narrow),
            _ => add::<u64, T>(out, piece, narrow),
        }
        if piece.null_count() > 0 {
            for row in (0..piece.len()).filter(|row| piece.is_null(*row)) {
                out.get_mut(before + row).into_iter().for_each(|value| *value = null);
                self.faults.cell(column, Fault::Null, self.first + before + row);
            }
        }
    }
}

/// The values of a piece.
fn slice<T: ArrowNativeTypeOp>(piece: &ArrayData, rows: usize) -> &[T] {
    piece.buffer::<T>(0).get(..rows).unwrap_or_default()
}

/// What stands for a null that is a fault.
const NULL: u64 = u64::MAX;
/// What stands for a number below 0 and for one at the end of the range.
const BELOW: u64 = u64::MAX - 1;

/// The name of a type as Arrow's libraries print it.
pub(crate) fn type_name(kind: &DataType) -> String {
    match kind {
        DataType::Utf8 => "utf8".to_owned(),
        DataType::LargeUtf8 => "large_utf8".to_owned(),
        DataType::Utf8View => "utf8_view".to_owned(),
        DataType::Dictionary(key, values) => format!("dictionary<{}, {}>", type_name(key), type_name(values)),
        DataType::Timestamp(unit, zone) => {
            let unit = match unit {
                TimeUnit::Second => "s",
                TimeUnit::Millisecond => "ms",
                TimeUnit::Microsecond => "us",
                TimeUnit::Nanosecond => "ns",
            };
            zone.as_ref().map_or_else(|| format!("timestamp[{unit}]"), |zone| format!("timestamp[{unit}, {zone}]"))
        }
        other => other.to_string().to_lowercase(),
    }
}

/// Whether the values of a piece agree with each other, so that nothing below can fail.
fn is_valid(piece: &ArrayData) -> bool {
    piece.validate_full().is_ok()
}

/// Whether a column holds texts.
pub(crate) fn is_text(kind: &DataType) -> bool {
    match kind {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => true,
        DataType::Dictionary(_, values) => {
            matches!(**values, DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View)
        }
        _ => false,
    }
}
