//! What was recognised, each correctable: in the text, or by choosing.

use yew::prelude::*;

use super::choice::Choice;
use super::correctable::Correctable;
use crate::app::correction::Field;
use crate::app::hooks::Session;
use crate::app::state::State;
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
    let ids = Profile::ALL.iter().map(|profile| (profile.id().into(), profile.name().into()));
    let options: Vec<_> = std::iter::once((AttrValue::default(), guess.into())).chain(ids).collect();
    let chosen = chosen.map_or("", Profile::id);
    html! { <Choice {id} value={chosen} {options} chosen={change(session, |settings, value| settings.overrides.profile = Profile::from_id(value))} /> }
}

/// The choice of the year.
pub fn year(session: &Session, settings: &Settings, used: Option<u32>, id: &'static str) -> Html {
    let chosen = settings.overrides.year;
    let guess = match used.filter(|_| chosen.is_none()) {
        Some(year) => format!("{year}（自动）"),
        None if chosen.is_some() => "自动识别".to_owned(),
        None => "没有找到".to_owned(),
    };
    // A settings file may name a year outside the usual ones.
    let unusual = chosen.filter(|year| !YEARS.contains(year));
    let years = YEARS.chain(unusual).map(|year| (year.to_string().into(), year.to_string().into()));
    let options: Vec<_> = std::iter::once((AttrValue::default(), guess.into())).chain(years).collect();
    let chosen = chosen.map_or_else(String::new, |year| year.to_string());
    html! { <Choice {id} value={chosen} {options} chosen={change(session, |settings, value| settings.overrides.year = value.parse().ok())} /> }
}

fn change(session: &Session, set: fn(&mut Settings, &str)) -> Callback<String> {
    let session = session.clone();
    Callback::from(move |value: String| session.set(|settings| set(settings, &value)))
}
