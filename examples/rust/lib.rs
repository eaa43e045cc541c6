//! Examples of vsys, and the README's Rust as a compiled test.
//!
//! What the larger examples share: the words of a command line, and texts in both languages.

mod words;

pub use words::Words;

use vsys_core::base::Lang;

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

/// Both languages of a message, by choice.
pub fn say(lang: Lang, ja: impl Into<String>, en: impl Into<String>) -> String {
    match lang {
        Lang::Ja => ja.into(),
        Lang::En => en.into(),
    }
}

/// A number with its thousands apart.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A text padded to a width on a terminal, where a Japanese character takes two columns.
pub fn pad(text: &str, widest: usize, right: bool) -> String {
    let space = " ".repeat(widest.saturating_sub(width(text)));
    if right { format!("{space}{text}") } else { format!("{text}{space}") }
}

/// The columns that a text takes on a terminal.
pub fn width(text: &str) -> usize {
    text.chars().map(|char| if char >= '\u{1100}' { 2 } else { 1 }).sum()
}
