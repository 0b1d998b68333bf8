//! The panel on the left: the verdict, what was recognised, the parts and the requirements.

use yew::prelude::*;

use super::parts::parts;
use super::previous::previous;
use super::recognised::recognised;
use super::requirements::requirements;
use super::verdict::verdict;
use crate::app::hooks::Session;
use crate::app::state::{Action, Panel, State};

/// The panel on the left.
pub fn summary(session: &Session, state: &State) -> Html {
    let down = session.clone();
    let others = requirements(session, state, None);
    html! {
        <aside class="summary" id={state.panel_id(Panel::Summary)} aria-label="体检" tabindex="-1">
            <button type="button" class="let-down" onclick={move |_| down.send(Action::PanelDrawn(None))}>{ "收起" }</button>
            { verdict(state) }
            if !state.text.is_empty() {
                { recognised(session, state) }
            }
            <h2>{ "四个部分" }</h2>
            { parts(session, state) }
            if others != Html::default() {
                <h2>{ "其他要求" }</h2>
                { others }
            }
            if !state.text.is_empty() {
                <h2>{ "与上年报告对比" }</h2>
                { previous(session, state) }
            }
        </aside>
    }
}
