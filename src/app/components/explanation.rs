//! Why a rule is: what it checks, its reason, its basis, examples.

use yew::prelude::*;

use super::modal::Modal;
use crate::app::hooks::Session;
use crate::app::state::{Action, Dialog};
use crate::rule::Rule;

/// Why a rule is.
pub fn explanation(session: &Session, rule: &'static Rule) -> Html {
    let manual = session.clone();
    html! {
        <Modal session={session.clone()} title={rule.name} kind="explanation">
            <p class="tags" data-severity={rule.severity.id()}>
                <span class="kind">{ rule.severity.name() }</span>
                <span>{ rule.family.name() }</span>
                <code>{ rule.id }</code>
            </p>
            { explained(rule) }
            <div class="actions">
                <button type="button" onclick={move |_| manual.send(Action::DialogOpened(Dialog::Manual(Some(rule))))}>
                    { "在规则手册里看" }
                </button>
            </div>
        </Modal>
    }
}

/// The explanation of `rule`, and its basis.
pub fn explained(rule: &'static Rule) -> Html {
    let lines = rule.doc.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
    html! {
        <dl>
            { for lines.map(|line| match line.split_once('：') {
                Some((name, words)) if name.chars().count() <= 5 => html! { <><dt>{ name }</dt><dd>{ example(words) }</dd></> },
                _ => html! { <dd>{ line }</dd> },
            }) }
            <dt>{ "依据" }</dt>
            <dd>{ rule.basis }</dd>
        </dl>
    }
}

/// The words, with “before → after” set as a correction.
fn example(words: &str) -> Html {
    match words.split_once(" → ") {
        Some((before, after)) => html! { <><del>{ before }</del><span class="arrow">{ " → " }</span><ins>{ after }</ins></> },
        None => html! { { words } },
    }
}
