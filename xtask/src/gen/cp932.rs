//! The characters of CP932 as steps from one to the next: in the order of the code page most steps are short, and short
//! steps are what compresses well.

use std::fs;
use std::path::{Path, PathBuf};

use super::dense::character;

const TABLE: &str = "vsys-core/data/cp932.txt";
const STEPS: &str = "vsys-core/data/cp932_steps.txt";

/// The file of steps, in the lines of the table.
///
/// # Errors
/// When the table cannot be read, or has a line of another form.
pub(super) fn generate(root: &Path) -> Result<Vec<(PathBuf, String)>, String> {
    let text = fs::read_to_string(root.join(TABLE)).map_err(|error| format!("{TABLE}: {error}"))?;
    let mut steps = String::with_capacity(text.len());
    let mut before = 0;
    for line in text.lines() {
        let (lead, chars) = line.split_once(' ').ok_or_else(|| format!("{TABLE}: no first byte: {line}"))?;
        steps.push_str(lead);
        steps.push(' ');
        for char in chars.chars() {
            let unit = u16::try_from(u32::from(char)).map_err(|_| format!("{TABLE}: {char} has no single unit"))?;
            steps.push(step(before, unit));
            before = unit;
        }
        steps.push('\n');
    }
    Ok(vec![(STEPS.into(), steps)])
}

/// A step as a character. It goes round the end where that is nearer.
fn step(before: u16, unit: u16) -> char {
    let step = unit.wrapping_sub(before).cast_signed();
    character(u64::from((step << 1 ^ step >> 15).cast_unsigned())).unwrap_or_default()
}
