//! On a narrow screen: the verdict above the sheet, and the ways to the panels.

use yew::prelude::*;

use super::verdict::{judged, tally};
use crate::app::hooks::Session;
use crate::app::interop::browser;
use crate::app::state::{Action, Panel, State};

/// The bar above the sheet on a narrow screen.
pub fn summary_bar(session: &Session, state: &State) -> Html {
    let (kind, _, sentence) = judged(state);
    let draw = |panel: Panel| {
        let (session, id) = (session.clone(), state.panel_id(panel));
        move |_| {
            session.send(Action::PanelDrawn(Some(panel)));
            gloo::timers::callback::Timeout::new(30, move || browser::focus(&format!("#{id}"))).forget();
        }
    };
    let total = state.counts.error + state.counts.warning + state.counts.info;
    html! {
        <div class="summary-bar" data-verdict={kind} role="region" aria-label="结论">
            <p><strong>{ sentence }</strong><small>{ if state.text.is_empty() { "四个部分都还没有写".to_owned() } else { tally(state) } }</small></p>
            <button type="button" aria-controls={state.panel_id(Panel::Summary)} onclick={draw(Panel::Summary)}>{ "体检" }</button>
            <button type="button" aria-controls={state.panel_id(Panel::Findings)} onclick={draw(Panel::Findings)}>
                { format!("问题 {total}") }
            </button>
        </div>
    }
}
