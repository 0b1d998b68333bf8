//! The accepted terms, one a line.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::app::hooks::Session;
use crate::settings::{SHORTEST_TERM, Settings};

/// What the terms need.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The visit.
    pub session: Session,
    /// The settings.
    pub settings: Rc<Settings>,
}

/// The accepted terms: they count while they are typed, since the dialog may be closed at any moment.
#[component]
pub fn Terms(props: &Props) -> Html {
    let text = use_state(|| props.settings.terms.join("\n"));
    let left = use_state(|| false);
    let shown = text.clone();
    // Terms that come from elsewhere are shown; lines stay as they are typed.
    use_effect_with(props.settings.clone(), move |settings| {
        if read(&shown).0 != settings.terms {
            shown.set(settings.terms.join("\n"));
        }
    });
    let written = {
        let (session, text, left) = (props.session.clone(), text.clone(), left.clone());
        move |event: InputEvent| {
            let value = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            left.set(false);
            session.set(|settings| settings.terms = read(&value).0);
            text.set(value);
        }
    };
    let short = if *left { read(&text).1 } else { Vec::new() };
    html! {
        <>
            <label class="terms">{ "认可的词语，一行一个：里面不检查用语、标点和数字" }
                <textarea rows="4" value={(*text).clone()} placeholder="如本地的品牌、项目名称" oninput={written}
                    onblur={move |_| left.set(true)} />
            </label>
            if !short.is_empty() {
                <div class="refused" role="alert">
                    { for short.iter().map(|word| html! { <p>{ format!("“{word}”太短：认可的词语至少两个字") }</p> }) }
                </div>
            }
        </>
    }
}

/// The terms of `text`, and the lines that are too short to be one.
fn read(text: &str) -> (Vec<String>, Vec<String>) {
    let lines = text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty());
    lines.partition(|line| line.chars().count() >= SHORTEST_TERM)
}
