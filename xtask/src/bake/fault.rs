//! What is wrong with a file, and where.
//!
//! A person who repairs an input wants all of its faults at once, so readers collect them instead
//! of stopping at the first.

use std::fmt;

/// One thing wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    file: String,
    place: Place,
    message: String,
}

/// Where in a file a fault stands. Rows are counted as an editor counts lines, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    File,
    Row(usize),
    Cell { row: usize, column: String },
}

impl Fault {
    /// A fault of the file as a whole.
    pub(crate) fn in_file(file: &str, message: impl Into<String>) -> Self {
        Self::new(file, Place::File, message)
    }

    /// A fault of one row.
    pub(crate) fn in_row(file: &str, row: usize, message: impl Into<String>) -> Self {
        Self::new(file, Place::Row(row), message)
    }

    /// A fault of one cell.
    pub(crate) fn in_cell(file: &str, row: usize, column: &str, message: impl Into<String>) -> Self {
        let column = column.to_owned();
        Self::new(file, Place::Cell { row, column }, message)
    }

    fn new(file: &str, place: Place, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), place, message: message.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, place, message } = self;
        match place {
            Place::File => write!(f, "{file}: {message}"),
            Place::Row(row) => write!(f, "{file}: row {row}: {message}"),
            Place::Cell { row, column } => {
                write!(f, "{file}: row {row}, column {column}: {message}")
            }
        }
    }
}

/// All the faults found so far, in the order in which they were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Faults(Vec<Fault>);

impl Faults {
    /// Adds a fault.
    pub(crate) fn push(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    /// Adds all the faults of another list.
    pub(crate) fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Hands on what was read; a fault is noted and leaves nothing, so that the caller can read on.
    pub(crate) fn keep<T>(&mut self, read: Result<T, Fault>) -> Option<T> {
        read.map_err(|fault| self.push(fault)).ok()
    }

    /// Whether nothing was found wrong.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many faults there are, in words: `1 fault`, `2 faults`.
    pub(crate) fn count(&self) -> String {
        let plural = if self.0.len() == 1 { "" } else { "s" };
        format!("{} fault{plural}", self.0.len())
    }

    /// `value`, provided that nothing was found wrong.
    pub(crate) fn or_value<T>(self, value: T) -> Result<T, Self> {
        if self.is_empty() { Ok(value) } else { Err(self) }
    }
}

impl From<Fault> for Faults {
    fn from(fault: Fault) -> Self {
        Self(vec![fault])
    }
}

impl fmt::Display for Faults {
    /// One fault a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, fault) in self.0.iter().enumerate() {
            let break_before = if place == 0 { "" } else { "\n" };
            write!(f, "{break_before}{fault}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_says_where_it_stands() {
        assert_eq!(Fault::in_file("a.csv", "is empty").to_string(), "a.csv: is empty");
        assert_eq!(Fault::in_row("a.csv", 3, "too short").to_string(), "a.csv: row 3: too short");
        assert_eq!(Fault::in_cell("a.csv", 3, "boxes", "odd").to_string(), "a.csv: row 3, column boxes: odd");
    }

    #[test]
    fn faults_are_collected_and_listed_in_order() {
        let mut faults = Faults::default();
        assert_eq!(faults.keep(Ok(7)), Some(7));
        assert_eq!(faults.keep::<u8>(Err(Fault::in_row("a.csv", 2, "first"))), None);
        faults.append(Fault::in_row("a.csv", 1, "second").into());
        assert_eq!(faults.count(), "2 faults");
        assert_eq!(Faults::from(Fault::in_file("a.csv", "odd")).count(), "1 fault");
        assert_eq!(faults.to_string(), "a.csv: row 2: first\na.csv: row 1: second");
        assert_eq!(faults.clone().or_value(()), Err(faults));
        assert_eq!(Faults::default().or_value("read"), Ok("read"));
    }
}
