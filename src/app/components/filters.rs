//! What the list of findings shows.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::hooks::Session;
use crate::app::state::{Action, Filter, State};
use crate::diagnostic::Severity;
use crate::rule::Family;

/// What the list of findings shows.
pub fn filters(session: &Session, state: &State) -> Html {
    let filter = state.filter;
    let send = |filter: Filter| {
        let session = session.clone();
        move |_| session.send(Action::FilterChanged(filter))
    };
    let chosen = {
        let session = session.clone();
        move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            let family = Family::ALL.into_iter().find(|family| family.id() == value);
            session.send(Action::FilterChanged(Filter { family, ..session.state().filter }));
        }
    };
    let silenced = state.silenced_here();
    let counts = [state.counts.error, state.counts.warning, state.counts.info];
    html! {
        <div class="filters" role="group" aria-label="筛选">
            { for Severity::ALL.into_iter().zip(counts).map(|(severity, count)| html! {
                <button type="button" class="chip" data-severity={severity.id()}
                    aria-pressed={(filter.severity == Some(severity)).to_string()} onclick={send(filter.toggled(severity))}>
                    { severity.name() }<b>{ count }</b>
                </button>
            }) }
            <select class="chip" aria-label="类别" onchange={chosen}>
                <option value="" selected={filter.family.is_none()}>{ "全部类别" }</option>
                { for Family::ALL.iter().map(|family| html! {
                    <option key={family.id()} value={family.id()} selected={filter.family == Some(*family)}>{ family.name() }</option>
                }) }
            </select>
            if silenced > 0 || filter.ignored {
                <button type="button" class="chip" aria-pressed={filter.ignored.to_string()}
                    onclick={send(Filter { ignored: !filter.ignored, ..filter })}>
                    { "已忽略" }<b>{ silenced }</b>
                </button>
            }
        </div>
    }
}
