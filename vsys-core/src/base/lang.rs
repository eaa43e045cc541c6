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

impl Lang {
    /// What stands between the words of a list.
    pub const fn between(self) -> &'static str {
        match self {
            Self::Ja => "・",
            Self::En => ", ",
        }
    }

    /// The language of `{word}` or `{word:#}`.
    pub(crate) fn of(f: &fmt::Formatter<'_>) -> Self {
        if f.alternate() { Self::Ja } else { Self::En }
    }
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

impl Term {
    /// The word in one language.
    pub const fn in_lang(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ja => self.ja,
            Lang::En => self.en,
        }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.in_lang(Lang::of(f)))
    }
}

/// Several words of the field, printed one after the other: in English by `{words}`, in Japanese by
/// `{words:#}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Terms(pub Vec<Term>);

impl Terms {
    /// The words in one language.
    pub fn in_lang(&self, lang: Lang) -> String {
        let words: Vec<&str> = self.0.iter().map(|term| term.in_lang(lang)).list();
        match lang {
            Lang::Ja if words.is_empty() => "なし".to_owned(),
            Lang::En if words.is_empty() => "none".to_owned(),
            _ => words.join(lang.between()),
        }
    }
}

impl fmt::Display for Terms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_lang(Lang::of(f)))
    }
}

/// A value of a closed set, which the wire and the clerk know by a name each.
pub trait Named: Copy + Eq + fmt::Debug + 'static {
    /// Every value, in the order of its declaration.
    const ALL: &'static [Self];

    /// The name on the wire and the Japanese name.
    fn term(self) -> Term;
}

/// Declares a closed set of named values: `Variant = "wire-name" / "日本語"`.
macro_rules! named {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $en:literal / $ja:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_meta])* $variant),* }

        impl $name {
            /// Every value, in the order of its declaration.
            pub const ALL: [Self; [$($en),*].len()] = [$(Self::$variant),*];

            /// The name on the wire.
            pub const fn as_str(self) -> &'static str {
                self.term().en
            }

            /// The Japanese name.
            pub const fn ja(self) -> &'static str {
                self.term().ja
            }

            /// The name in both languages.
            pub const fn term(self) -> $crate::base::Term {
                match self { $(Self::$variant => $crate::base::Term::new($en, $ja)),* }
            }
        }

        impl $crate::base::Named for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),*];

            fn term(self) -> $crate::base::Term {
                self.term()
            }
        }
    };
}
pub(crate) use named;

use super::list::IntoList;
