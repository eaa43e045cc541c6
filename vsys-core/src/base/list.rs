//! What an iterator gives, as a list.

/// `collect` for lists alone: one loop, where `collect` is three functions for every kind of iterator, and a page loads about
/// 1 % more. It asks for its memory step by step; columns with as many rows as a nation has sites are for `collect`.
#[doc(hidden)]
pub trait IntoList: Iterator + Sized {
    /// All that the iterator gives, in its order.
    fn list(self) -> Vec<Self::Item> {
        let mut list = Vec::new();
        for item in self {
            list.push(item);
        }
        list
    }
}

impl<I: Iterator> IntoList for I {}
