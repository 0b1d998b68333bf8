//! 与上年报告对比: choosing last year's report, and what is compared.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::modal::Modal;
use crate::app::hooks::Session;
use crate::app::interop::{browser, files};
use crate::app::opening::accepted;
use crate::app::previous::Previous;
use crate::app::state::{Action, Dialog, State};

/// The rule that compares.
const RULE: &str = "last-year-copy";

/// What is compared, with the ways to change it.
pub fn previous(session: &Session, state: &State) -> Html {
    let (choose, drop) = (session.clone(), session.clone());
    let choose = move |_| choose.send(Action::DialogOpened(Dialog::Previous));
    let Some(previous) = &state.previous else {
        return html! { <button type="button" class="compare" onclick={choose}>{ "选择上年报告" }</button> };
    };
    let found = state.inspection.report.findings.iter().filter(|finding| finding.rule == RULE).count();
    let told = match found {
        _ if state.silenced().iter().any(|(rule, _)| rule.id == RULE) => "这条规则关着，没有对比".to_owned(),
        0 => "没有发现照抄的段落".to_owned(),
        found => format!("{found} 处与上年相同或相近"),
    };
    html! {
        <div class="compared">
            <p><strong>{ &previous.name }</strong><small>{ told }</small></p>
            <div class="actions">
                <button type="button" onclick={choose}>{ "换一份" }</button>
                <button type="button" onclick={move |_| drop.compare_with(None)}>{ "不再对比" }</button>
            </div>
        </div>
    }
}

/// What the dialog needs.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The visit.
    pub session: Session,
}

/// Chooses last year's report: a file, or a text that is pasted.
#[component]
pub fn PreviousDialog(props: &Props) -> Html {
    let session = &props.session;
    let pasted = use_state(String::new);
    let refused = use_state(|| None::<String>);
    let opened = {
        let (session, refused) = (session.clone(), refused.clone());
        move |event: Event| {
            let Some(file) = files::chosen(&event) else { return };
            let (session, refused) = (session.clone(), refused.clone());
            wasm_bindgen_futures::spawn_local(async move {
                match files::read(&file).await {
                    Ok(opened) => compare(&session, Previous::of_file(&file.name(), opened.text)),
                    Err(refusal) => refused.set(Some(refusal.message())),
                }
            });
        }
    };
    let written = {
        let pasted = pasted.clone();
        move |event: InputEvent| pasted.set(event.target_unchecked_into::<HtmlTextAreaElement>().value())
    };
    let begin = {
        let (session, pasted) = (session.clone(), pasted.clone());
        move |_| compare(&session, Previous::pasted((*pasted).clone()))
    };
    html! {
        <Modal session={session.clone()} title="与上年报告对比" kind="previous">
            <p>{ "选上一年的报告，看哪些段落照抄、哪些数字没有更新。它只存在这台电脑上，不会放到纸上。" }</p>
            <button type="button" class="choose" onclick={|_| browser::click("#previous-file")}>{ "选择文件（Word、网页、.txt）" }</button>
            <input id="previous-file" class="unseen" type="file" accept={accepted()} tabindex="-1"
                aria-label="选择上年报告" onchange={opened} />
            if let Some(advice) = &*refused {
                <p class="refused" role="alert">{ advice }</p>
            }
            <label class="terms">{ "或者把上年报告粘贴在这里" }
                <textarea rows="8" oninput={written} />
            </label>
            <div class="actions">
                <button type="button" class="primary" disabled={pasted.trim().is_empty()} onclick={begin}>{ "开始对比" }</button>
            </div>
        </Modal>
    }
}

fn compare(session: &Session, previous: Previous) {
    session.send(Action::DialogClosed);
    session.compare_with(Some(previous));
}
