//! Settings: the kind of body and the year, habits of the region, accepted terms; in and out as a file.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::modal::Modal;
use super::recognised::{profile, year};
use super::terms::Terms;
use crate::app::hooks::Session;
use crate::app::inspection::Inspection;
use crate::app::interop::{browser, files};
use crate::app::state::{Action, Dialog};
use crate::rules;
use crate::settings::{PART_ORDER, Settings};

/// What the settings need.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The visit.
    pub session: Session,
    /// The settings.
    pub settings: Rc<Settings>,
    /// What was recognised.
    pub inspection: Rc<Inspection>,
}

/// The settings.
#[component]
pub fn SettingsDialog(props: &Props) -> Html {
    let Props { session, settings, inspection } = props;
    let report = &inspection.report;
    let refused = use_state(Vec::<String>::new);
    let (manual, reset, export) = (session.clone(), session.clone(), session.clone());
    let imported = {
        let (session, refused) = (session.clone(), refused.clone());
        move |event: Event| {
            let Some(file) = files::chosen(&event) else { return };
            let (session, refused) = (session.clone(), refused.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let problems = session.import_settings(&file).await.err();
                refused.set(problems.map_or_else(Vec::new, |lines| [vec!["没有导入，设置没有变：".to_owned()], lines].concat()));
            });
        }
    };
    let off = rules::all().iter().filter(|rule| !settings.runs(rule)).count();
    html! {
        <Modal session={session.clone()} title="设置" kind="settings">
            <div class="fields">
                <label>{ "单位类型" }{ profile(session, settings, report.profile, inspection.profile_known, "settings-profile") }</label>
                <label>{ "报告年度" }{ year(session, settings, report.year, "settings-year") }</label>
                <button type="button" onclick={move |_| manual.send(Action::DialogOpened(Dialog::Manual(None)))}>
                    { if off == 0 { "规则手册".to_owned() } else { format!("规则手册（关着 {off} 条）") } }
                </button>
            </div>
            { habits(session, settings) }
            <Terms session={session.clone()} settings={settings.clone()} />
            if !refused.is_empty() {
                <div class="refused" role="alert">{ for refused.iter().map(|line| html! { <p>{ line }</p> }) }</div>
            }
            <input id="settings-file" class="unseen" type="file" accept=".toml" tabindex="-1" aria-label="选择设置文件" onchange={imported} />
            <div class="actions">
                <button type="button" disabled={**settings == Settings::default()}
                    onclick={move |_| reset.send(Action::SettingsChanged(Settings::default()))}>{ "恢复默认" }</button>
                <button type="button" title="读入 hegui.toml" onclick={|_| browser::click("#settings-file")}>{ "导入设置" }</button>
                <button type="button" title="存为 hegui.toml，命令行也用它" onclick={move |_| export.export_settings()}>{ "导出设置" }</button>
            </div>
        </Modal>
    }
}

/// What the region asks for.
fn habits(session: &Session, settings: &Settings) -> Html {
    let check = |name: &'static str, checked: bool, set: fn(&mut Settings, bool)| {
        let session = session.clone();
        let changed = move |event: Event| {
            let checked = event.target_unchecked_into::<HtmlInputElement>().checked();
            session.set(|settings| set(settings, checked));
        };
        html! { <label><input type="checkbox" {checked} onchange={changed} />{ name }</label> }
    };
    html! {
        <fieldset class="habits">
            <legend>{ "本地习惯" }</legend>
            { check("四个部分按规定列举的次序排列", !settings.off.contains(&PART_ORDER), |settings, on| {
                if let Some(rule) = rules::find(PART_ORDER) {
                    settings.switch(rule, on);
                }
            }) }
            { check("要写明主送机关（公开稿可以不要求）", !settings.overrides.published, |settings, on| settings.overrides.published = !on) }
        </fieldset>
    }
}
