//! The functions that JavaScript calls.

use wasm_bindgen::prelude::wasm_bindgen;

/// Returns the version of the program.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
