//! The check sheet for the printer: the conclusion, the parts, the requirements, the findings.

use yew::prelude::*;

use super::item::shortened;
use super::requirements::state as state_word;
use super::verdict::{judged, tally};
use crate::app::state::State;
use crate::rules;

/// The check sheet.
pub fn check_sheet(state: &State) -> Html {
    let report = &state.inspection.report;
    let (_, stamp, sentence) = judged(state);
    let unknown = || "未写明".to_owned();
    let rows = [
        ("标题", report.title.clone().unwrap_or_else(unknown)),
        ("机关", report.organ.clone().unwrap_or_else(unknown)),
        ("单位类型", report.profile.name().to_owned()),
        ("年度", report.year.map_or_else(unknown, |year| year.to_string())),
        ("成文日期", state.inspection.date.clone().unwrap_or_else(unknown)),
        ("结论", format!("{}：{sentence}（{}）", stamp.concat(), tally(state))),
    ];
    let findings = report.findings.iter().enumerate().filter(|&(at, _)| !state.is_ignored(at));
    html! {
        <article class="check-sheet">
            <h1>{ "法治政府建设年度报告检查单" }</h1>
            <table><tbody>{ for rows.iter().map(|(name, value)| html! { <tr><th scope="row">{ *name }</th><td>{ value }</td></tr> }) }</tbody></table>
            <h2>{ "四个部分" }</h2>
            <table>
                <thead><tr><th>{ "部分" }</th><th>{ "情况" }</th><th>{ "标题" }</th><th>{ "字数" }</th></tr></thead>
                <tbody>{ for report.parts.iter().map(|part| html! {
                    <tr>
                        <td>{ part.part.name() }</td><td>{ part.status.name() }</td>
                        <td>{ part.heading.as_deref().unwrap_or("—") }</td><td>{ part.chars }</td>
                    </tr>
                }) }</tbody>
            </table>
            if !report.requirements.is_empty() {
                <h2>{ "各项要求" }</h2>
                <table>
                    <thead><tr><th>{ "情况" }</th><th>{ "说明" }</th><th>{ "依据" }</th></tr></thead>
                    <tbody>{ for report.requirements.iter().map(|requirement| html! {
                        <tr><td>{ state_word(requirement.state).1 }</td><td>{ &requirement.message }</td><td>{ requirement.basis }</td></tr>
                    }) }</tbody>
                </table>
            }
            <h2>{ "问题" }</h2>
            <table>
                <thead><tr><th>{ "行" }</th><th>{ "级别" }</th><th>{ "原文" }</th><th>{ "问题" }</th><th>{ "依据" }</th></tr></thead>
                <tbody>{ for findings.map(|(_, finding)| html! {
                    <tr>
                        <td>{ finding.line }</td><td>{ finding.severity.name() }</td><td>{ shortened(&finding.text) }</td>
                        <td>{ rules::name(finding.rule) }{ "。" }{ &finding.message }</td>
                        <td>{ finding.basis }</td>
                    </tr>
                }) }</tbody>
            </table>
            <p>{ "检查在本机完成，不代替人工审核。合规 Hegui" }</p>
        </article>
    }
}
