//! On a narrow screen: the verdict above the sheet, and the ways to the panels.

use yew::prelude::*;

use super::verdict::{judged, tally};
use crate::app::hooks::Session;
use crate::app::interop::browser;
use crate::app::state::{Action, Panel, State};

/// The bar above the sheet on a narrow screen.
pub fn summary_bar(session: &Session, state: &State) -> Html {
    let (kind, _, sentence) = judged(state);
    let draw = |panel: Panel, selector: &'static str| {
        let session = session.clone();
        move |_| {
            session.send(Action::PanelDrawn(Some(panel)));
            gloo::timers::callback::Timeout::new(30, move || browser::focus(selector)).forget();
        }
    };
    let total = state.counts.error + state.counts.warning + state.counts.info;
    html! {
        <div class="summary-bar" data-verdict={kind} role="region" aria-label="结论">
            <p><strong>{ sentence }</strong><small>{ if state.text.is_empty() { "四个部分都还没有写".to_owned() } else { tally(state) } }</small></p>
            <button type="button" aria-controls="summary" onclick={draw(Panel::Summary, "#summary")}>{ "体检" }</button>
            <button type="button" aria-controls="findings" onclick={draw(Panel::Findings, "#findings")}>
                { format!("问题 {total}") }
            </button>
        </div>
    }
}
