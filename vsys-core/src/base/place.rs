//! Where a finding points: into a request, or into a cell of a sheet.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;

use super::list::IntoList;

/// One step of a [`Path`].
///
/// Steps are ordered for listing: indices as numbers and before names, names as bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Segment {
    /// The index of an array.
    Index(usize),
    /// The name of a member.
    Key(Cow<'static, str>),
}

impl From<usize> for Segment {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

impl From<&'static str> for Segment {
    fn from(name: &'static str) -> Self {
        Self::Key(Cow::Borrowed(name))
    }
}

/// A place in a request, printed as an RFC 6901 pointer (`/recipients/3/floor`).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Path(Vec<Segment>);

impl Path {
    /// The whole request.
    pub const fn root() -> Self {
        Self(Vec::new())
    }

    /// A path from its steps.
    pub fn new(segments: impl IntoIterator<Item = Segment>) -> Self {
        Self(segments.into_iter().list())
    }

    /// This path and one step more.
    #[must_use]
    pub fn join(&self, step: impl Into<Segment>) -> Self {
        let mut segments = self.0.clone();
        segments.push(step.into());
        Self(segments)
    }

    /// Another path below this one.
    #[must_use]
    pub fn and(&self, below: &Self) -> Self {
        let mut segments = self.0.clone();
        segments.extend_from_slice(&below.0);
        Self(segments)
    }

    /// A member of an element of an array of the request: `/rows/3/boxes`.
    pub fn element(list: &'static str, index: usize, member: &'static str) -> Self {
        Self(vec![list.into(), index.into(), member.into()])
    }

    /// The steps.
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }
}

impl From<&'static str> for Path {
    fn from(member: &'static str) -> Self {
        Self(vec![member.into()])
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for segment in &self.0 {
            match segment {
                Segment::Index(index) => write!(f, "/{index}")?,
                Segment::Key(name) => write!(f, "/{}", name.replace('~', "~0").replace('/', "~1"))?,
            }
        }
        Ok(())
    }
}

/// A cell of a sheet as a clerk finds it: file, row from 1 with the header, column heading, and
/// the name of the cell («C17»).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The name of the file, as the caller gave it.
    pub file: String,
    /// The row, counted from 1 including the header.
    pub row: usize,
    /// The column, counted from 0; `None` when the whole row is meant.
    pub column: Option<usize>,
    /// The heading of the column, or an empty text.
    pub heading: String,
}

impl Cell {
    /// The name of the cell, `C17`; the row alone (`17`) when no column is meant.
    ///
    /// ```
    /// use vsys_core::base::Cell;
    /// let cell = Cell { file: "sites.csv".into(), row: 17, column: Some(2), heading: "capacity".into() };
    /// assert_eq!(cell.name(), "C17");
    /// let far = Cell { column: Some(27), ..cell };
    /// assert_eq!(far.name(), "AB17");
    /// ```
    pub fn name(&self) -> String {
        let Some(column) = self.column else {
            return self.row.to_string();
        };
        let mut name = self.row.to_string();
        let mut rest = column + 1;
        while rest > 0 {
            let digit = (rest - 1) % 26;
            name.insert(0, char::from(b'A' + u8::try_from(digit).unwrap_or(0)));
            rest = (rest - 1) / 26;
        }
        name
    }
}

/// Where a finding points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Into the request.
    Path(Path),
    /// Into a sheet.
    Cell(Cell),
}

impl Place {
    /// The order in which findings are listed: by file, row and column, or by path.
    pub(crate) fn order(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Path(a), Self::Path(b)) => a.cmp(b),
            (Self::Cell(a), Self::Cell(b)) => (&a.file, a.row, a.column).cmp(&(&b.file, b.row, b.column)),
            (Self::Path(_), Self::Cell(_)) => Ordering::Less,
            (Self::Cell(_), Self::Path(_)) => Ordering::Greater,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path(path) => write!(f, "{path}"),
            Self::Cell(cell) => write!(f, "{}!{}", cell.file, cell.name()),
        }
    }
}

impl From<Path> for Place {
    fn from(path: Path) -> Self {
        Self::Path(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_escapes_and_sorts_indices_as_numbers() {
        let path = Path::new(["a/b~c".into(), 10.into()]);
        assert_eq!(path.to_string(), "/a~1b~0c/10");
        assert!(Path::element("rows", 9, "x") < Path::element("rows", 10, "x"));
    }
}
