//! The copybook of COBOL, from the one table of its records.

use std::fmt::Write as _;
use std::path::PathBuf;

#[allow(dead_code, unreachable_pub, reason = "vsys-c reads the same records; here their declarations count")]
#[path = "../../../vsys-c/src/cobol/layout.rs"]
mod layout;

use layout::{FUNCTIONS, Field, Picture, RECORDS};

const COPYBOOK: &str = "vsys-c/include/VSYS.cpy";

const PREAMBLE: &str = "      *> vsys: the records of the C face for COBOL. Made by cargo xtask
      *> from vsys-c/src/cobol/layout.rs; do not edit.
      *>
      *> vsys を COBOL から呼ぶための登録集。
      *> 呼び出しはすべて BY REFERENCE で、最初が VSYS-CONTROL、
      *> 最後が VSYS-RESULT。RETURN-CODE と VSYS-RETURN は
      *>   0 正常、4 注意あり、8 データの誤り（結果の項目は変わらない）、
      *>   12 呼び出しの誤り、16 ライブラリの障害。
      *> 文字の項目は VSYS-ENCODING の文字コードで、右側は空白。
      *> 日付は YYYYMMDD、年月は YYYYMM、時刻は HHMM。ない項目は空白
      *> （日付は 0 でもよい）。「→」の項目はライブラリが書き込む。
      *>
";

/// The copybook, relative to the root of the repository. Fixed format, which free format reads as well: comments begin
/// with `*>` in column 7, everything else lies in columns 8 to 72.
pub(crate) fn generate() -> Result<Vec<(PathBuf, String)>, String> {
    let mut text = PREAMBLE.to_owned();
    for function in FUNCTIONS {
        let records = [&["VSYS-CONTROL"], function.using, &["VSYS-RESULT"]].concat();
        let _ = writeln!(text, "      *> {}", function.ja);
        let _ = writeln!(text, "      *>   CALL \"{}\" USING", function.name);
        for records in records.chunks(3) {
            let _ = writeln!(text, "      *>     {}", records.join(" "));
        }
    }
    for record in RECORDS {
        let _ = writeln!(text, "\n      *> {}", record.ja.trim());
        let _ = writeln!(text, "       01  {}.", record.name);
        record.fields.iter().for_each(|field| declare(field, 5, &mut text));
    }
    let long = text.lines().find(|line| !line.trim_start().starts_with("*>") && line.len() > 72);
    match long {
        Some(line) => Err(format!("a line of the copybook is too long: {line}")),
        None => Ok(vec![(COPYBOOK.into(), text)]),
    }
}

/// An item with what lies below it.
fn declare(field: &Field, level: usize, text: &mut String) {
    let indent = " ".repeat(7 + level / 5 * 4);
    // Writing into a String cannot fail.
    let _ = writeln!(text, "      *> {}", field.ja);
    let mut line = format!("{indent}{level:02}  {}", field.name);
    let mut below: &[Field] = &[];
    let mut picture = &field.picture;
    if let Picture::Table(times, element) = picture {
        let _ = write!(line, " OCCURS {times} TIMES");
        picture = element;
    }
    let clause = match picture {
        Picture::Text(length) => format!(" PIC X({length})"),
        Picture::Digits(length) => format!(" PIC 9({length})"),
        Picture::Whole => " PIC S9(9) COMP-5".to_owned(),
        Picture::Long => " PIC S9(18) COMP-5".to_owned(),
        Picture::Pointer => " USAGE POINTER".to_owned(),
        Picture::Group(fields) => {
            below = fields;
            String::new()
        }
        Picture::Table(..) => String::new(),
    };
    line += &clause;
    if let Some(value) = field.value {
        let _ = write!(line, " VALUE {value}");
    }
    let _ = writeln!(text, "{line}.");
    for (name, value) in field.conditions {
        let _ = writeln!(text, "{indent}    88  {name} VALUE {value}.");
    }
    below.iter().for_each(|field| declare(field, level + 5, text));
}
