//! What the table lists: filters and search.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::desk::{Action, Desk, Filter, Group, Likeness};
use crate::app::hooks::Sitting;

/// Filters and search.
pub fn tools(sitting: &Sitting, desk: &Desk) -> Html {
    let search = {
        let sitting = sitting.clone();
        move |event: InputEvent| sitting.send(Action::Searched(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    html! {
        <div class="tools">
            <div class="filters" role="group" aria-label="筛选">
                { for Filter::ALL.into_iter().filter_map(|filter| chip(sitting, desk, filter)) }
            </div>
            <input class="search" type="search" placeholder="搜索机关或文件" aria-label="搜索机关或文件"
                value={desk.listing.search.clone()} oninput={search} />
        </div>
    }
}

/// The button of a filter; none where it would list nothing.
fn chip(sitting: &Sitting, desk: &Desk, filter: Filter) -> Option<Html> {
    let none = Likeness::default();
    let likeness = desk.likeness.as_ref().unwrap_or(&none);
    let ours = desk.submissions.iter().filter(|submission| submission.group == Group::Current);
    let count = ours.filter(|submission| filter.shows(submission, desk.totals.year, likeness)).count();
    let pressed = desk.listing.filter == filter;
    if count == 0 && !pressed && filter != Filter::All {
        return None;
    }
    let sitting = sitting.clone();
    Some(html! {
        <button key={filter.name()} type="button" class="chip" aria-pressed={pressed.to_string()}
            onclick={move |_| sitting.send(Action::FilterChanged(filter))}>{ filter.name() }<b>{ count }</b></button>
    })
}
