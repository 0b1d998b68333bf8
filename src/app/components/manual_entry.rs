//! One rule of the reference.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::explanation::explained;
use crate::app::hooks::Session;
use crate::diagnostic::Severity;
use crate::rule::Rule;
use crate::settings::Settings;

/// One rule of the reference: its switch, its name that opens the explanation, its severity.
pub fn entry(session: &Session, settings: &Settings, rule: &'static Rule, open: &UseStateHandle<Option<&'static Rule>>) -> Html {
    let on = settings.runs(rule);
    let severity = settings.severity(rule).unwrap_or(rule.severity);
    let is_open = **open == Some(rule);
    let switched = {
        let session = session.clone();
        move |event: Event| {
            let on = event.target_unchecked_into::<HtmlInputElement>().checked();
            session.set(|settings| settings.switch(rule, on));
        }
    };
    let graded = {
        let session = session.clone();
        move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some(chosen) = Severity::ALL.into_iter().find(|severity| severity.id() == value) {
                session.set(|settings| settings.grade(rule, chosen));
            }
        }
    };
    let toggled = {
        let open = open.clone();
        move |_| open.set((!is_open).then_some(rule))
    };
    html! {
        <li class="rule" key={rule.id} data-severity={severity.id()} data-open={is_open.to_string()} data-on={on.to_string()}>
            <div class="line">
                <input type="checkbox" aria-label={rule.name} title="检查这条规则" checked={on} onchange={switched} />
                <button type="button" class="name" aria-expanded={is_open.to_string()} onclick={toggled}>
                    <span>{ rule.name }</span>
                    if !rule.on {
                        <small>{ "默认不用" }</small>
                    }
                </button>
                <select aria-label={format!("“{}”的级别", rule.name)} disabled={!on} onchange={graded}>
                    { for Severity::ALL.into_iter().map(|choice| html! {
                        <option value={choice.id()} selected={choice == severity}>{ choice.name() }</option>
                    }) }
                </select>
            </div>
            if is_open {
                <div class="explanation"><p class="tags"><code>{ rule.id }</code></p>{ explained(rule) }</div>
            }
        </li>
    }
}
