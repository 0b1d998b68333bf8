//! What was recognised, each correctable: in the text, or by choosing.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::hooks::Session;
use crate::app::settings::Settings;
use crate::app::state::{Action, State};
use crate::document::Profile;
use crate::report::Range;

/// Years that can be chosen.
const YEARS: std::ops::RangeInclusive<u32> = 2016..=2035;

/// What was recognised.
pub fn recognised(session: &Session, state: &State) -> Html {
    let inspection = &state.inspection;
    let report = &inspection.report;
    let date = report.date.as_deref().map(written_date);
    html! {
        <dl class="recognised">
            { in_text(session, "标题", report.title.clone(), inspection.title, Some([0, 0])) }
            { in_text(session, "机关", report.organ.clone(), inspection.organ, inspection.title) }
            <dt><label for="profile">{ "单位类型" }</label></dt>
            <dd>{ profile(session, &state.settings, report.profile, inspection.profile_known, "profile") }</dd>
            <dt><label for="year">{ "年度" }</label></dt>
            <dd>
                { year(session, &state.settings, report.year, "year") }
                if let Some(year) = report.year {
                    <span class="aside">{ format!("安排应为 {}", year + 1) }</span>
                }
            </dd>
            { in_text(session, "成文日期", date, inspection.date, Some([u32::MAX, u32::MAX])) }
        </dl>
    }
}

/// A value that is corrected in the text itself: selects it, or goes where it belongs.
fn in_text(session: &Session, name: &'static str, value: Option<String>, at: Option<Range>, belongs: Option<Range>) -> Html {
    let session = session.clone();
    let select = move |_| {
        session.send(Action::PanelDrawn(None));
        if let Some(range) = at.or(belongs) {
            session.editor(|editor| editor.select(range));
        }
    };
    let found = value.is_some();
    let shown = value.unwrap_or_else(|| "没有找到".to_owned());
    html! {
        <>
            <dt>{ name }</dt>
            <dd>
                <button type="button" class="value" data-found={found.to_string()} title="在正文里选中，直接改" onclick={select}>
                    { shown }
                </button>
            </dd>
        </>
    }
}

/// The choice of the kind of body.
pub fn profile(session: &Session, settings: &Settings, used: Profile, known: bool, id: &'static str) -> Html {
    let chosen = settings.overrides.profile;
    let guess = if known && chosen.is_none() { format!("{}（自动）", used.name()) } else { "自动识别".to_owned() };
    let guess = if known || chosen.is_some() { guess } else { format!("{}（未认出，暂按）", used.name()) };
    let onchange = change(session, |settings, value| settings.overrides.profile = Profile::from_id(value));
    html! {
        <select {id} {onchange}>
            <option value="" selected={chosen.is_none()}>{ guess }</option>
            { for Profile::ALL.iter().map(|profile| html! {
                <option key={profile.id()} value={profile.id()} selected={chosen == Some(*profile)}>{ profile.name() }</option>
            }) }
        </select>
    }
}

/// The choice of the year.
pub fn year(session: &Session, settings: &Settings, used: Option<u32>, id: &'static str) -> Html {
    let chosen = settings.overrides.year;
    let guess = match used.filter(|_| chosen.is_none()) {
        Some(year) => format!("{year}（自动）"),
        None if chosen.is_some() => "自动识别".to_owned(),
        None => "没有找到".to_owned(),
    };
    let onchange = change(session, |settings, value| settings.overrides.year = value.parse().ok());
    html! {
        <select {id} {onchange}>
            <option value="" selected={chosen.is_none()}>{ guess }</option>
            { for YEARS.map(|year| html! {
                <option key={year} value={year.to_string()} selected={chosen == Some(year)}>{ year }</option>
            }) }
        </select>
    }
}

fn change(session: &Session, set: fn(&mut Settings, &str)) -> Callback<Event> {
    let session = session.clone();
    Callback::from(move |event: Event| {
        let mut settings = (*session.state().settings).clone();
        set(&mut settings, &event.target_unchecked_into::<HtmlSelectElement>().value());
        session.send(Action::SettingsChanged(settings));
    })
}

/// 2026-01-20 as 2026年1月20日.
pub fn written_date(iso: &str) -> String {
    let mut numbers = iso.split('-').map(|number| number.trim_start_matches('0'));
    match (numbers.next(), numbers.next(), numbers.next()) {
        (Some(year), Some(month), Some(day)) => format!("{year}年{month}月{day}日"),
        _ => iso.to_owned(),
    }
}
