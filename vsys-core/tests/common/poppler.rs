//! A PDF as poppler reads it. Lengths are tenths of a millimetre.

use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A document.
pub(crate) struct Pdf {
    pub(crate) pages: Vec<Page>,
    /// A line of `pdffonts` for each.
    pub(crate) fonts: Vec<String>,
    pub(crate) info: String,
    /// The tree of tags with the text of its leaves.
    pub(crate) structure: String,
    pub(crate) bytes: Vec<u8>,
}

/// A page with its words from the top down, and from the left where they begin at one height.
pub(crate) struct Page {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) words: Vec<Word>,
}

/// A word and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
    pub(crate) text: String,
}

impl Pdf {
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let ask =
            |tool: &str, options: &[&str], last: &[&str]| String::from_utf8(asked(bytes, tool, options, last)).unwrap();
        let boxes = ask("pdftotext", &["-bbox"], &["-"]);
        let pages = boxes.split("<page ").skip(1).map(Page::read).collect();
        let fonts = ask("pdffonts", &[], &[]).lines().skip(2).map(str::to_owned).collect();
        let info = ask("pdfinfo", &[], &[]);
        let structure = ask("pdfinfo", &["-struct-text"], &[]);
        Self { pages, fonts, info, structure, bytes: bytes.to_vec() }
    }

    /// Every word with its left and right end and the top of its line, in millimetres.
    pub(crate) fn positions(&self) -> String {
        let mut out = String::new();
        for (number, page) in self.pages.iter().enumerate() {
            out.push_str(&format!("page {}\n", number + 1));
            for word in &page.words {
                let [left, right, top] = [word.left, word.right, word.top].map(|length| length / 10.0);
                out.push_str(&format!("{left:6.1} {right:6.1} {top:6.1}  {}\n", word.text));
            }
        }
        out
    }

    /// What the drawings say, in their order: the descriptions (Alt) of the figures, which are UTF-16 in hexadecimal.
    pub(crate) fn figures(&self) -> Vec<String> {
        let text = String::from_utf8_lossy(&self.bytes);
        let described = text.split("/Alt<FEFF").skip(1).map(|rest| rest.split('>').next().unwrap());
        let unit = |digits: &[u8]| u16::from_str_radix(std::str::from_utf8(digits).unwrap(), 16).unwrap();
        let said = |hex: &str| String::from_utf16(&hex.as_bytes().chunks(4).map(unit).collect::<Vec<_>>()).unwrap();
        described.map(said).collect()
    }

    /// A part of a page as a picture of black and white, ten dots a millimetre: `true` is ink.
    pub(crate) fn ink(&self, page: usize, [left, top, width, height]: [usize; 4]) -> Vec<Vec<bool>> {
        let page = (page + 1).to_string();
        let [left, top, wide, high] = [left, top, width, height].map(|length| length.to_string());
        let options =
            ["-mono", "-r", "254", "-f", &page, "-l", &page, "-x", &left, "-y", &top, "-W", &wide, "-H", &high];
        let picture = asked(&self.bytes, "pdftoppm", &options, &[]);
        // PBM: two lines of head, then rows of bits, filled up to whole bytes.
        let head = picture.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(1).unwrap().0 + 1;
        let rows = picture[head..].chunks(width.div_ceil(8));
        let bit = |row: &[u8], at: usize| row[at / 8] & (0x80 >> (at % 8)) != 0;
        rows.map(|row| (0..width).map(|at| bit(row, at)).collect()).collect()
    }
}

/// What a tool of poppler says about a document.
fn asked(bytes: &[u8], tool: &str, options: &[&str], last: &[&str]) -> Vec<u8> {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let name = format!("sheets-{}-{}.pdf", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    let answer = Command::new(tool).args(options).arg(&path).args(last).output();
    std::fs::remove_file(&path).unwrap();
    let answer = answer.unwrap_or_else(|error| panic!("{tool}: {error}: install poppler-utils"));
    assert!(answer.status.success(), "{tool}: {}", String::from_utf8_lossy(&answer.stderr));
    answer.stdout
}

impl Page {
    fn read(text: &str) -> Self {
        let head = text.lines().next().unwrap();
        let mut words: Vec<Word> = text.split("<word ").skip(1).map(Word::read).collect();
        words.sort_by(|a, b| (a.top, a.left).partial_cmp(&(b.top, b.left)).unwrap());
        Self { width: length(head, "width"), height: length(head, "height"), words }
    }
}

impl Word {
    fn read(text: &str) -> Self {
        let (place, rest) = text.split_once('>').unwrap();
        let text = rest.split("</word>").next().unwrap();
        let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        Self {
            left: length(place, "xMin"),
            top: length(place, "yMin"),
            right: length(place, "xMax"),
            bottom: length(place, "yMax"),
            text,
        }
    }
}

/// An attribute in points.
fn length(attributes: &str, name: &str) -> f64 {
    let value = attributes.split(&format!("{name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
    value.unwrap().parse::<f64>().unwrap() * 254.0 / 72.0
}
