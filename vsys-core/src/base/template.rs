//! Texts with holes: `{name}` stands for a particular, `{name:#}` for its Japanese name.
//!
//! One function fills them all. `format!` would be code of its own for each of hundreds of messages, twice.

use super::detail::{DetailKind, Particular};
use super::lang::Lang;

/// A text with its holes filled.
pub(crate) fn fill<'p>(text: &str, particular: impl Fn(&str) -> Option<&'p dyn Particular>) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (hole, after) = after.split_once('}').unwrap_or((after, ""));
        let (name, lang) = match hole.strip_suffix(":#") {
            Some(name) => (name, Lang::Ja),
            None => (hole, Lang::En),
        };
        filled.push_str(before);
        filled.extend(particular(name).map(|particular| particular.said(lang)));
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// Whether every hole of a text is for one of some particulars.
#[expect(clippy::indexing_slicing, reason = "runs in the compiler, which refuses a fault")]
pub(super) const fn is_filled_by(text: &str, particulars: &[(&str, DetailKind)]) -> bool {
    let text = text.as_bytes();
    let mut at = 0;
    while at < text.len() {
        if text[at] == b'{' {
            let mut found = false;
            let mut index = 0;
            while index < particulars.len() && !found {
                found = is_hole(text, at, particulars[index].0.as_bytes());
                index += 1;
            }
            if !found {
                return false;
            }
        }
        at += 1;
    }
    true
}

/// Whether a text has no line feed.
#[expect(clippy::indexing_slicing, reason = "runs in the compiler, which refuses a fault")]
pub(super) const fn is_one_line(text: &str) -> bool {
    let mut at = 0;
    while at < text.len() {
        if text.as_bytes()[at] == b'\n' {
            return false;
        }
        at += 1;
    }
    true
}

/// Whether `{name}` or `{name:#}` stands there.
#[expect(clippy::indexing_slicing, reason = "runs in the compiler, which refuses a fault")]
const fn is_hole(text: &[u8], open: usize, name: &[u8]) -> bool {
    let end = open + 1 + name.len();
    let mut index = 0;
    while index < name.len() {
        if open + 1 + index >= text.len() || text[open + 1 + index] != name[index] {
            return false;
        }
        index += 1;
    }
    let plain = end < text.len() && text[end] == b'}';
    plain || (end + 2 < text.len() && text[end] == b':' && text[end + 1] == b'#' && text[end + 2] == b'}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Term;

    #[test]
    fn holes_are_filled_by_name_and_language() {
        let (count, role) = (7_u64, Term::new("nation", "国"));
        let particular = |name: &str| match name {
            "count" => Some(&count as &dyn Particular),
            "role" => Some(&role as &dyn Particular),
            _ => None,
        };
        assert_eq!(fill("{role}: {count}, {role:#}", particular), "nation: 7, 国");
        assert_eq!(fill("{role:#}の数", particular), "国の数");
        assert_eq!(fill("none", particular), "none");
    }

    #[test]
    fn a_hole_for_nothing_is_seen() {
        let known = [("count", DetailKind::Number)];
        for good in ["", "none", "{count}", "{count:#} and {count}"] {
            assert!(is_filled_by(good, &known), "{good}");
        }
        for bad in ["{}", "{counts}", "{coun}", "{count", "{count:?}", "{count:#", "{"] {
            assert!(!is_filled_by(bad, &known), "{bad}");
        }
    }
}
