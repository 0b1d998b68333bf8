//! The reviewer's table: each requirement with its state and the place that proves it.

use yew::prelude::*;

use crate::app::hooks::Session;
use crate::app::state::State;
use crate::document::Part;
use crate::report::RequirementReport;
use crate::requirement;

/// The requirements of `part`, or those of no part; nothing where there are none.
pub fn requirements(session: &Session, state: &State, part: Option<Part>) -> Html {
    let report = &state.inspection.report;
    let mut found = report.requirements.iter().filter(|requirement| requirement.part == part).peekable();
    if state.text.is_empty() || found.peek().is_none() {
        return Html::default();
    }
    html! { <ul class="requirements">{ for found.map(|requirement| line(session, requirement)) }</ul> }
}

fn line(session: &Session, requirement: &RequirementReport) -> Html {
    let (state, word) = state(requirement.state);
    let words = html! {
        <>
            <span class="state" data-state={state}>{ word }</span>
            <span>{ &requirement.message }</span>
        </>
    };
    let Some(range) = requirement.evidence else {
        return html! { <li key={requirement.id} title={requirement.basis}><span class="requirement">{ words }</span></li> };
    };
    let session = session.clone();
    let title = format!("看依据的文字（{}）", requirement.basis);
    html! {
        <li key={requirement.id}>
            <button type="button" class="requirement" {title} onclick={move |_| session.go(range)}>{ words }</button>
        </li>
    }
}

/// The state's id and word.
pub fn state(state: requirement::State) -> (&'static str, &'static str) {
    match state {
        requirement::State::Met => ("met", "符合"),
        requirement::State::Unmet => ("unmet", "不符合"),
        requirement::State::Review => ("review", "需核实"),
        requirement::State::NotApplicable => ("none", "不适用"),
    }
}
