//! Sheets that come block by block: the same rows and findings as from the whole, both encodings, bounds.
//!
//! Source: the wire contract (WIRE-2). What a row holds is told by a writer of this file, not by the reader.

use proptest::prelude::*;
use vsys_core::base::Findings;
use vsys_core::rows::{Column, Encoding, Reading, Sheet, Stream};

const COLUMNS: [Column; 2] =
    [Column { names: &["a", "い"], required: true }, Column { names: &["b", "ろ"], required: true }];

/// The rows with their numbers, and the findings with place and text.
type Read = (Vec<(usize, [String; 2])>, Vec<String>);

fn told(findings: &Findings) -> Vec<String> {
    findings.sorted().iter().map(|f| format!("{} {} {:?}", f.place, f.code, f.value)).collect()
}

fn whole(bytes: &[u8], encoding: Option<Encoding>) -> Read {
    let (mut findings, mut rows) = (Findings::new(), Vec::new());
    if let Some(mut sheet) = Sheet::open("f.csv", bytes, encoding, &COLUMNS, &mut findings) {
        while let Some(row) = sheet.next_row(&mut findings) {
            rows.push((row.number_of_row(), [0, 1].map(|column| row.text(column).into_owned())));
        }
    }
    (rows, told(&findings))
}

/// What a stream tells of blocks: rows and findings, how many rows are faulty, whether it broke off.
fn streamed<'b>(blocks: impl Iterator<Item = &'b [u8]>, encoding: Option<Encoding>) -> (Read, usize, bool) {
    let (mut findings, mut rows, mut faulty) = (Findings::new(), Vec::new(), 0);
    let mut stream = Stream::new("f.csv", encoding, &COLUMNS);
    let mut read = |stream: &mut Stream<'_>| loop {
        match stream.read(&mut findings) {
            Reading::Row(row) => {
                rows.push((row.number_of_row(), [0, 1].map(|column| row.text(column).into_owned())));
            }
            Reading::Faulty => faulty += 1,
            Reading::More => break false,
            Reading::End => break true,
        }
    };
    for block in blocks {
        stream.push(block);
        read(&mut stream);
    }
    stream.finish();
    assert!(read(&mut stream), "after the last byte there is an end");
    let broke_off = stream.broke_off();
    ((rows, told(&findings)), faulty, broke_off)
}

/// Bytes cut at some places.
fn blocks<'b>(bytes: &'b [u8], cuts: &[usize]) -> Vec<&'b [u8]> {
    let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut % (bytes.len() + 1)).collect();
    cuts.extend([0, bytes.len()]);
    cuts.sort_unstable();
    cuts.windows(2).map(|pair| &bytes[pair[0]..pair[1]]).collect()
}

const ENCODINGS: [Option<Encoding>; 3] = [None, Some(Encoding::Utf8), Some(Encoding::Cp932)];

/// Pieces of which a file is made: separators, quotes, line ends, characters of both encodings, and half ones.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let piece = |bytes: &'static [u8]| Just(bytes.to_vec());
    prop_oneof![
        4 => piece(b","),
        2 => piece(b"\""),
        2 => piece(b"\n"),
        2 => piece(b"\r\n"),
        1 => piece(b"\r"),
        3 => piece(b"x"),
        1 => piece(b" "),
        1 => piece("表".as_bytes()),
        1 => piece(b"\x95\x5c"),
        1 => piece(b"\x82"),
        1 => piece(b"\xEF\xBB\xBF"),
        1 => piece(b"#"),
    ]
}

fn file() -> impl Strategy<Value = Vec<u8>> {
    let header = prop_oneof![
        8 => Just(b"a,b\n".to_vec()),
        1 => Just(b"\xEF\xBB\xBFa,b\r\n".to_vec()),
        1 => Just("い,ろ\r".as_bytes().to_vec()),
        1 => Just(Vec::new()),
    ];
    (header, prop::collection::vec(piece(), 0..60)).prop_map(|(header, pieces)| [header, pieces.concat()].concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn however_the_bytes_are_divided_rows_and_findings_are_the_same(
        bytes in file(),
        cuts in prop::collection::vec(any::<usize>(), 0..12),
    ) {
        for encoding in ENCODINGS {
            let expected = whole(&bytes, encoding);
            let (read, faulty, _) = streamed(blocks(&bytes, &cuts).into_iter(), encoding);
            prop_assert_eq!(&read, &expected);
            prop_assert_eq!(&streamed(bytes.chunks(1), encoding).0, &expected, "byte by byte");
            // A row with a fault has at least one finding; one without has none.
            prop_assert!(faulty <= expected.1.len());
        }
    }

    /// Whatever cells hold, they are read as they were written, in both encodings and with every line end.
    #[test]
    fn what_is_written_is_read(
        cells in prop::collection::vec(("[a-z表ソ\",\n ]{0,6}", "[あ-ん0-9\"\r]{1,6}"), 1..8),
        end in prop_oneof![Just("\n"), Just("\r\n"), Just("\r")],
        cuts in prop::collection::vec(any::<usize>(), 0..6),
    ) {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let lines = cells.iter().map(|(a, b)| format!("{},{}{end}", quoted(a), quoted(b)));
        let text = format!("い,ろ{end}{}", lines.collect::<String>());
        let expected: Vec<_> = (2..).zip(cells.iter().map(|(a, b)| [a.trim().to_owned(), b.trim().to_owned()])).collect();
        let (cp932, _, lossy) = encoding_rs::SHIFT_JIS.encode(&text);
        prop_assert!(!lossy);
        for (bytes, encoding) in [(text.as_bytes(), Encoding::Utf8), (&cp932, Encoding::Cp932)] {
            for encoding in [None, Some(encoding)] {
                let (read, _, broke_off) = streamed(blocks(bytes, &cuts).into_iter(), encoding);
                prop_assert_eq!(&read, &(expected.clone(), Vec::new()));
                prop_assert!(!broke_off);
            }
        }
    }
}

/// Rows in ASCII are given out at once; the first other decides, however late it comes.
#[test]
fn the_encoding_is_decided_by_what_is_beyond_ascii() {
    let ascii = "x,y\n".repeat(50_000);
    let (cp932, _, _) = encoding_rs::SHIFT_JIS.encode("ソ,表\n");
    let late = [b"a,b\n", ascii.as_bytes(), &cp932].concat();
    let (rows, findings) = whole(&late, None);
    assert_eq!(rows.last().unwrap(), &(50_002, ["ソ".to_owned(), "表".to_owned()]));
    assert_eq!(findings, Vec::<String>::new());
    assert_eq!(Encoding::detect(&late), Encoding::Cp932);

    let mut stream = Stream::new("f.csv", None, &COLUMNS);
    let mut findings = Findings::new();
    stream.push(b"a,b\nx,y\n");
    assert!(matches!(stream.read(&mut findings), Reading::Row(_)));
    assert_eq!(stream.encoding(), None, "ASCII reads alike in both");
    stream.push("ソ,表\n".as_bytes());
    assert!(matches!(stream.read(&mut findings), Reading::More), "64 KiB or the end decide");
    stream.push("ソ,表\n".repeat(10_000).as_bytes());
    assert!(matches!(stream.read(&mut findings), Reading::Row(_)));
    assert_eq!(stream.encoding(), Some(Encoding::Utf8));
}

/// 64 KiB in UTF-8 decide; what is not UTF-8 behind them is a finding at its cell, and the rest is read.
#[test]
fn bytes_of_another_encoding_that_come_late_are_a_finding() {
    let row = "表,町\n";
    let rows = 65_536 / row.len() + 2;
    let mut bytes = b"a,b\n".to_vec();
    bytes.extend(row.repeat(rows).bytes());
    bytes.extend(b"\x95\x5c,y\n");
    bytes.extend(row.bytes());
    let (read, findings) = whole(&bytes, None);
    assert_eq!(read.len(), rows + 1);
    assert_eq!(findings, [format!("f.csv!A{} rows.cell.encoding None", rows + 2)]);
    // The window may end inside a character: three bytes each, and 65,536 is no multiple.
    let cells = "表".repeat(30_000);
    let (_, findings) = whole(format!("a,b\n{cells},x\n").as_bytes(), None);
    assert_eq!(findings, Vec::<String>::new());
}

/// A record of 256 KiB is read; a byte more, and reading ends there with the cell in which it broke.
#[test]
fn a_record_has_a_longest_length() {
    let most = 1 << 18;
    for (extra, divided) in [(0, false), (0, true), (1, false), (1, true)] {
        // «x,» and the line end.
        let long = "y".repeat(most - 3 + extra);
        let text = format!("a,b\n1,2\nx,{long}\n3,4\n");
        let size = if divided { 1_000 } else { text.len() };
        let ((rows, findings), faulty, broke_off) = streamed(text.as_bytes().chunks(size), None);
        if extra == 0 {
            assert_eq!((rows.len(), faulty, broke_off), (3, 0, false));
            assert_eq!(findings, Vec::<String>::new());
        } else {
            assert_eq!((rows.len(), faulty, broke_off), (1, 1, true));
            assert_eq!(findings, ["f.csv!B3 rows.row.too_long None"]);
        }
    }
    // An open quotation mark in the first column of row 3, and a month of rows behind it.
    let text = format!("a,b\n1,2\n\"3,4\n{}", "5,6\n".repeat(100_000));
    let ((rows, findings), faulty, broke_off) = streamed(text.as_bytes().chunks(4_096), None);
    assert_eq!((rows.len(), faulty, broke_off), (1, 1, true));
    assert_eq!(findings, ["f.csv!A3 rows.row.too_long None"]);
    // Near the end it is found as what it is.
    let ((_, findings), _, broke_off) = streamed([&b"a,b\n1,2\n\"3,4\n5,6\n"[..]].into_iter(), None);
    assert!(broke_off);
    assert_eq!(findings[1], "f.csv!A3 rows.cell.quote_open None");
}

/// What is wrong with a cell that holds personal data is told without its text.
#[test]
fn a_private_cell_is_never_shown() {
    let mut findings = Findings::new();
    let mut sheet = Sheet::open("f.csv", b"a,b\n12345678,9\n", None, &COLUMNS, &mut findings).unwrap();
    let row = sheet.next_row(&mut findings).unwrap();
    assert_eq!(row.private().parse::<vsys_core::base::CouponNumber>(0, &mut findings), None);
    assert_eq!(row.private().date(0, &mut findings), None);
    assert_eq!(row.number(1, 1, &mut findings), None);
    let expected =
        ["f.csv!A2 code.coupon.form None", "f.csv!A2 rows.cell.date None", "f.csv!B2 rows.cell.number Some(\"9\")"];
    assert_eq!(told(&findings), expected);
}
