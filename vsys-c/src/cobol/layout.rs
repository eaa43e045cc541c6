//! The records of COBOL: one table, from which Rust reads them and `cargo xtask gen` makes the copybook `VSYS.cpy`.
//!
//! Every item is made of bytes alone, so that a record has no gaps, lies anywhere, and is a value whatever it holds.

/// How COBOL declares an item.
pub enum Picture {
    /// `PIC X(n)`: text in the encoding of the call, padded with spaces.
    Text(usize),
    /// `PIC 9(n)`: digits as text; a date or a month.
    Digits(usize),
    /// `PIC S9(9) COMP-5`.
    Whole,
    /// `PIC S9(18) COMP-5`.
    Long,
    /// `USAGE POINTER`.
    Pointer,
    /// Items below it.
    Group(&'static [Field]),
    /// `OCCURS n TIMES`.
    Table(usize, &'static Self),
}

/// An item that COBOL can declare.
pub trait Shape {
    /// How.
    const PICTURE: Picture;
}

/// A named item of a record.
pub struct Field {
    /// Its name in the library: the member that a finding names.
    pub member: &'static str,
    /// Its name in COBOL.
    pub name: &'static str,
    /// What it is, in Japanese.
    pub ja: &'static str,
    /// How it is declared.
    pub picture: Picture,
    /// What it holds from the start.
    pub value: Option<&'static str>,
    /// The names of what it may hold.
    pub conditions: &'static [(&'static str, &'static str)],
}

/// A record that is passed BY REFERENCE.
pub struct Record {
    /// Its name in COBOL.
    pub name: &'static str,
    /// What it is, in Japanese.
    pub ja: &'static str,
    /// Its items.
    pub fields: &'static [Field],
}

/// A function with the records that it takes, in this order.
pub struct Function {
    /// Its name, for a CALL with a literal.
    pub name: &'static str,
    /// What it does, in Japanese.
    pub ja: &'static str,
    /// The names of its records.
    pub using: &'static [&'static str],
}

/// Text of a fixed length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(transparent)]
pub struct Text<const LEN: usize>(pub [u8; LEN]);

/// Digits of a fixed length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(transparent)]
pub struct Digits<const LEN: usize>(pub [u8; LEN]);

/// A whole number of four bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(transparent)]
pub struct Whole(pub [u8; 4]);

/// A whole number of eight bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(transparent)]
pub struct Long(pub [u8; 8]);

/// A handle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(transparent)]
pub struct Pointer(pub [u8; size_of::<usize>()]);

impl<const LEN: usize> Shape for Text<LEN> {
    const PICTURE: Picture = Picture::Text(LEN);
}

impl<const LEN: usize> Shape for Digits<LEN> {
    const PICTURE: Picture = Picture::Digits(LEN);
}

impl Shape for Whole {
    const PICTURE: Picture = Picture::Whole;
}

impl Shape for Long {
    const PICTURE: Picture = Picture::Long;
}

impl Shape for Pointer {
    const PICTURE: Picture = Picture::Pointer;
}

impl<T: Shape, const TIMES: usize> Shape for [T; TIMES] {
    const PICTURE: Picture = Picture::Table(TIMES, &T::PICTURE);
}

/// Declares groups and records: `Name` or `Name = "COBOL-NAME"`, its items as `member: Type = "COBOL-NAME" / "日本語"`.
macro_rules! layout {
    ($(
        #[doc = $doc:literal]
        $group:ident $(= $record:literal)? {
            $($member:ident: $type:ty = $name:literal / $ja:literal
              $(value $value:literal)? $(where $($condition:literal = $held:literal),+)?;)+
        }
    )+) => {
        $(
            #[doc = $doc]
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            #[repr(C)]
            pub struct $group {
                $(#[doc = $ja] pub $member: $type,)+
            }

            impl $group {
                /// Its items.
                pub const FIELDS: &'static [Field] = &[$(Field {
                    member: stringify!($member),
                    name: $name,
                    ja: $ja,
                    picture: <$type as Shape>::PICTURE,
                    value: layout!(@value $($value)?),
                    conditions: &[$($(($condition, $held)),+)?],
                }),+];
            }

            impl Shape for $group {
                const PICTURE: Picture = Picture::Group(Self::FIELDS);
            }
        )+

        /// The records in the order of the copybook.
        pub const RECORDS: &[Record] = &[
            $($(Record { name: $record, ja: $doc, fields: $group::FIELDS },)?)+
        ];
    };
    (@value) => { None };
    (@value $value:literal) => { Some($value) };
}

layout! {
    /// 呼び出しごとの設定
    Control = "VSYS-CONTROL" {
        abi: Whole = "VSYS-ABI" / "この登録集の ABI の番号" value "1";
        encoding: Text<8> = "VSYS-ENCODING" / "文字コード" value "\"CP932\""
            where "VSYS-CP932" = "\"CP932\"", "VSYS-UTF-8" = "\"UTF-8\"";
    }
    /// 指摘
    Finding {
        severity: Text<1> = "VSYS-F-SEVERITY" / "程度" where "VSYS-F-ERROR" = "\"E\"", "VSYS-F-WARNING" = "\"W\"";
        code: Text<64> = "VSYS-F-CODE" / "コード";
        field: Text<32> = "VSYS-F-FIELD" / "項目の名前";
        term: Text<60> = "VSYS-F-TERM" / "項目（日本語）";
        message: Text<400> = "VSYS-F-MESSAGE" / "理由（日本語）";
        help: Text<400> = "VSYS-F-HELP" / "対処（日本語）";
    }
    /// 呼び出しの結果
    Outcome = "VSYS-RESULT" {
        code: Whole = "VSYS-RETURN" / "結果（RETURN-CODE と同じ）"
            where "VSYS-OK" = "0", "VSYS-WARNED" = "4", "VSYS-REFUSED" = "8", "VSYS-WRONG-CALL" = "12",
                  "VSYS-FAILED" = "16";
        total: Whole = "VSYS-FINDINGS-TOTAL" / "指摘の総数";
        listed: Whole = "VSYS-FINDINGS" / "指摘の数（下の表にあるもの）";
        findings: [Finding; 12] = "VSYS-FINDING" / "指摘";
        assumed: Whole = "VSYS-ASSUMPTIONS" / "仮定の数";
        assumptions: [Text<64>; 8] = "VSYS-ASSUMPTION" / "仮定の番号";
    }
    /// 単価と請求金額
    Price = "VSYS-PRICE" {
        date: Digits<8> = "VSYS-P-DATE" / "接種日";
        service: Text<24> = "VSYS-P-SERVICE" / "区分: 予診のみ・接種";
        age: Text<24> = "VSYS-P-AGE" / "年齢区分: 6歳未満・6歳以上";
        time: Text<24> = "VSYS-P-TIME" / "時間区分: 時間内・時間外・休日";
        count: Whole = "VSYS-P-COUNT" / "請求件数";
        unit: Whole = "VSYS-P-UNIT" / "→ 単価（税抜き）";
        amount: Long = "VSYS-P-AMOUNT" / "→ 請求金額（税込み）";
    }
    /// 市町村コード
    Municipality = "VSYS-MUNICIPALITY" {
        code: Text<6> = "VSYS-M-CODE" / "市町村コード";
        date: Digits<8> = "VSYS-M-DATE" / "基準日";
        name: Text<60> = "VSYS-M-NAME" / "→ 市町村名";
        payer: Text<6> = "VSYS-M-PAYER" / "→ 請求先の市町村コード（区の場合はその市）";
        payer_name: Text<60> = "VSYS-M-PAYER-NAME" / "→ 請求先の市町村名";
    }
    /// 医療機関等の番号
    Institution = "VSYS-INSTITUTION" {
        code: Text<10> = "VSYS-I-CODE" / "医療機関等の番号";
        kind: Text<24> = "VSYS-I-KIND" / "種別: 保険医療機関・類似コード・介護保険事業所（空白は保険医療機関）";
    }
    /// 請求〆切
    Deadline = "VSYS-DEADLINE" {
        billing_month: Digits<6> = "VSYS-D-BILLING-MONTH" / "請求月";
        closes: Digits<6> = "VSYS-D-CLOSES" / "→ その月に請求する接種月";
        nominal: Digits<8> = "VSYS-D-NOMINAL" / "→ 10日";
        deadline: Digits<8> = "VSYS-D-DEADLINE" / "→ 請求〆切日";
        payment_by: Digits<8> = "VSYS-D-PAYMENT-BY" / "→ 支払いの期限";
    }
    /// 診療時間帯
    Span {
        from: Text<4> = "VSYS-H-FROM" / "開始（HHMM、空白はなし）";
        until: Text<4> = "VSYS-H-UNTIL" / "終了";
    }
    /// 診療日
    Day {
        spans: [Span; 3] = "VSYS-H-SPAN" / "時間帯";
    }
    /// 例外の日の時間帯
    ExceptionSpan {
        from: Text<4> = "VSYS-H-EXC-FROM" / "開始（HHMM、空白はなし）";
        until: Text<4> = "VSYS-H-EXC-UNTIL" / "終了";
    }
    /// 例外の日
    Exception {
        date: Digits<8> = "VSYS-H-EXC-DATE" / "日付（空白または 0 はなし）";
        spans: [ExceptionSpan; 3] = "VSYS-H-EXC-SPAN" / "時間帯（なければ休診）";
    }
    /// 診療時間
    Hours = "VSYS-HOURS" {
        week: [Day; 7] = "VSYS-H-DAY" / "月曜日から日曜日";
        exceptions: [Exception; 40] = "VSYS-H-EXCEPTION" / "例外の日";
    }
    /// 時間区分
    Time = "VSYS-TIME" {
        date: Digits<8> = "VSYS-C-DATE" / "接種日";
        time: Text<4> = "VSYS-C-TIME" / "接種時刻（HHMM）";
        class: Text<24> = "VSYS-C-CLASS" / "→ 時間区分";
        reason: Text<120> = "VSYS-C-REASON" / "→ 理由";
    }
    /// 請求の条件
    Terms = "VSYS-TERMS" {
        billing_month: Digits<6> = "VSYS-T-BILLING-MONTH" / "請求月";
        site: Text<48> = "VSYS-T-SITE" / "接種会場の種別（空白は医療機関）";
        municipality: Text<6> = "VSYS-T-MUNICIPALITY" / "医療機関等の所在する市町村コード";
        include_own: Text<1> = "VSYS-T-INCLUDE-OWN" / "同一市内にお住まいの方分" value "\"1\""
            where "VSYS-T-OWN-EXCLUDED" = "\"0\"", "VSYS-T-OWN-INCLUDED" = "\"1\"";
        institution: Text<10> = "VSYS-T-INSTITUTION" / "医療機関等番号";
        institution_kind: Text<24> = "VSYS-T-INSTITUTION-KIND" / "種別（空白は保険医療機関）";
        name: Text<300> = "VSYS-T-NAME" / "医療機関等名称";
        address: Text<300> = "VSYS-T-ADDRESS" / "医療機関等の所在地";
        facility_class: Text<30> = "VSYS-T-FACILITY-CLASS" / "施設等区分";
        representative: Text<180> = "VSYS-T-REPRESENTATIVE" / "代表者氏名";
        telephone: Text<30> = "VSYS-T-TELEPHONE" / "電話番号";
    }
    /// 請求の処理
    Batch = "VSYS-BATCH" {
        handle: Pointer = "VSYS-B-HANDLE" / "処理の番号";
    }
    /// 読み込んだレコード
    Source = "VSYS-SOURCE" {
        record_number: Whole = "VSYS-R-NUMBER" / "レコードの番号（1 から）";
        record_length: Whole = "VSYS-R-LENGTH" / "読み込んだ接種記録の長さ（バイト）";
    }
    /// 接種記録
    Vaccination = "VSYS-VACCINATION" {
        number: Text<10> = "VSYS-V-COUPON-NUMBER" / "券番号（空白可）";
        municipality: Text<6> = "VSYS-V-MUNICIPALITY" / "市町村コード";
        birth_date: Digits<8> = "VSYS-V-BIRTH-DATE" / "生年月日（空白可）";
        date: Digits<8> = "VSYS-V-DATE" / "接種日";
        time: Text<4> = "VSYS-V-TIME" / "接種時刻（HHMM、空白可）";
        class: Text<20> = "VSYS-V-CLASS" / "時間区分（空白可）";
        age: Text<20> = "VSYS-V-AGE" / "年齢区分（空白可）";
        service: Text<20> = "VSYS-V-SERVICE" / "区分";
        dose: Text<1> = "VSYS-V-DOSE" / "回数（空白可）";
        coupon: Text<20> = "VSYS-V-COUPON" / "接種券の有無: あり・なし";
        returned: Text<8> = "VSYS-V-RETURNED" / "返戻（空白可）";
    }
    /// 請求する1件
    Priced = "VSYS-PRICED" {
        payer: Text<6> = "VSYS-Q-PAYER" / "請求先の市町村コード";
        payer_name: Text<60> = "VSYS-Q-PAYER-NAME" / "請求先の市町村名";
        service: Text<24> = "VSYS-Q-SERVICE" / "区分";
        age: Text<24> = "VSYS-Q-AGE" / "年齢区分";
        time: Text<24> = "VSYS-Q-TIME" / "請求書での時間区分";
        unit: Whole = "VSYS-Q-UNIT" / "単価（税抜き）";
        apart: Text<24> = "VSYS-Q-APART" / "別に請求する加算の時間区分（なければ空白）";
        apart_unit: Whole = "VSYS-Q-APART-UNIT" / "その加算額（税抜き）";
    }
    /// 合計
    Totals = "VSYS-TOTALS" {
        read: Whole = "VSYS-TOT-READ" / "渡された件数";
        claimed: Whole = "VSYS-TOT-CLAIMED" / "請求する件数";
        kept_out: Whole = "VSYS-TOT-KEPT-OUT" / "除いた件数";
        uncompared: Whole = "VSYS-TOT-UNCOMPARED" / "券番号がなく二重請求を確認できない件数";
        sheets: Whole = "VSYS-TOT-SHEETS" / "請求書の枚数（請求総括書を含む）";
        apart_lines: Whole = "VSYS-TOT-APART-LINES" / "別請求の行数";
        count: Long = "VSYS-TOT-COUNT" / "請求総括書の請求件数";
        amount: Long = "VSYS-TOT-AMOUNT" / "請求総括書の請求金額（税込み）";
        apart_count: Long = "VSYS-TOT-APART-COUNT" / "別請求の件数";
        apart_amount: Long = "VSYS-TOT-APART-AMOUNT" / "別請求の金額（税込み）";
    }
    /// 請求書の行
    Line {
        line_service: Text<24> = "VSYS-L-SERVICE" / "区分";
        label: Text<48> = "VSYS-L-LABEL" / "種類";
        unit: Whole = "VSYS-L-UNIT" / "単価（税抜き、なければ 0）";
        line_count: Long = "VSYS-L-COUNT" / "請求件数";
        line_amount: Long = "VSYS-L-AMOUNT" / "請求金額（税込み）";
    }
    /// 小計
    Subtotal {
        sub_service: Text<24> = "VSYS-U-SERVICE" / "区分";
        sub_count: Long = "VSYS-U-COUNT" / "請求件数";
        sub_amount: Long = "VSYS-U-AMOUNT" / "請求金額（税込み）";
    }
    /// 請求書
    Sheet = "VSYS-SHEET" {
        number: Whole = "VSYS-S-NUMBER" / "請求書の番号（1 は請求総括書）";
        title: Text<90> = "VSYS-S-TITLE" / "→ 帳票名";
        addressee: Text<90> = "VSYS-S-ADDRESSEE" / "→ あて先";
        code: Text<6> = "VSYS-S-CODE" / "→ 市区町村番号";
        name: Text<60> = "VSYS-S-NAME" / "→ 市区町村名";
        coupon: Text<40> = "VSYS-S-COUPON" / "→ 被接種者区分";
        checked: Text<1> = "VSYS-S-CHECKED" / "→ 同一市内の印"
            where "VSYS-S-IS-CHECKED" = "\"1\"", "VSYS-S-NOT-CHECKED" = "\"0\"";
        lines: Whole = "VSYS-S-LINES" / "→ 行の数";
        line: [Line; 12] = "VSYS-S-LINE" / "→ 行";
        subtotal: [Subtotal; 2] = "VSYS-S-SUBTOTAL" / "→ 小計（予診のみ・接種）";
        total_count: Long = "VSYS-S-TOTAL-COUNT" / "→ 請求件数の合計";
        total_amount: Long = "VSYS-S-TOTAL-AMOUNT" / "→ 請求金額の合計（税込み）";
    }
    /// 別に請求する加算
    Apart = "VSYS-APART" {
        number: Whole = "VSYS-A-NUMBER" / "行の番号（1 から）";
        code: Text<6> = "VSYS-A-CODE" / "→ 市区町村番号";
        name: Text<60> = "VSYS-A-NAME" / "→ 市区町村名";
        month: Digits<6> = "VSYS-A-MONTH" / "→ 接種月";
        class: Text<24> = "VSYS-A-CLASS" / "→ 時間区分";
        unit: Whole = "VSYS-A-UNIT" / "→ 加算額（税抜き）";
        count: Long = "VSYS-A-COUNT" / "→ 件数";
        amount: Long = "VSYS-A-AMOUNT" / "→ 金額（税込み）";
    }
}

/// The functions in the order of the copybook.
pub const FUNCTIONS: &[Function] = &[
    function("vsys_cob_price", "単価と請求金額を求める", &["VSYS-PRICE"]),
    function("vsys_cob_municipality", "市町村コードを確認し、名前と請求先を求める", &["VSYS-MUNICIPALITY"]),
    function("vsys_cob_institution", "医療機関等の番号を確認する", &["VSYS-INSTITUTION"]),
    function("vsys_cob_deadline", "請求〆切と支払いの期限を求める", &["VSYS-DEADLINE"]),
    function("vsys_cob_time_class", "時間内・時間外・休日を求める", &["VSYS-HOURS", "VSYS-TIME"]),
    function(
        "vsys_cob_batch_open",
        "請求の処理を始める（VSYS-HOURS は OMITTED でもよい）",
        &["VSYS-TERMS", "VSYS-HOURS", "VSYS-BATCH"],
    ),
    function(
        "vsys_cob_batch_add",
        "接種記録を1件渡す（請求できるものは数えられる）",
        &["VSYS-BATCH", "VSYS-SOURCE", "VSYS-VACCINATION", "VSYS-PRICED"],
    ),
    function("vsys_cob_batch_sheets", "それまでの分の請求書を作り、合計を求める", &["VSYS-BATCH", "VSYS-TOTALS"]),
    function("vsys_cob_batch_sheet", "作った請求書を1枚受け取る", &["VSYS-BATCH", "VSYS-SHEET"]),
    function("vsys_cob_batch_apart", "別に請求する加算を1行受け取る", &["VSYS-BATCH", "VSYS-APART"]),
    function("vsys_cob_batch_close", "請求の処理を終える", &["VSYS-BATCH"]),
];

/// Before its own records stands the control, behind them the result.
const fn function(name: &'static str, ja: &'static str, using: &'static [&'static str]) -> Function {
    Function { name, ja, using }
}
