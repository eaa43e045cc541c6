//! Sharing over typed arrays: columns in, a column out; only what is asked beside them is JSON.

use vsys_core::allocation::{
    self, ApportionRequest, ColumnNumber, ColumnsRequest, MAX_RECIPIENTS, NO_CAP, ShareBuffers, apportion_into,
};
use vsys_core::base::{IntoList, Path, Quantity, Refusal, Segment, SiteId, Units};
use vsys_wire::columns::read_apportion;
use vsys_wire::{notes_bytes, refusal_bytes};
use wasm_bindgen::prelude::*;

use crate::columns::{Columns, Reader, double, doubles, path};

/// What was shared.
#[wasm_bindgen]
pub struct Shared {
    shared: allocation::Shared,
    buffers: Buffers,
    notes: Vec<u8>,
}

/// Amounts as wide as the columns that they were shared by.
enum Buffers {
    Narrow(ShareBuffers<u32>),
    Wide(ShareBuffers<u64>),
}

#[wasm_bindgen]
impl Shared {
    /// The amounts, row by row.
    pub fn amounts(&self) -> Vec<f64> {
        match &self.buffers {
            Buffers::Narrow(buffers) => doubles(buffers.amounts()),
            Buffers::Wide(buffers) => doubles(buffers.amounts()),
        }
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
        rows.filter_map(|&row| u32::try_from(row).ok()).list()
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
    let ids: Option<Vec<&str>> = ids.as_ref().map(|ids| ids.iter().map(String::as_str).list());
    // Columns of 32 bits go in as they are: 2^32−1, there «no cap», bounds nothing that such a supply could give.
    let narrow = reader.is_narrow() && options.as_ref().is_ok_and(|options| options.supply.get() <= u32::MAX.into());
    let (weights, floors, caps) = if narrow {
        (None, None, None)
    } else {
        (
            reader.numbers("weight", Units::MAX, None),
            reader.numbers("floor", Units::MAX, None),
            reader.numbers("cap", Units::MAX, Some(NO_CAP)),
        )
    };
    let words = ["weight", "floor", "cap"].map(|name| reader.words(name));
    if weights.is_none() && words[0].is_none() {
        reader.missing("weight");
    }
    let options = match (options, reader.close()) {
        (Ok(options), Ok(())) => options,
        (options, read) => return Err(Refusal::all(options.err().into_iter().chain(read.err())).unwrap_or_else(never)),
    };
    match words {
        [Some(weights), floors, caps] if narrow => {
            share_columns(&options, ids.as_deref(), weights, [floors, caps], Buffers::Narrow)
        }
        _ => {
            let bounds = [floors.as_deref(), caps.as_deref()];
            share_columns(&options, ids.as_deref(), &weights.unwrap_or_default(), bounds, Buffers::Wide)
        }
    }
}

fn share_columns<N: ColumnNumber>(
    options: &ApportionRequest,
    ids: Option<&[&str]>,
    weights: &[N],
    [floors, caps]: [Option<&[N]>; 2],
    keep: fn(ShareBuffers<N>) -> Buffers,
) -> Result<Shared, Refusal> {
    let &ApportionRequest { supply, method, ties, first_units, .. } = options;
    let mut buffers = ShareBuffers::default();
    let request = ColumnsRequest { supply, ids, weights, floors, caps, method, ties, first_units, explain: false };
    let answer = apportion_into(&request, &mut buffers).map_err(|refusal| refusal.moved(place))?;
    let (shared, findings, assumptions) = answer.into_parts();
    Ok(Shared { shared, buffers: keep(buffers), notes: notes_bytes(&findings, &assumptions) })
}

/// `/recipients/3/floor` as `/columns/floor/3`.
pub(crate) fn place(from: &Path) -> Path {
    match from.segments() {
        [Segment::Key(_), Segment::Index(row), Segment::Key(member)] => path(member).join(*row),
        _ => from.clone(),
    }
}

/// A fault of the library.
pub(crate) fn never() -> Refusal {
    Refusal::new(&vsys_core::base::BaseProblem::Internal { what: "columns" }, Path::root())
}
