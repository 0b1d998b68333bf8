//! 规则手册: every rule, to be looked for, read, switched and graded.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::manual_entry::entry;
use super::modal::Modal;
use crate::app::hooks::Session;
use crate::app::interop::browser;
use crate::app::manual::Query;
use crate::diagnostic::Severity;
use crate::rule::{Family, Rule};
use crate::rules;
use crate::settings::Settings;

/// Milliseconds after which the rule that was asked for is drawn.
const DRAWN: u32 = 60;

/// What the reference needs.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The visit.
    pub session: Session,
    /// The settings.
    pub settings: Rc<Settings>,
    /// The rule to open it at.
    pub at: Option<&'static Rule>,
}

/// The reference.
#[component]
pub fn Manual(props: &Props) -> Html {
    let Props { session, settings, at } = props;
    let query = use_state(Query::default);
    let open = use_state(|| *at);
    use_effect_with(at.is_some(), |&asked| {
        if asked {
            Timeout::new(DRAWN, || browser::reveal(".manual [data-open=true]")).forget();
        }
    });
    let change = |change: fn(&mut Query, String)| {
        let query = query.clone();
        move |value: String| {
            let mut next = (*query).clone();
            change(&mut next, value);
            query.set(next);
        }
    };
    let (search, family, severity) = (
        change(|query, words| query.words = words),
        change(|query, id| query.family = Family::ALL.into_iter().find(|family| family.id() == id)),
        change(|query, id| query.severity = Severity::ALL.into_iter().find(|severity| severity.id() == id)),
    );
    let chosen = |event: Event| event.target_unchecked_into::<HtmlSelectElement>().value();
    let found = query.find(settings);
    let of_family = |family: Family| found.iter().copied().filter(move |rule| rule.family == family);
    html! {
        <Modal session={session.clone()} title="规则手册" kind="manual">
            <div class="search" role="search">
                <input type="search" placeholder="找规则：名称、编号、说明、依据" aria-label="找规则" value={query.words.clone()}
                    oninput={move |event: InputEvent| search(event.target_unchecked_into::<HtmlInputElement>().value())} />
                <select aria-label="按类别" onchange={move |event| family(chosen(event))}>
                    <option value="" selected={query.family.is_none()}>{ "全部类别" }</option>
                    { for Family::ALL.iter().map(|family| html! {
                        <option value={family.id()} selected={query.family == Some(*family)}>{ family.name() }</option>
                    }) }
                </select>
                <select aria-label="按级别" onchange={move |event| severity(chosen(event))}>
                    <option value="" selected={query.severity.is_none()}>{ "全部级别" }</option>
                    { for Severity::ALL.iter().map(|severity| html! {
                        <option value={severity.id()} selected={query.severity == Some(*severity)}>{ severity.name() }</option>
                    }) }
                </select>
            </div>
            <p class="count" role="status">{ count(found.len(), settings) }</p>
            <div class="rules" tabindex="0" role="region" aria-label="规则">
                { for Family::ALL.into_iter().filter(|&family| of_family(family).next().is_some()).map(|family| html! {
                    <section key={family.id()}>
                        <h3>{ family.name() }</h3>
                        <ul>{ for of_family(family).map(|rule| entry(session, settings, rule, &open)) }</ul>
                    </section>
                }) }
            </div>
        </Modal>
    }
}

/// What was found, and how many rules are off.
fn count(found: usize, settings: &Settings) -> String {
    let off = rules::all().iter().filter(|rule| !settings.runs(rule)).count();
    let listed = if found == 0 { "没有找到，换个词试试".to_owned() } else { format!("列出 {found} 条") };
    format!("{listed}；全部 {} 条，关着 {off} 条", rules::all().len())
}
