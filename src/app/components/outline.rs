//! Starts a report from an outline.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Props;
use super::modal::Modal;
use crate::app::state::Action;
use crate::document::Profile;
use crate::outline;

/// Starts a report from an outline.
#[component]
pub fn Outline(Props { session, state }: &Props) -> Html {
    let report = &state.inspection.report;
    let profile = use_state(|| report.profile);
    let year = use_state(|| report.year.unwrap_or(2025));
    let start = {
        let (session, profile, year) = (session.clone(), *profile, *year);
        move |_| {
            session.send(Action::DialogClosed);
            session.replace(&outline::outline(profile, year), "已换成提纲，原来的文字可以撤销找回");
        }
    };
    let choose_profile = {
        let profile = profile.clone();
        move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            profile.set(Profile::from_id(&value).unwrap_or(*profile));
        }
    };
    let choose_year = {
        let year = year.clone();
        move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            year.set(value.parse().unwrap_or(*year));
        }
    };
    html! {
        <Modal session={session.clone()} title="从提纲写起" kind="outline">
            <p>{ "按规定的四个部分列好标题，每段写明该写什么。提示用【请填写：…】标出，没有换掉的会提醒。" }</p>
            <div class="fields">
                <label>{ "单位类型" }
                    <select onchange={choose_profile}>{ for Profile::ALL.iter().map(|choice| html! {
                        <option value={choice.id()} selected={*choice == *profile}>{ choice.name() }</option>
                    }) }</select>
                </label>
                <label>{ "报告年度" }
                    <select onchange={choose_year}>{ for (2020..=2030u32).map(|choice| html! {
                        <option value={choice.to_string()} selected={choice == *year}>{ choice }</option>
                    }) }</select>
                </label>
            </div>
            <pre class="preview" tabindex="0" aria-label="提纲预览">{ outline::outline(*profile, *year) }</pre>
            <div class="actions">
                <button type="button" class="primary" onclick={start}>{ "放到纸上" }</button>
            </div>
        </Modal>
    }
}
