//! What the batch comes to, at a glance.

use yew::prelude::*;

use crate::app::desk::{Action, Desk, Pair};
use crate::app::hooks::Sitting;
use crate::rules;

/// The column beside the table.
pub fn charts(sitting: &Sitting, desk: &Desk) -> Html {
    let totals = &desk.totals;
    let missing: Vec<_> = totals.missing_parts().into_iter().map(|(part, count)| (part.name().to_owned(), count)).collect();
    let kinds: Vec<_> = totals.kinds.iter().filter(|(_, lacking, _)| *lacking > 0).collect();
    let kinds = kinds.into_iter().map(|(kind, lacking, all)| (format!("{kind}（共 {all}）"), *lacking)).collect::<Vec<_>>();
    let frequent: Vec<_> = totals.rules.iter().map(|(rule, count)| (rules::name(rule).to_owned(), *count)).collect();
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
            { alike(sitting, desk) }
            { chart("缺的是哪一部分", &missing, "没有缺项。") }
            if !kinds.is_empty() {
                { chart("缺项的是哪类单位", &kinds, "") }
            }
            { chart("最常见的问题", &frequent, "没有发现问题。") }
        </aside>
    }
}

/// Pairs shown.
const PAIRS: usize = 8;

/// The pairs most alike.
fn alike(sitting: &Sitting, desk: &Desk) -> Html {
    let pairs = match &desk.likeness {
        Some(likeness) => likeness.pairs.iter().take(PAIRS),
        None => return Html::default(),
    };
    let none = pairs.len() == 0;
    html! {
        <section class="panel-card">
            <h2>{ "疑似雷同" }</h2>
            if none {
                <p class="none">{ "没有发现成段相同的材料。" }</p>
            }
            <ul class="pairs">{ for pairs.filter_map(|pair| one_pair(sitting, desk, pair)) }</ul>
        </section>
    }
}

fn one_pair(sitting: &Sitting, desk: &Desk, pair: &Pair) -> Option<Html> {
    let (ids, sitting) = (pair.ids, sitting.clone());
    let (a, b) = (desk.submission(ids[0])?, desk.submission(ids[1])?);
    let names = format!("{} ↔ {}", a.name_beside(b), b.name_beside(a));
    Some(html! {
        <li key={format!("{}-{}", ids[0], ids[1])}>
            <button type="button" title="并排对照" onclick={move |_| sitting.send(Action::LaidBeside(Some(ids)))}>
                <span>{ names }</span><b>{ format!("{}%", pair.percent) }</b>
            </button>
        </li>
    })
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
