//! The folder of the results: written beside its place, and put there whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use vsys_core::base::Lang;
use vsys_core::claims::{ClaimSheets, render};
use vsys_examples::say;

use crate::Stop;
use crate::options::{Options, Render};
use crate::report::Summary;
use crate::source::cannot;

/// Every file that the job may write.
const FILES: [&str; 9] = [
    "sheets.csv",
    "sheets-cp932.csv",
    "sheets.html",
    "sheets.txt",
    "sheets.pdf",
    "apart.csv",
    "findings.csv",
    "summary.json",
    "summary.txt",
];

/// A folder that is being written.
pub(crate) struct Folder {
    target: PathBuf,
    partial: PathBuf,
    /// A folder above that was made for it.
    made: Option<PathBuf>,
    written: Vec<&'static str>,
    lang: Lang,
    done: bool,
}

impl Folder {
    /// Begins beside the place of the folder. What stands in that place may hold nothing but an earlier result.
    pub(crate) fn begin(target: &Path, lang: Lang) -> Result<Self, Stop> {
        let failed = |error: io::Error| cannot(target, &error, lang);
        let target = std::path::absolute(target).map_err(failed)?;
        match fs::read_dir(&target) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => {
                let file = say(lang, "フォルダーではありません", "this is no folder");
                return Err(if target.is_file() {
                    Stop::Plain(vec![format!("{}: {file}", target.display())])
                } else {
                    failed(error)
                });
            }
            Ok(entries) => {
                for entry in entries {
                    let name = entry.map_err(failed)?.file_name();
                    if !FILES.iter().any(|file| name == *file) {
                        let ja = "ほかのファイルがあるため、書き出しません。別のフォルダーを指定してください";
                        let en = "the folder holds other files; name another one";
                        let text = format!("{} ({}): {}", target.display(), name.to_string_lossy(), say(lang, ja, en));
                        return Err(Stop::Plain(vec![text]));
                    }
                }
            }
        }
        let parent = target.parent().unwrap_or(&target).to_owned();
        let made = (!parent.exists()).then(|| parent.clone());
        let partial = beside(&target, &format!("part-{}", std::process::id()));
        fs::create_dir_all(&parent).and_then(|()| fs::create_dir(&partial)).map_err(failed)?;
        Ok(Self { target, partial, made, written: Vec::new(), lang, done: false })
    }

    /// The place where a file will stand.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.target.join(name)
    }

    /// Opens a file of the folder.
    pub(crate) fn create(&mut self, name: &'static str) -> Result<BufWriter<File>, Stop> {
        self.written.push(name);
        let file = File::create(self.partial.join(name)).map_err(|error| self.failed(name, &error))?;
        Ok(BufWriter::with_capacity(1 << 16, file))
    }

    /// Writes sheets, surcharges apart and summary; one rendering after the other, so that one is held at a time.
    pub(crate) fn write(&mut self, summary: &Summary<'_>, options: &Options) -> Result<(), Stop> {
        if let Some(sheets) = summary.sheets() {
            for kind in &options.renders {
                let (name, bytes) = rendered(*kind, sheets, options)?;
                self.put(name, &bytes)?;
            }
        }
        self.put("apart.csv", summary.apart_csv(options.lang).as_bytes())?;
        self.put("summary.json", summary.json().as_bytes())?;
        self.put("summary.txt", summary.text(options.lang).as_bytes())
    }

    fn put(&mut self, name: &'static str, bytes: &[u8]) -> Result<(), Stop> {
        let mut file = self.create(name)?;
        file.write_all(bytes).and_then(|()| file.flush()).map_err(|error| self.failed(name, &error))
    }

    fn failed(&self, name: &str, error: &io::Error) -> Stop {
        cannot(&self.path(name), error, self.lang)
    }

    /// Puts the folder in its place; an earlier result goes only when the new one stands.
    pub(crate) fn finish(mut self) -> Result<Vec<PathBuf>, Stop> {
        let old = beside(&self.target, &format!("old-{}", std::process::id()));
        let failed = |error: io::Error| cannot(&self.target, &error, self.lang);
        let earlier = self.target.exists();
        if earlier {
            fs::rename(&self.target, &old).map_err(failed)?;
        }
        if let Err(error) = fs::rename(&self.partial, &self.target) {
            if earlier {
                let _ = fs::rename(&old, &self.target);
            }
            return Err(failed(error));
        }
        self.done = true;
        if earlier {
            remove(&old);
        }
        Ok(self.written.iter().map(|name| self.target.join(name)).collect())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !self.done {
            remove(&self.partial);
            if let Some(made) = &self.made {
                // Only when it is empty.
                let _ = fs::remove_dir(made);
            }
        }
    }
}

/// A hidden folder of a name of its own beside another.
fn beside(target: &Path, what: &str) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy().into_owned();
    target.with_file_name(format!(".{name}.{what}"))
}

/// Removes a folder with the files of a result, and nothing else.
fn remove(folder: &Path) {
    for file in FILES {
        let _ = fs::remove_file(folder.join(file));
    }
    let _ = fs::remove_dir(folder);
}

/// The sheets as a file. This is the place for the PDF.
fn rendered(kind: Render, sheets: &ClaimSheets, options: &Options) -> Result<(&'static str, Vec<u8>), Stop> {
    Ok(match kind {
        Render::Csv => ("sheets.csv", render::csv(sheets).into_bytes()),
        Render::CsvCp932 => ("sheets-cp932.csv", render::csv_cp932(sheets)?),
        Render::Html => ("sheets.html", render::html(sheets).into_bytes()),
        Render::Text => ("sheets.txt", render::text(sheets).into_bytes()),
        Render::Pdf => ("sheets.pdf", pdf(sheets, options.font.as_deref().unwrap_or_default())?),
    })
}

#[cfg(feature = "pdf")]
fn pdf(sheets: &ClaimSheets, font: &[u8]) -> Result<Vec<u8>, Stop> {
    Ok(render::pdf(sheets, font)?)
}

/// The options have refused it.
#[cfg(not(feature = "pdf"))]
fn pdf(_: &ClaimSheets, _: &[u8]) -> Result<Vec<u8>, Stop> {
    Err(Stop::Plain(vec!["--render pdf".to_owned()]))
}
