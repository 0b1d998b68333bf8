//! A dialog over the page.

use yew::prelude::*;

use crate::app::hooks::{Session, use_modal};
use crate::app::state::Action;

/// What a dialog needs.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The visit.
    pub session: Session,
    /// Its name.
    pub title: AttrValue,
    /// What it is about, for its looks.
    pub kind: &'static str,
    /// What it says.
    pub children: Html,
}

/// A dialog over the page.
#[component]
pub fn Modal(props: &Props) -> Html {
    let node = use_modal();
    let close = |session: &Session| {
        let session = session.clone();
        move || session.send(Action::DialogClosed)
    };
    let (closed, pressed, outside) = (close(&props.session), close(&props.session), close(&props.session));
    let dialog = node.clone();
    // A click on the dialog itself, not on what it holds, is one on the veil around it.
    let beside = move |event: MouseEvent| {
        let target = event.target_dyn_into::<web_sys::HtmlDialogElement>();
        if target.is_some() && target == dialog.cast() {
            outside();
        }
    };
    html! {
        <dialog ref={node} class={classes!("dialog", props.kind)} aria-labelledby="dialog-title"
            onclose={move |_| closed()} onclick={beside}>
            <div class="dialog-body">
                <header>
                    <h2 id="dialog-title">{ &props.title }</h2>
                    <button type="button" class="close" aria-label="关闭" onclick={move |_| pressed()}>{ "✕" }</button>
                </header>
                { props.children.clone() }
            </div>
        </dialog>
    }
}
