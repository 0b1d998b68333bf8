//! How to use the page, with the keyboard map.

use yew::prelude::*;

use super::modal::Modal;
use super::privacy::Privacy;
use crate::app::hooks::Session;
use crate::app::state::{Action, Dialog};

/// The keyboard map.
const KEYS: &[(&[&str], &str)] = &[
    (&["F8"], "下一个问题"),
    (&["Shift", "F8"], "上一个问题"),
    (&["Ctrl", "."], "进入问题卡片，Tab 选按钮，Enter 执行"),
    (&["Esc"], "关闭卡片或对话框，回到正文"),
    (&["Ctrl", "Z"], "撤销；一次修改算一步，全部安全修改也算一步"),
    (&["Ctrl", "F"], "查找和替换"),
    (&["Ctrl", "P"], "打印检查单"),
];

/// How to use the page.
pub fn help(session: &Session) -> Html {
    let manual = {
        let session = session.clone();
        move |_| session.send(Action::DialogOpened(Dialog::Manual(None)))
    };
    html! {
        <Modal session={session.clone()} title="帮助" kind="help">
            <p>{ "把报告写在或粘贴到中间的纸上，检查随写随做：左边是结论、四个部分和各项要求，右边是问题。点问题到原文，点“为什么”看依据。" }</p>
            <h3>{ "记号" }</h3>
            <ul class="legend">
                <li data-severity="error"><u>{ "错误" }</u>{ "● 波浪线：一定不合规定" }</li>
                <li data-severity="warning"><u>{ "警告" }</u>{ "▲ 虚线：多半不妥，请看一眼" }</li>
                <li data-severity="info"><u>{ "提示" }</u>{ "■ 点线：可改可不改" }</li>
            </ul>
            <h3>{ "规则和例外" }</h3>
            <p>
                { "哪条规则查什么、依据是什么，见" }
                <button type="button" class="link" onclick={manual}>{ "规则手册" }</button>
                { "，也在那里开关、改级别。一处不改，点“忽略此处”；一类不改，点“⋯”；忽略的都在“已忽略”里，可以恢复。" }
            </p>
            <h3>{ "快捷键" }</h3>
            <table class="keyboard">
                <tbody>{ for KEYS.iter().map(|(keys, does)| html! {
                    <tr>
                        <th scope="row">{ for keys.iter().enumerate().map(|(i, key)| html! {
                            <>{ if i > 0 { " + " } else { "" } }<kbd>{ *key }</kbd></>
                        }) }</th>
                        <td>{ *does }</td>
                    </tr>
                }) }</tbody>
            </table>
            <Privacy />
            <h3>{ "许可" }</h3>
            <p>
                { "合规按 MIT 或 Apache-2.0 许可使用；用到的软件包见" }
                <a href="licences.html" target="_blank" rel="noopener">{ "开放源代码许可" }</a>
                { "。" }
            </p>
        </Modal>
    }
}
