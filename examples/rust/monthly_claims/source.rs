//! Where the rows come from: a file, or an invention.

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;

use vsys_core::base::Lang;
use vsys_core::rulebook::RuleBook;
use vsys_examples::say;

use crate::Stop;
use crate::invent::Invented;
use crate::options::{Input, Options};

/// How many bytes of a file are read at a time.
const BLOCK: usize = 1 << 18;

/// Bytes of a CSV, block by block.
pub(crate) enum Source<'b> {
    File { file: File, name: String, done: u64, all: u64 },
    Invented(Box<Invented<'b>>),
}

impl<'b> Source<'b> {
    pub(crate) fn open(book: &'b RuleBook, options: &Options) -> Result<Self, Stop> {
        match &options.input {
            Input::Invented(rows) => Ok(Self::Invented(Box::new(Invented::new(book, options, *rows)?))),
            Input::File(path) => {
                let stop = |error: io::Error| cannot(path, &error, options.lang);
                let file = File::open(path).map_err(stop)?;
                let about = file.metadata().map_err(stop)?;
                if about.is_dir() {
                    return Err(stop(io::Error::from(io::ErrorKind::IsADirectory)));
                }
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                Ok(Self::File { file, name, done: 0, all: about.len() })
            }
        }
    }

    /// The name that findings carry.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::File { name, .. } => name.clone(),
            Self::Invented(_) => "generated.csv".to_owned(),
        }
    }

    /// The next bytes; none at the end.
    pub(crate) fn block(&mut self, block: &mut Vec<u8>) -> io::Result<()> {
        match self {
            Self::Invented(invented) => {
                *block = invented.block();
                Ok(())
            }
            Self::File { file, done, .. } => {
                block.resize(BLOCK, 0);
                let read = loop {
                    match file.read(block) {
                        Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                        other => break other?,
                    }
                };
                block.truncate(read);
                *done += u64::try_from(read).unwrap_or(0);
                Ok(())
            }
        }
    }

    /// How much of how much is done, in a unit of its own.
    pub(crate) fn done(&self) -> (u64, u64) {
        match self {
            Self::File { done, all, .. } => (*done, *all),
            Self::Invented(invented) => invented.done(),
        }
    }

    /// Writes all bytes to a file, which stands there whole or not at all; gives the number of rows.
    pub(crate) fn write(&mut self, path: &Path, lang: Lang) -> Result<u64, Stop> {
        let mut name = path.file_name().unwrap_or_default().to_os_string();
        name.push(".part");
        let partial = path.with_file_name(name);
        let mut write = || -> io::Result<()> {
            let mut out = BufWriter::new(File::create(&partial)?);
            let mut block = Vec::new();
            loop {
                self.block(&mut block)?;
                if block.is_empty() {
                    break;
                }
                out.write_all(&block)?;
            }
            out.flush()?;
            std::fs::rename(&partial, path)
        };
        if let Err(error) = write() {
            let _ = std::fs::remove_file(&partial);
            return Err(cannot(path, &error, lang));
        }
        Ok(self.done().1)
    }
}

/// A file or folder that cannot be used, told so that a clerk knows what to do.
pub(crate) fn cannot(path: &Path, error: &io::Error, lang: Lang) -> Stop {
    Stop::Plain(vec![format!("{}: {}", path.display(), why(error, lang))])
}

/// Why it cannot be used.
pub(crate) fn why(error: &io::Error, lang: Lang) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => say(lang, "見つかりません", "not found"),
        io::ErrorKind::PermissionDenied => {
            say(lang, "読み書きする権限がありません", "no permission to read or write it")
        }
        io::ErrorKind::IsADirectory => {
            say(lang, "フォルダーです。ファイルを指定してください", "this is a folder; name a file")
        }
        io::ErrorKind::NotADirectory => {
            say(lang, "途中にフォルダーでないものがあります", "part of the path is no folder")
        }
        io::ErrorKind::StorageFull => say(lang, "空き容量が足りません", "no space is left"),
        _ => error.to_string(),
    }
}
