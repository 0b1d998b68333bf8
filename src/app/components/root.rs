//! The whole application: the view that the address asks for.

use yew::prelude::*;

use super::desk::ReviewDesk;
use super::new_version::NewVersion;
use super::page::Page;
use crate::app::hooks::use_view;
use crate::app::view::View;

/// The whole application. A view that was opened stays as it was left, behind the other.
#[component]
pub fn Root() -> Html {
    let view = use_view();
    let reviewed = use_mut_ref(|| false);
    *reviewed.borrow_mut() |= view == View::Review;
    let reviewed = *reviewed.borrow();
    html! {
        <>
            <div class="view" hidden={view != View::Draft}><Page /></div>
            if reviewed {
                <div class="view" hidden={view != View::Review}><ReviewDesk /></div>
            }
            <NewVersion />
        </>
    }
}
