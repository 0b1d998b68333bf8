//! The reviewer's desk.

mod beside;
mod charts;
mod drop_zones;
mod submission;
mod table;
mod tools;

use std::rc::Rc;

use yew::prelude::*;

use beside::Beside;
use charts::charts;
use drop_zones::drop_zones;
use submission::open_submission;
use table::Table;
use tools::tools;

use super::views::views;
use crate::app::desk::totals::Totals;
use crate::app::desk::{Action, Desk, Group};
use crate::app::hooks::{Sitting, use_sitting};
use crate::app::interop::desk::arrivals_dropped;
use crate::app::interop::{browser, files};

/// The reviewer's desk.
#[component]
pub fn ReviewDesk() -> Html {
    let (sitting, desk) = use_sitting();
    let receiver = sitting.clone();
    // Beside the piles a file is one of this year's; the browser must not leave the page for it.
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        if let Some(transfer) = event.data_transfer() {
            receiver.add_soon(arrivals_dropped(transfer), Group::Current);
        }
    };
    if let Some(open) = open_submission(&sitting, &desk) {
        return open;
    }
    html! {
        <div class="review" ondrop={dropped} ondragover={|event: DragEvent| event.prevent_default()}>
            { top(&sitting, &desk) }
            <main class="review-desk" aria-label="审查">
                { notice(&sitting, &desk) }
                { drop_zones(&sitting, &desk) }
                if desk.totals.files > 0 {
                    <section class="batch" aria-label="本年材料">
                        { tools(&sitting, &desk) }
                        <Table sitting={sitting.clone()} desk={desk.clone()} />
                    </section>
                    { charts(&sitting, &desk) }
                }
            </main>
            { foot(&desk) }
            if let Some(ids) = desk.beside {
                <Beside sitting={sitting.clone()} desk={desk.clone()} {ids} />
            }
        </div>
    }
}

fn top(sitting: &Sitting, desk: &Rc<Desk>) -> Html {
    let empty = desk.submissions.is_empty();
    let unread = desk.is_busy() || desk.totals.files == desk.totals.refused;
    let act = |act: fn(&Sitting)| {
        let sitting = sitting.clone();
        move |_: MouseEvent| act(&sitting)
    };
    let opened = {
        let sitting = sitting.clone();
        move |event: Event| {
            if let Some(file) = files::chosen(&event) {
                sitting.open_package(file);
            }
        }
    };
    let read = desk.totals.files - desk.totals.waiting - desk.totals.refused;
    html! {
        <header class="top">
            <span class="seal" aria-hidden="true">{ "合" }<br />{ "规" }</span>
            <h1><span class="unseen">{ "合规 " }</span><span class="long">{ "法治政府建设" }</span>{ "年度报告审查" }</h1>
            { views() }
            <nav class="desk-commands" aria-label="命令">
                <div class="group">
                    <button type="button" title="接着看另一台电脑上存的审查" onclick={|_| browser::click("#package")}>{ "打开审查包" }</button>
                    <button type="button" title="连同审查意见存成一个文件" disabled={empty} onclick={act(Sitting::export_package)}>{ "保存审查包" }</button>
                </div>
                <div class="group">
                    <button type="button" title="汇总表，.xlsx" disabled={empty} onclick={act(Sitting::export_workbook)}>{ "汇总表" }</button>
                    <button type="button" title="汇总表，.csv" disabled={empty} onclick={act(Sitting::export_csv)}>{ "CSV" }</button>
                    <button type="button" title="把本年和上年的材料都撤下" disabled={empty} onclick={act(Sitting::clear)}>{ "清空" }</button>
                </div>
            </nav>
            <input id="package" class="unseen" type="file" accept=".json,application/json" tabindex="-1" aria-label="选择审查包" onchange={opened} />
            <button type="button" class="primary hand-over" disabled={unread} onclick={act(Sitting::export_all)}
                title="汇总表、本批情况和每份的意见书，放在一个压缩文件里">{ format!("导出意见书（{read}）") }</button>
        </header>
    }
}

fn notice(sitting: &Sitting, desk: &Desk) -> Html {
    let cleared = desk.cleared.as_ref().is_some_and(|cleared| !cleared.is_empty());
    let act = |action: fn() -> Action| {
        let sitting = sitting.clone();
        move |_: MouseEvent| sitting.send(action())
    };
    let undo = sitting.clone();
    html! {
        <div class="notices"><div role="status">
            if cleared {
                <div class="notice">
                    <p>{ "桌上的材料都撤下了。" }</p>
                    <button type="button" onclick={move |_| undo.undo_clearing()}>{ "撤销" }</button>
                </div>
            }
            if let Some(words) = &desk.notice {
                <div class="notice">
                    <p>{ &**words }</p>
                    <button type="button" onclick={act(|| Action::Noticed(None))}>{ "知道了" }</button>
                </div>
            }
        </div></div>
    }
}

/// How far the batch is, where `done` files are.
fn progress(totals: &Totals, done: usize) -> String {
    let read = totals.files - totals.waiting - totals.refused;
    match (totals.files, totals.waiting) {
        (0, _) => "还没有材料".to_owned(),
        (files, 0) if totals.refused == 0 => format!("{read} 份已查，共 {files} 份"),
        (_, 0) => format!("{read} 份已查，{} 份未能读取", totals.refused),
        (files, _) => format!("正在检查：{done} / {files}"),
    }
}

fn foot(desk: &Desk) -> Html {
    let totals = &desk.totals;
    html! {
        <footer class="foot">
            <span aria-hidden="true">{ progress(totals, totals.files - totals.waiting) }</span>
            // A voice tells of every quarter of a batch, not of every file.
            <span class="unseen" role="status">{ progress(totals, (totals.files - totals.waiting) * 4 / totals.files.max(1) * totals.files / 4) }</span>
            <span class="keys"><kbd>{ "↑↓" }</kbd>{ "选择 " }<kbd>{ "回车" }</kbd>{ "打开" }</span>
            <span class="saved" data-refused={desk.unkept.to_string()}>{ if desk.unkept { "浏览器不让保存，或者另一个标签页开着审查台，请及时导出" } else { "文件不离开本机" } }</span>
        </footer>
    }
}
