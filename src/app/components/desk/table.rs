//! The table of submissions. Lines far from view are not drawn: gaps as high as they are take their place.

use std::rc::Rc;

use yew::prelude::*;

use super::super::parts::{sign, status_id};
use crate::app::desk::{Action, Column, Desk, Facts, Outcome, Submission};
use crate::app::hooks::{Sitting, use_lines_in_view};
use crate::document::Part;
use crate::report::Verdict;

/// Lines that Page Up and Page Down move by.
const PAGE: isize = 15;

/// What the table needs.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The sitting.
    pub sitting: Sitting,
    /// The desk.
    pub desk: Rc<Desk>,
}

/// The table.
#[component]
pub fn Table(props: &Props) -> Html {
    let Props { sitting, desk } = props;
    let count = desk.listed.len();
    let body = use_node_ref();
    let view = use_lines_in_view(&body, count);
    // One line can be reached by Tab, so it is always there: the selected one, or the first.
    let entry = desk.selected.and_then(|id| desk.place_listed(id)).unwrap_or(0);
    let (before, after) = ((entry < view.lines.start).then_some(entry), (entry >= view.lines.end).then_some(entry));
    let mut drawn = 0;
    let mut lines: Vec<Html> = Vec::new();
    for place in before.into_iter().chain(view.lines.clone()).chain(after).filter(|&place| place < count) {
        lines.extend(gap(drawn, place, view.height));
        lines.extend(line(sitting, desk, place, place == entry));
        drawn = place + 1;
    }
    lines.extend(gap(drawn, count, view.height));
    html! {
        <>
            <div class="table-frame">
                <table class="submissions" role="grid" aria-label="材料" aria-rowcount={(count + 1).to_string()}>
                    <thead><tr aria-rowindex="1">{ for Column::ALL.into_iter().map(|column| head(sitting, desk, column)) }</tr></thead>
                    <tbody ref={body}>{ for lines }</tbody>
                </table>
            </div>
            if count == 0 {
                <p class="nothing">{ "这一类里没有材料。" }</p>
            }
        </>
    }
}

/// The line at `place`.
fn line(sitting: &Sitting, desk: &Desk, place: usize, entry: bool) -> Option<Html> {
    let submission = desk.submissions.get(*desk.listed.get(place)?)?;
    Some(html! {
        <Line key={submission.id} sitting={sitting.clone()} submission={submission.clone()} {place} {entry}
            selected={desk.selected == Some(submission.id)}
            likeness={likeness(desk, submission)} stray={is_stray(desk, submission)} />
    })
}

/// Where the lines from `first` up to `end`, each of a height, are not drawn.
fn gap(first: usize, end: usize, height: f64) -> Option<Html> {
    // The page's policy allows no style of its own, so the height is an attribute.
    let pixels = (((end - first) as f64) * height).round();
    // Without a key lines would change places with one another, and the focus would stay behind.
    let key = format!("gap {first}");
    (first < end).then(|| html! { <tr {key} aria-hidden="true"><td class="gap" colspan="9" height={pixels.to_string()} /></tr> })
}

fn head(sitting: &Sitting, desk: &Desk, column: Column) -> Html {
    let sitting = sitting.clone();
    let sorted = (desk.listing.column == column).then_some(if desk.listing.descending { "descending" } else { "ascending" });
    let arrow = match sorted {
        Some("ascending") => " ▲",
        Some(_) => " ▼",
        None => "",
    };
    html! {
        <th scope="col" aria-sort={sorted}>
            <button type="button" onclick={move |_| sitting.send(Action::SortedBy(column))}>
                { column.name() }<span aria-hidden="true">{ arrow }</span>
            </button>
        </th>
    }
}

/// 38% 石桥镇: the figure is seen in a narrow column too.
fn likeness(desk: &Desk, submission: &Submission) -> Option<AttrValue> {
    let pair = desk.likeness.as_ref()?.best(submission.id)?;
    let other = desk.submission(pair.other(submission.id))?;
    Some(format!("{}% {}", pair.percent, other.name_beside(submission)).into())
}

/// Whether its year is not the batch's.
fn is_stray(desk: &Desk, submission: &Submission) -> bool {
    let year = submission.facts().and_then(|facts| facts.year);
    year.is_some() && desk.totals.year.is_some() && year != desk.totals.year
}

/// What a line shows.
#[derive(Clone, PartialEq, Properties)]
struct LineProps {
    sitting: Sitting,
    submission: Rc<Submission>,
    /// How many lines are above it.
    place: usize,
    selected: bool,
    /// Whether Tab reaches it.
    entry: bool,
    likeness: Option<AttrValue>,
    stray: bool,
}

#[component]
fn Line(props: &LineProps) -> Html {
    let LineProps { sitting, submission, place, selected, entry, likeness, stray } = props;
    let id = submission.id;
    let select = {
        let sitting = sitting.clone();
        move |_: FocusEvent| {
            if sitting.desk().selected != Some(id) {
                sitting.send(Action::Selected(id));
            }
        }
    };
    let open = {
        let sitting = sitting.clone();
        move |_: MouseEvent| sitting.open(id)
    };
    let pressed = {
        let sitting = sitting.clone();
        move |event: KeyboardEvent| {
            let step = match &*event.key() {
                "ArrowDown" => 1,
                "ArrowUp" => -1,
                "PageDown" => PAGE,
                "PageUp" => -PAGE,
                "Home" => isize::MIN,
                "End" => isize::MAX,
                "Delete" => {
                    event.prevent_default();
                    sitting.step(1);
                    return sitting.remove(id);
                }
                "Enter" => {
                    event.prevent_default();
                    return sitting.open(id);
                }
                _ => return,
            };
            event.prevent_default();
            sitting.step(step);
        }
    };
    let seen = submission.review.seen.then_some("true");
    html! {
        <tr tabindex={if *entry { "0" } else { "-1" }} aria-rowindex={(place + 2).to_string()} aria-selected={selected.to_string()} data-seen={seen}
            onfocus={select} onclick={open} onkeydown={pressed}>
            <td class="who" title={submission.file.clone()}>
                <b>{ submission.name() }</b>
                if submission.name() != submission.file {
                    <small>{ submission.file.clone() }</small>
                }
            </td>
            { match &submission.outcome {
                Outcome::Waiting => html! { <td class="wait" colspan="8">{ "等待检查" }</td> },
                Outcome::Refused(reason) => html! { <td class="refused" colspan="8">{ reason }</td> },
                Outcome::Read(facts) => cells(submission, facts, likeness.as_ref(), *stray),
            } }
        </tr>
    }
}

fn cells(submission: &Submission, facts: &Facts, likeness: Option<&AttrValue>, stray: bool) -> Html {
    let (errors, warnings) = submission.counts().unwrap_or_default();
    html! {
        <>
            <td>{ facts.profile.name() }</td>
            <td data-stray={stray.then_some("true")}>{ facts.year.map_or("—".to_owned(), |year| year.to_string()) }</td>
            <td class="four">{ for Part::ALL.iter().zip(facts.parts).map(|(part, status)| html! {
                <span class="sign" data-status={status_id(status)} title={format!("{}：{}", part.name(), status.name())}>
                    <span aria-hidden="true">{ sign(status) }</span>
                    <span class="unseen">{ part.name() }{ status.name() }</span>
                </span>
            }) }</td>
            <td class="number">{ errors }</td>
            <td class="number">{ warnings }</td>
            <td class="like">{ likeness.cloned().unwrap_or_else(|| "—".into()) }</td>
            <td>{ facts.date.clone().unwrap_or_else(|| "—".to_owned()) }</td>
            <td>{ submission.verdict().map(stamp) }</td>
        </>
    }
}

/// The conclusion as a small stamp.
fn stamp(verdict: Verdict) -> Html {
    html! { <span class="small-stamp" data-verdict={verdict.id()}>{ verdict.name() }</span> }
}
