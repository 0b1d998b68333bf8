//! The functions that JavaScript calls: the engine as plain objects in, plain objects out.
//!
//! Errors are thrown as `Error`s whose message says what to do.

mod options;
mod types;
pub mod value;

use js_sys::{ArrayBuffer, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsError, JsValue};

use crate::decoder;
use crate::files::{self, FileText};
use crate::fix::Selection;
use crate::report::Report;
use crate::review::{Reading, Source};
use crate::rules;
use value::to_js;

/// Returns the version of the program.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Checks a text and gives its report; offsets are UTF-16 code units, as JavaScript counts.
///
/// # Errors
/// When `text` is no string, or `options` has a name or a value that is not known.
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn check(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CheckOptions | null")] options: &JsValue,
) -> Result<JsValue, JsError> {
    let (text, options) = (report_text(text)?, options::of_check(options)?);
    Ok(to_js(&Report::new(&crate::check(&text, &options), None))?)
}

/// Checks a file (.docx, .html, .txt, .md) and gives its report; offsets count in the text that [`read_file`] gives.
///
/// # Errors
/// When the file gives no text, or `options` has a name or a value that is not known.
#[wasm_bindgen(js_name = checkFile, unchecked_return_type = "Report")]
pub fn check_file(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | ArrayBuffer")] bytes: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] name: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CheckOptions | null")] options: &JsValue,
) -> Result<JsValue, JsError> {
    let (name, options) = (file_name(name)?, options::of_check(options)?);
    let file = file(bytes, &name)?;
    let report = Report::new(&crate::check(&file.text, &options), Some(name));
    Ok(to_js(&Report { notes: file.notes, ..report })?)
}

/// The text of a file, with what happened in the reading.
///
/// # Errors
/// When the file gives no text.
#[wasm_bindgen(js_name = readFile, unchecked_return_type = "FileText")]
pub fn read_file(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | ArrayBuffer")] bytes: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] name: &JsValue,
) -> Result<JsValue, JsError> {
    let file = file(bytes, &file_name(name)?)?;
    Ok(to_js(&FileAsText { text: file.text, notes: file.notes })?)
}

/// Applies the safe fixes of a text, or all fixes.
///
/// # Errors
/// When `text` is no string, or `options` has a name or a value that is not known.
#[wasm_bindgen(unchecked_return_type = "Fixed")]
pub fn fix(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "FixOptions | null")] options: &JsValue,
) -> Result<JsValue, JsError> {
    let (text, (options, selection)) = (report_text(text)?, options::of_fix(options)?);
    let fixed = crate::fix::fix(&text, &options, selection);
    Ok(to_js(&Fixed { text: fixed.text, applied: fixed.applied, skipped: fixed.skipped })?)
}

/// Tells which of several reports share passages; a report of last year is compared with those of this year only.
///
/// # Errors
/// When `texts` is not an array of texts with their names.
#[wasm_bindgen(unchecked_return_type = "Likeness")]
pub fn compare(#[wasm_bindgen(unchecked_param_type = "CompareText[]")] texts: &JsValue) -> Result<JsValue, JsError> {
    let texts = options::of_compare(texts)?;
    let sources = texts.iter().map(|text| Source { id: &text.id, text: &text.text, group: text.group });
    Ok(to_js(&crate::review::compare(sources.map(Reading::new).collect()))?)
}

/// The rules, in the catalogue's order.
///
/// # Errors
/// Never.
#[wasm_bindgen(unchecked_return_type = "RuleInfo[]")]
pub fn rules() -> Result<JsValue, JsError> {
    let infos: Vec<RuleInfo> = rules::all()
        .iter()
        .map(|rule| RuleInfo {
            id: rule.id,
            name: rule.name,
            family: rule.family.id(),
            severity: rule.severity.id(),
            on: rule.on,
            basis: rule.basis,
            doc: rule.doc.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect(),
        })
        .collect();
    Ok(to_js(&infos)?)
}

fn report_text(text: &JsValue) -> Result<String, JsError> {
    text.as_string().ok_or_else(|| JsError::new("第一个参数应为报告的文字：字符串。"))
}

fn file_name(name: &JsValue) -> Result<String, JsError> {
    name.as_string().ok_or_else(|| JsError::new("第二个参数应为文件名：字符串，如“清溪镇.docx”。"))
}

fn file(bytes: &JsValue, name: &str) -> Result<FileText, JsError> {
    let bytes = if bytes.is_instance_of::<ArrayBuffer>() { Uint8Array::new(bytes) } else { bytes.clone().into() };
    if !bytes.is_instance_of::<Uint8Array>() {
        return Err(JsError::new("第一个参数应为文件的字节：Uint8Array 或 ArrayBuffer。"));
    }
    files::read(&bytes.to_vec(), name, decoder::decode).map_err(|error| JsError::new(&format!("{name}：{error}")))
}

/// A file as text.
#[derive(Serialize)]
struct FileAsText {
    text: String,
    notes: Vec<String>,
}

/// A mended text.
#[derive(Serialize)]
struct Fixed {
    text: String,
    applied: usize,
    skipped: usize,
}

/// A rule as data.
#[derive(Serialize)]
struct RuleInfo {
    id: &'static str,
    name: &'static str,
    family: &'static str,
    severity: &'static str,
    on: bool,
    basis: &'static str,
    doc: Vec<&'static str>,
}

impl From<options::Wrong> for JsError {
    fn from(wrong: options::Wrong) -> Self {
        Self::new(&wrong.0)
    }
}

/// Whether to take the fixes that need a look too.
fn selection(all: bool) -> Selection {
    if all { Selection::All } else { Selection::Safe }
}
