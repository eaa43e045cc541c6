//! The two languages of every message.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The language of a message or an explanation: Japanese or English.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// 日本語
    #[default]
    Ja,
    /// English
    En,
}

/// One text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Bilingual {
    /// English
    pub en: String,
    /// 日本語
    pub ja: String,
}

impl Bilingual {
    /// The text in one language.
    pub fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ja => &self.ja,
            Lang::En => &self.en,
        }
    }
}

/// A word of the field in both languages: `{word}` prints it in English, as the wire names it, and
/// `{word:#}` in Japanese.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Term {
    /// English
    pub en: &'static str,
    /// 日本語
    pub ja: &'static str,
}

impl Term {
    /// A word in both languages.
    pub const fn new(en: &'static str, ja: &'static str) -> Self {
        Self { en, ja }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if f.alternate() { self.ja } else { self.en })
    }
}
