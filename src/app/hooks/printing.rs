//! Whether the page is being printed.

use gloo::events::EventListener;
use yew::prelude::*;

use crate::app::interop::browser;
use crate::app::view::View;

/// Whether the page is being printed, and `view` is what it shows.
#[hook]
pub fn use_printing(view: View) -> bool {
    let printing = use_state_eq(|| false);
    let setter = printing.setter();
    use_effect_with((), move |()| {
        let listeners = web_sys::window().map(|window| {
            let ended = setter.clone();
            [
                EventListener::new(&window, "beforeprint", move |_| setter.set(View::at(&browser::address()) == view)),
                EventListener::new(&window, "afterprint", move |_| ended.set(false)),
            ]
        });
        move || drop(listeners)
    });
    *printing
}
