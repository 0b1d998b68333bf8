//! What the whole window hears.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, KeyboardEvent};
use yew::prelude::*;

use crate::app::interop::browser;
use crate::app::state::{Action, Saving, Step};
use crate::app::view::View;

use super::draft;
use super::session::Session;
use super::transfer::open_first;

/// Hears F8 outside the editor, files dropped beside the sheet, and the page being left.
#[hook]
pub fn use_window_events(session: &Session) {
    let session = session.clone();
    use_effect_with((), move |()| {
        let window = web_sys::window();
        let active = EventListenerOptions::enable_prevent_default();
        let on = |name: &'static str, hear: fn(&Session, &Event)| {
            let session = session.clone();
            // What is typed and dropped belongs to the view that is shown.
            let elsewhere = move || matches!(name, "keydown" | "drop") && View::at(&browser::address()) != View::Draft;
            let hear = move |event: &Event| {
                if !elsewhere() {
                    hear(&session, event);
                }
            };
            window.as_ref().map(|window| EventListener::new_with_options(window, name, active, hear))
        };
        let listeners = vec![
            on("keydown", |session, event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                if event.key() == "F8" && !event.default_prevented() && session.state().dialog.is_none() {
                    event.prevent_default();
                    session.step(if event.shift_key() { Step::Previous } else { Step::Next });
                }
                if event.key() == "Escape" && !event.default_prevented() && session.state().panel.is_some() {
                    session.send(Action::PanelDrawn(None));
                }
            }),
            // Without this the browser would leave the page for the dropped file.
            on("dragover", |_, event| event.prevent_default()),
            on("drop", |session, event| {
                if event.default_prevented() {
                    return;
                }
                event.prevent_default();
                if let Some(files) = event.dyn_ref::<DragEvent>().and_then(|event| event.data_transfer()?.files()) {
                    open_first(session, &files);
                }
            }),
            on("pagehide", |session, _| draft::keep(session)),
            // Another tab kept something.
            on("storage", |session, _| draft::look(session)),
            on("beforeunload", |session, event| {
                if matches!(session.state().saving, Saving::Refused | Saving::Forked) && !session.state().text.is_empty() {
                    event.prevent_default();
                }
            }),
        ];
        move || drop(listeners)
    });
}
