//! Institutions and municipalities as indices from 0, whatever the table holds for them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::{ArrayRef, StringArray, UInt32Array};
use vsys_core::base::SiteId;

use crate::column::{Columns, Gaps, NO_INDEX};

/// The most keys of a column: the sums are held for each of them.
const MOST: usize = 1 << 24;

/// The keys of a column (集計のキー), in the order in which they came.
#[derive(Debug)]
pub(crate) enum Keys {
    /// Texts, each with its index.
    Texts { index: HashMap<String, u32>, texts: Vec<String> },
    /// Whole numbers, which are indices themselves: so many up to the largest.
    Numbers(usize),
}

impl Keys {
    /// No key yet.
    pub(crate) fn new(texts: bool) -> Self {
        if texts { Self::Texts { index: HashMap::new(), texts: Vec::new() } } else { Self::Numbers(0) }
    }

    /// How many there are.
    pub(crate) const fn len(&self) -> usize {
        match self {
            Self::Texts { texts, .. } => texts.len(),
            Self::Numbers(size) => *size,
        }
    }

    /// The indices of a column; new keys are added. Nothing when the column cannot be read.
    pub(crate) fn read<'t>(&mut self, columns: &mut Columns<'t>, name: &str) -> Option<Cow<'t, [u32]>> {
        let Self::Texts { index, texts } = self else {
            let indices = columns.indices(name)?;
            let most = indices.iter().filter(|index| **index != NO_INDEX).max();
            let size = most.and_then(|most| usize::try_from(*most).ok()).map_or(0, |most| most + 1);
            // Larger ones are wrong rows.
            *self = Self::Numbers(size.max(self.len()).min(MOST));
            return Some(indices);
        };
        let found = columns.texts(name, Gaps::Allowed)?;
        let mut wrong = Vec::new();
        let numbers = found.numbered(|text| {
            let Some(text) = text else { return NO_INDEX };
            if let Some(known) = index.get(text) {
                return *known;
            }
            // A text that is no id is told once, and its rows are left out.
            let new = match SiteId::check(text) {
                Ok(()) => u32::try_from(texts.len()).unwrap_or(NO_INDEX),
                Err(_) => {
                    wrong.push(text.to_owned());
                    NO_INDEX
                }
            };
            if new != NO_INDEX {
                texts.push(text.to_owned());
            }
            index.insert(text.to_owned(), new);
            new
        });
        columns.gaps(name, &found);
        wrong.iter().for_each(|text| columns.no_key(name, text));
        Some(Cow::Owned(numbers))
    }

    /// The keys in their order, each with its index: texts by their bytes, numbers by size.
    pub(crate) fn ordered(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.len()).collect();
        if let Self::Texts { texts, .. } = self {
            order.sort_unstable_by_key(|index| texts.get(*index));
        }
        order
    }

    /// A column of keys.
    pub(crate) fn column(&self, indices: &[usize]) -> ArrayRef {
        match self {
            Self::Texts { texts, .. } => {
                Arc::new(indices.iter().map(|index| texts.get(*index).map(String::as_str)).collect::<StringArray>())
            }
            Self::Numbers(_) => {
                Arc::new(indices.iter().map(|index| u32::try_from(*index).ok()).collect::<UInt32Array>())
            }
        }
    }
}
