//! The panel on the left: the verdict, what was recognised, the parts and the requirements.

use yew::prelude::*;

use super::Props;
use super::parts::Parts;
use super::recognised::Recognised;
use super::requirements::requirements;
use super::verdict::verdict;
use crate::app::state::Action;

/// The panel on the left.
#[component]
pub fn Summary(Props { session, state }: &Props) -> Html {
    let down = session.clone();
    let others = requirements(session, state, None);
    html! {
        <aside class="summary" id="summary" aria-label="体检" tabindex="-1">
            <button type="button" class="let-down" onclick={move |_| down.send(Action::PanelDrawn(None))}>{ "收起" }</button>
            { verdict(state) }
            if !state.text.is_empty() {
                <Recognised session={session.clone()} state={state.clone()} />
            }
            <h2>{ "四个部分" }</h2>
            <Parts session={session.clone()} state={state.clone()} />
            if others != Html::default() {
                <h2>{ "其他要求" }</h2>
                { others }
            }
        </aside>
    }
}
