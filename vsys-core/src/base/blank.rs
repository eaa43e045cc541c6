//! What stands where nothing has been read yet.

/// What stands in a member of a record while the record is being read in place. Nobody who asked for a value ever
/// sees it, so it need not be one that could be read: the blank of a text is empty.
#[doc(hidden)]
pub trait Blank {
    /// The blank, which costs nothing to make.
    const BLANK: Self;
}
