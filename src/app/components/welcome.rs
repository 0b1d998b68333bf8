//! What an empty sheet offers.

use yew::prelude::*;

use super::top_bar::example;
use crate::app::hooks::{Session, paste};
use crate::app::interop::browser;
use crate::app::state::Action;

/// What an empty sheet offers.
pub fn welcome(session: &Session) -> Html {
    let (from_clipboard, from_example, from_outline) = (session.clone(), session.clone(), session.clone());
    html! {
        <div class="welcome">
            <p>{ "写好的报告，粘贴进来就有结果；文字只在这台电脑上。" }</p>
            <div class="ways">
                <button type="button" onclick={move |_| paste(&from_clipboard)}>
                    <strong>{ "粘贴报告" }</strong><span>{ "从 Word 或网页复制来的都行" }</span>
                </button>
                <button type="button" onclick={|_| browser::click("#file")}>
                    <strong>{ "打开文件" }</strong><span>{ "Word（.docx）、网页、.txt，也可以拖到这里" }</span>
                </button>
                <button type="button" onclick={move |_| from_outline.send(Action::OutlineAsked)}>
                    <strong>{ "从提纲写起" }</strong><span>{ "四个部分的标题和提示" }</span>
                </button>
                <button type="button" onclick={move |_| example(&from_example)}>
                    <strong>{ "看看示例" }</strong><span>{ "一篇虚构的、有毛病的报告" }</span>
                </button>
            </div>
        </div>
    }
}
