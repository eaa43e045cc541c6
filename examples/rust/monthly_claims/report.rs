//! The summary of a month: as text for the clerk, as JSON for a program, and what the terminal shows.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use vsys_core::base::{Findings, Lang, Place, Quantity, Rounding, Severity};
use vsys_core::calendar::Month;
use vsys_core::claims::{
    ApartClaim, Claim, ClaimDeadline, ClaimSheets, PriceLine, SheetForm, SheetSum, SheetTerms, claim_deadline, select,
    sheets,
};
use vsys_core::rulebook::{AssumptionEntry, RuleBook};
use vsys_examples::{grouped, pad, say, width};

use crate::Stop;
use crate::listing::{place, quoted, severity};
use crate::month::Claimed;
use crate::options::Options;

/// Everything that is said of a month, ready to be written.
pub(crate) struct Summary<'c> {
    claimed: &'c Claimed,
    form: SheetForm,
    /// Absent when no row can be claimed.
    sheets: Option<ClaimSheets>,
    /// The sums of all municipal sheets by line.
    lines: Vec<(PriceLine, SheetSum)>,
    /// Surcharges claimed apart, with the name of the municipality.
    apart: Vec<(String, ApartClaim)>,
    deadline: ClaimDeadline,
    /// What is worth knowing: blank fields of the head, a month in which V-SYS is closed.
    notes: Findings,
    assumptions: Vec<AssumptionEntry>,
    billing: Month,
    clinic: String,
    include_own: bool,
}

impl<'c> Summary<'c> {
    /// Makes the sheets and everything beside them.
    pub(crate) fn make(book: &RuleBook, options: &Options, claimed: &'c Claimed) -> Result<Self, Stop> {
        let billing = options.month;
        // The month before is what a month of claim closes; the form follows from the month of claim alone.
        let vaccination = billing.previous().unwrap_or(billing);
        let claim = Claim { vaccination, billing, site: options.site, returned: false };
        let form = select(book.tariff(), &claim)?.value().sheet;
        let mut terms = SheetTerms::new(form, billing, vaccination);
        terms.include_own = options.include_own;
        let mut notes = claimed.month.clone();
        let mut rests_on = claimed.assumptions.clone();
        let mut made = None;
        if claimed.counts.total() > 0 {
            let answer = sheets(book, options.head.clone(), &terms, &claimed.counts)?;
            let (value, findings, assumptions) = answer.into_parts();
            notes.extend(findings);
            rests_on.extend(&assumptions);
            made = Some(value);
        }
        let deadline = claim_deadline(book.tariff(), book.holidays(), billing)?;
        let (apart, _, more) = claimed.apart.claims(book, Rounding::Floor)?.into_parts();
        rests_on.extend(&more);
        let town = |claim: &ApartClaim| book.municipalities().find(claim.municipality).map(|town| town.name.clone());
        let apart = apart.into_iter().map(|claim| (town(&claim).unwrap_or_default(), claim)).collect();
        let assumptions = book.assumptions().iter().filter(|entry| rests_on.iter().any(|id| id.as_str() == entry.id));
        let name = options.head.name.as_ref().map(ToString::to_string);
        Ok(Self {
            claimed,
            form,
            lines: made.as_ref().map(lines).unwrap_or_default(),
            sheets: made,
            apart,
            deadline: deadline.into_value(),
            notes,
            assumptions: assumptions.cloned().collect(),
            billing,
            clinic: name.unwrap_or_default(),
            include_own: options.include_own,
        })
    }

    pub(crate) const fn sheets(&self) -> Option<&ClaimSheets> {
        self.sheets.as_ref()
    }

    /// The surcharges that are claimed apart (別請求), a line for each municipality, month and class.
    pub(crate) fn apart_csv(&self, lang: Lang) -> String {
        let header = say(
            lang,
            "市区町村番号,市区町村名,接種月,時間区分,加算額（税抜き）,件数,金額（税込み）",
            "municipality,name,vaccination_month,class,unit,count,amount",
        );
        let mut out = format!("\u{feff}{header}\r\n");
        for (name, claim) in &self.apart {
            let ApartClaim { municipality, vaccination_month, time, unit, count, amount, .. } = claim;
            let class = say(lang, time.ja(), time.as_str());
            let name = quoted(name);
            out.push_str(&format!("{municipality},{name},{vaccination_month},{class},{unit},{count},{amount}\r\n"));
        }
        out
    }

    /// The summary for a program.
    pub(crate) fn json(&self) -> String {
        let reasons = |of: Severity| -> Vec<Value> {
            let those = self.claimed.reasons.iter().filter(|(_, reason)| reason.severity == of);
            those.map(|(code, r)| json!({"code": code, "findings": r.findings, "rows": r.rows})).collect()
        };
        let sum = |sum: SheetSum| json!({"count": sum.count, "amount": sum.amount.number()});
        let lines = self.lines.iter().map(|(line, sum)| {
            json!({"service": line.service.as_str(), "age": line.age.as_str(), "time": line.time.as_str(),
                   "count": sum.count, "amount": sum.amount.number()})
        });
        let apart = self.apart.iter().map(|(name, claim)| {
            json!({"municipality": claim.municipality.to_string(), "name": name,
                   "vaccination_month": claim.vaccination_month.to_string(), "class": claim.time.as_str(),
                   "unit": claim.unit.number(), "count": claim.count, "amount": claim.amount.number()})
        });
        let assumptions = self
            .assumptions
            .iter()
            .map(|entry| json!({"id": entry.id, "ruling": {"en": entry.ruling.en, "ja": entry.ruling.ja}}));
        let notes: Vec<Value> = self
            .notes
            .sorted()
            .iter()
            .map(|note| json!({"code": note.code, "place": note.place.to_string()}))
            .collect();
        let deadline = &self.deadline;
        let document = json!({
            "billing_month": self.billing.to_string(),
            "form": self.form.as_str(),
            "rows": {"read": self.claimed.rows, "claimed": self.claimed.counts.total(), "kept_out": self.claimed.kept_out},
            "kept_out_by_reason": reasons(Severity::Error),
            "warnings": reasons(Severity::Warning),
            "findings": self.claimed.findings,
            "without_coupon_number": self.claimed.uncompared,
            "claimed": {"total": sum(self.total()), "lines": lines.collect::<Vec<_>>()},
            "sheets": self.sheets.as_ref().map(|sheets| json!({
                "include_own": self.include_own,
                "municipal": sheets.municipal().len(),
                "summary": sum(sheets.summary().table().total()),
            })),
            "apart": {"total": sum(self.apart_total()), "lines": apart.collect::<Vec<_>>()},
            "deadline": {"nominal": deadline.nominal.to_string(), "date": deadline.deadline.to_string(),
                         "payment_by": deadline.payment_by.to_string()},
            "notes": notes,
            "assumptions": assumptions.collect::<Vec<_>>(),
        });
        format!("{document:#}\n")
    }

    /// The summary for the clerk.
    pub(crate) fn text(&self, lang: Lang) -> String {
        let mut out = String::new();
        let mut line = |text: String| {
            out.push_str(text.trim_end());
            out.push('\n');
        };
        let (year, month) = (self.billing.year(), self.billing.month());
        line(say(
            lang,
            format!("{year}年{month:02}月請求分 コロナワクチン接種費等の請求  {}", self.clinic),
            format!("Claim of {} {}", self.billing, self.clinic),
        ));
        line(String::new());
        self.rows(lang, &mut line);
        self.figures(lang, &mut line);
        self.apart_text(lang, &mut line);
        self.days(lang, &mut line);
        self.known(lang, &mut line);
        out.truncate(out.trim_end().len());
        out.push('\n');
        out
    }

    fn rows(&self, lang: Lang, line: &mut impl FnMut(String)) {
        let Claimed { rows, kept_out, counts, reasons, uncompared, .. } = self.claimed;
        let [rows, claimed, kept] = [*rows, counts.total(), *kept_out].map(grouped);
        let widest = rows.len();
        line(say(lang, format!("読み込んだ行  {rows}"), format!("rows read  {rows}")));
        line(say(
            lang,
            format!("請求する行    {}", pad(&claimed, widest, true)),
            format!("claimed    {}", pad(&claimed, widest, true)),
        ));
        let text = say(
            lang,
            format!("除いた行      {}", pad(&kept, widest, true)),
            format!("kept out   {}", pad(&kept, widest, true)),
        );
        let list = say(
            lang,
            "（請求に含めていません。行・列・理由は findings.csv）",
            " (in no total; row, column and reason in findings.csv)",
        );
        line(if *kept_out > 0 { text + &list } else { text });
        line(String::new());
        for (of, ja, en) in [
            (
                Severity::Error,
                "除いた理由（文は最初の行のもの。1行に複数の理由があることもあります）",
                "why rows were kept out (in the words of the first; a row may have several reasons)",
            ),
            (Severity::Warning, "請求した行についての注意", "notes on rows that are claimed"),
        ] {
            let those: Vec<_> = reasons.iter().filter(|(_, reason)| reason.severity == of).collect();
            if those.is_empty() {
                continue;
            }
            line(say(lang, ja, en));
            let widest = those.iter().map(|(_, reason)| grouped(reason.rows).len()).max().unwrap_or(0);
            for (code, reason) in those {
                let rows = pad(&grouped(reason.rows), widest, true);
                let text = reason.message.in_lang(lang);
                line(say(lang, format!("  {rows} 行  {text} [{code}]"), format!("  {rows} rows  {text} [{code}]")));
            }
            line(String::new());
        }
        if *uncompared > 0 {
            let rows = grouped(*uncompared);
            line(say(
                lang,
                format!("券番号のない {rows} 行は、二重請求かどうかを確認できません（請求に含めています）"),
                format!(
                    "{rows} rows without a coupon number are claimed; whether they are double claims cannot be told"
                ),
            ));
            line(String::new());
        }
    }

    fn figures(&self, lang: Lang, line: &mut impl FnMut(String)) {
        let Some(sheets) = &self.sheets else {
            line(say(
                lang,
                "請求できる行がないため、請求書は作成していません",
                "no row can be claimed; no sheet was made",
            ));
            line(String::new());
            return;
        };
        let form = say(lang, self.form.ja(), format!("{} form", self.form.as_str()));
        line(say(
            lang,
            format!("請求件数と請求金額（税込み、{form}）"),
            format!("cases and amounts with tax ({form})"),
        ));
        let mut rows: Vec<[String; 3]> = Vec::new();
        let mut row = |label: String, sum: SheetSum| {
            let unit = |ja: &str, en: &str| say(lang, ja, en);
            rows.push([
                label,
                format!("{}{}", grouped(sum.count), unit("件", " cases")),
                format!("{}{}", grouped(sum.amount.number()), unit("円", " yen")),
            ]);
        };
        for (of, sum) in &self.lines {
            let ja = format!("{} {}（{}）", of.service.ja(), of.age.ja(), of.time.ja());
            let en = format!("{} {} {}", of.service.as_str(), of.age.as_str(), of.time.as_str());
            row(say(lang, ja, en), *sum);
        }
        row(say(lang, "合計", "total"), self.total());
        let widest =
            |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max().unwrap_or(0);
        let widths = [widest(0), widest(1), widest(2)];
        for [label, count, yen] in &rows {
            let [first, second, third] = widths;
            line(format!("  {}  {}  {}", pad(label, first, false), pad(count, second, true), pad(yen, third, true)));
        }
        line(String::new());
        let total = sheets.summary().table().total();
        let (count, yen) = (grouped(total.count), grouped(total.amount.number()));
        let own = if self.include_own {
            say(lang, "同一市内にお住まいの方を含む", "with the own municipality")
        } else {
            say(lang, "同一市内にお住まいの方を含まない", "without the own municipality")
        };
        let municipal = sheets.municipal().len();
        line(say(
            lang,
            format!("請求総括書 1枚（{}・{own}）  {count}件 {yen}円", sheets.summary().addressee()),
            format!("1 summary sheet ({own}): {count} cases, {yen} yen"),
        ));
        line(say(lang, format!("市区町村別請求書 {municipal}枚"), format!("{municipal} municipal sheets")));
        line(String::new());
    }

    fn apart_text(&self, lang: Lang, line: &mut impl FnMut(String)) {
        if self.apart.is_empty() {
            return;
        }
        let total = self.apart_total();
        let (count, yen) = (grouped(total.count), grouped(total.amount.number()));
        line(say(
            lang,
            format!(
                "別請求の時間外・休日加算（市区町村へ。請求書には含まれません）  {count}件 {yen}円  内訳は apart.csv"
            ),
            format!(
                "surcharges claimed apart from the municipalities, on no sheet: {count} cases, {yen} yen; see apart.csv"
            ),
        ));
        line(String::new());
    }

    fn days(&self, lang: Lang, line: &mut impl FnMut(String)) {
        let ClaimDeadline { deadline, payment_by, closed_days, .. } = &self.deadline;
        let why: Vec<String> = closed_days
            .iter()
            .map(|day| {
                let name = day.holiday.clone().unwrap_or_else(|| day.reason.ja().to_owned());
                let reason = say(lang, name, day.reason.as_str().replace('_', " "));
                say(lang, format!("{}は{reason}", day.date), format!("{} is a {reason}", day.date))
            })
            .collect();
        let why = if why.is_empty() {
            String::new()
        } else {
            say(lang, format!("（{}）", why.join("、")), format!(" ({})", why.join(", ")))
        };
        line(say(lang, format!("請求〆切  {deadline}{why}"), format!("closing day  {deadline}{why}")));
        line(say(lang, format!("支払い    {payment_by} まで"), format!("payment by   {payment_by}")));
        line(String::new());
    }

    fn known(&self, lang: Lang, line: &mut impl FnMut(String)) {
        let notes = self.notes.sorted();
        if !notes.is_empty() {
            line(say(lang, "ご確認ください", "please note"));
            notes.iter().for_each(|note| line(format!("  {} [{}]", note.message.in_lang(lang), note.code)));
            line(String::new());
        }
        if !self.assumptions.is_empty() {
            line(say(lang, "この結果の前提", "what this rests on"));
            self.assumptions.iter().for_each(|entry| line(format!("  {}: {}", entry.id, entry.ruling.in_lang(lang))));
        }
    }

    /// The sum of all municipal sheets.
    fn total(&self) -> SheetSum {
        sum_of(self.lines.iter().map(|(_, sum)| *sum))
    }

    fn apart_total(&self) -> SheetSum {
        sum_of(self.apart.iter().map(|(_, claim)| SheetSum { count: claim.count, amount: claim.amount }))
    }
}

/// A sum of sums; a month is far below the range of yen.
fn sum_of(parts: impl Iterator<Item = SheetSum>) -> SheetSum {
    parts.fold(SheetSum::default(), |sum, part| SheetSum {
        count: sum.count.saturating_add(part.count),
        amount: Quantity::try_new(sum.amount.number().saturating_add(part.amount.number())).unwrap_or(sum.amount),
    })
}

/// The lines of all municipal sheets, added up in the order of the print.
fn lines(sheets: &ClaimSheets) -> Vec<(PriceLine, SheetSum)> {
    let mut lines: BTreeMap<PriceLine, Vec<SheetSum>> = BTreeMap::new();
    let printed = sheets.municipal().iter().flat_map(|sheet| sheet.table().groups()).flat_map(|group| group.lines());
    for line in printed {
        lines.entry(line.line).or_default().push(SheetSum { count: line.count, amount: line.amount });
    }
    lines.into_iter().map(|(line, sums)| (line, sum_of(sums.into_iter()))).collect()
}

/// What the terminal shows when all is done.
pub(crate) fn print(summary: &Summary<'_>, claimed: &Claimed, written: &[PathBuf], options: &Options) {
    let lang = options.lang;
    print!("{}", summary.text(lang));
    if claimed.findings > 0 {
        let total = grouped(claimed.findings);
        println!();
        println!("{}", say(lang, format!("行についての指摘 {total} 件"), format!("{total} findings about rows")));
        claimed.first.iter().for_each(|finding| println!("{finding}"));
        let rest = claimed.findings.saturating_sub(u64::try_from(claimed.first.len()).unwrap_or(0));
        if rest > 0 {
            let rest = grouped(rest);
            println!(
                "{}",
                say(lang, format!("  ほかに {rest} 件（findings.csv）"), format!("  and {rest} more (findings.csv)"))
            );
        }
    }
    println!();
    written.iter().for_each(|path| println!("{} {}", say(lang, "書き出し:", "written:"), path.display()));
    let seconds = format!("{}.{:02}", claimed.elapsed.as_secs(), claimed.elapsed.subsec_millis() / 10);
    let rows = grouped(claimed.rows);
    let encoding = claimed.encoding.map_or("ASCII", vsys_core::rows::Encoding::name);
    println!(
        "{}",
        say(
            lang,
            format!("{rows} 行（{encoding}）を {seconds} 秒で読み込みました"),
            format!("{rows} rows ({encoding}) in {seconds} s")
        )
    );
}

/// That a CSV was written.
pub(crate) fn generated(path: &Path, rows: u64, lang: Lang) {
    let rows = grouped(rows);
    let (ja, en) = (
        format!("架空の {rows} 行を書き出しました: {}", path.display()),
        format!("{rows} invented rows written: {}", path.display()),
    );
    println!("{}", say(lang, ja, en));
}

/// The option that gave the member of a request.
fn option(path: &str) -> String {
    match path.strip_prefix("/head/") {
        Some(field) => format!("--{}", field.replace('_', "-")),
        None if path == "/font" => "--font".to_owned(),
        // The month of vaccination is the one before the month of claim that was named.
        None if path.ends_with("_month") => "--month".to_owned(),
        None => path.to_owned(),
    }
}

/// Why the job stopped: all findings, with row, column and cell, and no cell's text.
pub(crate) fn stopped(stop: &Stop, lang: Lang) {
    match stop {
        Stop::Plain(lines) => lines.iter().for_each(|line| eprintln!("{line}")),
        Stop::Refused(refusal) => {
            for finding in refusal.findings().sorted() {
                let told = match &finding.place {
                    Place::Cell(cell) => {
                        let name = place(finding, cell.row).1;
                        let name = cell.column.map(|_| say(lang, format!("（{name}）"), format!(" ({name})")));
                        let name = name.unwrap_or_default();
                        say(
                            lang,
                            format!("{} {}行目{name}", cell.file, cell.row),
                            format!("{} row {}{name}", cell.file, cell.row),
                        )
                    }
                    Place::Path(path) => option(&path.to_string()),
                };
                let severity = severity(finding.severity, lang);
                eprintln!("{told}: {severity}: {} [{}]", finding.message.in_lang(lang), finding.code);
                eprintln!("    {}", finding.help.in_lang(lang));
            }
        }
    }
    eprintln!("{}", say(lang, "何も出力していません。", "Nothing was written."));
}
