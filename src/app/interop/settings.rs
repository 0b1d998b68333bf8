//! Reads a settings file: JavaScript takes TOML apart, the program says what it means.

use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::js::value::of_js;
use crate::settings::{Problem, Settings, Value, read};

#[wasm_bindgen(module = "/www/gen/editor.js")]
extern "C" {
    /// The table, or the number of the line that is no TOML.
    #[wasm_bindgen(js_name = parseToml)]
    fn parse_toml(text: &str) -> JsValue;
}

/// The settings of the TOML `text`.
///
/// # Errors
/// All that is wrong with it.
pub fn parse(text: &str) -> Result<Settings, Vec<Problem>> {
    let (settings, problems) = read(&table(text).map_err(|problem| vec![problem])?);
    if problems.is_empty() { Ok(settings) } else { Err(problems) }
}

/// The settings of what this page kept: what is not known (to this version, perhaps) is passed over.
#[must_use]
pub fn parse_kept(text: &str) -> Settings {
    table(text).map_or_else(|_| Settings::default(), |table| read(&table).0)
}

fn table(text: &str) -> Result<Value, Problem> {
    let parsed = parse_toml(text);
    if let Some(line) = parsed.as_f64() {
        return Err(Problem::no_toml((line >= 1.0).then_some(line as u32)));
    }
    Ok(of_js(&parsed))
}
