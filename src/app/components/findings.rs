//! The panel on the right: the findings.

use yew::prelude::*;

use super::filters::filters;
use super::item::item;
use crate::app::groups::groups;
use crate::app::hooks::Session;
use crate::app::interop::browser;
use crate::app::state::{Action, CHUNK, Filter, Panel, State, Step};

/// The panel on the right.
pub fn findings(session: &Session, state: &State) -> Html {
    let down = session.clone();
    let (next, previous, more) = (session.clone(), session.clone(), session.clone());
    let shown = state.listed.len().min(state.shown);
    let hidden = state.listed.len() - shown;
    let listed = state.listed.get(..shown).unwrap_or(&[]);
    let none = listed.is_empty();
    html! {
        <aside class="findings" id={state.panel_id(Panel::Findings)} aria-label="问题" tabindex="-1">
            <div class="head">
                <h2>{ "问题" }</h2>
                <button type="button" class="step" disabled={none} title="上一个问题（Shift+F8）" aria-label="上一个问题"
                    onclick={move |_| previous.step(Step::Previous)}>{ "↑" }</button>
                <button type="button" class="step" disabled={none} title="下一个问题（F8）" aria-label="下一个问题"
                    onclick={move |_| next.step(Step::Next)}>{ "↓" }</button>
                <button type="button" class="let-down" onclick={move |_| down.send(Action::PanelDrawn(None))}>{ "收起" }</button>
                { filters(session, state) }
            </div>
            if state.filter.ignored {
                { silenced(session, state) }
            }
            if none {
                { nothing(state) }
            }
            { for groups(&state.inspection, listed).iter().map(|group| html! {
                <section key={group.name.clone()} aria-label={group.name.clone()}>
                    <h3>{ &group.name }</h3>
                    <ul>{ for group.findings.iter().map(|&at| item(session, state, at)) }</ul>
                </section>
            }) }
            if hidden > 0 {
                <button type="button" class="more" onclick={move |_| more.send(Action::MoreAsked)}>
                    { format!("还有 {hidden} 个，再显示 {} 个", hidden.min(CHUNK)) }
                </button>
            }
        </aside>
    }
}

/// The rules that are silenced, each to be brought back.
fn silenced(session: &Session, state: &State) -> Html {
    let rules = state.silenced();
    let id = state.panel_id(Panel::Findings);
    if rules.is_empty() {
        return Html::default();
    }
    html! {
        <section aria-label="不检查的规则">
            <h3>{ "不检查的规则" }</h3>
            <ul class="silenced">{ for rules.into_iter().map(|(rule, reach)| {
                let session = session.clone();
                let bring_back = move |_| {
                    session.bring_back(rule);
                    browser::focus(&format!("#{id}"));
                };
                html! {
                    <li key={rule.id}>
                        <span><strong>{ rule.name }</strong><small>{ reach.name() }</small></span>
                        <button type="button" onclick={bring_back}>{ "恢复" }</button>
                    </li>
                }
            }) }</ul>
        </section>
    }
}

/// What an empty list says.
fn nothing(state: &State) -> Html {
    let clear = !state.text.is_empty() && state.filter == Filter::default();
    let (sign, words) = if state.text.is_empty() {
        ("", "有了文字，问题会随写随列在这里。")
    } else if clear {
        ("✓", "没有发现问题。检查不能代替人读：事实和数字请再核对一遍。")
    } else if state.filter.ignored {
        ("", "没有单独忽略的问题。")
    } else {
        ("", "这一类里没有问题。")
    };
    html! { <p class="nothing" data-clear={clear.to_string()}><span aria-hidden="true">{ sign }</span>{ words }</p> }
}
