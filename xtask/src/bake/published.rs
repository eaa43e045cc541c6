//! The tables of boxes that were really allocated, as the ministry, the prefectures and the press told them: by
//! municipality, by prefecture, and requests beside what was given.

use super::code::{LocalGovernmentCode, PrefectureCode};
use super::csv::{Row, Sheet};
use super::date::Date;
use super::fault::{Fault, Faults};
use super::input::Input;
use super::supplies::first_week;
use super::table::Table;

const COLUMNS: [&str; 10] =
    ["cycle", "delivery_week", "set", "level", "code", "kind", "boxes", "precision", "source_kind", "source"];

const SOURCE: &str = "出典：2021年のワクチン配分に関する国・都道府県の公表資料及び報道による事実（箱数）";

/// Who told the figures of a set of municipalities, and where: the beginning of the set's name, the kind, the source.
const SETS: [(&str, &str, &str); 26] = [
    ("AIC", "press", "pub-gif-aic"),
    ("AKI", "press", "pub-aki"),
    ("AOM8", "press", "pub-aom8"),
    ("BIG11", "press", "pub-big11"),
    ("CHB", "press", "pub-chb"),
    ("FKS", "press", "pub-fks"),
    ("GIF", "press", "pub-gif-aic"),
    ("GUN", "prefecture", "pub-gun"),
    ("KNG1", "press", "pub-kng1"),
    ("KNG2", "press", "pub-kng2"),
    ("KNG4", "press", "pub-kng4"),
    ("KNG6", "press", "pub-kng6"),
    ("MIE", "press", "pub-mie"),
    ("NAG", "press", "pub-nag"),
    ("OKI13", "press", "pub-oki13"),
    ("OKI", "press", "pub-oki"),
    ("SAG11b", "press", "pub-sag11b"),
    ("SAG11f", "press", "pub-sag11f"),
    ("SAG12b", "press", "pub-sag11b"),
    ("SAI", "press", "pub-sai"),
    ("TKY1", "press", "pub-tky1"),
    ("TKY2", "press", "pub-tky1"),
    ("TKY3", "press", "pub-tky1"),
    ("TKY5", "press", "pub-tky5"),
    ("WKY6", "press", "pub-wky6"),
    ("YMG11a", "press", "pub-ymg11a"),
];

/// Who told single figures of prefectures otherwise than the prefecture itself: cycle, prefecture, kind, source.
const PREFECTURE_SOURCES: [(&str, &str, &str, &str); 6] = [
    ("5", "13", "press", "pub-cycle5"),
    ("5", "01", "press", "pub-cycle5"),
    ("5", "27", "press", "pub-cycle5"),
    ("11", "41", "press", "pub-sag11f"),
    ("11", "06", "press", "pub-ymg11a"),
    ("13", "47", "press", "pub-oki13"),
];

/// The prefectures in the order of their codes.
const PREFECTURES: [&str; 47] = [
    "北海道",
    "青森県",
    "岩手県",
    "宮城県",
    "秋田県",
    "山形県",
    "福島県",
    "茨城県",
    "栃木県",
    "群馬県",
    "埼玉県",
    "千葉県",
    "東京都",
    "神奈川県",
    "新潟県",
    "富山県",
    "石川県",
    "福井県",
    "山梨県",
    "長野県",
    "岐阜県",
    "静岡県",
    "愛知県",
    "三重県",
    "滋賀県",
    "京都府",
    "大阪府",
    "兵庫県",
    "奈良県",
    "和歌山県",
    "鳥取県",
    "島根県",
    "岡山県",
    "広島県",
    "山口県",
    "徳島県",
    "香川県",
    "愛媛県",
    "高知県",
    "福岡県",
    "佐賀県",
    "長崎県",
    "熊本県",
    "大分県",
    "宮崎県",
    "鹿児島県",
    "沖縄県",
];

/// One figure.
struct Figure<'a> {
    cycle: &'a str,
    delivery_week: String,
    set: &'a str,
    level: &'static str,
    code: String,
    kind: &'static str,
    boxes: u32,
    inferred: bool,
    source_kind: &'static str,
    source: &'static str,
}

/// Bakes the figures of municipalities.
pub(super) fn municipalities(input: &Input) -> Result<Vec<Table>, Faults> {
    let sheet = Sheet::read(&input.name, &input.text, 1, &["set_id", "cour", "week_start", "code6", "kind", "boxes"])?;
    bake(input, &sheet, "published_municipalities", |row, faults| {
        let set = faults.keep(row.cell("set_id").filled())?;
        let told = faults.keep(row.cell("set_id").parse(source_of));
        let code = faults.keep(row.cell("code6").parse(LocalGovernmentCode::parse));
        let kind = faults.keep(row.cell("kind").parse(kind_of));
        let boxes = faults.keep(row.cell("boxes").whole());
        let week = faults.keep(row.cell("week_start").parse(first_week));
        let cycle = cycle_of(set, faults.keep(row.cell("cour").filled())?);
        let (source_kind, source) = told?;
        let boxes = boxes?;
        // Boxes worked out from doses, and zeros put where an article was silent, are no published figures.
        let inferred = row.cell("kind").text().contains("inferred") || set == "SAI1" || (set == "KNG6" && boxes == 0);
        Some(Figure {
            cycle,
            delivery_week: week?.to_string(),
            set,
            level: "municipality",
            code: code?.to_string(),
            kind: kind?,
            boxes,
            inferred,
            source_kind,
            source,
        })
    })
}

/// Bakes the figures of prefectures.
pub(super) fn prefectures(input: &Input) -> Result<Vec<Table>, Faults> {
    let sheet = Sheet::read(&input.name, &input.text, 1, &["cour", "week_start", "prefecture", "boxes"])?;
    bake(input, &sheet, "published_prefectures", |row, faults| {
        let cycle = faults.keep(row.cell("cour").filled())?;
        let week = faults.keep(row.cell("week_start").parse(day_of));
        let code = faults.keep(row.cell("prefecture").parse(prefecture_of));
        let boxes = faults.keep(row.cell("boxes").whole());
        let code = code?;
        let (source_kind, source) = prefecture_source(cycle, &code);
        Some(Figure {
            cycle,
            delivery_week: week?.to_string(),
            set: "",
            level: "prefecture",
            code,
            kind: "final",
            boxes: boxes?,
            inferred: false,
            source_kind,
            source,
        })
    })
}

/// Bakes the requests.
pub(super) fn requests(input: &Input) -> Result<Vec<Table>, Faults> {
    let sheet = Sheet::read(&input.name, &input.text, 1, &["cour", "area", "requested_boxes"])?;
    bake(input, &sheet, "published_requests", |row, faults| {
        let cycle = faults.keep(row.cell("cour").filled())?;
        let nation = row.cell("area").text() == "全国";
        let code = if nation { Some(String::new()) } else { faults.keep(row.cell("area").parse(prefecture_of)) };
        let boxes = faults.keep(row.cell("requested_boxes").whole());
        let code = code?;
        let (source_kind, source) =
            if nation { ("ministry", "mhlw-2021-supply") } else { prefecture_source(cycle, &code) };
        Some(Figure {
            cycle,
            delivery_week: String::new(),
            set: "",
            level: if nation { "nation" } else { "prefecture" },
            code,
            kind: "request",
            boxes: boxes?,
            inferred: false,
            source_kind,
            source,
        })
    })
}

fn bake<'a>(
    input: &Input,
    sheet: &'a Sheet,
    name: &'static str,
    mut read: impl FnMut(&Row<'a>, &mut Faults) -> Option<Figure<'a>>,
) -> Result<Vec<Table>, Faults> {
    let mut faults = Faults::default();
    let figures: Vec<Figure<'_>> = sheet.rows().filter_map(|row| read(&row, &mut faults)).collect();
    if sheet.len() == 0 {
        faults.push(Fault::in_file(&input.name, "no figures"));
    }
    let table = Table {
        name,
        sums: vec![("boxes", figures.iter().map(|figure| u64::from(figure.boxes)).sum())],
        remarks: Vec::new(),
        source: SOURCE,
        as_of: figures.iter().map(|figure| figure.delivery_week.as_str()).max().unwrap_or_default().to_owned(),
        columns: &COLUMNS,
        records: figures.iter().map(Figure::record).collect(),
    };
    faults.or_value(vec![table])
}

impl Figure<'_> {
    fn record(&self) -> Vec<String> {
        let precision = if self.inferred { "inferred" } else { "exact" };
        let boxes = self.boxes.to_string();
        let fields: [&str; 10] = [
            self.cycle,
            &self.delivery_week,
            self.set,
            self.level,
            &self.code,
            self.kind,
            &boxes,
            precision,
            self.source_kind,
            self.source,
        ];
        fields.map(str::to_owned).to_vec()
    }
}

/// The cycle of a set: the fourth was one box each (4a) and what was given on demand besides (4b).
fn cycle_of<'a>(set: &str, cycle: &'a str) -> &'a str {
    match (cycle, set) {
        ("4", "KNG2" | "TKY5") => "4b",
        ("4", _) => "4a",
        (cycle, _) => cycle,
    }
}

/// Who told a set, and where.
fn source_of(set: &str) -> Result<(&'static str, &'static str), String> {
    let found = SETS.iter().find(|(begins, ..)| set.starts_with(begins));
    let told = found.map(|(_, kind, source)| (*kind, *source));
    told.ok_or_else(|| format!("no source of the set «{set}»: name one in SETS of bake/published.rs"))
}

fn prefecture_source(cycle: &str, code: &str) -> (&'static str, &'static str) {
    let named = PREFECTURE_SOURCES.iter().find(|(of, prefecture, ..)| *of == cycle && *prefecture == code);
    match named {
        Some((_, _, kind, source)) => (kind, source),
        None if cycle.starts_with("HCW") => ("ministry", "mhlw-2021-supply"),
        None => ("prefecture", "mhlw-2021-supply"),
    }
}

/// The code of a prefecture by its name.
fn prefecture_of(name: &str) -> Result<String, String> {
    let named = PrefectureCode::all().zip(PREFECTURES).find(|(_, known)| *known == name);
    named.map(|(code, _)| code.to_string()).ok_or_else(|| format!("«{name}» is no prefecture"))
}

/// The first day of a span; deliveries of one day need not be a Monday.
fn day_of(text: &str) -> Result<Date, String> {
    Date::parse(text.split_at_checked(10).map_or(text, |(first, _)| first), '-')
}

/// What a figure counts.
fn kind_of(text: &str) -> Result<&'static str, String> {
    match text.split('(').next().unwrap_or_default() {
        "final" => Ok("final"),
        "basic" => Ok("basic"),
        "basic_before_cut" => Ok("basic-before-cut"),
        "basic_after_10pct_cut" => Ok("basic-after-cut"),
        "adjust" => Ok("adjust"),
        _ => Err(format!("«{text}» is no kind of figure that is known")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(text: &str) -> Input {
        Input { name: "p.csv".to_owned(), text: text.to_owned(), sha256: "00".to_owned() }
    }

    fn lines(tables: Result<Vec<Table>, Faults>) -> Vec<String> {
        match tables {
            Ok(tables) => tables.iter().flat_map(|table| &table.records).map(|record| record.join(",")).collect(),
            Err(faults) => faults.to_string().lines().map(str::to_owned).collect(),
        }
    }

    #[test]
    fn figures_carry_who_told_them() {
        let head = "set_id,cour,week_start,prefecture,municipality,code6,kind,boxes,doses_per_box\n";
        let rows = "GUN4,4,2021-04-26,x,x,102016,final,1,975\n\
                    SAI2,2,2021-04-12,x,x,111007,\"final(2 each inferred from 4,20)\",2,975\n\
                    BIG11c,11,2021-08-02/2021-08-09,x,x,011002,basic_after_10pct_cut,103,1170\n";
        assert_eq!(
            lines(municipalities(&input(&format!("{head}{rows}")))),
            [
                "4a,2021-04-26,GUN4,municipality,102016,final,1,exact,prefecture,pub-gun",
                "2,2021-04-12,SAI2,municipality,111007,final,2,inferred,press,pub-sai",
                "11,2021-08-02,BIG11c,municipality,011002,basic-after-cut,103,exact,press,pub-big11",
            ]
        );
        let text = "cour,week_start,prefecture,boxes\nHCW1,2021-03-01/03-08,東京都,98\n5,2021-05-10,北海道,622\n8,2021-06-21,青森県,178\n";
        assert_eq!(
            lines(prefectures(&input(text))),
            [
                "HCW1,2021-03-01,,prefecture,13,final,98,exact,ministry,mhlw-2021-supply",
                "5,2021-05-10,,prefecture,01,final,622,exact,press,pub-cycle5",
                "8,2021-06-21,,prefecture,02,final,178,exact,prefecture,mhlw-2021-supply",
            ]
        );
        let text = "cour,area,code6,requested_boxes,allocated_boxes,ratio\n4b,全国,,7322,4000,0.5463\n";
        assert_eq!(lines(requests(&input(text))), ["4b,,,nation,,request,7322,exact,ministry,mhlw-2021-supply"]);
    }

    #[test]
    fn every_wrong_cell_is_told() {
        let text = "set_id,cour,week_start,prefecture,municipality,code6,kind,boxes\n\
                    XYZ1,1,2021-04-06,x,x,011003,last,many\n";
        assert_eq!(lines(municipalities(&input(text))).len(), 5);
        assert_eq!(
            lines(prefectures(&input("cour,week_start,prefecture,boxes\n1,2021,京都,1\n"))).first().map(String::as_str),
            Some("p.csv: row 2, column week_start: «2021» is not a date")
        );
    }
}
