//! Text in and out: files and the clipboard.

use web_sys::File;

use super::session::Session;
use crate::app::interop::editor::{Editor, Listener};
use crate::app::interop::{browser, files};
use crate::app::opening::LONGEST_TEXT;
use crate::app::state::{Action, Notice};

/// Opens `file`.
pub fn open(session: &Session, file: File) {
    let session = session.clone();
    wasm_bindgen_futures::spawn_local(async move {
        match files::read(&file).await {
            Ok(opened) => {
                let had_text = !session.state().text.is_empty();
                session.replace(&opened.text, &format!("{}；原来的文字可以撤销找回", opened.said));
                if opened.is_special && !had_text {
                    session.send(Action::Noticed(Notice::done(opened.said)));
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
