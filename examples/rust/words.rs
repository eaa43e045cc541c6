//! The words of a command line: pairs of an option and its value; every wrong word is told at once.

use std::str::FromStr;

use vsys_core::base::{Lang, Personal, Problem};

use crate::say;

/// The words of a command line, and what is wrong with them.
pub struct Words<'w> {
    words: &'w [String],
    lang: Lang,
    /// What is wrong, in the language asked for.
    pub faults: Vec<String>,
}

impl<'w> Words<'w> {
    /// Reads the words; one that is no option of `names`, or has no value, is a fault.
    pub fn new(words: &'w [String], names: &[&str]) -> Self {
        let mut read = Self { words, lang: Self::lang_of(words), faults: Vec::new() };
        for pair in words.chunks(2) {
            match pair {
                [name, _] if names.contains(&name.as_str()) => {}
                [name] if names.contains(&name.as_str()) => {
                    read.fault(name, "", "値がありません", "a value is missing");
                }
                [name, ..] => read.fault(name, "", "不明なオプションです（--help）", "unknown option (--help)"),
                [] => {}
            }
        }
        read.choice("--lang", &[("ja", ()), ("en", ())]);
        read
    }

    /// The language asked for, also when the rest is wrong.
    pub fn lang_of(words: &[String]) -> Lang {
        let english = words.iter().zip(words.iter().skip(1)).any(|(word, value)| word == "--lang" && value == "en");
        if english { Lang::En } else { Lang::Ja }
    }

    /// The language asked for.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// The last value of an option.
    pub fn value(&self, name: &str) -> Option<&'w str> {
        self.values(name).last().copied()
    }

    /// Every value of an option.
    pub fn values(&self, name: &str) -> Vec<&'w str> {
        let pairs = self.words.chunks(2).filter_map(|pair| match pair {
            [word, value] => Some((word, value)),
            _ => None,
        });
        pairs.filter(|(word, _)| *word == name).map(|(_, value)| value.as_str()).collect()
    }

    /// Notes what is wrong with an option.
    pub fn fault(&mut self, name: &str, value: &str, ja: &str, en: &str) {
        let space = if value.is_empty() { "" } else { " " };
        self.faults.push(format!("{name}{space}{value}: {}", say(self.lang, ja, en)));
    }

    /// One of some words.
    pub fn choice<T: Copy>(&mut self, name: &str, choices: &[(&str, T)]) -> Option<T> {
        let value = self.value(name)?;
        self.one(name, value, choices)
    }

    /// Some of some words, with commas between them; nothing when the option is absent or a word is wrong.
    pub fn choices<T: Copy>(&mut self, name: &str, choices: &[(&str, T)]) -> Option<Vec<T>> {
        let value = self.value(name)?;
        let chosen: Vec<Option<T>> = value.split(',').map(|word| self.one(name, word.trim(), choices)).collect();
        chosen.into_iter().collect()
    }

    fn one<T: Copy>(&mut self, name: &str, value: &str, choices: &[(&str, T)]) -> Option<T> {
        let found = choices.iter().find(|(word, _)| *word == value).map(|(_, choice)| *choice);
        if found.is_none() {
            let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
            let words = words.join(", ");
            let (ja, en) = (format!("次のいずれかを指定してください: {words}"), format!("expected one of {words}"));
            self.fault(name, value, &ja, &en);
        }
        found
    }

    /// A whole number.
    pub fn number(&mut self, name: &str, least: u64, most: u64) -> Option<u64> {
        let value = self.value(name)?;
        let digits = value.bytes().all(|byte| byte.is_ascii_digit());
        let number = if digits { value.parse().ok().filter(|number| (least..=most).contains(number)) } else { None };
        if number.is_none() {
            let ja = format!("{least}〜{most} の半角整数を指定してください");
            let en = format!("expected a whole number from {least} to {most}");
            self.fault(name, value, &ja, &en);
        }
        number
    }

    /// A personal datum that the library reads: what is wrong is told without it.
    pub fn personal<T>(&mut self, name: &str) -> Option<Personal<T>>
    where
        T: FromStr,
        T::Err: Problem,
    {
        let read = self.value(name)?.parse();
        if let Err(problem) = &read {
            let message = T::Err::message(problem);
            self.fault(name, "", &message.ja, &message.en);
        }
        read.ok().map(Personal::new)
    }

    /// A value that the library reads.
    pub fn parse<T>(&mut self, name: &str) -> Option<T>
    where
        T: FromStr,
        T::Err: Problem,
    {
        let value = self.value(name)?;
        let read = value.parse::<T>();
        if let Err(problem) = &read {
            let message = problem.message();
            self.fault(name, value, &message.ja, &message.en);
        }
        read.ok()
    }
}
