//! Any bytes as a sheet: the first byte chooses the encoding, the rest is the file.

#![no_main]

use std::str::FromStr;

use libfuzzer_sys::fuzz_target;
use vsys_core::base::{Findings, MunicipalityCode, Place};
use vsys_core::rows::{Column, Encoding, Sheet};

const FILE: &str = "fuzz.csv";
/// Short names, so that a fuzzer finds them.
const COLUMNS: [Column; 5] = [
    Column { names: &["t", "名"], required: true },
    Column { names: &["n", "数"], required: false },
    Column { names: &["d", "日"], required: false },
    Column { names: &["w"], required: false },
    Column { names: &["c"], required: false },
];
const MOST: u64 = 1_000;
const WORDS: [(&str, u8); 2] = [("a", 1), ("い", 2)];

fuzz_target!(|data: &[u8]| {
    let Some((&first, bytes)) = data.split_first() else {
        return;
    };
    let encoding = match first % 3 {
        0 => None,
        1 => Some(Encoding::Utf8),
        _ => Some(Encoding::Cp932),
    };
    let mut findings = Findings::new();
    let Some(mut sheet) = Sheet::open(FILE, bytes, encoding, &COLUMNS, &mut findings) else {
        assert!(findings.has_errors(), "a header is refused only with a finding");
        return;
    };
    let mut last = 1;
    while let Some(row) = sheet.next_row(&mut findings) {
        assert!(row.number_of_row() > last, "rows are numbered upwards from the header");
        last = row.number_of_row();
        let text = row.text(0);
        assert_eq!(text.trim(), text, "a text has no white space around it");
        if let Some(number) = row.number(1, MOST, &mut findings) {
            assert!(number <= MOST);
        }
        if let Some(date) = row.date(2, &mut findings) {
            assert_eq!(date.to_string(), row.text(2), "a date is written in one way only");
        }
        let _ = row.word(3, &WORDS, &mut findings);
        if let Some(code) = row.parse::<MunicipalityCode>(4, &mut findings) {
            assert_eq!(MunicipalityCode::from_str(&code.to_string()).ok(), Some(code));
        }
    }
    assert!(sheet.rows_read() <= bytes.len() + 1, "every row takes at least one byte");
    for finding in findings.sorted() {
        let Place::Cell(cell) = &finding.place else {
            panic!("a finding about a sheet has a cell: {finding:?}");
        };
        assert_eq!(cell.file, FILE);
        assert!(cell.row >= 1 && cell.row <= sheet.rows_read().max(1), "the row is one that was read: {finding:?}");
    }
});
