//! The check of screening forms with types: the texts of a form lie in the module's memory, numbers cross the border.

use std::sync::{Mutex, PoisonError};

use vsys_core::claims::{self, FormFault, ScreeningBytes, check_form};
use vsys_wire::{read_form_limits, refusal_bytes};
use wasm_bindgen::prelude::*;

/// The texts of a form, one behind the other, written by JavaScript between two calls.
static TEXTS: Mutex<[u8; 80]> = Mutex::new([0; 80]);

/// In place of the length of a text that is not there.
const ABSENT: usize = 0xFF;

/// Where the texts lie.
#[wasm_bindgen]
pub fn form_texts() -> usize {
    TEXTS.lock().unwrap_or_else(PoisonError::into_inner).as_mut_ptr().expose_provenance()
}

/// The memory in which they lie.
#[wasm_bindgen]
pub fn form_memory() -> JsValue {
    wasm_bindgen::memory()
}

/// What can be wrong with a form, one a line in the order of its bits: its name, and whether it is an error or a warning,
/// between a tab.
#[wasm_bindgen]
pub fn form_faults() -> String {
    let severity = |fault: FormFault| if fault.is_warning() { "warning" } else { "error" };
    FormFault::ALL.map(|fault| format!("{}\t{}\n", fault.as_str(), severity(fault))).concat()
}

/// What forms are held against.
#[wasm_bindgen]
pub struct FormLimits(claims::FormLimits);

#[wasm_bindgen]
impl FormLimits {
    /// `json` holds the members of `form.check` that are not the form's.
    ///
    /// # Errors
    /// The canonical JSON of the error, with every finding.
    #[wasm_bindgen(constructor)]
    pub fn new(json: &[u8]) -> Result<FormLimits, Vec<u8>> {
        read_form_limits(json).map(Self).map_err(|refusal| refusal_bytes(&refusal))
    }

    /// The faults of the form whose texts lie in memory, as bits; each text by its length in bytes.
    pub fn check(
        &self,
        coupon: usize,
        municipality: usize,
        birth_date: usize,
        date: usize,
        previous_date: usize,
        dose: u32,
    ) -> u16 {
        let texts = TEXTS.lock().unwrap_or_else(PoisonError::into_inner);
        let mut rest = texts.as_slice();
        let mut next = |length: usize| {
            let (text, behind) = rest.split_at_checked(length).unwrap_or((rest, &[]));
            rest = behind;
            text
        };
        let form = ScreeningBytes {
            coupon: next(coupon),
            municipality: next(municipality),
            birth_date: next(birth_date),
            date: next(date),
            dose: dose.into(),
            previous_date: (previous_date != ABSENT).then(|| next(previous_date)),
        };
        check_form(&form, &self.0).bits()
    }
}
