//! Starts a report from an outline.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::modal::Modal;
use crate::app::hooks::Session;
use crate::app::state::{Action, Dialog};
use crate::document::Profile;
use crate::outline;

/// Starts a report of `profile` on `year` from an outline.
pub fn outline(session: &Session, profile: Profile, year: u32) -> Html {
    let text = outline::outline(profile, year);
    let start = {
        let (session, text) = (session.clone(), text.clone());
        move |_| {
            session.send(Action::DialogClosed);
            session.replace(&text, "已换成提纲，原来的文字可以撤销找回");
        }
    };
    let choose = |choice: fn(&str, Profile, u32) -> (Profile, u32)| {
        let session = session.clone();
        move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            let (profile, year) = choice(&value, profile, year);
            session.send(Action::DialogOpened(Dialog::Outline { profile, year }));
        }
    };
    let choose_profile = choose(|id, profile, year| (Profile::from_id(id).unwrap_or(profile), year));
    let choose_year = choose(|number, profile, year| (profile, number.parse().unwrap_or(year)));
    html! {
        <Modal session={session.clone()} title="从提纲写起" kind="outline">
            <p>{ "按规定的四个部分列好标题，每段写明该写什么。提示用【请填写：…】标出，没有换掉的会提醒。" }</p>
            <div class="fields">
                <label>{ "单位类型" }
                    <select onchange={choose_profile}>{ for Profile::ALL.iter().map(|choice| html! {
                        <option value={choice.id()} selected={*choice == profile}>{ choice.name() }</option>
                    }) }</select>
                </label>
                <label>{ "报告年度" }
                    <select onchange={choose_year}>{ for (year - 5..=year + 5).map(|choice| html! {
                        <option value={choice.to_string()} selected={choice == year}>{ choice }</option>
                    }) }</select>
                </label>
            </div>
            <pre class="preview" tabindex="0" role="region" aria-label="提纲预览">{ text }</pre>
            <div class="actions">
                <button type="button" class="primary" onclick={start}>{ "放到纸上" }</button>
            </div>
        </Modal>
    }
}
