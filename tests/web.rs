//! Tests that run in a browser: `scripts/test wasm`.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn javascript_learns_the_version() {
    assert_eq!(hegui::js::version(), env!("CARGO_PKG_VERSION"));
}
