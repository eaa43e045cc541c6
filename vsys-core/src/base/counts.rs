//! Counts by key, for keys that come in any order.

/// How many keys a page holds before it is split.
const PAGE: usize = 256;

/// How often each key came, in the order of the keys. They stand in pages, so that a new key moves few others, however
/// many there are; a `BTreeMap` does the same in ten times the code.
#[derive(Clone, Debug)]
pub(crate) struct Counts<K>(Vec<Vec<(K, u64)>>);

impl<K> Default for Counts<K> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K> Counts<K> {
    pub(crate) const fn new() -> Self {
        Self(Vec::new())
    }
}

impl<K: Copy + Ord> Counts<K> {
    /// Counts a key some times more.
    pub(crate) fn add(&mut self, key: K, count: u64) {
        let begun = self.0.partition_point(|page| page.first().is_some_and(|(first, _)| *first <= key));
        let at = begun.saturating_sub(1);
        let Some(page) = self.0.get_mut(at) else {
            self.0.push(vec![(key, count)]);
            return;
        };
        match page.binary_search_by(|(known, _)| known.cmp(&key)) {
            Ok(place) => page.get_mut(place).into_iter().for_each(|(_, known)| *known = known.saturating_add(count)),
            Err(place) => page.insert(place, (key, count)),
        }
        if page.len() > PAGE {
            let rest = page.split_off(PAGE / 2);
            self.0.insert(at + 1, rest);
        }
    }

    /// The keys with their counts.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (K, u64)> + '_ {
        self.0.iter().flatten().copied()
    }
}

/// Where a page ends is an accident.
impl<K: Copy + Ord> PartialEq for Counts<K> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<K: Copy + Ord> Eq for Counts<K> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_stand_in_their_order_on_however_many_pages() {
        // Every residue once, then half of them again, in three orders.
        let (many, step) = (10_007_u64, 4_099);
        let scattered = (0..many + many / 2).map(|index| index * step % many);
        let mut expected: Vec<u64> = scattered.clone().collect();
        let [mut ascending, mut descending, mut any] = [Counts::new(), Counts::new(), Counts::new()];
        scattered.for_each(|key| any.add(key, 1));
        expected.sort_unstable();
        expected.iter().for_each(|key| ascending.add(*key, 1));
        expected.iter().rev().for_each(|key| descending.add(*key, 1));
        let keys: Vec<u64> = any.iter().flat_map(|(key, count)| (0..count).map(move |_| key)).collect();
        assert_eq!(keys, expected);
        assert!(any.iter().is_sorted_by(|one, next| one.0 < next.0));
        assert!(any == ascending && any == descending);
        assert!(any.0.len() > 30 && any.0.iter().all(|page| (1..=PAGE).contains(&page.len())));
        any.add(0, 1);
        assert!(any != ascending);
    }
}
