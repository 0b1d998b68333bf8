//! One submission, open on the desk: its text, what was found, and the reviewer's word.

use std::rc::Rc;

use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::super::check_sheet::check_sheet;
use super::super::dialogs::dialogs;
use super::super::findings::findings;
use super::super::notices::notices;
use super::super::sheet::Sheet;
use super::super::summary::summary;
use super::super::summary_bar::summary_bar;
use crate::app::desk::{Desk, Submission};
use crate::app::hooks::{Purpose, Reviewed, Session, Sitting, use_printing, use_review_keys, use_visit};
use crate::app::interop::editor::Editor;
use crate::app::state::{Action as Reading, Panel, State};
use crate::app::view::View;
use crate::report::Verdict;

/// The conclusions a reviewer may come to.
const VERDICTS: [Option<Verdict>; 4] = [None, Some(Verdict::Incomplete), Some(Verdict::Revise), Some(Verdict::Pass)];

/// The value of a conclusion's option; none is what the check found.
fn value(verdict: Option<Verdict>) -> &'static str {
    verdict.map_or("", Verdict::id)
}

/// What the view needs. A submission's own view: another submission needs another key.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The sitting.
    pub sitting: Sitting,
    /// The desk.
    pub desk: Rc<Desk>,
    /// The submission.
    pub submission: Rc<Submission>,
}

/// One submission, open on the desk.
#[component]
pub fn OpenSubmission(props: &Props) -> Html {
    let Props { sitting, desk, submission } = props;
    let (session, state) = {
        let (sitting, submission) = (sitting.clone(), submission.clone());
        use_visit(move || {
            let (settings, id) = (sitting.settings(), submission.id);
            Purpose::Review(Box::new(Reviewed {
                text: submission.text.clone(),
                settings,
                accepted: submission.review.accepted.clone(),
                dismissed: submission.review.dismissed.clone(),
                judged: Callback::from(move |state: Rc<State>| sitting.has_judged(id, &state)),
            }))
        })
    };
    use_review_keys(&session, sitting);
    let printing = use_printing(View::Review);
    let panel = match state.panel {
        None | Some(Panel::Menu) => "none",
        Some(Panel::Summary) => "summary",
        Some(Panel::Findings) => "findings",
    };
    let let_down = session.clone();
    html! {
        <>
            <div class="page reviewing" data-panel={panel}>
                { top(sitting, desk, submission, &session) }
                { summary_bar(&session, &state) }
                { summary(&session, &state) }
                <main class="desk" aria-label="正文">
                    { notices(&session, &state) }
                    <div class="paper"><Sheet session={session.clone()} /></div>
                </main>
                { findings(&session, &state) }
                { judgement(sitting, submission) }
                if state.panel.is_some() {
                    <div class="veil" onclick={move |_| let_down.send(Reading::PanelDrawn(None))} />
                }
                <p class="unseen" role="status" aria-live="polite">{ &*state.announcement }</p>
            </div>
            { dialogs(&session, &state) }
            if printing {
                { check_sheet(&state) }
            }
        </>
    }
}

fn top(sitting: &Sitting, desk: &Desk, submission: &Submission, session: &Session) -> Html {
    let id = submission.id;
    let place = desk.place_listed(id).map_or(0, |place| place + 1);
    let step = |by: isize| {
        let sitting = sitting.clone();
        move |_: MouseEvent| sitting.open_neighbour(by)
    };
    let opinion = |which: usize| {
        let sitting = sitting.clone();
        move |_: MouseEvent| sitting.export_opinion(id, which)
    };
    let (back, remove, unlock) = (sitting.clone(), sitting.clone(), session.clone());
    html! {
        <header class="top">
            <button type="button" onclick={move |_| back.close()} title="回到列表（Esc）">{ "← 列表" }</button>
            <button type="button" onclick={step(-1)} disabled={place <= 1} title="上一份（Alt+↑）">{ "上一份" }</button>
            <button type="button" onclick={step(1)} disabled={place >= desk.listed.len()} title="下一份（Alt+↓）">{ "下一份" }</button>
            <h1>{ submission.name() }<small>{ format!("{place} / {}　{}", desk.listed.len(), submission.file_name()) }</small></h1>
            <button type="button" class="unlock" title="改的是这里的一份，作者的文件不变" onclick={move |_| { unlock.editor(|editor: &Editor| editor.lock(false)); }}>{ "允许编辑" }</button>
            <button type="button" title="把这一份撤下" onclick={move |_| remove.remove(id)}>{ "撤下" }</button>
            <button type="button" onclick={opinion(0)} title="意见书，网页格式，可打印">{ "意见书" }</button>
            <button type="button" onclick={opinion(1)} title="意见书，Word 格式">{ "Word" }</button>
        </header>
    }
}

/// The reviewer's conclusion and remarks.
fn judgement(sitting: &Sitting, submission: &Submission) -> Html {
    let id = submission.id;
    let chosen = {
        let sitting = sitting.clone();
        move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            let verdict = VERDICTS.into_iter().find(|&verdict| value(verdict) == chosen).flatten();
            sitting.review(id, |review| review.verdict = verdict);
        }
    };
    let written = {
        let sitting = sitting.clone();
        move |event: Event| {
            let remarks = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            sitting.review(id, |review| review.remarks = remarks);
        }
    };
    html! {
        <section class="judgement" aria-label="审查结论">
            <label>{ "结论" }
                <select onchange={chosen}>{ for VERDICTS.into_iter().map(|verdict| html! {
                    <option value={value(verdict)} selected={submission.review.verdict == verdict}>
                        { verdict.map_or("按检查结果", Verdict::name) }
                    </option>
                }) }</select>
            </label>
            <label class="remarks">{ "意见" }
                <textarea rows="2" placeholder="写给作者的话，会写进意见书" value={submission.review.remarks.clone()} onchange={written} />
            </label>
        </section>
    }
}

/// The submission that is open, if one is.
pub fn open_submission(sitting: &Sitting, desk: &Rc<Desk>) -> Option<Html> {
    let submission = desk.open.and_then(|id| desk.submission(id)).filter(|submission| submission.facts().is_some())?;
    Some(html! {
        <OpenSubmission key={submission.id} sitting={sitting.clone()} desk={desk.clone()} submission={submission.clone()} />
    })
}
