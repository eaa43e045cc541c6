//! The options of the job: every wrong word is told at once.

use std::path::PathBuf;

use vsys_core::base::{InstitutionKind, MunicipalityCode};
use vsys_core::calendar::Month;
use vsys_core::claims::{ClaimSite, PostedHours, SheetHead};
use vsys_core::rows::Encoding;
use vsys_examples::{Words, say};

use crate::Stop;
use crate::hours;
use crate::invent;
use crate::source::why;

macro_rules! help {
    ($title:literal, $file:literal, $generate:literal, $csv:literal, $encoding:literal, $seed:literal, $month:literal,
     $site:literal, $hours:literal, $municipality:literal, $head:literal, $kind:literal, $own:literal, $render:literal,
     $font:literal, $lang:literal, $out:literal, $columns:literal, $required:literal, $either:literal, $optional:literal) => {
        concat!(
            "monthly_claims — ",
            $title,
            "\n\n",
            "  --file FILE           ",
            $file,
            "\n",
            "  --generate N          ",
            $generate,
            "\n",
            "  --out-csv FILE        ",
            $csv,
            "\n",
            "  --encoding E          ",
            $encoding,
            "\n",
            "  --seed N              ",
            $seed,
            "\n",
            "  --month YYYY-MM       ",
            $month,
            "\n",
            "  --site S              ",
            $site,
            "\n",
            "  --hours TEXT|FILE     ",
            $hours,
            "\n",
            "  --municipality CODE   ",
            $municipality,
            "\n",
            "  --institution CODE, --name, --address, --representative, --telephone, --facility-class\n",
            "                        ",
            $head,
            "\n",
            "  --institution-kind K  ",
            $kind,
            "\n",
            "  --own O               ",
            $own,
            "\n",
            "  --render LIST         ",
            $render,
            "\n",
            "  --font FILE           ",
            $font,
            "\n",
            "  --lang L              ",
            $lang,
            "\n",
            "  --out FOLDER          ",
            $out,
            "\n\n",
            $columns,
            "\n",
            "  municipality | 市町村コード    ",
            $required,
            "131032\n",
            "  date | 接種日                  ",
            $required,
            "2021-12-05\n",
            "  service | 区分                 ",
            $required,
            "vaccination | 接種, consultation_only | 予診のみ\n",
            "  coupon | 接種券の有無          ",
            $required,
            "with_coupon | あり, without_coupon | なし\n",
            "  birth_date | 生年月日          ",
            $either,
            "1954-03-21\n",
            "  age | 年齢区分                 ",
            $either,
            "under_six | 6歳未満, six_and_over | 6歳以上\n",
            "  time | 接種時刻                ",
            $either,
            "10:30 (--hours)\n",
            "  class | 時間区分               ",
            $either,
            "regular | 時間内, off_hours | 時間外, holiday | 休日\n",
            "  coupon_number | 券番号         ",
            $optional,
            "0012345678\n",
            "  dose | 回数                    ",
            $optional,
            "1–7\n",
            "  returned | 返戻                ",
            $optional,
            "yes | はい | 返戻 | 1, no | いいえ | 0\n",
        )
    };
}

pub(crate) const HELP_JA: &str = help!(
    "1か月分の接種の記録から、請求総括書と市区町村別請求書を作ります",
    "接種の記録の CSV（UTF-8 または CP932）。列は下のとおり",
    "架空の N 行（1〜10000000）を作って請求する（--file も --generate もなければ 100000 行）",
    "--generate の行を CSV に書くだけにする",
    "CSV の文字コード: auto（既定）, utf-8, cp932",
    "架空の行の乱数の種（既定 2021）",
    "請求月。--file では必須（--generate の既定 2022-01）",
    "institution（既定・医療機関）, special_site（特設の接種会場）, workplace（職域）, workplace_moderna（職域・モデルナ）",
    "掲げている診療時間、またはそれを書いたファイル: 月-金 9:00-12:00 14:00-18:00; 土 9:00-12:00; 2021-12-29 休診",
    "医療機関の所在地の市町村コード。--file では必須",
    "請求書の頭の欄（なければ空欄で印字し、空欄の名を知らせる）",
    "insurance（既定・保険医療機関コード）, similar（類似コード）, care（介護保険事業所番号）",
    "請求総括書に同一市内の方を include（含む・既定）, exclude（含まない）",
    "csv, csv-cp932, html, text, pdf をコンマで（既定 csv,html,text）。pdf は --features pdf でビルドしたとき",
    "pdf に埋め込む日本語フォント（.ttf, .otf, .ttc）",
    "ja（既定）, en",
    "書き出し先のフォルダー（既定 out/monthly_claims）",
    "CSV の列（見出しはどちらでも。並び順は自由）:",
    "必須  ",
    "片方  ",
    "任意  "
);

pub(crate) const HELP_EN: &str = help!(
    "from the vaccinations of a month to its claim sheets",
    "a CSV of vaccinations (UTF-8 or CP932) with the columns below",
    "invents N rows (1 to 10000000) and claims them (100000 with neither --file nor --generate)",
    "only writes the rows of --generate as a CSV",
    "encoding of the CSV: auto (default), utf-8, cp932",
    "seed of the invented rows (default 2021)",
    "month of claim; required with --file (with --generate 2022-01)",
    "institution (default), special_site, workplace, workplace_moderna",
    "posted hours, or a file that holds them: mon-fri 9:00-12:00 14:00-18:00; sat 9:00-12:00; 2021-12-29 closed",
    "code of the municipality where the institution is; required with --file",
    "fields of the head of the sheets; what is absent stays blank and is told",
    "insurance (default), similar, care",
    "residents of the own municipality on the summary: include (default), exclude",
    "csv, csv-cp932, html, text, pdf, with commas between (default csv,html,text); pdf when built with --features pdf",
    "Japanese font to be embedded in the pdf (.ttf, .otf, .ttc)",
    "ja (default), en",
    "where everything is written (default out/monthly_claims)",
    "Columns of the CSV (either heading, in any order):",
    "required  ",
    "one of 2  ",
    "optional  "
);

/// What the rows are.
pub(crate) enum Input {
    File(PathBuf),
    Invented(u64),
}

/// What the sheets are rendered as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Render {
    Csv,
    CsvCp932,
    Html,
    Text,
    Pdf,
}

/// The options, checked.
pub(crate) struct Options {
    pub(crate) input: Input,
    pub(crate) csv: Option<PathBuf>,
    pub(crate) encoding: Option<Encoding>,
    pub(crate) seed: u64,
    pub(crate) month: Month,
    pub(crate) site: ClaimSite,
    pub(crate) hours: Option<PostedHours>,
    pub(crate) head: SheetHead,
    pub(crate) include_own: bool,
    pub(crate) renders: Vec<Render>,
    /// The font of the PDF.
    pub(crate) font: Option<Vec<u8>>,
    pub(crate) lang: vsys_core::base::Lang,
    pub(crate) out: PathBuf,
}

const NAMES: [&str; 21] = [
    "--file",
    "--generate",
    "--out-csv",
    "--encoding",
    "--seed",
    "--month",
    "--site",
    "--hours",
    "--municipality",
    "--institution",
    "--institution-kind",
    "--name",
    "--address",
    "--representative",
    "--telephone",
    "--facility-class",
    "--own",
    "--render",
    "--font",
    "--lang",
    "--out",
];

const RENDERS: [(&str, Render); 5] = [
    ("csv", Render::Csv),
    ("csv-cp932", Render::CsvCp932),
    ("html", Render::Html),
    ("text", Render::Text),
    ("pdf", Render::Pdf),
];

/// The most rows that are invented.
const MOST_ROWS: u64 = 10_000_000;

impl Options {
    /// Reads the words; every fault at once.
    pub(crate) fn parse(words: &[String]) -> Result<Self, Stop> {
        let mut words = Words::new(words, &NAMES);
        let lang = words.lang();
        let rows = words.number("--generate", 1, MOST_ROWS);
        let file = words.value("--file").map(PathBuf::from);
        let csv = words.value("--out-csv").map(PathBuf::from);
        if file.is_some() && words.value("--generate").is_some() {
            words.fault("--file", "", "--generate と同時には指定できません", "not together with --generate");
        }
        if csv.is_some() && words.value("--generate").is_none() {
            words.fault("--out-csv", "", "--generate N とともに指定してください", "goes with --generate N");
        }
        if file.is_some() && words.value("--seed").is_some() {
            words.fault("--seed", "", "架空の行のときだけ指定します", "goes with invented rows");
        }
        let encodings = [("auto", None), ("utf-8", Some(Encoding::Utf8)), ("cp932", Some(Encoding::Cp932))];
        let encoding = words.choice("--encoding", &encodings).flatten();
        let seed = words.number("--seed", 0, u64::MAX);
        let month: Option<Month> = words.parse("--month");
        let municipality: Option<MunicipalityCode> = words.parse("--municipality");
        let site = words.choice("--site", &ClaimSite::ALL.map(|site| (site.as_str(), site)));
        let kinds = [
            ("insurance", InstitutionKind::Insurance),
            ("similar", InstitutionKind::Similar),
            ("care", InstitutionKind::Care),
        ];
        let kind = words.choice("--institution-kind", &kinds);
        let own = words.choice("--own", &[("include", true), ("exclude", false)]);
        let renders =
            words.choices("--render", &RENDERS).unwrap_or_else(|| vec![Render::Csv, Render::Html, Render::Text]);
        let font = font(&mut words, renders.contains(&Render::Pdf));
        let hours = hours(&mut words, file.is_none());
        if file.is_some() {
            for name in ["--month", "--municipality"] {
                if words.value(name).is_none() {
                    words.fault(name, "", "--file とともに指定してください", "required with --file");
                }
            }
        }
        let mut head = if file.is_some() {
            // A code that is wrong is told with the other faults.
            municipality.or_else(|| "131032".parse().ok()).map(SheetHead::new)
        } else {
            invent::head(municipality)
        };
        if let Some(head) = &mut head {
            head.institution = words.parse("--institution").or(head.institution);
            head.institution_kind = kind.unwrap_or(head.institution_kind);
            head.name = words.parse("--name").or(head.name.take());
            head.address = words.parse("--address").or(head.address.take());
            head.facility_class = words.parse("--facility-class").or(head.facility_class.take());
            head.representative = words.personal("--representative").or(head.representative.take());
            head.telephone = words.personal("--telephone").or(head.telephone.take());
        }
        let (Some(head), Some(default), true) = (head, invent::month(), words.faults.is_empty()) else {
            return Err(Stop::Plain(words.faults));
        };
        let mut renders = renders;
        renders.sort_unstable();
        renders.dedup();
        Ok(Self {
            input: file.map_or_else(|| Input::Invented(rows.unwrap_or(invent::ROWS)), Input::File),
            csv,
            encoding,
            seed: seed.unwrap_or(invent::SEED),
            month: month.unwrap_or(default),
            site: site.unwrap_or(ClaimSite::Institution),
            hours,
            head,
            include_own: own.unwrap_or(true),
            renders,
            font,
            lang,
            out: PathBuf::from(words.value("--out").unwrap_or("out/monthly_claims")),
        })
    }
}

/// The font of the PDF, which is needed for it and for nothing else.
fn font(words: &mut Words<'_>, pdf: bool) -> Option<Vec<u8>> {
    if pdf && !cfg!(feature = "pdf") {
        let (ja, en) = (
            "このプログラムは PDF なしでビルドされています（cargo run に --features pdf を付けてください）",
            "this program was built without PDF (add --features pdf to cargo run)",
        );
        words.fault("--render", "pdf", ja, en);
        return None;
    }
    match (words.value("--font"), pdf) {
        (None, false) => None,
        (None, true) => {
            words.fault("--font", "", "--render pdf とともに指定してください", "required with --render pdf");
            None
        }
        (Some(_), false) => {
            words.fault("--font", "", "--render pdf のときだけ指定します", "goes with --render pdf");
            None
        }
        (Some(path), true) => {
            let read = std::fs::read(path).map_err(|error| {
                let why = why(&error, words.lang());
                words.fault("--font", path, &why, &why);
            });
            read.ok()
        }
    }
}

/// Posted hours from a text, or from the file it names; those of the invention where the rows are invented.
fn hours(words: &mut Words<'_>, invented: bool) -> Option<PostedHours> {
    let given = words.value("--hours").or(invented.then_some(invent::HOURS))?;
    let text = if std::path::Path::new(given).is_file() {
        std::fs::read_to_string(given).map_err(|error| {
            let ja = say(words.lang(), "UTF-8 の文書として読めません", "cannot be read as text in UTF-8");
            words.fault("--hours", given, &ja, &format!("{ja} ({error})"));
        })
    } else {
        Ok(given.to_owned())
    };
    let read = hours::read(&text.ok()?, words.lang());
    read.map_err(|faults| words.faults.extend(faults)).ok()
}
