//! Sharing over typed arrays: columns in, a column out; only what is asked beside them is JSON.

use vsys_core::allocation::{ColumnsRequest, MAX_RECIPIENTS, NO_CAP, SharedColumns, apportion_columns};
use vsys_core::base::{Path, Quantity, Refusal, Segment, SiteId, Units};
use vsys_wire::columns::read_apportion;
use vsys_wire::{notes_bytes, refusal_bytes};
use wasm_bindgen::prelude::*;

use crate::columns::{Columns, Reader, double, doubles, path};

/// What was shared.
#[wasm_bindgen]
pub struct Shared {
    shared: SharedColumns,
    notes: Vec<u8>,
}

#[wasm_bindgen]
impl Shared {
    /// The amounts, row by row.
    pub fn amounts(&self) -> Vec<f64> {
        doubles(&self.shared.amounts)
    }

    /// What no cap had room for.
    pub fn left_over(&self) -> f64 {
        double(self.shared.left_over)
    }

    /// The method used.
    pub fn method(&self) -> String {
        self.shared.method.as_str().to_owned()
    }

    /// The rows of the tied set, in the order of their ids; empty without a tie.
    pub fn tied(&self) -> Vec<u32> {
        let rows = self.shared.tie.iter().flat_map(|tie| &tie.rows);
        rows.filter_map(|&row| u32::try_from(row).ok()).collect()
    }

    /// The units that went among them.
    pub fn tied_units(&self) -> f64 {
        self.shared.tie.as_ref().map_or(0.0, |tie| double(tie.units))
    }

    /// What decided among them.
    pub fn decided(&self) -> Option<String> {
        self.shared.tie.as_ref().map(|tie| tie.decided.as_str().to_owned())
    }

    /// `{"assumptions":…,"findings":…}`
    pub fn notes(&self) -> Vec<u8> {
        self.notes.clone()
    }
}

/// Shares a supply among the rows of columns. `options` is the request of `allocation.apportion` with no recipients.
///
/// # Errors
/// The canonical JSON of the error, with every finding of options and columns.
#[wasm_bindgen]
pub fn apportion(options: &[u8], columns: &Columns) -> Result<Shared, Vec<u8>> {
    share(options, columns).map_err(|refusal| refusal_bytes(&refusal))
}

fn share(options: &[u8], columns: &Columns) -> Result<Shared, Refusal> {
    let options = read_apportion(options);
    let mut reader = match Reader::new(columns, &["weight", "floor", "cap", "id"], MAX_RECIPIENTS) {
        Ok(reader) => reader,
        Err(refusal) => return Err(Refusal::all([refusal].into_iter().chain(options.err())).unwrap_or_else(never)),
    };
    let ids = reader.texts("id", |text| SiteId::check(text).map(|()| text.to_owned()));
    let weights = reader.numbers("weight", Units::MAX, None);
    if weights.is_none() {
        reader.missing("weight");
    }
    let floors = reader.numbers("floor", Units::MAX, None);
    let caps = reader.numbers("cap", Units::MAX, Some(NO_CAP));
    let options = match (options, reader.close()) {
        (Ok(options), Ok(())) => options,
        (options, read) => return Err(Refusal::all(options.err().into_iter().chain(read.err())).unwrap_or_else(never)),
    };
    let ids: Option<Vec<&str>> = ids.as_ref().map(|ids| ids.iter().map(String::as_str).collect());
    let answer = apportion_columns(&ColumnsRequest {
        supply: options.supply,
        ids: ids.as_deref(),
        weights: &weights.unwrap_or_default(),
        floors: floors.as_deref(),
        caps: caps.as_deref(),
        method: options.method,
        ties: options.ties,
        first_units: options.first_units,
        explain: false,
    })
    .map_err(|refusal| refusal.moved(place))?;
    let (shared, findings, assumptions) = answer.into_parts();
    Ok(Shared { shared, notes: notes_bytes(&findings, &assumptions) })
}

/// `/recipients/3/floor` as `/columns/floor/3`.
fn place(from: &Path) -> Path {
    match from.segments() {
        [Segment::Key(_), Segment::Index(row), Segment::Key(member)] => path(member).join(*row),
        _ => from.clone(),
    }
}

/// A fault of the library.
pub(crate) fn never() -> Refusal {
    Refusal::new(&vsys_core::base::BaseProblem::Internal { what: "columns" }, Path::root())
}
