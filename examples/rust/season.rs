//! A season of a workplace's booster vaccination, told through the operations alone.
//!
//! A company applies, is sent back, applies again and is confirmed; it registers a plan, changes it
//! within and above the total first registered; the rows freeze, the nation decides, the allocation is
//! fixed. Every line is drawn from an answer; nothing is decided here. Persons, company and site are
//! invented. `examples/python/season.py` tells the same story to the byte.
//!
//! ```sh
//! cargo run -q --release --example season -- [--lang en]
//! ```

#![allow(clippy::indexing_slicing, reason = "a JSON value is indexed, which gives null where nothing is")]

use std::process::ExitCode;

use serde_json::{Value, json};
use vsys_core::base::Refusal;
use vsys_core::rulebook::RuleBook;
use vsys_wire::dispatch;

const HOLDER: &str = "12345-1010101010";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let english = arguments == ["--lang", "en"];
    match RuleBook::bundled().map_err(Told::from).and_then(|book| Teller { book, english }.season()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Told(what)) => {
            eprintln!("season: {what}");
            ExitCode::from(2)
        }
    }
}

/// Why the story could not go on.
struct Told(String);

impl From<Refusal> for Told {
    fn from(refusal: Refusal) -> Self {
        Self(refusal.to_string())
    }
}

struct Teller {
    book: RuleBook,
    english: bool,
}

impl Teller {
    fn season(&self) -> Result<(), Told> {
        let (site, nation) = (
            json!({"role": "site", "code": HOLDER, "account": "ID-0001"}),
            json!({"role": "nation", "account": "ID-0002"}),
        );
        let booster = json!({"role": "site", "code": "ID-0101", "account": "ID-0101"});
        println!("{}", self.word("A season of booster vaccination at a workplace", "職域追加接種の一季節"));

        self.chapter(1, "The application", "申込み");
        let submit = |at: &str, form: Value| json!({"actor": site, "at": at, "event": {"kind": "submit"}, "holder": HOLDER, "form": form, "stored": stored()});
        self.refused("application.advance", &submit("2021-12-20T11:00", faulty()))?;
        let first = self.ask("application.advance", &submit("2021-12-20T11:20", form(true)))?;
        self.step(&first);

        self.chapter(2, "Sent back, and applied again", "要再申込と再度の申込み");
        let comment = "会場の所在地と郵便番号を見直してください。";
        let review = json!({"kind": "review", "deficient": true, "comment": comment});
        let returned = self.ask("application.advance", &json!({"application": first["answer"]["application"], "actor": nation, "at": "2021-12-22T15:05", "event": review}))?;
        self.step(&returned);
        let second = self.ask("application.advance", &json!({"application": returned["answer"]["application"], "actor": site, "at": "2021-12-23T09:30", "event": {"kind": "submit"}, "form": form(false)}))?;
        self.step(&second);
        self.refused("application.advance", &json!({"application": second["answer"]["application"], "actor": site, "at": "2021-12-23T09:31", "event": {"kind": "withdraw"}}))?;

        self.chapter(3, "Confirmed, with a new ID and a delegation letter", "確認済み・新規IDと委任状");
        let confirmed = self.ask("application.advance", &json!({"application": second["answer"]["application"], "actor": nation, "at": "2021-12-24T11:05", "event": {"kind": "review", "deficient": false}}))?;
        self.step(&confirmed);
        println!("    {}", self.text(&confirmed["answer"]["outcome"]["note"]));
        let mut letter = self.ask("contract.letter", &json!({"actor": nation, "at": "2021-12-27T10:00", "event": "issue", "new_id": "letter-01", "site": "ID-0101"}))?;
        self.step(&letter);
        for (at, event) in
            [("2021-12-28T09:00", "login"), ("2021-12-28T09:05", "download"), ("2021-12-29T09:00", "login")]
        {
            letter = self.ask(
                "contract.letter",
                &json!({"letter": letter["answer"]["letter"], "actor": booster, "at": at, "event": event}),
            )?;
            self.step(&letter);
            let shown = if letter["answer"]["pop_up"] == true {
                self.word("the pop-up is shown", "ポップアップを表示する")
            } else {
                self.word("no pop-up", "ポップアップは表示しない")
            };
            println!(
                "    {shown}; {}: {}",
                self.word("downloads", "ダウンロード回数"),
                letter["answer"]["letter"]["downloads"]
            );
        }

        self.chapter(4, "The plan", "接種計画の登録");
        let rows: Vec<Value> =
            [4, 3, 2, 3, 0].iter().zip(1..).map(|(boxes, cycle)| json!({"cycle": cycle, "boxes": boxes})).collect();
        let setup = json!({"product": "moderna-booster", "start": "2022-02-28", "cycles": 5});
        let plan = self.ask(
            "plan.register",
            &json!({"actor": booster, "at": "2022-01-20T10:00", "booster_id": true, "setup": setup, "rows": rows}),
        )?;
        self.step(&plan);
        self.rows(&plan, "2022-01-20T10:00", &json!([]), &json!([]))?;

        self.chapter(5, "A change within the total", "合計の範囲内の変更");
        let fixed = json!([{"cycle": 1, "at": "2022-02-07T17:00"}, {"cycle": 2, "at": "2022-02-28T17:00"}]);
        let change = |plan: &Value, at: &str, rows: Value| json!({"plan": plan["answer"]["plan"], "actor": booster, "at": at, "booster_id": true, "confirmed": fixed, "rows": rows});
        let plan = self.ask(
            "plan.change",
            &change(&plan, "2022-03-01T12:00", json!([{"cycle": 4, "boxes": 2}, {"cycle": 5, "boxes": 1}])),
        )?;
        self.step(&plan);
        self.refused(
            "plan.change",
            &change(
                &plan,
                "2022-03-01T12:05",
                json!([{"cycle": 1, "boxes": 5}, {"cycle": 4, "boxes": 2, "needles": 9}]),
            ),
        )?;

        self.chapter(6, "A change above the total", "合計を超える変更");
        let above = change(&plan, "2022-03-07T16:00", json!([{"cycle": 3, "boxes": 3}, {"cycle": 5, "boxes": 2}]));
        let preview = &self.ask("plan.preview", &above)?["answer"];
        println!(
            "  {}: {} = {}, {} {}",
            self.word("before sending", "送信前の確認"),
            self.word("the nation must confirm", "国の確認が必要"),
            preview["needs_confirmation"],
            self.word("next deadline", "次の〆切"),
            moment(&preview["next_deadline"]["deadline"])
        );
        let plan = self.ask("plan.change", &above)?;
        self.step(&plan);

        self.chapter(7, "Frozen while cycle 3 is allocated", "第3クールの分配作業による変更停止");
        self.rows(&plan, "2022-03-08T15:01", &fixed, &json!([]))?;
        self.refused("plan.change", &change(&plan, "2022-03-08T15:01", json!([{"cycle": 5, "boxes": 3}])))?;

        self.chapter(8, "The nation decides", "国の確認");
        let decide = |actor: &Value| json!({"plan": plan["answer"]["plan"], "actor": actor, "at": "2022-03-09T10:00", "decision": "confirm", "confirmed": fixed});
        self.refused("plan.decide", &decide(&booster))?;
        let plan = self.ask("plan.decide", &decide(&nation))?;
        self.step(&plan);

        self.chapter(9, "The allocation of cycle 3 is fixed", "第3クールの分配量の確定");
        let fixed = json!([{"cycle": 1, "at": "2022-02-07T17:00"}, {"cycle": 2, "at": "2022-02-28T17:00"}, {"cycle": 3, "at": "2022-03-14T17:00"}]);
        let given = json!([{"cycle": 1, "boxes": 4}, {"cycle": 2, "boxes": 3}, {"cycle": 3, "boxes": 2}]);
        self.rows(&plan, "2022-03-15T09:00", &fixed, &given)
    }

    /// One operation; a refusal ends the story.
    fn ask(&self, operation: &str, request: &Value) -> Result<Value, Told> {
        let answer = self.run(operation, request)?;
        if answer["error"].is_null() { Ok(answer) } else { Err(Told(answer["error"].to_string())) }
    }

    /// One operation whose refusal is part of the story.
    fn refused(&self, operation: &str, request: &Value) -> Result<(), Told> {
        let answer = self.run(operation, request)?;
        let error = &answer["error"];
        let code = error["code"].as_str().ok_or_else(|| Told(format!("{operation} was to refuse")))?;
        println!("  {} ({operation}): {code}", self.word("refused", "拒否"));
        self.findings(error);
        Ok(())
    }

    fn run(&self, operation: &str, request: &Value) -> Result<Value, Told> {
        let answer = dispatch(&self.book, operation, request.to_string().as_bytes());
        serde_json::from_slice(&answer).map_err(|error| Told(error.to_string()))
    }

    /// What a move left behind: the log entry, the warnings and the notices.
    fn step(&self, answer: &Value) {
        let step = &answer["answer"]["step"];
        let from =
            if step["from"].is_null() { self.word("not there yet", "未登録") } else { self.text(&step["from"]) };
        println!(
            "  {} {}: {} [{}]: {from} → {}",
            moment(&step["log"]["at"]),
            plain(&step["log"]["account"]),
            self.text(&step["event"]),
            plain(&step["rule"]),
            self.text(&step["to"])
        );
        self.findings(answer);
        for notice in step["notices"].as_array().into_iter().flatten() {
            println!("    ✉ {}", self.text(&notice["text"]));
        }
    }

    fn findings(&self, answer: &Value) {
        for finding in answer["findings"].as_array().into_iter().flatten() {
            let mark = if finding["severity"] == "error" { "×" } else { "△" };
            println!(
                "    {mark} {}: {} [{}]",
                plain(&finding["path"]),
                self.text(&finding["message"]),
                plain(&finding["rule"])
            );
        }
    }

    /// The plan as the screen shows it.
    fn rows(&self, plan: &Value, at: &str, confirmed: &Value, allocated: &Value) -> Result<(), Told> {
        let request = json!({"plan": plan["answer"]["plan"], "at": at, "confirmed": confirmed, "allocated": allocated});
        let answer = &self.ask("plan.status", &request)?["answer"];
        let (boxes, doses) = (self.word(" boxes", "箱"), self.word(" doses", "回分"));
        println!("  {}", at.replace('T', " "));
        for row in answer["rows"].as_array().into_iter().flatten() {
            let given = if row["allocated"].is_null() {
                self.word("open", "未定").to_owned()
            } else {
                row["allocated"].to_string()
            };
            let asked = if row["requested"].is_null() || row["requested"] == row["boxes"] {
                String::new()
            } else {
                format!(" ({}: {})", self.word("asked for", "確認待ち"), row["requested"])
            };
            println!(
                "    {}: {}–{} {}{boxes}{asked} = {}{doses}, {} {}, {} {given}; {}",
                row["cycle"],
                plain(&row["start"]),
                plain(&row["end"]),
                row["boxes"],
                row["doses"],
                self.word("needles", "針"),
                row["needles"],
                self.word("allocated", "分配実績"),
                self.text(&row["reason"])
            );
        }
        let totals = &answer["totals"];
        println!(
            "    {}: {}{boxes} = {}{doses} ({} {})",
            self.word("total", "合計"),
            totals["boxes"],
            totals["doses"],
            self.word("first registered", "初回登録時"),
            totals["initial_boxes"]
        );
        Ok(())
    }

    fn chapter(&self, number: u32, en: &'static str, ja: &'static str) {
        println!("\n{number}. {}", self.word(en, ja));
    }

    const fn word<'w>(&self, en: &'w str, ja: &'w str) -> &'w str {
        if self.english { en } else { ja }
    }

    /// A text in the language of the story.
    fn text<'v>(&self, text: &'v Value) -> &'v str {
        plain(&text[if self.english { "en" } else { "ja" }])
    }
}

fn plain(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn moment(value: &Value) -> String {
    plain(value).replace('T', " ")
}

fn address(postal_code: &str) -> Value {
    json!({"postal_code": postal_code, "prefecture": "13", "municipality_code": "131032", "municipality": "港区", "street": "見本1-2-3"})
}

/// What is stored of the doses 1 and 2.
fn stored() -> Value {
    json!({"company": {"name": "架空商事", "representative": "架空 一郎", "telephone": "03-0000-0000", "address": address("1050000")}})
}

/// The form as it is right.
fn form(continue_id: bool) -> Value {
    json!({
        "continue_id": continue_id,
        "site": {"change": true, "entry": {"name": "架空商事 本社会場", "pattern": "01", "elevator": true, "fax": "03-0000-0003", "address": address("1050000")}},
        "staff_1": {"name": "架空 花子", "telephone": "03-0000-0001", "mail": "hanako@example.jp", "affiliation": "架空商事", "department": "総務部", "title": "課長"},
        "receiver_1": {"same_as_staff": true},
        "doctor": {"affiliation": "見本クリニック", "name": "架空 太郎", "kana": "カクウ タロウ", "telephone": "03-0000-0002", "no_mail": true},
        "vaccine_keeper": {"undecided": true},
        "needle_keeper": {"undecided": true},
        "weekend_contact": {"undecided": true},
        "consent": {"staffing": true, "place": true, "office": true, "minimum": true, "plan": true},
    })
}

/// The same with a postal code written with its hyphen, and a condition that is not agreed.
fn faulty() -> Value {
    let mut form = form(true);
    form["site"]["entry"]["address"] = address("105-0000");
    form["consent"]["minimum"] = json!(false);
    form
}
