//! The WebAssembly face of vsys: bytes through the wire.
//!
//! Only bytes cross the border. Text, native values, names and types are JavaScript's business: see
//! `js`, whose operations are made from the table.

#[cfg(feature = "allocation")]
mod columns;
#[cfg(feature = "forms")]
mod form;
#[cfg(feature = "allocation")]
mod network;
#[cfg(feature = "allocation")]
mod sharing;
#[cfg(feature = "allocation")]
mod tree;

use std::rc::Rc;
use std::sync::OnceLock;

use vsys_core::base::Refusal;
use vsys_core::{rows, rulebook};
use vsys_wire::{Outcome, read_book, refusal_bytes};
use wasm_bindgen::prelude::*;

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[cfg(feature = "allocation")]
pub use columns::Columns;
#[cfg(feature = "forms")]
pub use form::{FormLimits, form_faults, form_memory, form_texts};
#[cfg(feature = "allocation")]
pub use network::{Cascaded, Network};
#[cfg(feature = "allocation")]
pub use sharing::{Shared, apportion};
#[cfg(feature = "allocation")]
pub use tree::Tree;

#[wasm_bindgen]
extern "C" {
    type TextDecoder;
    #[wasm_bindgen(catch, constructor)]
    fn new(label: &str) -> Result<TextDecoder, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn decode(this: &TextDecoder, bytes: &[u8]) -> Result<String, JsValue>;
}

/// Browsers and Node have the code page CP932 themselves, so the module comes without.
#[wasm_bindgen(start)]
fn start() {
    rows::bring_cp932(|bytes| TextDecoder::new("shift_jis").ok()?.decode(bytes).ok());
}

/// Runs an operation with the bundled tables: wire bytes in, wire bytes out.
#[wasm_bindgen]
pub fn call(operation: &[u8], request: &[u8]) -> Vec<u8> {
    match bundled() {
        Ok(book) => answer(book, operation, request),
        Err(refusal) => refusal_bytes(refusal),
    }
}

/// The tables that the operations read: the bundled ones, or the caller's own in their place.
#[wasm_bindgen]
pub struct RuleBook(Rc<rulebook::RuleBook>);

#[wasm_bindgen]
impl RuleBook {
    /// The bundled tables with those of a JSON document in their place: `products`, `holidays`,
    /// `municipalities`, each as a whole.
    ///
    /// # Errors
    /// The canonical JSON of the error, with every finding of the document.
    #[wasm_bindgen(constructor)]
    pub fn new(json: &[u8]) -> Result<RuleBook, Vec<u8>> {
        read_book(json).map(|book| Self(Rc::new(book))).map_err(|refusal| refusal_bytes(&refusal))
    }

    /// Runs an operation with these tables: wire bytes in, wire bytes out.
    pub fn call(&self, operation: &[u8], request: &[u8]) -> Vec<u8> {
        answer(&self.0, operation, request)
    }
}

fn answer(book: &rulebook::RuleBook, operation: &[u8], request: &[u8]) -> Vec<u8> {
    // A name that is no text is the name of no operation.
    Outcome::of(book, std::str::from_utf8(operation).unwrap_or_default(), request).bytes
}

/// The bundled tables, built once.
fn bundled() -> Result<&'static rulebook::RuleBook, &'static Refusal> {
    static BOOK: OnceLock<Result<rulebook::RuleBook, Refusal>> = OnceLock::new();
    BOOK.get_or_init(rulebook::RuleBook::bundled).as_ref()
}
