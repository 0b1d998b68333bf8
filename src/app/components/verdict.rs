//! The verdict as a stamp, with what it rests on.

use yew::prelude::*;

use crate::app::state::State;
use crate::document::Status;
use crate::report::Verdict;

/// The verdict: its stamp and a sentence; `None` of both for an empty text.
pub fn verdict(state: &State) -> Html {
    let (kind, stamp, sentence) = judged(state);
    html! {
        <div class="verdict" data-verdict={kind}>
            <span class="stamp" aria-hidden="true">{ for stamp.iter().map(|line| html! { <span>{ *line }</span> }) }</span>
            <p>
                <strong>{ sentence }</strong>
                if !state.text.is_empty() {
                    <small>{ tally(state) }</small>
                }
            </p>
        </div>
    }
}

/// The kind, the lines of the stamp, the sentence.
pub fn judged(state: &State) -> (&'static str, &'static [&'static str], String) {
    if state.text.is_empty() {
        return ("none", &["待", "检"], "还没有文字".to_owned());
    }
    let verdict = state.verdict();
    match verdict {
        Verdict::Incomplete => {
            let missing = state.inspection.report.parts.iter().filter(|part| part.status == Status::Missing);
            let names: Vec<&str> = missing.map(|part| part.part.name()).collect();
            let sentence = match names[..] {
                [one] => format!("缺少“{one}”"),
                _ => format!("四个部分缺 {} 个", names.len()),
            };
            (verdict.id(), &["缺", "项"], sentence)
        }
        Verdict::Revise => (verdict.id(), &["需", "修改"], "四个部分齐全，有要改的地方".to_owned()),
        Verdict::Pass => (verdict.id(), &["通", "过"], "四个部分齐全，没有错误和警告".to_owned()),
    }
}

/// The counts in words, without those that are nought.
pub fn tally(state: &State) -> String {
    let counts = [(state.counts.error, "个错误"), (state.counts.warning, "个警告"), (state.counts.info, "个提示")];
    let some: Vec<String> =
        counts.iter().filter(|(count, _)| *count > 0).map(|(count, name)| format!("{count}\u{a0}{name}")).collect();
    if some.is_empty() { "没有发现问题".to_owned() } else { some.join(" · ") }
}
