//! Clipboard, clock, focus and the printer.

use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/www/gen/editor.js")]
extern "C" {
    /// Hands a text to the user as a file.
    #[wasm_bindgen(js_name = save)]
    pub fn save_as(text: &str, name: &str);

    /// Says that the program failed, and offers the text.
    #[wasm_bindgen(js_name = showFailure)]
    pub fn show_failure(reason: &str);

    /// Takes note of the draft that is kept, should the program fail.
    #[wasm_bindgen(js_name = isStored)]
    pub fn is_stored(text: &str);

    fn carried() -> Option<js_sys::Array>;

    /// The time of day, HH:MM.
    fn clock() -> String;
}

/// The draft, and what this tab knew to be kept, from before the program failed and was begun anew.
#[must_use]
pub fn carried_over() -> Option<(String, String)> {
    let texts = carried()?;
    Some((texts.get(0).as_string()?, texts.get(1).as_string()?))
}

/// The time of day, HH:MM.
#[must_use]
pub fn time_of_day() -> String {
    clock()
}

/// Microseconds since some moment, never falling.
#[must_use]
pub fn now_micros() -> u64 {
    let performance = web_sys::window().and_then(|window| window.performance());
    performance.map_or(0, |performance| (performance.now() * 1000.0) as u64)
}

/// Puts `text` on the clipboard.
///
/// # Errors
/// When the browser does not allow it.
pub async fn copy(text: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into())?;
    let clipboard: web_sys::Clipboard = clipboard.dyn_into()?;
    JsFuture::from(clipboard.write_text(text)).await.map(|_| ())
}

/// The text on the clipboard.
///
/// # Errors
/// When the browser does not allow it.
pub async fn pasted() -> Result<String, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into())?;
    let clipboard: web_sys::Clipboard = clipboard.dyn_into()?;
    JsFuture::from(clipboard.read_text()).await?.as_string().ok_or(JsValue::NULL)
}

/// Opens the printer's dialog and waits for it.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A browser that cannot print has said so itself.
        let _ = window.print();
    }
}

/// What has the focus.
#[must_use]
pub fn focused() -> Option<web_sys::HtmlElement> {
    web_sys::window()?.document()?.active_element()?.dyn_into().ok()
}

/// Gives the focus to the first element that matches `selector`.
pub fn focus(selector: &str) {
    focus_nth(selector, 0);
}

/// Gives the focus to element `place` of those that match `selector`, or to the last of them.
pub fn focus_nth(selector: &str, place: usize) {
    let matching =
        web_sys::window().and_then(|window| window.document()).and_then(|document| document.query_selector_all(selector).ok());
    let element = matching
        .and_then(|matching| matching.get((place as u32).min(matching.length().saturating_sub(1))))
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        // Only a detached element refuses the focus, and then there is nothing to do.
        let _ = element.focus();
    }
}

/// Scrolls the first element that matches `selector` into view, no further than needed.
pub fn reveal(selector: &str) {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = element {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Clicks the first element that matches `selector`: opens a file input.
pub fn click(selector: &str) {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector(selector).ok().flatten())
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        element.click();
    }
}

/// The height of what the window shows of the page, in pixels.
#[must_use]
pub fn height() -> f64 {
    web_sys::window().and_then(|window| window.inner_height().ok()).and_then(|height| height.as_f64()).unwrap_or_default()
}

/// What the address says behind the page's own, with its `#`.
#[must_use]
pub fn address() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}
