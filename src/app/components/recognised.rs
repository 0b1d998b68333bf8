//! What was recognised, each correctable: in the text, or by choosing.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::correctable::Correctable;
use crate::app::correction::Field;
use crate::app::hooks::Session;
use crate::app::state::{Action, State};
use crate::document::Profile;
use crate::settings::Settings;

/// Years that can be chosen.
const YEARS: std::ops::RangeInclusive<u32> = 2016..=2035;

/// What was recognised.
pub fn recognised(session: &Session, state: &State) -> Html {
    let inspection = &state.inspection;
    let report = &inspection.report;
    let in_text = |field: Field| {
        let value = inspection.recognised(field).map(|value| AttrValue::from(value.to_owned()));
        html! { <Correctable session={session.clone()} {field} {value} /> }
    };
    html! {
        <dl class="recognised">
            { in_text(Field::Title) }
            { in_text(Field::Organ) }
            <dt><label for="profile">{ "单位类型" }</label></dt>
            <dd>{ profile(session, &state.settings, report.profile, inspection.profile_known, "profile") }</dd>
            <dt><label for="year">{ "年度" }</label></dt>
            <dd>
                { year(session, &state.settings, report.year, "year") }
                if let Some(year) = report.year {
                    <span class="aside">{ format!("安排应为 {}", year + 1) }</span>
                }
            </dd>
            { in_text(Field::Date) }
        </dl>
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
