//! The catalogue's mechanism: one declaration gives a problem its code, rule, severity, particulars
//! and its message and help in both languages.

use super::detail::{DetailKind, DetailValue, Particular};
use super::lang::Bilingual;
use super::list::IntoList;
use super::rule::RuleId;
use super::template;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A rule is broken.
    Error,
    /// Allowed, but worth knowing.
    Warning,
}

impl Severity {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// What can be wrong: an entry of the catalogue with its particulars.
///
/// Every problem is an error as well. That is not asked of a `dyn Problem`, which would bring the `Debug` of every problem
/// into every page.
pub trait Problem {
    /// Its texts.
    fn texts(&self) -> ProblemTexts;

    /// Its particulars, in the order in which they are declared.
    fn particulars(&self) -> Vec<&dyn Particular>;

    /// The stable code, `area.subject.problem`.
    fn code(&self) -> &'static str
    where
        Self: Sized,
    {
        self.texts().code()
    }

    /// What is wrong, in both languages.
    fn message(&self) -> Bilingual
    where
        Self: Sized,
    {
        self.texts().message(&self.particulars())
    }
}

/// One line of the catalogue: what a code means, without particulars.
#[derive(Clone, Copy, Debug)]
pub struct ProblemEntry {
    /// The stable code.
    pub code: &'static str,
    /// The rule it comes from.
    pub rule: RuleId,
    /// How much it weighs.
    pub severity: Severity,
    /// The message in English; `{name}` stands for a particular, `{name:#}` for its Japanese name.
    pub en: &'static str,
    /// The message in Japanese.
    pub ja: &'static str,
    /// What to do about it, in English.
    pub help_en: &'static str,
    /// What to do about it, in Japanese.
    pub help_ja: &'static str,
    /// The particulars and their types.
    pub details: &'static [(&'static str, DetailKind)],
}

impl ProblemEntry {
    /// The same entry; the compiler refuses one with a hole that none of its particulars fills, or with a text of two lines.
    #[doc(hidden)]
    #[must_use]
    pub const fn checked(self) -> Self {
        let texts = [self.code, self.rule.as_str(), self.en, self.ja, self.help_en, self.help_ja];
        let mut index = 0;
        while index < texts.len() {
            #[expect(clippy::indexing_slicing, reason = "runs in the compiler, which refuses a fault")]
            let text = texts[index];
            assert!(template::is_filled_by(text, self.details), "a hole that none of the particulars fills");
            assert!(template::is_one_line(text), "a text of several lines");
            index += 1;
        }
        self
    }
}

/// What an entry says, in one text of several lines: a page loads hundreds of them, and would load as many pointers for
/// each of their parts.
#[derive(Clone, Copy, Debug)]
pub struct ProblemTexts {
    /// How much it weighs.
    pub severity: Severity,
    lines: &'static str,
}

impl ProblemTexts {
    /// Texts from their lines: code, rule, names of the particulars, message and help, each in English and Japanese.
    #[doc(hidden)]
    pub const fn of(severity: Severity, lines: &'static str) -> Self {
        Self { severity, lines }
    }

    /// The stable code.
    pub fn code(self) -> &'static str {
        self.line(0)
    }

    /// The rule it comes from.
    pub fn rule(self) -> RuleId {
        RuleId::new(self.line(1))
    }

    /// What is wrong, in both languages.
    pub fn message(self, particulars: &[&dyn Particular]) -> Bilingual {
        Bilingual { en: self.filled(3, particulars), ja: self.filled(4, particulars) }
    }

    /// What to do about it, in both languages.
    pub fn help(self, particulars: &[&dyn Particular]) -> Bilingual {
        Bilingual { en: self.filled(5, particulars), ja: self.filled(6, particulars) }
    }

    /// The particulars by name; those without a value are left out.
    pub fn details(self, particulars: &[&dyn Particular]) -> Vec<(&'static str, DetailValue)> {
        self.names().zip(particulars).filter_map(|(name, particular)| Some((name, particular.value()?))).list()
    }

    fn line(self, index: usize) -> &'static str {
        self.lines.split('\n').nth(index).unwrap_or_default()
    }

    fn names(self) -> impl Iterator<Item = &'static str> {
        self.line(2).split_terminator(' ')
    }

    fn filled(self, index: usize, particulars: &[&dyn Particular]) -> String {
        template::fill(self.line(index), |name| {
            let index = self.names().position(|known| known == name)?;
            particulars.get(index).copied()
        })
    }
}

/// Declares an enum of problems, each with code, rule, severity, messages and help. Exported for the
/// crates of this workspace.
///
/// The English message is the `Display` of the error; the fields of a variant are its typed particulars, so that what a
/// message says and what a program reads cannot drift apart. A text with a hole for something else does not compile.
#[doc(hidden)]
#[macro_export]
macro_rules! problems {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $(
                $(#[$variant_meta:meta])*
                $variant:ident $({ $($(#[$field_meta:meta])* $field:ident : $type:ty),* $(,)? })? = $severity:ident $code:literal by $rule:literal {
                    en: $en:literal, ja: $ja:literal,
                    help_en: $help_en:literal, help_ja: $help_ja:literal $(,)?
                }
            )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$variant_meta])*
                $variant $({ $($(#[$field_meta])* #[doc = concat!("The particular `", stringify!($field), "`.")] $field: $type),* })?,
            )*
        }

        impl $name {
            /// Every entry of this part of the catalogue.
            pub const ENTRIES: &'static [$crate::base::ProblemEntry] = &[
                $($crate::base::ProblemEntry {
                    code: $code,
                    rule: $crate::base::RuleId::new($rule),
                    severity: $crate::base::Severity::$severity,
                    en: $en,
                    ja: $ja,
                    help_en: $help_en,
                    help_ja: $help_ja,
                    details: &[$($((stringify!($field), <$type as $crate::base::Detail>::KIND)),*)?],
                }
                .checked()),*
            ];
        }

        impl $crate::base::Problem for $name {
            fn texts(&self) -> $crate::base::ProblemTexts {
                match self {
                    $(Self::$variant { .. } => $crate::base::ProblemTexts::of(
                        $crate::base::Severity::$severity,
                        concat!($code, "\n", $rule, "\n" $($(, stringify!($field), " ")*)?, "\n", $en, "\n", $ja, "\n", $help_en, "\n", $help_ja),
                    ),)*
                }
            }

            fn particulars(&self) -> Vec<&dyn $crate::base::Particular> {
                match self {
                    $(Self::$variant $({ $($field),* })? => vec![$($($field),*)?],)*
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&$crate::base::Problem::message(self).en)
            }
        }

        impl std::error::Error for $name {}

        // The compiler checks the texts wherever they are declared.
        const _: &[$crate::base::ProblemEntry] = $name::ENTRIES;
    };
}

problems! {
    /// What can be wrong with a value before any rule is asked: its form and its range.
    pub enum BaseProblem {
        /// A quantity above what it may hold.
        QuantityTooLarge { unit: &'static str, most: u64 } = Error "base.quantity.too_large" by "QTY-2" {
            en: "a number of {unit} may be at most {most}",
            ja: "{unit} の数は {most} 以下でなければなりません",
            help_en: "check the figure, or split the calculation", help_ja: "数値を確認するか、計算を分けてください",
        }
        /// A municipality code that is not six digits.
        MunicipalityForm = Error "code.municipality.form" by "F-CODE" {
            en: "a municipality code has six ASCII digits (five and a check digit)",
            ja: "市町村コードは半角数字6桁（5桁と検査数字）です",
            help_en: "give the six-digit code with its leading zero, for example 011002",
            help_ja: "先頭の0を含めて6桁で入力してください（例 011002）",
        }
        /// A municipality code whose check digit fails.
        MunicipalityCheckDigit { expected: u8 } = Error "code.municipality.check_digit" by "F-CODE" {
            en: "the check digit of the municipality code should be {expected}",
            ja: "市町村コードの検査数字は {expected} のはずです",
            help_en: "one of the digits is mistyped; look the code up again",
            help_ja: "いずれかの桁が誤っています。コードを確認してください",
        }
        /// A prefecture code that is not 01 to 47.
        PrefectureForm = Error "code.prefecture.form" by "F-CODE" {
            en: "a prefecture code is two ASCII digits from 01 to 47",
            ja: "都道府県コードは 01 から 47 の半角数字2桁です",
            help_en: "give two digits, for example 13", help_ja: "2桁で入力してください（例 13）",
        }
        /// A coupon number of another form.
        CouponForm = Error "code.coupon.form" by "F-CODE" {
            en: "a coupon number has ten ASCII digits",
            ja: "券番号は半角数字10桁です",
            help_en: "leading zeros count; a misread line often has 1 for 4",
            help_ja: "先頭の0も含めて入力してください（1と4の読み違いに注意）",
        }
        /// An institution code that is not ten digits.
        InstitutionForm = Error "code.institution.form" by "F-CODE" {
            en: "an institution code has ten ASCII digits",
            ja: "医療機関等の番号は半角数字10桁です",
            help_en: "give all ten digits, with leading zeros",
            help_ja: "先頭の0を含めて10桁で入力してください",
        }
        /// An insurance institution code whose check digit fails: real exceptions exist.
        InstitutionCheckDigit { expected: u8 } = Warning "code.institution.check_digit" by "F-CODE" {
            en: "the check digit of the institution code should be {expected}",
            ja: "保険医療機関コードの検査数字は {expected} のはずです",
            help_en: "compare the code with the notice of designation; a few real codes break the rule",
            help_ja: "指定通知書の番号と照合してください（規則に合わない実在の番号も少数あります）",
        }
        /// An insurance institution code that begins with no prefecture.
        InstitutionPrefecture = Warning "code.institution.prefecture" by "F-CODE" {
            en: "the institution code does not begin with a prefecture (01 to 47)",
            ja: "保険医療機関コードの先頭2桁が都道府県（01〜47）ではありません",
            help_en: "check the first two digits", help_ja: "先頭2桁を確認してください",
        }
        /// An empty, over-long or unprintable text where a name is wanted.
        TextForm { most: usize } = Error "base.text.form" by "PRD-6" {
            en: "a text of 1 to {most} characters without control characters is expected",
            ja: "制御文字を含まない 1〜{most} 文字の文字列が必要です",
            help_en: "remove line breaks and shorten the text", help_ja: "改行などを取り除き、短くしてください",
        }
        /// A unit that a product does not come in.
        UnitMissing { unit: &'static str } = Error "base.pack.unit" by "QTY-2" {
            en: "this product is not counted in {unit}",
            ja: "この製品は {unit} では数えません",
            help_en: "convert boxes or doses instead", help_ja: "箱または回数で換算してください",
        }
        /// Something that cannot happen did.
        Internal { what: &'static str } = Error "internal.invariant.broken" by "WIRE-1" {
            en: "an inner check failed ({what}); please report this with the request",
            ja: "内部の検査に失敗しました（{what}）。要求の内容とともにご報告ください",
            help_en: "this is a fault of the library, not of the input", help_ja: "入力ではなくライブラリの不具合です",
        }
    }
}
