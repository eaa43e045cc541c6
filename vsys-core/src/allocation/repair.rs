//! The two repairs of needles that do not reach, computed and ready to apply.

use vsys_sharing::{Group, Method, Scratch, share};

use super::marks::Triple;
use crate::base::{Detail, DetailKind, DetailValue};

/// One amount that a repair changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// `prefecture`, `municipality` or `site`.
    pub level: &'static str,
    /// Whose amount.
    pub id: String,
    /// Its needle boxes after the repair.
    pub needles: u64,
    /// Its syringe boxes after the repair.
    pub syringes: u64,
    /// Its needle boxes before.
    pub needles_before: u64,
    /// Its syringe boxes before.
    pub syringes_before: u64,
}

impl Change {
    pub(super) fn new(level: &'static str, id: &str, before: Triple, needles: u64, syringes: u64) -> Self {
        Self {
            level,
            id: id.to_owned(),
            needles,
            syringes,
            needles_before: before.needles,
            syringes_before: before.syringes,
        }
    }
}

impl Detail for Change {
    const KIND: DetailKind = DetailKind::Record(&[
        ("id", DetailKind::Text),
        ("level", DetailKind::Text),
        ("needles", DetailKind::Number),
        ("needles_before", DetailKind::Number),
        ("syringes", DetailKind::Number),
        ("syringes_before", DetailKind::Number),
    ]);

    fn detail(&self) -> Option<DetailValue> {
        Some(DetailValue::Record(vec![
            ("id", DetailValue::Text(self.id.clone())),
            ("level", DetailValue::Text(self.level.to_owned())),
            ("needles", DetailValue::Number(self.needles)),
            ("needles_before", DetailValue::Number(self.needles_before)),
            ("syringes", DetailValue::Number(self.syringes)),
            ("syringes_before", DetailValue::Number(self.syringes_before)),
        ]))
    }
}

/// A repair: the amounts it changes, in the order of levels and ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repair(pub Vec<Change>);

impl Detail for Repair {
    const KIND: DetailKind = DetailKind::List(&Change::KIND);

    fn detail(&self) -> Option<DetailValue> {
        self.0.detail()
    }
}

/// Shares the boxes of one item among sites by largest remainder on their vaccine, nobody above what
/// he had; unchanged when the boxes reach.
pub(super) fn cap_to_parent(has: u64, vaccine: &[u64], wishes: &[u64]) -> Vec<u64> {
    if wishes.iter().sum::<u64>() <= has {
        return wishes.to_vec();
    }
    let floors = vec![0; wishes.len()];
    let mut out = vec![0; wishes.len()];
    share(
        Group { weights: vaccine, floors: &floors, caps: wishes },
        has,
        Method::LargestRemainder,
        &mut out,
        &mut Scratch::default(),
    );
    out
}
