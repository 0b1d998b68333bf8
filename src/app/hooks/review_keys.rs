//! What the window hears while a submission is open.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};
use yew::prelude::*;

use crate::app::interop::browser;
use crate::app::state::{Action, Step};
use crate::app::view::View;

use super::session::Session;
use super::sitting::Sitting;

/// Hears F8 for the next finding, Alt+↓ and Alt+↑ for other submissions, and Escape for the way back.
#[hook]
pub fn use_review_keys(session: &Session, sitting: &Sitting) {
    let (session, sitting) = (session.clone(), sitting.clone());
    use_effect_with((), move |()| {
        let hear = move |event: &Event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            let state = session.state();
            if event.default_prevented() || state.dialog.is_some() || View::at(&browser::address()) != View::Review {
                return;
            }
            match (&*event.key(), event.alt_key()) {
                ("F8", _) => session.step(if event.shift_key() { Step::Previous } else { Step::Next }),
                ("ArrowDown", true) => sitting.open_neighbour(1),
                ("ArrowUp", true) => sitting.open_neighbour(-1),
                ("Escape", _) if state.panel.is_some() => session.send(Action::PanelDrawn(None)),
                ("Escape", _) => sitting.close(),
                _ => return,
            }
            event.prevent_default();
        };
        let active = EventListenerOptions::enable_prevent_default();
        let listener = web_sys::window().map(|window| EventListener::new_with_options(&window, "keydown", active, hear));
        move || drop(listener)
    });
}
