//! A map for few keys, or for keys that come nearly in their order.

/// Values by key, in the order of the keys. A key that comes out of order moves those behind it; where a request may name
/// hundreds of thousands, they are sorted first, or counted in pages ([`super::Counts`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SortedMap<K, V>(Vec<(K, V)>);

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K, V> SortedMap<K, V> {
    pub(crate) const fn new() -> Self {
        Self(Vec::new())
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) const fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    pub(crate) fn into_values(self) -> impl Iterator<Item = V> {
        self.0.into_iter().map(|(_, value)| value)
    }

    pub(crate) fn into_entries(self) -> Vec<(K, V)> {
        self.0
    }
}

impl<K: Ord, V> SortedMap<K, V> {
    /// The value of a key.
    pub(crate) fn get(&self, key: &K) -> Option<&V> {
        let place = self.place(key).ok()?;
        self.0.get(place).map(|(_, value)| value)
    }

    /// The first key that is not before another.
    pub(crate) fn first_from(&self, key: &K) -> Option<&K> {
        let (Ok(place) | Err(place)) = self.place(key);
        self.0.get(place).map(|(key, _)| key)
    }

    /// Whether the key is there.
    pub(crate) fn has(&self, key: &K) -> bool {
        self.place(key).is_ok()
    }

    /// The value of a key; a new key begins with `first`.
    pub(crate) fn entry(&mut self, key: K, first: impl FnOnce() -> V) -> &mut V {
        let place = match self.place(&key) {
            Ok(place) => place,
            Err(place) => {
                self.0.insert(place, (key, first()));
                place
            }
        };
        #[expect(clippy::indexing_slicing, reason = "it was found there, or put there")]
        &mut self.0[place].1
    }

    /// Puts in the value of a new key, and tells whether it is new; what an old one has stays.
    pub(crate) fn add(&mut self, key: K, value: V) -> bool {
        let place = self.place(&key);
        if let Err(place) = place {
            self.0.insert(place, (key, value));
        }
        place.is_err()
    }

    /// Where a key is, or belongs.
    fn place(&self, key: &K) -> Result<usize, usize> {
        match self.0.last() {
            Some((last, _)) if last < key => Err(self.0.len()),
            _ => self.0.binary_search_by(|(known, _)| known.cmp(key)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_stand_in_their_order_whatever_the_order_in_which_they_come() {
        let mut map = SortedMap::new();
        for key in [3, 9, 1, 9, 4, 3, 3] {
            *map.entry(key, || 0) += 1;
        }
        assert_eq!(map.iter().collect::<Vec<_>>(), [(&1, &1), (&3, &3), (&4, &1), (&9, &2)]);
        assert!(!map.add(3, 7) && map.add(2, 7) && map.add(10, 7));
        assert_eq!((map.get(&3), map.get(&2), map.get(&10), map.get(&11)), (Some(&3), Some(&7), Some(&7), None));
        assert_eq!(map.keys().copied().collect::<Vec<_>>(), [1, 2, 3, 4, 9, 10]);
        assert_eq!((map.first_from(&4), map.first_from(&5), map.first_from(&11)), (Some(&4), Some(&9), None));
    }
}
