//! The functions for COBOL, called as COBOL calls them: records of bytes, wherever they lie.

#![allow(unsafe_code, reason = "these are the calls that COBOL makes")]
#![allow(clippy::indexing_slicing, reason = "a test may panic")]

use core::ptr::{null, null_mut};

use proptest::prelude::*;
use vsys::cobol::*;

/// A record of spaces and, where it has numbers, of zeros: what a program has after INITIALIZE.
fn blank<T: Copy>() -> T {
    // Every item is made of bytes, and whatever they are is a value.
    unsafe { core::mem::zeroed() }
}

fn text<const LEN: usize>(bytes: impl AsRef<[u8]>) -> Text<LEN> {
    let mut item = Text([b' '; LEN]);
    item.0[..bytes.as_ref().len()].copy_from_slice(bytes.as_ref());
    item
}

fn control(encoding: &str) -> Control {
    Control { abi: Whole(1_i32.to_ne_bytes()), encoding: text(encoding) }
}

fn whole(item: Whole) -> i32 {
    i32::from_ne_bytes(item.0)
}

fn long(item: Long) -> i64 {
    i64::from_ne_bytes(item.0)
}

/// What a call came to: its return code, which the result repeats, and the codes and items of what it tells.
fn call(control: Control, run: impl FnOnce(*const Control, *mut Outcome) -> i32) -> (i32, Vec<(String, String)>) {
    let mut outcome: Outcome = blank();
    let code = run(&raw const control, &raw mut outcome);
    assert_eq!(code, whole(outcome.code));
    let listed = usize::try_from(whole(outcome.listed)).unwrap();
    assert!(listed <= usize::try_from(whole(outcome.total)).unwrap());
    let trimmed = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap().trim_end().to_owned();
    let told = outcome.findings.iter().take(listed).map(|finding| {
        // A message is whole and in Japanese in both encodings.
        let decoded = match control.encoding.0[0] {
            b'U' => String::from_utf8(finding.message.0.to_vec()).unwrap(),
            _ => vsys_core::rows::Encoding::Cp932.decode(&finding.message.0).unwrap().into_owned(),
        };
        assert!(decoded.chars().any(|char| char > '\u{3000}') && decoded.ends_with(' '), "{decoded}");
        (trimmed(&finding.code.0), trimmed(&finding.field.0))
    });
    (code, told.collect())
}

fn told(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(code, item)| ((*code).to_owned(), (*item).to_owned())).collect()
}

fn price() -> Price {
    Price {
        date: Digits(*b"20211205"),
        service: text("接種"),
        age: text("6歳以上"),
        time: text("休日"),
        count: Whole(12_i32.to_ne_bytes()),
        ..blank()
    }
}

/// CLM-1, CLM-2: 2,070 and the surcharge of 2,130; CLM-17: 12 × 4,200 × 1.10.
#[test]
fn a_price_and_an_amount() {
    let mut record = price();
    let done = call(control("UTF-8"), |control, result| unsafe { vsys_cob_price(control, &raw mut record, result) });
    assert_eq!(done, (0, Vec::new()));
    assert_eq!((whole(record.unit), long(record.amount)), (4_200, 55_440));

    let cp932 = |word: &str| vsys_core::rows::Encoding::Cp932.encode(word).unwrap().into_owned();
    let mut record =
        Price { service: text(cp932("接種")), age: text(cp932("６歳以上")), time: text("holiday"), ..price() };
    let done = call(control("CP932"), |control, result| unsafe { vsys_cob_price(control, &raw mut record, result) });
    assert_eq!(done, (0, Vec::new()));
    assert_eq!((whole(record.unit), long(record.amount)), (4_200, 55_440));
}

#[test]
fn everything_wrong_at_once_and_nothing_written() {
    let mut record = Price {
        date: Digits(*b"20211301"),
        service: text(b"\x90\xDA\x8E"),
        age: text(""),
        time: text("夜"),
        count: Whole((-1_i32).to_ne_bytes()),
        unit: Whole(77_i32.to_ne_bytes()),
        amount: Long(77_i64.to_ne_bytes()),
    };
    let before = record;
    let done = call(control("UTF-8"), |control, result| unsafe { vsys_cob_price(control, &raw mut record, result) });
    let all = told(&[
        ("cobol.item.blank", "VSYS-P-AGE"),
        ("cobol.item.number", "VSYS-P-COUNT"),
        ("cobol.item.date", "VSYS-P-DATE"),
        ("cobol.item.encoding", "VSYS-P-SERVICE"),
        ("cobol.item.word", "VSYS-P-TIME"),
    ]);
    assert_eq!(done, (8, all));
    assert_eq!(record, before);
}

#[test]
fn a_call_that_cannot_be_meant() {
    let mut record = price();
    let before = record;
    let utf8 = control("UTF-8");
    assert_eq!(unsafe { vsys_cob_price(&raw const utf8, &raw mut record, null_mut()) }, 12);
    let without_control =
        call(control("CP932"), |_, result| unsafe { vsys_cob_price(null(), &raw mut record, result) });
    assert_eq!(without_control, (12, told(&[("c.argument.null", "")])));
    let without_record =
        call(control("UTF-8"), |control, result| unsafe { vsys_cob_price(control, null_mut(), result) });
    assert_eq!(without_record, (12, told(&[("c.argument.null", "")])));
    for (encoding, abi, code) in
        [("EBCDIC", 1, "cobol.control.encoding"), ("", 1, "cobol.control.encoding"), ("CP932", 0, "cobol.control.abi")]
    {
        let control = Control { abi: Whole(i32::to_ne_bytes(abi)), ..control(encoding) };
        let shown = Control { encoding: text("CP932"), ..control };
        let done = call(shown, |_, result| unsafe { vsys_cob_price(&raw const control, &raw mut record, result) });
        assert_eq!(done, (12, told(&[(code, "")])));
    }
    assert_eq!(record, before);
}

/// The copybook's first number is the ABI's, and its sizes are those that Rust reads.
#[test]
fn the_copybook_is_of_this_abi() {
    assert_eq!(Control::FIELDS[0].value, Some(vsys::VSYS_ABI_VERSION.to_string().as_str()));
    fn size(picture: &Picture) -> usize {
        match picture {
            Picture::Text(length) | Picture::Digits(length) => *length,
            Picture::Whole => 4,
            Picture::Long => 8,
            Picture::Pointer => size_of::<usize>(),
            Picture::Group(fields) => fields.iter().map(|field| size(&field.picture)).sum(),
            Picture::Table(times, element) => times * size(element),
        }
    }
    let sizes: Vec<usize> =
        RECORDS.iter().map(|record| record.fields.iter().map(|field| size(&field.picture)).sum()).collect();
    let read = [
        size_of::<Control>(),
        size_of::<Outcome>(),
        size_of::<Price>(),
        size_of::<Municipality>(),
        size_of::<Institution>(),
        size_of::<Deadline>(),
        size_of::<Hours>(),
        size_of::<Time>(),
        size_of::<Terms>(),
        size_of::<Batch>(),
        size_of::<Source>(),
        size_of::<Vaccination>(),
        size_of::<Priced>(),
        size_of::<Totals>(),
        size_of::<Sheet>(),
        size_of::<Apart>(),
    ];
    assert_eq!(sizes, read);
    assert_eq!(align_of::<Sheet>(), 1);
}

/// No name of the bundled tables is lost in CP932 or in its item.
#[test]
fn every_name_fits() {
    let book = vsys_core::rulebook::RuleBook::bundled().unwrap();
    for town in book.municipalities().iter() {
        let (name, cp932) = (&town.name, vsys_core::rows::Encoding::Cp932.encode(&town.name));
        assert!(name.len() <= 60 && cp932.is_ok(), "{name}");
    }
}

/// F-CODE: 港区 and its check digit; a ward's residents are paid for by the city (CLM-15).
#[test]
fn codes() {
    let ask = |code: &str, date: &[u8; 8]| {
        let mut record = Municipality { code: text(code), date: Digits(*date), ..blank() };
        let done = call(control("UTF-8"), |control, result| unsafe {
            vsys_cob_municipality(control, &raw mut record, result)
        });
        let trimmed = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap().trim_end().to_owned();
        (done, trimmed(&record.name.0), trimmed(&record.payer.0), trimmed(&record.payer_name.0))
    };
    assert_eq!(ask("131032", b"20211205"), ((0, Vec::new()), "港区".into(), "131032".into(), "港区".into()));
    let (done, _, payer, payer_name) = ask("011011", b"20211205");
    assert_eq!((done.0, payer.as_str(), payer_name.as_str()), (0, "011002", "札幌市"));
    let refused = |code: &str, date: &[u8; 8]| ask(code, date).0;
    assert_eq!(refused("131033", b"20211205"), (8, told(&[("code.municipality.check_digit", "VSYS-M-CODE")])));
    assert_eq!(
        refused("", b"00000000"),
        (8, told(&[("cobol.item.blank", "VSYS-M-CODE"), ("cobol.item.blank", "VSYS-M-DATE")]))
    );

    // The worked figure of F-CODE's weights lies in vsys-core; here a code of which one digit is changed.
    let institution = |code: &str, kind: &str| {
        let mut record = Institution { code: text(code), kind: text(kind) };
        call(control("UTF-8"), |control, result| unsafe { vsys_cob_institution(control, &raw mut record, result) })
    };
    assert_eq!(institution("131000000", "").0, 8);
    let warned: Vec<i32> = (0..10).map(|digit| institution(&format!("271000000{digit}"), "").0).collect();
    assert_eq!(warned.iter().filter(|code| **code == 0).count(), 1, "one check digit fits: {warned:?}");
    assert_eq!(institution("2710000000", "類似コード").0, 0);
    assert_eq!(institution("2710000000", "other"), (8, told(&[("cobol.item.word", "VSYS-I-KIND")])));
}

/// CLM-9: «2022年1/10〆切り» was a holiday, so the 11th; F-DEADLINE: paid by the end of the second month after.
#[test]
fn deadlines() {
    let mut record = Deadline { billing_month: Digits(*b"202201"), ..blank() };
    let done = call(control("CP932"), |control, result| unsafe { vsys_cob_deadline(control, &raw mut record, result) });
    assert_eq!(done, (0, Vec::new()));
    assert_eq!((record.nominal.0, record.deadline.0), (*b"20220110", *b"20220111"));
    assert_eq!((record.payment_by.0, record.closes.0), (*b"20220331", *b"202112"));
    let mut record = Deadline { billing_month: Digits(*b"202213"), ..record };
    let done = call(control("CP932"), |control, result| unsafe { vsys_cob_deadline(control, &raw mut record, result) });
    assert_eq!(done, (8, told(&[("cobol.item.month", "VSYS-D-BILLING-MONTH")])));
}

fn hours() -> Hours {
    let mut hours: Hours = blank();
    for day in &mut hours.week[..5] {
        day.spans[0] = Span { from: text("0900"), until: text("1200") };
        day.spans[1] = Span { from: text("1400"), until: text("1800") };
    }
    hours
}

/// F-TIME: outside the posted hours, a holiday, and a day without hours.
#[test]
fn classes_of_time() {
    let ask = |hours: &Hours, date: &[u8; 8], time: &str| {
        let mut record = Time { date: Digits(*date), time: text(time), ..blank() };
        let done = call(control("UTF-8"), |control, result| unsafe {
            vsys_cob_time_class(control, hours, &raw mut record, result)
        });
        (done, String::from_utf8(record.class.0.to_vec()).unwrap().trim_end_matches([' ', '\0']).to_owned())
    };
    let posted = hours();
    for (date, time, class) in [
        (b"20211201", "1000", "時間内"),
        (b"20211201", "1300", "時間外"),
        (b"20210722", "1000", "休日"),
        (b"20211204", "1000", "休日"),
    ] {
        assert_eq!(ask(&posted, date, time), ((0, Vec::new()), class.to_owned()));
    }
    let mut wrong = hours();
    wrong.week[2].spans[2] = Span { from: text("1700"), until: text("1900") };
    wrong.week[4].spans[0].until = text("    ");
    wrong.exceptions[3].spans[1] = ExceptionSpan { from: text("0900"), until: text("2500") };
    wrong.exceptions[7] = Exception { date: Digits(*b"20211232"), ..wrong.exceptions[7] };
    let (done, class) = ask(&wrong, b"20211201", "    ");
    let all = told(&[
        ("cobol.item.time", "VSYS-H-EXC-UNTIL(4,2)"),
        ("cobol.item.date", "VSYS-H-EXC-DATE(8)"),
        ("cobol.item.blank", "VSYS-C-TIME"),
        ("cobol.item.span", "VSYS-H-UNTIL(5,1)"),
        ("claims.hours.overlap", "VSYS-H-SPAN(3,3)"),
    ]);
    let mut sorted = (done.1.clone(), all);
    sorted.0.sort();
    sorted.1.sort();
    assert_eq!((done.0, sorted.0, class), (8, sorted.1, String::new()));
}

fn vaccination() -> Vaccination {
    Vaccination {
        number: text("0000000019"),
        municipality: text("131032"),
        birth_date: Digits(*b"19500101"),
        date: Digits(*b"20211206"),
        time: text(""),
        class: text("時間外"),
        age: text(""),
        service: text("接種"),
        dose: text("3"),
        coupon: text("あり"),
        returned: text(""),
    }
}

fn terms() -> Terms {
    Terms { billing_month: Digits(*b"202201"), municipality: text("131032"), include_own: text("1"), ..blank() }
}

fn open(terms: &Terms) -> Batch {
    let mut batch: Batch = blank();
    let done = call(control("UTF-8"), |control, result| unsafe {
        vsys_cob_batch_open(control, terms, null(), &raw mut batch, result)
    });
    assert_eq!(done, (0, Vec::new()));
    batch
}

fn add(batch: &Batch, number: i32, record: &Vaccination) -> ((i32, Vec<(String, String)>), Priced) {
    let length = i32::try_from(size_of::<Vaccination>()).unwrap();
    let source = Source { record_number: Whole(number.to_ne_bytes()), record_length: Whole(length.to_ne_bytes()) };
    let mut priced: Priced = blank();
    let done = call(control("UTF-8"), |control, result| unsafe {
        vsys_cob_batch_add(control, batch, &raw const source, record, &raw mut priced, result)
    });
    (done, priced)
}

/// CLM-4, CLM-17 for the amounts; F-VRS for the double; CLM-8 for the surcharge apart.
#[test]
fn a_batch_from_records_to_sheets() {
    let mut batch = open(&terms());
    let (done, priced) = add(&batch, 1, &vaccination());
    assert_eq!((done, whole(priced.unit), whole(priced.apart_unit)), ((0, Vec::new()), 2_800, 0));
    let (done, _) = add(&batch, 2, &vaccination());
    assert_eq!(done, (8, told(&[("claims.record.double", "VSYS-V-COUPON-NUMBER")])));
    // A late claim: the surcharge of 730 is claimed apart, which is a warning.
    let late = Vaccination { number: text("0000000027"), date: Digits(*b"20211108"), ..vaccination() };
    let (done, priced) = add(&batch, 3, &late);
    assert_eq!(done, (4, told(&[("claims.surcharge.apart", "VSYS-V-CLASS")])));
    assert_eq!((whole(priced.unit), whole(priced.apart_unit)), (2_070, 730));
    let other = Vaccination { municipality: text("011011"), number: text(""), ..vaccination() };
    assert_eq!(add(&batch, 4, &other).0, (0, Vec::new()));

    let mut totals: Totals = blank();
    let done = call(control("CP932"), |control, result| unsafe {
        vsys_cob_batch_sheets(control, &raw const batch, &raw mut totals, result)
    });
    // The head of the sheets is blank, which the clerk should know.
    assert_eq!(done.0, 4);
    assert!(done.1.contains(&("claims.head.blank".to_owned(), "VSYS-T-NAME".to_owned())), "{done:?}");
    let figures = [totals.read, totals.claimed, totals.kept_out, totals.uncompared, totals.sheets, totals.apart_lines];
    assert_eq!(figures.map(whole), [4, 3, 1, 1, 3, 1]);
    // 2 × 2,800 × 1.1 and 2,070 × 1.1; 730 × 1.1.
    assert_eq!((long(totals.count), long(totals.amount)), (3, 6_160 + 2_277));
    assert_eq!((long(totals.apart_count), long(totals.apart_amount)), (1, 803));

    let mut sheet = Sheet { number: Whole(2_i32.to_ne_bytes()), ..blank() };
    let done = call(control("UTF-8"), |control, result| unsafe {
        vsys_cob_batch_sheet(control, &raw const batch, &raw mut sheet, result)
    });
    assert_eq!((done, sheet.code.0, whole(sheet.lines)), ((0, Vec::new()), *b"011002", 12));
    assert_eq!((long(sheet.total_count), long(sheet.total_amount), long(sheet.subtotal[1].sub_count)), (1, 3_080, 1));
    for number in [0, 4, -1, i32::MAX] {
        let mut sheet = Sheet { number: Whole(number.to_ne_bytes()), ..blank() };
        let done = call(control("UTF-8"), |control, result| unsafe {
            vsys_cob_batch_sheet(control, &raw const batch, &raw mut sheet, result)
        });
        assert_eq!(done, (8, told(&[("cobol.item.index", "VSYS-S-NUMBER")])));
    }
    let mut apart = Apart { number: Whole(1_i32.to_ne_bytes()), ..blank() };
    let done = call(control("UTF-8"), |control, result| unsafe {
        vsys_cob_batch_apart(control, &raw const batch, &raw mut apart, result)
    });
    assert_eq!((done, apart.month.0, whole(apart.unit)), ((0, Vec::new()), *b"202111", 730));

    let stale = batch;
    let close = |batch: &mut Batch| {
        call(control("UTF-8"), |control, result| unsafe { vsys_cob_batch_close(control, batch, result) })
    };
    assert_eq!(close(&mut batch), (0, Vec::new()));
    assert_eq!(batch.handle.0, [0; size_of::<usize>()]);
    assert_eq!(close(&mut batch), (0, Vec::new()));
    assert_eq!(close(&mut { stale }), (12, told(&[("c.handle.stale", "")])));
    assert_eq!(add(&stale, 5, &vaccination()).0, (12, told(&[("c.handle.stale", "")])));
    assert_eq!(add(&batch, 5, &vaccination()).0, (12, told(&[("c.argument.null", "")])));
}

#[test]
fn terms_are_refused_as_a_whole() {
    let mut batch: Batch = blank();
    let wrong = Terms {
        billing_month: Digits(*b"2022  "),
        site: text("病院"),
        municipality: text("131033"),
        include_own: text("?"),
        institution: text("1"),
        ..blank()
    };
    let done = call(control("UTF-8"), |control, result| unsafe {
        vsys_cob_batch_open(control, &raw const wrong, null(), &raw mut batch, result)
    });
    let mut all = told(&[
        ("cobol.item.month", "VSYS-T-BILLING-MONTH"),
        ("cobol.item.word", "VSYS-T-SITE"),
        ("code.municipality.check_digit", "VSYS-T-MUNICIPALITY"),
        ("cobol.item.word", "VSYS-T-INCLUDE-OWN"),
        ("code.institution.form", "VSYS-T-INSTITUTION"),
    ]);
    let mut found = done.1;
    all.sort();
    found.sort();
    assert_eq!((done.0, found, batch), (8, all, blank()));
}

proptest! {
    /// Whatever the bytes are: a code, nothing worse, and all of it counted.
    #[test]
    fn any_record(bytes in proptest::collection::vec(any::<u8>(), size_of::<Vaccination>()), utf8: bool, number: i32, length: i32) {
        let batch = open(&terms());
        let record = unsafe { bytes.as_ptr().cast::<Vaccination>().read_unaligned() };
        let length = if number % 2 == 0 { i32::try_from(size_of::<Vaccination>()).unwrap() } else { length };
        let source = Source { record_number: Whole(number.to_ne_bytes()), record_length: Whole(length.to_ne_bytes()) };
        let mut priced: Priced = blank();
        let done = call(control(if utf8 { "UTF-8" } else { "CP932" }), |control, result| unsafe {
            vsys_cob_batch_add(control, &raw const batch, &raw const source, &raw const record, &raw mut priced, result)
        });
        prop_assert!(matches!(done.0, 0 | 4 | 8));
        let mut batch = batch;
        call(control("UTF-8"), |control, result| unsafe { vsys_cob_batch_close(control, &raw mut batch, result) });
    }
}
