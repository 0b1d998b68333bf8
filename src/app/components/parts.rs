//! The four parts as a checklist.

use yew::prelude::*;

use super::requirements::requirements;
use crate::app::hooks::Session;
use crate::app::state::State;
use crate::document::{Part, Status};
use crate::report::PartReport;

/// The four parts as a checklist.
pub fn parts(session: &Session, state: &State) -> Html {
    let report = &state.inspection.report;
    if state.text.is_empty() {
        return html! {
            <ol class="parts">{ for Part::ALL.iter().map(|part| html! {
                <li data-status="none"><span class="sign" aria-hidden="true" /><strong>{ part.name() }</strong></li>
            }) }</ol>
        };
    }
    let total: usize = report.parts.iter().map(|part| part.chars).sum::<usize>().max(1);
    html! {
        <ol class="parts">{ for report.parts.iter().map(|info| html! {
            <li key={info.part.id()} data-status={status_id(info.status)}>
                <span class="sign" aria-hidden="true">{ sign(info.status) }</span>
                { heading(session, info, total) }
                { requirements(session, state, Some(info.part)) }
            </li>
        }) }</ol>
    }
}

fn heading(session: &Session, info: &PartReport, total: usize) -> Html {
    let share = (info.chars * 100 + total / 2) / total;
    let name = html! { <strong>{ info.part.name() }</strong> };
    let status = html! { <span class="status">{ info.status.name() }</span> };
    let Some(range) = info.range else {
        return html! { <div class="part">{ name }{ status }</div> };
    };
    let session = session.clone();
    let length = format!("{} 字 · {share}%", grouped(info.chars));
    html! {
        <button type="button" class="part" title="到这一部分" onclick={move |_| session.go([range[0], range[0]])}>
            { name }
            <span class="length">{ length }</span>
            <svg class="bar" aria-hidden="true"><rect width={format!("{share}%")} height="100%" /></svg>
            <span class="found">{ status }{ info.heading.as_deref().unwrap_or("") }</span>
        </button>
    }
}

/// 1,095.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The sign of a status.
pub fn sign(status: Status) -> &'static str {
    match status {
        Status::Present => "✓",
        Status::Merged => "合",
        Status::Embedded => "!",
        Status::Missing => "缺",
    }
}

/// The id of a status, for its looks.
pub fn status_id(status: Status) -> &'static str {
    match status {
        Status::Present => "present",
        Status::Merged => "merged",
        Status::Embedded => "embedded",
        Status::Missing => "missing",
    }
}
