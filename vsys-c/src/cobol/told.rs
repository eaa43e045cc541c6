//! What is told to COBOL: everything that was found, and what became of the call.

use vsys_core::base::{Assumptions, Findings, Lang, Path, Place, Problem, Refusal, Segment, Severity};
use vsys_core::rows::Encoding;

use super::layout::{Digits, Field, Long, Outcome, Picture, Text, Whole};
use crate::problem::CProblem;

/// Everything is fine.
const OK: i32 = 0;
/// Fine, with warnings.
const WARNED: i32 = 4;
/// The data are refused.
const REFUSED: i32 = 8;
/// The call itself cannot be meant.
pub(super) const WRONG_CALL: i32 = 12;
/// A fault of the library.
const FAILED: i32 = 16;

/// Why nothing is written.
pub(super) enum Stop {
    /// What was found says it.
    Refused,
    /// The call itself.
    Call(Box<dyn Problem>),
}

impl From<CProblem> for Stop {
    fn from(problem: CProblem) -> Self {
        Self::Call(Box::new(problem))
    }
}

/// What is found on the way.
#[derive(Default)]
pub(super) struct Told {
    pub(super) findings: Findings,
    pub(super) assumptions: Assumptions,
}

impl Told {
    /// Takes over a refusal.
    pub(super) fn refused(&mut self, refusal: &Refusal) -> Stop {
        self.findings.extend(refusal.findings().clone());
        self.assumptions.extend(refusal.assumptions());
        Stop::Refused
    }
}

/// The result of a call, and the code that it returns.
pub(super) fn outcome(
    done: Result<Result<(), Stop>, ()>,
    told: Told,
    encoding: Encoding,
    fields: &[&'static [Field]],
) -> Outcome {
    let Told { mut findings, assumptions } = told;
    let code = match done {
        Ok(Ok(())) if findings.is_empty() => OK,
        Ok(Ok(())) => WARNED,
        Ok(Err(Stop::Refused)) => REFUSED,
        Ok(Err(Stop::Call(problem))) => {
            findings.push(&*problem, Path::root());
            WRONG_CALL
        }
        Err(()) => {
            findings.push(&CProblem::CallPanicked, Path::root());
            FAILED
        }
    };
    let mut outcome = Outcome::BLANK;
    outcome.code = Whole::of(code);
    outcome.total = Whole::count(findings.total());
    let mut listed = 0;
    for (place, finding) in outcome.findings.iter_mut().zip(findings.sorted()) {
        let (field, term) = item(&finding.place, fields);
        place.severity = Text::of(if finding.severity == Severity::Error { "E" } else { "W" }, encoding);
        place.code = Text::of(finding.code, encoding);
        place.field = Text::of(&field, encoding);
        place.term = Text::of(term, encoding);
        place.message = Text::of(finding.message.in_lang(Lang::Ja), encoding);
        place.help = Text::of(finding.help.in_lang(Lang::Ja), encoding);
        listed += 1;
    }
    outcome.listed = Whole::of(listed);
    let mut assumed = 0;
    for (place, id) in outcome.assumptions.iter_mut().zip(assumptions.iter()) {
        *place = Text::of(id.as_str(), encoding);
        assumed += 1;
    }
    outcome.assumed = Whole::of(assumed);
    outcome
}

/// The item at fault with its index, as COBOL names it, and its Japanese name.
fn item(place: &Place, records: &[&'static [Field]]) -> (String, &'static str) {
    let Place::Path(path) = place else {
        return (String::new(), "");
    };
    let (mut name, mut ja, mut indices, mut below) = ("", "", Vec::new(), None);
    for segment in path.segments().iter().flat_map(as_in_hours) {
        match segment {
            Segment::Index(index) => indices.push((index + 1).to_string()),
            Segment::Key(key) => {
                let mut fields = below.as_ref().map_or(records, std::slice::from_ref).iter().copied().flatten();
                let Some(field) = fields.find(|field| field.member == key) else { continue };
                (name, ja) = (field.name, field.ja);
                match &field.picture {
                    Picture::Table(_, Picture::Group(fields)) | Picture::Group(fields) => below = Some(*fields),
                    _ => {}
                }
            }
        }
    }
    // What stands in the comment behind the name is no part of it.
    let ja = ja.split(['（', ':']).next().unwrap_or_default();
    let index = if indices.is_empty() || name.is_empty() { String::new() } else { format!("({})", indices.join(",")) };
    (format!("{name}{index}"), ja)
}

/// The days of the week as the table that COBOL has of them.
fn as_in_hours(segment: &Segment) -> Vec<Segment> {
    const WEEK: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    match segment {
        Segment::Key(key) => match WEEK.iter().position(|day| day == key) {
            Some(day) => vec!["week".into(), day.into(), "spans".into()],
            None => vec![segment.clone()],
        },
        Segment::Index(_) => vec![segment.clone()],
    }
}

impl Outcome {
    /// Spaces and zeros.
    const BLANK: Self = Self {
        code: Whole([0; 4]),
        total: Whole([0; 4]),
        listed: Whole([0; 4]),
        findings: [super::layout::Finding {
            severity: Text::BLANK,
            code: Text::BLANK,
            field: Text::BLANK,
            term: Text::BLANK,
            message: Text::BLANK,
            help: Text::BLANK,
        }; 12],
        assumed: Whole([0; 4]),
        assumptions: [Text::BLANK; 8],
    };
}

impl<const LEN: usize> Text<LEN> {
    /// Nothing but spaces.
    pub(super) const BLANK: Self = Self([b' '; LEN]);

    /// A text, padded with spaces and cut between characters. What the encoding does not have is `〓`.
    pub(super) fn of(text: &str, encoding: Encoding) -> Self {
        let mut field = Self::BLANK;
        let mut put = |bytes: &[u8], at: usize| {
            let place = field.0.get_mut(at..at + bytes.len())?;
            place.copy_from_slice(bytes);
            Some(at + bytes.len())
        };
        match encoding.encode(text) {
            Ok(bytes) if bytes.len() <= LEN => drop(put(&bytes, 0)),
            _ => {
                let mut at = 0;
                let mut buffer = [0; 4];
                for char in text.chars() {
                    let char: &str = char.encode_utf8(&mut buffer);
                    let bytes = encoding.encode(char).or_else(|_| encoding.encode("〓")).unwrap_or_default();
                    let Some(next) = put(&bytes, at) else { break };
                    at = next;
                }
            }
        }
        field
    }
}

impl<const LEN: usize> Digits<LEN> {
    /// Digits that fill the item; zeros for what does not.
    pub(super) fn of(digits: &str) -> Self {
        digits.as_bytes().try_into().map_or(Self([b'0'; LEN]), Self)
    }
}

impl Whole {
    pub(super) const fn of(number: i32) -> Self {
        Self(number.to_ne_bytes())
    }

    /// A count; what is more than the item holds is the most it holds.
    pub(super) fn count(number: u64) -> Self {
        Self::of(i32::try_from(number).unwrap_or(i32::MAX))
    }

    pub(super) const fn number(self) -> i32 {
        i32::from_ne_bytes(self.0)
    }
}

impl Long {
    /// A quantity, which is at most 2^53−1.
    pub(super) fn of(number: u64) -> Self {
        Self(number.to_ne_bytes())
    }
}
