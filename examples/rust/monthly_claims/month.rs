//! The month: every row is read, judged, and counted or listed.

use std::collections::BTreeMap;
use std::time::Duration;

use vsys_core::base::{Assumptions, Findings, Refusal, assumption};
use vsys_core::claims::{
    ApartCounts, ClaimCounts, ClaimRecord, DoubleClaims, JudgedRecord, RecordProblem, RecordTerms,
};
use vsys_core::rows::{Encoding, Reading, Row, Stream};
use vsys_core::rulebook::RuleBook;
use vsys_examples::say;

use crate::Stop;
use crate::columns::{AGE, BIRTH, CLASS, COLUMNS, NUMBER, TIME, Vocabulary, column, missing};
use crate::listing::{Listing, Reason};
use crate::options::Options;
use crate::output::Folder;
use crate::progress::Progress;
use crate::source::{Source, cannot};

/// How many rows are read between two looks at the clock.
const ROUND: u64 = 4_096;

/// What a month comes to.
pub(crate) struct Claimed {
    /// Rows read, without the header and blank ones: claimed or kept out.
    pub(crate) rows: u64,
    pub(crate) kept_out: u64,
    /// What is claimed on the sheets.
    pub(crate) counts: ClaimCounts,
    /// Surcharges that are claimed apart.
    pub(crate) apart: ApartCounts,
    /// Claimed rows that no coupon number lets compare.
    pub(crate) uncompared: u64,
    pub(crate) assumptions: Assumptions,
    /// Every code that was found.
    pub(crate) reasons: BTreeMap<&'static str, Reason>,
    /// The first findings, and how many there are.
    pub(crate) first: Vec<String>,
    pub(crate) findings: u64,
    /// What is worth knowing of the month itself.
    pub(crate) month: Findings,
    pub(crate) encoding: Option<Encoding>,
    pub(crate) elapsed: Duration,
}

/// Reads and judges all rows of a source.
pub(crate) fn claim(
    book: &RuleBook,
    options: &Options,
    source: &mut Source<'_>,
    folder: &mut Folder,
) -> Result<Claimed, Stop> {
    let lang = options.lang;
    let (terms, month, assumptions) = RecordTerms::try_new(book, options.month, options.site)?.into_parts();
    let terms = match &options.hours {
        Some(hours) => terms.with_hours(hours.clone()),
        None => terms,
    };
    let path = folder.path("findings.csv");
    let failed = |error: std::io::Error| cannot(&path, &error, lang);
    let mut listing = Listing::begin(folder.create("findings.csv")?, lang).map_err(failed)?;
    let mut claiming = Claiming {
        terms,
        words: Vocabulary::new(),
        doubles: DoubleClaims::new(),
        counts: ClaimCounts::new(),
        apart: ApartCounts::new(),
        uncompared: 0,
        assumptions,
    };
    let mut progress = Progress::new(lang);
    let (name, mut block) = (source.name(), Vec::new());
    let mut stream = Stream::new(&name, options.encoding, &COLUMNS);
    let (mut rows, mut kept_out) = (0_u64, 0_u64);
    let mut header = true;
    loop {
        source.block(&mut block).map_err(|error| cannot(std::path::Path::new(&name), &error, lang))?;
        stream.push(&block);
        if block.is_empty() {
            stream.finish();
        }
        let ended = loop {
            let mut findings = Findings::new();
            let (row, claimed) = match stream.read(&mut findings) {
                Reading::More => break false,
                Reading::End if findings.is_empty() => break true,
                Reading::End => return Err(Refusal::of(findings).into()),
                Reading::Faulty => (stream.rows_read(), false),
                Reading::Row(row) => (row.number_of_row(), claiming.claim(&row, &mut findings)?),
            };
            // What has taken in other rows cannot be counted: nothing is claimed of such a file.
            if stream.broke_off() {
                return Err(Refusal::of(findings).into());
            }
            if std::mem::take(&mut header) {
                check_columns(&stream, options)?;
            }
            rows += 1;
            kept_out += u64::from(!claimed);
            if !findings.is_empty() {
                listing.row(row, &findings).map_err(failed)?;
            }
            if rows % ROUND == 0 {
                let (done, all) = source.done();
                progress.at(rows, done, all);
            }
        };
        if ended {
            break;
        }
    }
    if rows == 0 {
        let text = say(lang, "見出しの下に行がありません", "there is no row below the header");
        return Err(Stop::Plain(vec![format!("{name}: {text}")]));
    }
    let (first, findings, reasons) = listing.finish().map_err(failed)?;
    let Claiming { doubles, counts, apart, uncompared, mut assumptions, .. } = claiming;
    if !doubles.is_empty() {
        assumptions.add(assumption::DOUBLE_CLAIM);
    }
    let encoding = stream.encoding();
    let elapsed = progress.end();
    Ok(Claimed {
        rows,
        kept_out,
        counts,
        apart,
        uncompared,
        assumptions,
        reasons,
        first,
        findings,
        month,
        encoding,
        elapsed,
    })
}

/// What grows while rows are claimed: with the municipalities, and a little with the rows for the doubles.
struct Claiming<'b> {
    terms: RecordTerms<&'b RuleBook>,
    words: Vocabulary,
    doubles: DoubleClaims,
    counts: ClaimCounts,
    apart: ApartCounts,
    uncompared: u64,
    assumptions: Assumptions,
}

impl Claiming<'_> {
    /// Whether a row is claimed; what keeps it out is reported.
    fn claim(&mut self, row: &Row<'_, '_>, findings: &mut Findings) -> Result<bool, Stop> {
        let Some(record) = self.words.record(row, findings) else {
            return Ok(false);
        };
        let at = |member: &'static str| row.place(column(member));
        let Some(judged) = self.terms.judge(&record, at, findings, &mut self.assumptions) else {
            return Ok(false);
        };
        let number = u32::try_from(row.number_of_row()).unwrap_or(u32::MAX);
        if let Some(first) = self.doubles.note(&record, &judged, number) {
            findings.push(&RecordProblem::Double { first }, row.place(NUMBER));
            return Ok(false);
        }
        self.count(&record, &judged)?;
        Ok(true)
    }

    fn count(&mut self, record: &ClaimRecord, judged: &JudgedRecord) -> Result<(), Stop> {
        self.counts.add(judged.case, 1).map_err(|problem| Refusal::new(&problem, vsys_core::base::Path::root()))?;
        self.uncompared += u64::from(record.number.is_none());
        self.apart.add(record, judged);
        Ok(())
    }
}

/// What no row can tell when neither of two columns is there: said once, not for every row.
fn check_columns(stream: &Stream<'_>, options: &Options) -> Result<(), Stop> {
    let mut findings = Findings::new();
    let place = || stream.place_of_header();
    if !stream.has(AGE) && !stream.has(BIRTH) {
        findings.push(&missing([BIRTH, AGE]), place());
    }
    let timed = stream.has(TIME) && options.hours.is_some();
    if !stream.has(CLASS) && !timed {
        findings.push(&missing([CLASS, TIME]), place());
    }
    if findings.is_empty() { Ok(()) } else { Err(Refusal::of(findings).into()) }
}
