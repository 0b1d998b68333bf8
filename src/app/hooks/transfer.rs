//! Text in and out: files and the clipboard.

use web_sys::{File, FileList};

use super::session::Session;
use crate::app::interop::editor::{Editor, Listener};
use crate::app::interop::{browser, files};
use crate::app::opening::LONGEST_TEXT;
use crate::app::state::{Action, Notice};

/// Opens `file`.
pub fn open(session: &Session, file: File) {
    open_with(session, file, "");
}

/// Opens the first of dropped files, and says where the others belong.
pub fn open_first(session: &Session, files: &FileList) {
    let Some(file) = files.get(0) else { return };
    open_with(session, file, if files.length() > 1 { "；起草时一次打开一份，多份报告请拖到“审查”里" } else { "" });
}

fn open_with(session: &Session, file: File, more: &'static str) {
    let session = session.clone();
    wasm_bindgen_futures::spawn_local(async move {
        match files::read(&file).await {
            Ok(opened) => {
                let had_text = !session.state().text.is_empty();
                let said = opened.said + more;
                session.replace(&opened.text, &format!("{said}；原来的文字可以撤销找回"));
                if (opened.is_special || !more.is_empty()) && !had_text {
                    session.send(Action::Noticed(Notice::done(said)));
                }
            }
            Err(refusal) => session.send(Action::Noticed(Notice::trouble(refusal.message()))),
        }
    });
}

/// Copies the text to the clipboard and says so.
pub fn copy(session: &Session) {
    let session = session.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let text = session.state().text.clone();
        let notice = match browser::copy(&text).await {
            Ok(()) => Notice::done("全文已复制"),
            Err(_) => Notice::trouble("浏览器不让本页写剪贴板。请在正文里按 Ctrl+A 全选，再按 Ctrl+C 复制。"),
        };
        session.send(Action::Noticed(notice));
    });
}

/// Puts the text of the clipboard in place of the whole.
pub fn paste(session: &Session) {
    let session = session.clone();
    wasm_bindgen_futures::spawn_local(async move {
        match browser::pasted().await {
            Ok(text) if text.encode_utf16().count() > LONGEST_TEXT => session.refused(),
            Ok(text) if text.is_empty() => session.send(Action::Noticed(Notice::trouble("剪贴板里没有文字。"))),
            Ok(text) => session.replace(&text, "已换成剪贴板里的文字，原来的文字可以撤销找回"),
            Err(_) => {
                let notice = Notice::trouble("浏览器不让本页读剪贴板。请点一下正文，再按 Ctrl+V 粘贴。");
                session.send(Action::Noticed(notice));
                session.editor(Editor::focus);
            }
        }
    });
}
