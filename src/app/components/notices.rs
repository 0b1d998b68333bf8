//! What the page has to say, over the sheet. What is no trouble is said in a region that is always there: several screen readers
//! pass over one that comes with its words.

use yew::prelude::*;

use super::top_bar::save;
use crate::app::hooks::{Session, draft};
use crate::app::interop::editor::Editor;
use crate::app::state::{Action, Notice, Saving, State, Tone, Undo};

/// What the page has to say.
pub fn notices(session: &Session, state: &State) -> Html {
    let save_now = session.clone();
    let of_tone = |tone: Tone| state.notice.as_ref().filter(|notice| notice.tone == tone);
    html! {
        <div class="notices"><div>
            if state.saving == Saving::Refused {
                <div class="notice" data-tone="trouble" role="alert">
                    <p>{ "浏览器不让本页保存草稿（存储被禁止或已满）。文字还在，但关掉页面就没有了。" }</p>
                    <button type="button" onclick={move |_| save(&save_now)}>{ "存为文本" }</button>
                </div>
            }
            if state.saving == Saving::Forked {
                { forked(session) }
            }
            if let Some(notice) = of_tone(Tone::Trouble) {
                <div class="notice" data-tone="trouble" role="alert">{ said(session, notice) }</div>
            }
        </div><div role="status">
            if let Some(notice) = of_tone(Tone::Done) {
                <div class="notice" data-tone="done">{ said(session, notice) }</div>
            }
        </div></div>
    }
}

/// Two tabs have a draft each: which is to be kept.
fn forked(session: &Session) -> Html {
    let choice = |name: &'static str, choose: fn(&Session)| {
        let session = session.clone();
        html! { <button type="button" onclick={move |_| choose(&session)}>{ name }</button> }
    };
    html! {
        <div class="notice" data-tone="trouble" role="alert">
            <p>{ "另一个标签页改了草稿，两边不一样了。选好之前，这里先不保存。" }</p>
            { choice("换成那一份", draft::take_other) }
            { choice("把那一份存为文件", draft::export_other) }
            { choice("以这一份为准", draft::keep_mine) }
        </div>
    }
}

fn said(session: &Session, notice: &Notice) -> Html {
    let (undo, dismiss) = (session.clone(), session.clone());
    let take_back = notice.undo;
    let undo = move |_| {
        match take_back {
            Some(Undo::Edit) => drop(undo.editor(Editor::undo)),
            Some(Undo::Silence(rule)) => undo.bring_back(rule),
            None => {}
        }
        undo.send(Action::NoticeDismissed);
    };
    html! {
        <>
            <p>{ &notice.text }</p>
            if take_back.is_some() {
                <button type="button" onclick={undo}>{ "撤销" }</button>
            }
            <button type="button" aria-label="关闭通知" onclick={move |_| dismiss.send(Action::NoticeDismissed)}>{ "✕" }</button>
        </>
    }
}
