//! Which view the address asks for.

use gloo::events::EventListener;
use yew::prelude::*;

use crate::app::interop::browser;
use crate::app::view::View;

/// The view that the address asks for, now and after every change of it.
#[hook]
pub fn use_view() -> View {
    let view = use_state(|| View::at(&browser::address()));
    let setter = view.setter();
    use_effect_with((), move |()| {
        let changed = move |_: &web_sys::Event| setter.set(View::at(&browser::address()));
        let listener = web_sys::window().map(|window| EventListener::new(&window, "hashchange", changed));
        move || drop(listener)
    });
    *view
}
