//! Where ids stand in a list.

use super::list::IntoList;

/// The ids of a list in the order of their bytes, each with its place: one kind of index for whatever has a name.
///
/// ```
/// use vsys_core::base::Ids;
/// let ids = Ids::of(["b", "c", "a", "c"]);
/// assert_eq!((ids.place("c"), ids.place("d")), (Some(1), None));
/// assert_eq!(ids.twice().collect::<Vec<_>>(), [(3, 1)]);
/// ```
#[derive(Clone, Debug)]
pub struct Ids<'a>(Vec<(&'a str, usize)>);

impl<'a> Ids<'a> {
    /// The ids of a list, in its order.
    pub fn of(ids: impl IntoIterator<Item = &'a str>) -> Self {
        Self::sorted(ids.into_iter().zip(0..).list())
    }

    fn sorted(mut ids: Vec<(&'a str, usize)>) -> Self {
        ids.sort_unstable();
        Self(ids)
    }

    /// Where an id stands, the first time if it stands twice.
    pub fn place(&self, id: &str) -> Option<usize> {
        let before = self.0.partition_point(|(known, _)| *known < id);
        self.0.get(before).filter(|(known, _)| *known == id).map(|(_, place)| *place)
    }

    /// The places where an id stands again, each with the place where it stood first.
    pub fn twice(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.0.chunk_by(|(one, _), (next, _)| one == next).flat_map(|same| {
            let first = same.first().map_or(0, |(_, place)| *place);
            same.iter().skip(1).map(move |(_, place)| (*place, first))
        })
    }
}
