//! The two piles: this year's files and last year's.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::desk::{Desk, Group};
use crate::app::hooks::Sitting;
use crate::app::interop::browser;
use crate::app::interop::desk::{arrivals_dropped, arrivals_picked};

/// What the file inputs accept.
const ACCEPT: &str = ".docx,.txt,.md,.markdown,.html,.htm";

/// The two piles.
pub fn drop_zones(sitting: &Sitting, desk: &Desk) -> Html {
    let totals = &desk.totals;
    let done = totals.files - totals.waiting;
    let cancel = sitting.clone();
    html! {
        <div class="piles">
            { pile(sitting, Group::Current, "本年材料", totals.files, "拖入报告或文件夹：.docx、.txt、.md、.html") }
            { pile(sitting, Group::Previous, "上年材料（可选）", totals.previous, "用来找出与上年雷同的段落") }
            if totals.waiting > 0 {
                <div class="progress">
                    <progress max={totals.files.to_string()} value={done.to_string()} aria-label="检查进度" />
                    <button type="button" onclick={move |_| cancel.cancel()}>{ format!("停止（还有 {} 份）", totals.waiting) }</button>
                </div>
            }
        </div>
    }
}

fn pile(sitting: &Sitting, group: Group, name: &'static str, count: usize, hint: &'static str) -> Html {
    let (files, folder) = match group {
        Group::Current => ("current-files", "current-folder"),
        Group::Previous => ("previous-files", "previous-folder"),
    };
    let dropped = {
        let sitting = sitting.clone();
        move |event: DragEvent| {
            event.prevent_default();
            event.stop_propagation();
            if let Some(transfer) = event.data_transfer() {
                sitting.add_soon(arrivals_dropped(transfer), group);
            }
        }
    };
    let chosen = || {
        let sitting = sitting.clone();
        move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            sitting.add_soon(std::future::ready(arrivals_picked(&input)), group);
            // The same files can be chosen again.
            input.set_value("");
        }
    };
    let press = |id: &'static str| move |_: MouseEvent| browser::click(&format!("#{id}"));
    html! {
        <div class="pile" ondrop={dropped} ondragover={|event: DragEvent| event.prevent_default()}>
            <div>
                <b>{ name }{ if count > 0 { format!("　{count} 份") } else { String::new() } }</b>
                <small>{ hint }</small>
            </div>
            <button type="button" onclick={press(files)}>{ "选文件" }</button>
            <button type="button" onclick={press(folder)}>{ "选文件夹" }</button>
            <input id={files} class="unseen" type="file" multiple=true accept={ACCEPT} tabindex="-1"
                aria-label={format!("{name}：选文件")} onchange={chosen()} />
            <input id={folder} class="unseen" type="file" multiple=true webkitdirectory=true tabindex="-1"
                aria-label={format!("{name}：选文件夹")} onchange={chosen()} />
        </div>
    }
}
