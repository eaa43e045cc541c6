//! The claim sheets as PDF, read back with poppler, which shares no code with what writes them.
//!
//! The font is IPAexGothic, as Debian's `fonts-ipaexfont-gothic` installs it, or the file that `VSYS_TEST_FONT`
//! names. Without font or poppler these tests fail.
//!
//! Source: 「請求総括書・市区町村別請求書の出力について」 and 「主な機能の変更点 その2」, 2021-11 (CLM-4 to 6,
//! CLM-12, CLM-13, CLM-16).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop where it stands"
)]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "poppler tells lengths on paper as decimal fractions; all are less than 3,000"
)]

#[path = "common/poppler.rs"]
mod poppler;
#[path = "common/sheets.rs"]
mod samples;

use std::sync::LazyLock;

use vsys_core::base::{Fraction, Refusal};
use vsys_core::claims::{ClaimCounts, ClaimSheets, SheetForm, SheetHead, render, sheets};

use poppler::{Pdf, Word};
use samples::{BOOK, MEGURO, MINATO, case, code, counts, head, make, new_sample, old_sample, terms};

static FONT: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let path = std::env::var("VSYS_TEST_FONT");
    let path = path.as_deref().unwrap_or("/usr/share/fonts/opentype/ipaexfont-gothic/ipaexg.ttf");
    std::fs::read(path).unwrap_or_else(|error| panic!("{path}: {error}: install fonts-ipaexfont-gothic"))
});

fn printed(sheets: &ClaimSheets) -> Pdf {
    Pdf::read(&render::pdf(sheets, &FONT).unwrap())
}

/// The new sample at 5 percent, as it is printed (CLM-5).
fn new_as_printed() -> ClaimSheets {
    new_sample(Some(Fraction::new(1, 20)))
}

/// A head whose fields are as long as they may be: full-width letters, and words that do not break.
fn long_head() -> SheetHead {
    let cycle = |text: &str, length| text.chars().cycle().take(length).collect::<String>();
    let mut head = head();
    head.address =
        Some(cycle("東京都港区見本一丁目2番34号 見本ビルディングSample-Tower-West二号棟", 100).parse().unwrap());
    head.representative = Some(cycle("架空見本", 60).parse().unwrap());
    head.telephone = Some(cycle("０３－００００", 30).parse().unwrap());
    head.facility_class = Some(cycle("見本", 10).parse().unwrap());
    head.name = Some(cycle("W", 100).parse().unwrap());
    head
}

/// Every page is a sheet on A4; every text stands within the margins, and none on another.
fn well_set(pdf: &Pdf, sheets: &ClaimSheets) {
    assert_eq!(pdf.pages.len(), sheets.iter().count());
    for page in &pdf.pages {
        // A4, to a tenth of a millimetre.
        assert_eq!((page.width.round(), page.height.round()), (2100.0, 2970.0));
        assert!(page.words.len() > 40);
        for (index, word) in page.words.iter().enumerate() {
            let within = word.left >= 149.9 && word.right <= 1950.1 && word.top >= 119.9 && word.bottom <= 2850.1;
            assert!(within, "{word:?}");
            for other in &page.words[..index] {
                let apart = word.right <= other.left + 0.5
                    || other.right <= word.left + 0.5
                    || word.bottom <= other.top + 0.5
                    || other.bottom <= word.top + 0.5;
                assert!(apart, "{word:?} stands on {other:?}");
            }
        }
    }
}

/// The words whose right end lies in a column, from the top down, each with that end.
fn column(words: &[Word], from: f64, until: f64) -> Vec<(String, f64)> {
    let within = |word: &&Word| word.left >= from && word.right <= until;
    let figure = |word: &&Word| word.text.chars().all(|char| char.is_ascii_digit() || ",件円".contains(char));
    words.iter().filter(within).filter(figure).map(|word| (word.text.clone(), word.right)).collect()
}

/// Where the columns of the table begin, and where the last one ends; the thick frame stands at the third and fifth.
const EDGES: [f64; 7] = [150.0, 330.0, 660.0, 990.0, 1410.0, 1630.0, 1950.0];

/// The figures of both claimed columns. A text keeps 1.8 mm from the
/// rule, and the digits of a line end one letter of 10 points before those of the total's unit.
fn claimed(words: &[Word]) -> [Vec<String>; 2] {
    [(EDGES[2], EDGES[3]), (EDGES[3], EDGES[4])].map(|(from, until)| {
        // The lists of prices lie below the note on the frame.
        let end = words.iter().find(|word| word.text.starts_with('↑')).unwrap().top;
        let above: Vec<Word> = words.iter().filter(|word| word.top < end).cloned().collect();
        let figures = column(&above, from, until);
        let (total, lines) = figures.split_last().unwrap();
        let edge = until - 18.0;
        assert!((total.1 - edge).abs() < 0.5 && total.0.ends_with(['件', '円']), "{total:?}");
        for line in lines {
            assert!((line.1 - (edge - 35.3)).abs() < 0.5, "{line:?}");
        }
        figures.into_iter().map(|(text, _)| text).collect()
    })
}

#[test]
fn the_old_sample_in_print() {
    let made = old_sample();
    let pdf = printed(&made);
    well_set(&pdf, &made);
    // CLM-4: the summary, and the sheet of the other municipality.
    let [count, amount] = claimed(&pdf.pages[0].words);
    assert_eq!(count, ["0", "5", "5", "0", "50", "50", "55件"]);
    assert_eq!(amount, ["0", "8,470", "8,470", "0", "113,850", "113,850", "122,320円"]);
    let [count, amount] = claimed(&pdf.pages[2].words);
    assert_eq!(count, ["0", "0", "0", "0", "10", "10", "10件"]);
    assert_eq!(amount, ["0", "0", "0", "0", "22,770", "22,770", "22,770円"]);
    same(&pdf, "claims_sheets_old.pdf.txt");
}

#[test]
fn the_new_sample_in_print() {
    let made = new_as_printed();
    let pdf = printed(&made);
    well_set(&pdf, &made);
    // CLM-5, CLM-16: twelve lines, two subtotals, the total.
    let [count, amount] = claimed(&pdf.pages[0].words);
    let zeros = |count: usize| vec!["0"; count];
    assert_eq!(count, [zeros(10), vec!["100", "50", "5", "155", "155件"]].concat());
    assert_eq!(amount, [zeros(10), vec!["217,350", "147,000", "22,050", "386,400", "386,400円"]].concat());
    same(&pdf, "claims_sheets_new.pdf.txt");
}

/// The expected files were read against the printed samples and the pictures of the pages before they were committed.
fn same(pdf: &Pdf, name: &str) {
    let got = pdf.positions();
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expected").join(name);
    let expected = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    for (number, (got, expected)) in got.lines().zip(expected.lines()).enumerate() {
        assert_eq!(got, expected, "{name}, line {}", number + 1);
    }
    assert_eq!(got, expected, "{name}");
}

/// What can be copied from the PDF is what the HTML says, character by character, the boxes apart.
#[test]
fn it_says_what_the_html_says() {
    for made in [old_sample(), new_as_printed()] {
        let html = render::html(&made);
        let body = html.split("<body>").nth(1).unwrap();
        let said: String = body.split('<').filter_map(|part| part.split('>').nth(1)).collect();
        let sorted = |text: &str| {
            let mut chars: Vec<char> =
                text.chars().filter(|char| !char.is_whitespace() && !"：☑☐".contains(*char)).collect();
            chars.sort_unstable();
            chars.into_iter().collect::<String>()
        };
        let pdf = printed(&made);
        let copied: String = pdf.pages.iter().flat_map(|page| &page.words).map(|word| word.text.as_str()).collect();
        assert_eq!(sorted(&copied), sorted(&said));
    }
}

#[test]
fn the_font_is_a_part_of_the_caller_s_and_inside() {
    let pdf = printed(&old_sample());
    assert_eq!(pdf.fonts.len(), 1, "{:?}", pdf.fonts);
    let font: Vec<&str> = pdf.fonts[0].split_whitespace().collect();
    // A subset has six letters and a plus before its name.
    assert_eq!(font[0].split_once('+').map(|(tag, name)| (tag.len(), name)), Some((6, "IPAexGothic")), "{font:?}");
    // Embedded, subset, with a table to Unicode.
    assert!(font.windows(3).any(|three| three == ["yes", "yes", "yes"]), "{font:?}");
    assert!(pdf.bytes.len() < FONT.len() / 20, "{} bytes", pdf.bytes.len());
}

#[test]
fn the_document_has_title_language_tags_and_no_date() {
    let made = old_sample();
    let bytes = render::pdf(&made, &FONT).unwrap();
    let has = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(has("/Lang (ja)") || has("/Lang(ja)"));
    for date in ["CreationDate", "ModDate", "CreateDate", "ModifyDate"] {
        assert!(!has(date), "{date}");
    }
    let pdf = Pdf::read(&bytes);
    assert!(pdf.info.contains("2021年04月請求分 見本クリニック"), "{}", pdf.info);
    assert!(pdf.info.lines().any(|line| line.starts_with("Tagged:") && line.ends_with("yes")), "{}", pdf.info);
    // Neither the representative nor the telephone number is in what describes the document.
    assert!(!pdf.info.contains("架空") && !pdf.info.contains("0000"), "{}", pdf.info);
    let lines = |text: &str| pdf.structure.lines().filter(|line| line.trim() == text).count();
    // A sheet has a heading, a table of claims and two of prices: 1 + 7, 2 and 2 rows.
    assert_eq!((lines("Table (block)"), lines("TR")), (3 * 3, 3 * (8 + 4)));
    // Every row of the claims has its blank cells.
    assert_eq!(pdf.structure.matches("TD\n").count(), 3 * (7 * 4 + 4));
}

#[test]
fn the_box_is_drawn_and_told() {
    // The summary includes the own municipality, whose sheet comes first.
    let pdf = printed(&old_sample());
    assert_eq!(pdf.figures(), ["チェックあり", "チェックあり", "チェックなし"]);
    let ink = |page: usize| {
        let note = pdf.pages[page].words.iter().find(|word| word.text.starts_with('※')).unwrap();
        // The box is 3.8 mm wide and stands left of its note, from the margin on; its inside is looked at.
        let place = [156.0, (note.top + note.bottom) / 2.0 - 13.0, 30.0, 26.0].map(|length| length as usize);
        pdf.ink(page, place).concat().into_iter().filter(|dot| *dot).count()
    };
    assert!(ink(0) > 50 && ink(1) > 50 && ink(2) == 0, "{} {} {}", ink(0), ink(1), ink(2));
}

/// CLM-6: the claimed columns stand in a thick frame, and no other column does.
#[test]
fn the_frame_is_thick_round_the_claimed_columns() {
    let pdf = printed(&new_as_printed());
    let header = pdf.pages[0].words.iter().find(|word| word.text == "区分").unwrap();
    // A row of dots above the letters of the header: rules, and nothing else.
    let row = pdf.ink(0, [0, header.top as usize - 5, 2100, 1]).concat();
    let mut rules = Vec::new();
    let mut start = 0;
    for run in row.chunk_by(|a, b| a == b) {
        if run[0] {
            rules.push((start + run.len() / 2, run.len()));
        }
        start += run.len();
    }
    assert_eq!(rules.len(), EDGES.len(), "{rules:?}");
    for (column, ((middle, width), edge)) in rules.into_iter().zip(EDGES).enumerate() {
        assert!((middle as f64 - edge).abs() < 2.0, "{column}: {middle}");
        let thick = column == 2 || column == 4;
        assert!(if thick { (7..=10).contains(&width) } else { width <= 4 }, "{column}: {width}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let twice = [(); 2].map(|()| render::pdf(&new_as_printed(), &FONT).unwrap());
    assert_eq!(twice[0], twice[1]);
    assert_ne!(twice[0], render::pdf(&new_sample(None), &FONT).unwrap());
}

#[test]
fn long_heads_are_wrapped_and_never_cut() {
    let cases = counts(&[(case(MINATO, 11), 1)]);
    let long = long_head();
    let made = sheets(&BOOK, long.clone(), &terms(SheetForm::New), &cases).unwrap().into_value();
    let pdf = printed(&made);
    well_set(&pdf, &made);
    for page in &pdf.pages {
        let copied: String = page.words.iter().map(|word| word.text.as_str()).collect();
        let all = |text: String| copied.contains(&text.replace(' ', ""));
        assert!(all(long.address.clone().unwrap().to_string()), "{copied}");
        assert!(all(long.representative.clone().unwrap().reveal().to_string()), "{copied}");
        assert!(all(long.telephone.clone().unwrap().reveal().to_string()), "{copied}");
        assert!(all(long.name.clone().unwrap().to_string()), "{copied}");
    }
}

#[test]
fn blank_heads_leave_their_lines() {
    let made =
        sheets(&BOOK, SheetHead::new(code(MINATO)), &terms(SheetForm::Old), &ClaimCounts::new()).unwrap().into_value();
    let pdf = printed(&made);
    well_set(&pdf, &made);
    let labels: Vec<&str> = pdf.pages[0].words.iter().map(|word| word.text.as_str()).collect();
    for label in ["医療機関等の所在地：", "代表者氏名：", "電話番号：", "施設等区分：", "医療機関等名称："]
    {
        assert!(labels.contains(&label), "{label}");
    }
}

/// As many cases as can be counted, at a tax of 100 percent: the amounts have 14 digits.
#[test]
fn big_figures_fit_their_columns() {
    let mut terms = terms(SheetForm::New);
    terms.tax_rate = Some(Fraction::whole(1));
    let made = make(&terms, &counts(&[(case(MEGURO, 8), 4_000_000_000), (case(MINATO, 11), 294_967_295)]));
    let pdf = printed(&made);
    well_set(&pdf, &made);
    let [count, amount] = claimed(&pdf.pages[0].words);
    assert_eq!(count.last().unwrap(), "4,294,967,295件");
    // 4,000,000,000 × 4,860 × 2 and 294,967,295 × 4,200 × 2.
    assert_eq!(amount[9], "38,880,000,000,000");
    assert_eq!(amount[12], "2,477,725,278,000");
    assert_eq!(amount.last().unwrap(), "41,357,725,278,000円");
}

/// A font whose letters are all an em wide: what is too wide for its column gets smaller, the digits still end at one
/// place, and the longest head still leaves room for everything.
#[test]
fn a_wide_font_fits_too() {
    let mut font = FONT.clone();
    let [header, widths, em] = [b"hhea", b"hmtx", b"head"].map(|tag| number(&font, entry(&font, tag) + 8));
    let em = [font[em + 18], font[em + 19]];
    let count = usize::from(u16::from_be_bytes([font[header + 34], font[header + 35]]));
    for glyph in 0..count {
        font[widths + 4 * glyph..widths + 4 * glyph + 2].copy_from_slice(&em);
    }
    let mut terms = terms(SheetForm::New);
    terms.tax_rate = Some(Fraction::whole(1));
    let cases = counts(&[(case(MINATO, 8), 4_000_000_000), (case(MINATO, 11), 294_967_295)]);
    let made = sheets(&BOOK, long_head(), &terms, &cases).unwrap().into_value();
    let pdf = Pdf::read(&render::pdf(&made, &font).unwrap());
    well_set(&pdf, &made);
    let words = &pdf.pages[1].words;
    for (text, until) in [("4,294,967,295", EDGES[3]), ("41,357,725,278,000", EDGES[4])] {
        let sum = words.iter().find(|word| word.text == text).unwrap();
        let total = words.iter().find(|word| word.text.starts_with(text) && word.text != text).unwrap();
        assert!((total.right - (until - 18.0)).abs() < 0.5, "{total:?}");
        let letter = (total.right - total.left) / total.text.chars().count() as f64;
        assert!((sum.right - (total.right - letter)).abs() < 0.5, "{sum:?} {total:?}");
    }
}

/// Whatever a font holds, there is a document or a refusal.
#[test]
fn a_broken_font_is_no_panic() {
    let made = old_sample();
    // splitmix64, as the vectors' own mutations use it.
    let mut state = 20_211_108_u64;
    let mut below = |most: usize| {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % most as u64).unwrap()
    };
    let tables: Vec<(usize, usize)> = (0..usize::from(u16::from_be_bytes([FONT[4], FONT[5]])))
        .map(|table| (number(&FONT, 12 + 16 * table + 8), number(&FONT, 12 + 16 * table + 12)))
        .collect();
    let mut written = 0;
    for _ in 0..ROUNDS {
        let mut font = FONT.clone();
        for _ in 0..=below(4) {
            // The directory, or the beginning of a table, where its form is decided.
            let (start, length) = if below(4) == 0 { (0, 332) } else { tables[below(tables.len())] };
            font[start + below(length.min(400))] = u8::try_from(below(256)).unwrap();
        }
        written += usize::from(render::pdf(&made, &font).is_ok());
    }
    assert!(written > 0 && written < ROUNDS, "{written}");
}

const ROUNDS: usize = 100;

// What is refused

fn codes_of(refusal: &Refusal) -> Vec<(&'static str, String)> {
    refusal.findings().sorted().iter().map(|finding| (finding.code, finding.place.to_string())).collect()
}

/// The entry of a table in the font's directory: tag, checksum, offset, length.
fn entry(font: &[u8], tag: &[u8; 4]) -> usize {
    (12..).step_by(16).find(|at| &font[*at..at + 4] == tag).unwrap()
}

fn number(font: &[u8], at: usize) -> usize {
    u32::from_be_bytes(font[at..at + 4].try_into().unwrap()) as usize
}

#[test]
fn what_is_no_font_is_refused() {
    let made = old_sample();
    let mut pictures = FONT.clone();
    let at = entry(&pictures, b"glyf");
    pictures[at..at + 4].copy_from_slice(b"none");
    // Names that end behind their table, at which the library that takes the font apart stumbles.
    let mut names = FONT.clone();
    let table = number(&names, entry(&names, b"name") + 8);
    for record in 0..usize::from(u16::from_be_bytes([names[table + 2], names[table + 3]])) {
        names[table + 6 + 12 * record + 8] = 0xff;
    }
    for bytes in [&b""[..], b"no font", &FONT[..1_000], &pictures, &names] {
        let refusal = render::pdf(&made, bytes).unwrap_err();
        assert_eq!(codes_of(&refusal), [("claims.font.unreadable", "/font".to_owned())]);
    }
}

/// OpenType, table OS/2: the bits of the licence stand in the ninth and tenth byte.
#[test]
fn a_font_that_may_not_be_embedded_is_refused() {
    let mut font = FONT.clone();
    let licence = number(&font, entry(&font, b"OS/2") + 8) + 8;
    for (bits, refused) in [(0x0002_u16, true), (0x0100, true), (0x0200, true), (0x0004, false), (0x0008, false)] {
        font[licence..licence + 2].copy_from_slice(&bits.to_be_bytes());
        let codes = render::pdf(&old_sample(), &font).err().map(|refusal| codes_of(&refusal));
        let expected = refused.then(|| vec![("claims.font.embedding", "/font".to_owned())]);
        assert_eq!(codes, expected, "{bits:#06x}");
    }
}

/// Everything that cannot be printed is told at once, and nothing of what is personal is shown.
#[test]
fn what_the_font_lacks_is_told_at_its_place() {
    let mut odd = head();
    // No hangul; a mark that would stand beside its letter; a variant that the font does not have.
    odd.name = Some("見本한クリニック".parse().unwrap());
    odd.representative = Some("架空 か\u{3099}太".parse().unwrap());
    odd.telephone = Some("03😀0000".parse().unwrap());
    odd.address = Some("東京都港区\u{e01ef}".parse().unwrap());
    let made = sheets(&BOOK, odd, &terms(SheetForm::Old), &ClaimCounts::new()).unwrap().into_value();
    let refusal = render::pdf(&made, &FONT).unwrap_err();
    let at = |field: &str| ("claims.render.glyph", format!("/head/{field}"));
    assert_eq!(codes_of(&refusal), ["address", "name", "representative", "telephone"].map(at));
    let positions: Vec<String> = refusal
        .findings()
        .sorted()
        .iter()
        .map(|finding| finding.message.en.replace(|char: char| !char.is_ascii_digit(), ""))
        .collect();
    assert_eq!(positions, ["5", "3", "5", "3"]);
    let told = format!("{refusal:?}");
    assert!(!told.contains("架空") && !told.contains('한') && !told.contains('😀') && !told.contains("0000"), "{told}");
}

/// A font without Japanese: the form's own characters are named, the caller's only counted.
#[test]
fn a_font_without_the_form_s_characters_is_refused() {
    let mut font = FONT.clone();
    let at = entry(&font, b"cmap");
    font[at..at + 4].copy_from_slice(b"none");
    let refusal = render::pdf(&old_sample(), &font).unwrap_err();
    let codes = codes_of(&refusal);
    assert!(codes.contains(&("claims.font.labels", "/font".to_owned())), "{codes:?}");
    // Six fields of the head and three addressees.
    assert_eq!(codes.iter().filter(|(code, _)| *code == "claims.render.glyph").count(), 9);
    let labels = refusal.findings().sorted().into_iter().find(|finding| finding.code == "claims.font.labels").unwrap();
    for label in ['請', '求', '円'] {
        assert!(labels.message.ja.contains(label), "{labels:?}");
    }
    // 見 and 架 stand in no label of the form.
    assert!(!labels.message.ja.contains(['見', '架', '空']), "{labels:?}");
}
