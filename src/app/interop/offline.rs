//! The copy of the page that opens without its server (`www/offline/offline.js`).

use js_sys::Function;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, prelude::wasm_bindgen};

#[wasm_bindgen(module = "/www/gen/offline.js")]
extern "C" {
    #[wasm_bindgen(js_name = watchCopy)]
    fn watch_copy(listener: &Function);
    #[wasm_bindgen(js_name = unwatchCopy)]
    fn unwatch_copy(listener: &Function);

    /// Opens the page anew in the version that waits.
    #[wasm_bindgen(js_name = changeOver)]
    pub fn change_over();

    /// Removes the copy, and makes none again until it is asked for.
    #[wasm_bindgen(js_name = removeCopy)]
    pub fn remove_copy();

    /// Makes the copy after all.
    #[wasm_bindgen(js_name = makeCopy)]
    pub fn make_copy();
}

/// How the copy stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfflineCopy {
    /// This is the single file, which needs none.
    Whole,
    /// This browser or this address allows none.
    None,
    /// The user removed it.
    Declined,
    /// It is being made.
    Coming,
    /// The page opens without its server.
    Ready,
    /// And a newer version waits.
    Newer,
}

impl OfflineCopy {
    fn named(name: &str) -> Self {
        match name {
            "whole" => Self::Whole,
            "declined" => Self::Declined,
            "coming" => Self::Coming,
            "ready" => Self::Ready,
            "newer" => Self::Newer,
            _ => Self::None,
        }
    }
}

/// Tells how the copy stands, for as long as it lives.
pub struct Watch(Closure<dyn FnMut(String)>);

impl Watch {
    /// Has `told` know how the copy stands, now and after every change.
    #[must_use]
    pub fn new(told: impl Fn(OfflineCopy) + 'static) -> Self {
        let listener = Closure::new(move |name: String| told(OfflineCopy::named(&name)));
        watch_copy(listener.as_ref().unchecked_ref());
        Self(listener)
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        unwatch_copy(self.0.as_ref().unchecked_ref());
    }
}
