//! What the batch comes to, at a glance.

use yew::prelude::*;

use crate::app::desk::Desk;
use crate::rules;

/// The column beside the table.
pub fn charts(desk: &Desk) -> Html {
    let totals = &desk.totals;
    let missing: Vec<_> = totals.missing_parts().into_iter().map(|(part, count)| (part.name().to_owned(), count)).collect();
    let kinds: Vec<_> = totals.kinds.iter().filter(|(_, lacking, _)| *lacking > 0).collect();
    let kinds = kinds.into_iter().map(|(kind, lacking, all)| (format!("{kind}（共 {all}）"), *lacking)).collect::<Vec<_>>();
    let frequent: Vec<_> = totals
        .rules
        .iter()
        .map(|(rule, count)| (rules::find(rule).map_or_else(|| rule.clone(), |rule| rule.name.to_owned()), *count))
        .collect();
    html! {
        <aside class="charts" aria-label="本批概况">
            <section class="panel-card">
                <h2>{ "本批" }</h2>
                <dl class="big">
                    <div><dd>{ totals.files }</dd><dt>{ "份" }</dt></div>
                    <div data-verdict="pass"><dd>{ totals.pass }</dd><dt>{ "通过" }</dt></div>
                    <div data-verdict="revise"><dd>{ totals.revise }</dd><dt>{ "需修改" }</dt></div>
                    <div data-verdict="incomplete"><dd>{ totals.incomplete }</dd><dt>{ "缺项" }</dt></div>
                </dl>
            </section>
            { chart("缺的是哪一部分", &missing, "没有缺项。") }
            if !kinds.is_empty() {
                { chart("缺项的是哪类单位", &kinds, "") }
            }
            { chart("最常见的问题", &frequent, "没有发现问题。") }
        </aside>
    }
}

/// Bars with their names and counts, in submissions.
fn chart(name: &'static str, bars: &[(String, usize)], nothing: &'static str) -> Html {
    let most = bars.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
    html! {
        <section class="panel-card">
            <h2>{ name }</h2>
            if bars.is_empty() {
                <p class="none">{ nothing }</p>
            }
            <ul class="bars">{ for bars.iter().map(|(name, count)| html! {
                <li key={name.clone()}>
                    <span>{ name }</span>
                    <svg aria-hidden="true"><rect width={format!("{}%", count * 100 / most)} height="100%" /></svg>
                    <b>{ count }<span class="unseen">{ " 份" }</span></b>
                </li>
            }) }</ul>
        </section>
    }
}
