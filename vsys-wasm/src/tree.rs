//! A hierarchy of figures over typed arrays: for supply after supply, or weights after weights, of one nation.

use vsys_core::allocation::{self, AllocationProblem, NO_CAP, Scenario, TreeBuffers, share_tree};
use vsys_core::base::{Assumptions, Findings, IntoList, Quantity, Refusal, Units, assumption};
use vsys_wire::columns::read_apportion;
use vsys_wire::{notes_bytes, refusal_bytes};
use wasm_bindgen::prelude::*;

use crate::columns::{Columns, Reader, double, doubles};
use crate::sharing::{never, place};

/// A hierarchy (階層), and what is kept from call to call.
#[wasm_bindgen]
pub struct Tree {
    tree: allocation::Tree,
    buffers: TreeBuffers,
    left_over: u64,
}

#[wasm_bindgen]
impl Tree {
    /// So many recipients for each giver, level after level; `givers` says how many of the numbers each level has.
    ///
    /// # Errors
    /// The canonical JSON of the error.
    #[wasm_bindgen(constructor)]
    pub fn new(sizes: &[u32], givers: &[u32]) -> Result<Tree, Vec<u8>> {
        let size = |&number: &u32| usize::try_from(number).unwrap_or(usize::MAX);
        let sizes: Vec<usize> = sizes.iter().map(size).list();
        let mut rest = sizes.as_slice();
        let levels = givers.iter().map(|givers| {
            let (level, others) = rest.split_at_checked(size(givers)).unwrap_or((rest, &[]));
            rest = others;
            level
        });
        let tree = allocation::Tree::try_new(&levels.list()).map_err(|refusal| refusal_bytes(&refusal))?;
        Ok(Self { tree, buffers: TreeBuffers::default(), left_over: 0 })
    }

    /// How many recipients the lowest level has.
    pub fn recipients(&self) -> usize {
        self.tree.recipients()
    }

    /// How many levels receive.
    pub fn levels(&self) -> usize {
        self.tree.levels()
    }

    /// Shares a supply among columns of the lowest level, and gives `{"assumptions":…,"findings":…}`. `options` is the
    /// request of `allocation.apportion` with no recipients.
    ///
    /// # Errors
    /// The canonical JSON of the error, with every finding of options and columns.
    pub fn share(&mut self, options: &[u8], columns: &Columns) -> Result<Vec<u8>, Vec<u8>> {
        self.shared(options, columns).map_err(|refusal| refusal_bytes(&refusal))
    }

    /// What each recipient of a level has got, from the top.
    pub fn amounts(&self, level: usize) -> Vec<f64> {
        doubles(self.buffers.amounts(level).unwrap_or_default())
    }

    /// What no recipient of the lowest level has got.
    pub fn left_over(&self) -> f64 {
        double(self.left_over)
    }
}

impl Tree {
    fn shared(&mut self, options: &[u8], columns: &Columns) -> Result<Vec<u8>, Refusal> {
        let options = read_apportion(options);
        let columns = read(columns, self.tree.recipients());
        let (options, [weights, floors, caps]) = match (options, columns) {
            (Ok(options), Ok(columns)) => (options, columns),
            (options, columns) => {
                return Err(Refusal::all(options.err().into_iter().chain(columns.err())).unwrap_or_else(never));
            }
        };
        let scenario = Scenario {
            supply: options.supply,
            method: options.method.unwrap_or_default(),
            first_units: options.first_units,
            weights: &weights,
            floors: &floors,
            caps: &caps,
        };
        self.left_over =
            share_tree(&self.tree, &scenario, &mut self.buffers).map_err(|refusal| refusal.moved(place))?;
        let mut assumptions = Assumptions::new();
        if options.method.is_none() {
            assumptions.add(assumption::PROPOSAL_METHOD);
        }
        Ok(notes_bytes(&Findings::new(), &assumptions))
    }
}

/// Weights, floors and caps of so many recipients.
fn read(columns: &Columns, recipients: usize) -> Result<[Vec<u64>; 3], Refusal> {
    let mut reader = Reader::new(columns, &["weight", "floor", "cap"], usize::MAX)?;
    let weights = reader.numbers("weight", Units::MAX, None);
    match &weights {
        None => reader.missing("weight"),
        Some(weights) if reader.rows() != recipients => {
            let problem =
                AllocationProblem::ColumnLength { column: "weight", length: weights.len(), expected: recipients };
            reader.report("weight", &problem);
        }
        Some(_) => {}
    }
    let floors = reader.numbers("floor", Units::MAX, None).unwrap_or_else(|| vec![0; reader.rows()]);
    let caps = reader.numbers("cap", Units::MAX, Some(NO_CAP)).unwrap_or_else(|| vec![NO_CAP; reader.rows()]);
    reader.close()?;
    Ok([weights.unwrap_or_default(), floors, caps])
}
