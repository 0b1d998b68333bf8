//! One finding of the list.

use yew::prelude::*;

use crate::app::difference::{Piece, inline};
use crate::app::hooks::Session;
use crate::app::interop::editor::missing_part;
use crate::app::state::{Reach, State};
use crate::diagnostic::FixKind;
use crate::report::FindingReport;
use crate::rules;

/// The finding at place `at` of the report's list.
pub fn item(session: &Session, state: &State, at: usize) -> Html {
    let (Some(finding), Some(&key)) = (state.finding(at), state.inspection.keys.get(at)) else { return Html::default() };
    let selected = state.selected == Some(key);
    let act = |act: fn(&Session, usize)| {
        let session = session.clone();
        Callback::from(move |_: MouseEvent| act(&session, at))
    };
    let ignored = state.is_ignored(at);
    let silence = |name: &'static str, reach: Reach| {
        let session = session.clone();
        let silence = move |_| session.act_in_list(at, |session| session.silence(at, reach));
        html! { <button type="button" onclick={silence}>{ name }</button> }
    };
    html! {
        <li key={key} class="finding" data-severity={finding.severity.id()} data-selected={selected.to_string()}>
            <button type="button" class="place" aria-current={selected.then_some("true")} onclick={act(|session, at| session.select(at, true))}>
                <span class="unseen">{ finding.severity.name() }</span>
                <strong>{ rules::name(finding.rule) }</strong>
                { quote(finding) }
                <span class="message">{ &finding.message }</span>
                <small>{ format!("第 {} 行 · {}", finding.line, finding.basis) }</small>
            </button>
            <div class="actions">
                if state.reviewing {
                    { judgement(session, state, at) }
                } else if ignored {
                    <button type="button" onclick={act(|session, at| session.act_in_list(at, |session| session.restore(at)))}>{ "恢复" }</button>
                } else {
                    { for finding.fixes.iter().enumerate().map(|(choice, fix)| {
                        let session = session.clone();
                        let look = match fix.kind { FixKind::Safe => "fix", FixKind::Unsafe => "fix unsafe" };
                        let title = match fix.kind { FixKind::Safe => "一键修改", FixKind::Unsafe => "建议修改，请看一眼" };
                        html! {
                            <button type="button" class={look} {title} onclick={move |_| session.act_in_list(at, |session| session.fix(at, choice))}>{ &fix.title }</button>
                        }
                    }) }
                    <button type="button" onclick={act(|session, at| session.act_in_list(at, |session| session.ignore(at)))}>{ "忽略此处" }</button>
                }
                <button type="button" onclick={act(Session::explain)}>{ "为什么" }</button>
                if !ignored && !state.reviewing {
                    <details class="silence">
                        <summary aria-label="不再检查这条规则" title="不再检查这条规则">{ "⋯" }</summary>
                        { silence("本文不再检查此规则", Reach::Here) }
                        { silence("始终不检查此规则", Reach::Everywhere) }
                    </details>
                }
            </div>
        </li>
    }
}

/// What a reviewer may say of a finding.
fn judgement(session: &Session, state: &State, at: usize) -> Html {
    let act = |act: fn(&Session, usize)| {
        let session = session.clone();
        move |_: MouseEvent| session.act_in_list(at, |session| act(session, at))
    };
    if state.is_ignored(at) {
        return html! { <button type="button" onclick={act(Session::restore)}>{ "恢复" }</button> };
    }
    let accepted = state.is_accepted(at);
    html! {
        <>
            <button type="button" class="accept" aria-pressed={accepted.to_string()} onclick={act(Session::accept)}>
                { if accepted { "✓ 已采纳" } else { "采纳" } }
            </button>
            <button type="button" onclick={act(Session::ignore)}>{ "不采纳" }</button>
        </>
    }
}

/// The offending text, with what the first fix makes of it.
fn quote(finding: &FindingReport) -> Html {
    if missing_part(finding).is_some() || finding.text.is_empty() {
        return Html::default();
    }
    let places = match finding.occurrences.len() {
        0 | 1 => Html::default(),
        many => html! { <span class="places">{ format!("等 {many} 处") }</span> },
    };
    let pieces = finding.fixes.first().and_then(|fix| inline(finding, fix));
    let words = match pieces {
        Some(pieces) => pieces.iter().map(piece).collect::<Html>(),
        None => html! { { shortened(&finding.text) } },
    };
    html! { <><q>{ words }</q>{ places }</> }
}

/// A piece of a changed text.
pub fn piece(piece: &Piece) -> Html {
    match piece {
        Piece::Kept(text) => html! { { text } },
        Piece::Gone(text) => html! { <del>{ text }</del> },
        Piece::New(text) => html! { <ins>{ text }</ins> },
    }
}

/// At most 18 characters of `text`.
pub fn shortened(text: &str) -> String {
    let mut characters = text.chars();
    let start: String = characters.by_ref().take(18).collect();
    if characters.next().is_some() { format!("{start}…") } else { start }
}
