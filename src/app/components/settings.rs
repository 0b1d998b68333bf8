//! Settings: the kind of body and the year, rules on or off, severities.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::modal::Modal;
use super::recognised::{profile, year};
use crate::app::hooks::Session;
use crate::app::state::{Action, State};
use crate::diagnostic::Severity;
use crate::rule::{Family, Rule};
use crate::rules;
use crate::settings::Settings;

/// The settings.
pub fn settings_dialog(session: &Session, state: &State) -> Html {
    let settings = &state.settings;
    let report = &state.inspection.report;
    let reset = session.clone();
    let changed = **settings != Settings::default();
    html! {
        <Modal session={session.clone()} title="设置" kind="settings">
            <div class="fields">
                <label>{ "单位类型" }{ profile(session, settings, report.profile, state.inspection.profile_known, "settings-profile") }</label>
                <label>{ "报告年度" }{ year(session, settings, report.year, "settings-year") }</label>
                <button type="button" disabled={!changed}
                    onclick={move |_| reset.send(Action::SettingsChanged(Settings::default()))}>{ "恢复默认" }</button>
            </div>
            <div class="rules" tabindex="0" role="region" aria-label="规则">
                { for Family::ALL.into_iter().map(|family| group(session, settings, family)) }
            </div>
        </Modal>
    }
}

fn group(session: &Session, settings: &Settings, family: Family) -> Html {
    let mut found = rules::all().iter().copied().filter(|rule| rule.family == family).peekable();
    if found.peek().is_none() {
        return Html::default();
    }
    html! {
        <fieldset key={family.id()}>
            <legend>{ family.name() }</legend>
            { for found.map(|rule| line(session, settings, rule)) }
        </fieldset>
    }
}

fn line(session: &Session, settings: &Settings, rule: &'static Rule) -> Html {
    let on = settings.runs(rule);
    let severity = settings.severity(rule).unwrap_or(rule.severity);
    let switched = {
        let session = session.clone();
        move |event: Event| {
            let on = event.target_unchecked_into::<HtmlInputElement>().checked();
            let mut settings = (*session.state().settings).clone();
            settings.switch(rule, on);
            session.send(Action::SettingsChanged(settings));
        }
    };
    let graded = {
        let session = session.clone();
        move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            let mut settings = (*session.state().settings).clone();
            if let Some(chosen) = Severity::ALL.into_iter().find(|severity| severity.id() == value) {
                settings.grade(rule, chosen);
            }
            session.send(Action::SettingsChanged(settings));
        }
    };
    html! {
        <div class="rule" key={rule.id} data-severity={severity.id()}>
            <label><input type="checkbox" checked={on} onchange={switched} />{ rule.name }</label>
            <select aria-label={format!("“{}”的级别", rule.name)} disabled={!on} onchange={graded}>
                { for Severity::ALL.into_iter().map(|choice| html! {
                    <option value={choice.id()} selected={choice == severity}>{ choice.name() }</option>
                }) }
            </select>
        </div>
    }
}
