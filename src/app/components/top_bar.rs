//! The bar at the top: the name and what can be done with the text.

use yew::prelude::*;

use super::views::views;
use crate::app::hooks::{EXAMPLE, Session, copy, open, paste};
use crate::app::interop::{browser, files};
use crate::app::opening::accepted;
use crate::app::state::{Action, Dialog, Panel, State};

/// A command of the bar.
struct Command {
    name: &'static str,
    hint: &'static str,
    needs_text: bool,
    run: fn(&Session),
}

/// The commands, in groups.
const COMMANDS: &[&[Command]] = &[
    &[
        Command {
            name: "打开",
            hint: "打开 Word 文档（.docx）、网页（.html）、.txt 或 .md 文件，也可以拖进来",
            needs_text: false,
            run: |_| browser::click("#file"),
        },
        Command { name: "粘贴", hint: "用剪贴板里的文字换掉正文", needs_text: false, run: paste },
        Command { name: "示例", hint: "看一篇有毛病的示例", needs_text: false, run: example },
        Command { name: "提纲", hint: "从提纲写起", needs_text: false, run: |session| session.send(Action::OutlineAsked) },
    ],
    &[
        Command { name: "复制", hint: "复制全文", needs_text: true, run: copy },
        Command { name: "存为文本", hint: "存为 .txt 文件", needs_text: true, run: save },
        Command {
            name: "打印检查单", hint: "打印结论、四个部分和问题", needs_text: true, run: |_| browser::print()
        },
    ],
    &[
        Command {
            name: "规则",
            hint: "规则手册：查找、开关、改级别",
            needs_text: false,
            run: |session| session.send(Action::DialogOpened(Dialog::Manual(None))),
        },
        Command {
            name: "设置",
            hint: "单位类型、年度、本地习惯、认可的词语；导入导出",
            needs_text: false,
            run: |session| session.send(Action::DialogOpened(Dialog::Settings)),
        },
        Command {
            name: "帮助",
            hint: "用法和快捷键",
            needs_text: false,
            run: |session| session.send(Action::DialogOpened(Dialog::Help)),
        },
    ],
];

/// Puts the example in place of the text.
pub fn example(session: &Session) {
    session.replace(EXAMPLE, "已换成示例，原来的文字可以撤销找回");
}

/// Saves the text as a file named after the title.
pub fn save(session: &Session) {
    let state = session.state();
    let title: String = state.inspection.report.title.as_deref().unwrap_or("报告").chars().take(60).collect();
    browser::save_as(&state.text, &format!("{}.txt", title.replace(['/', '\\', ':'], "")));
}

/// The bar at the top.
pub fn top_bar(session: &Session, state: &State) -> Html {
    let opened = {
        let session = session.clone();
        move |event: Event| {
            if let Some(file) = files::chosen(&event) {
                open(&session, file);
            }
        }
    };
    let menu = {
        let session = session.clone();
        move |_| {
            let open = session.state().panel == Some(Panel::Menu);
            session.send(Action::PanelDrawn((!open).then_some(Panel::Menu)));
        }
    };
    let mend = session.clone();
    html! {
        <header class="top">
            <span class="seal" aria-hidden="true">{ "合" }<br />{ "规" }</span>
            <h1><span class="unseen">{ "合规 " }</span><span class="long">{ "法治政府建设" }</span>{ "年度报告检查" }</h1>
            { views() }
            <nav class="commands" id="commands" aria-label="命令">
                { for COMMANDS.iter().map(|group| html! {
                    <div class="group">{ for group.iter().map(|command| button(command, session, state)) }</div>
                }) }
            </nav>
            <input id="file" class="unseen" type="file" accept={accepted()} tabindex="-1"
                aria-label="选择文件" onchange={opened} />
            <button type="button" class="primary mend" disabled={state.mendable == 0} onclick={move |_| mend.preview()}>
                <span>{ "全部安全修改" }</span>{ format!("（{}）", state.mendable) }
            </button>
            <button type="button" class="menu" aria-expanded={(state.panel == Some(Panel::Menu)).to_string()}
                aria-controls="commands" onclick={menu}>{ "菜单" }</button>
        </header>
    }
}

fn button(command: &'static Command, session: &Session, state: &State) -> Html {
    let session = session.clone();
    let run = move |_| {
        session.send(Action::PanelDrawn(None));
        (command.run)(&session);
    };
    let disabled = command.needs_text && state.text.is_empty();
    html! { <button type="button" title={command.hint} {disabled} onclick={run}>{ command.name }</button> }
}
