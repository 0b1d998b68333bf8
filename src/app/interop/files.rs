//! Reads a file of the user's.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, File, HtmlInputElement};

use crate::app::opening::{Opened, Refusal, open};
use crate::decoder;
use crate::files::{LARGEST, ReadError};

/// The file chosen in the input that `event` is of; the same one can be chosen again afterwards.
#[must_use]
pub fn chosen(event: &Event) -> Option<File> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files().and_then(|files| files.get(0));
    input.set_value("");
    file
}

/// The text of `file`.
///
/// # Errors
/// When it is no text, too large, or cannot be read.
pub async fn read(file: &File) -> Result<Opened, Refusal> {
    let name = file.name();
    // Not before it is known to fit is it read.
    if file.size() > LARGEST as f64 {
        return Err(Refusal::Unreadable(name, ReadError::TooLarge));
    }
    let Ok(buffer) = JsFuture::from(file.array_buffer()).await else { return Err(Refusal::Unread(name)) };
    open(&js_sys::Uint8Array::new(&buffer).to_vec(), &name, decoder::decode)
}
