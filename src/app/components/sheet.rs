//! The sheet of paper: holds the editor, which looks after itself.

use yew::prelude::*;

use crate::app::hooks::Session;

/// What the sheet needs.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The visit.
    pub session: Session,
}

/// The sheet of paper.
#[component]
pub fn Sheet(props: &Props) -> Html {
    let node = use_node_ref();
    let (session, parent) = (props.session.clone(), node.clone());
    use_effect_with((), move |()| {
        if let Some(parent) = parent.cast::<web_sys::Element>() {
            session.begin(&parent);
        }
        move || session.end()
    });
    html! { <div class="sheet" ref={node} /> }
}
