//! The way from one view of the page to another.

use yew::prelude::*;

use crate::app::hooks::use_view;
use crate::app::view::View;

/// Links to the views; where they lead stands in the address, so that it can be kept and shared.
pub fn views() -> Html {
    html! { <Views /> }
}

#[component]
fn Views() -> Html {
    let here = use_view();
    html! {
        <nav class="views" aria-label="视图">
            { for View::ALL.into_iter().map(|view| html! {
                <a href={view.address()} aria-current={(view == here).then_some("page")}>{ view.name() }</a>
            }) }
        </nav>
    }
}
