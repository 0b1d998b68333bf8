//! A recognised value that is corrected in place, and so in the text.

use web_sys::{HtmlTextAreaElement, KeyboardEvent};
use yew::prelude::*;

use crate::app::correction::Field;
use crate::app::hooks::Session;
use crate::app::interop::editor::Editor;

/// What a recognised value needs.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The visit.
    pub session: Session,
    /// What it is.
    pub field: Field,
    /// What was recognised.
    pub value: Option<AttrValue>,
}

/// What is being written in place of the value, and why it cannot be meant.
#[derive(Clone, Default, PartialEq)]
struct Draft {
    text: Option<String>,
    refused: Option<&'static str>,
}

/// A recognised value: a field as wide as the panel. Enter or leaving it writes it into the text, Escape gives it up.
#[component]
pub fn Correctable(props: &Props) -> Html {
    let draft = use_state(Draft::default);
    let Props { session, field, value } = props.clone();
    let name = field.name();
    let shown = draft.text.clone().unwrap_or_else(|| value.as_deref().unwrap_or_default().to_owned());
    let written = {
        let draft = draft.clone();
        move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlTextAreaElement>().value().replace(['\n', '\r'], "");
            draft.set(Draft { text: Some(text), refused: None });
        }
    };
    let keep = {
        let (session, draft) = (session.clone(), draft.clone());
        move || {
            let Some(text) = &draft.text else { return };
            let same = text.trim().is_empty() || Some(text.as_str()) == value.as_deref();
            let refused = if same { None } else { session.correct(field, text).err() };
            draft.set(Draft { text: refused.and_then(|_| draft.text.clone()), refused });
        }
    };
    let pressed = {
        let (draft, keep) = (draft.clone(), keep.clone());
        move |event: KeyboardEvent| match event.key().as_str() {
            // An input method's own Enter is none of ours.
            "Enter" if !event.is_composing() => {
                event.prevent_default();
                keep();
            }
            "Escape" if !event.is_composing() && draft.text.is_some() => {
                event.prevent_default();
                draft.set(Draft::default());
            }
            _ => {}
        }
    };
    let show = {
        let session = session.clone();
        move |_| session.show_place(field)
    };
    let left = move |_| {
        keep();
        session.editor(Editor::calm);
    };
    let refused = draft.refused;
    html! {
        <>
            <dt><label for={name}>{ name }</label></dt>
            <dd>
                <textarea id={name} rows="1" value={shown} placeholder="没有找到，可在这里补上" title="改这里，正文随着改"
                    aria-invalid={refused.map(|_| "true")} aria-describedby={refused.map(|_| "refused")}
                    oninput={written} onkeydown={pressed} onfocus={show} onblur={left} />
                if let Some(advice) = refused {
                    <p id="refused" class="refused" role="alert">{ advice }</p>
                }
            </dd>
        </>
    }
}
