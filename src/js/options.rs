//! Reads the options that JavaScript gives.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::value::of_js;
use crate::check::Options;
use crate::document::Profile;
use crate::fix::Selection;
use crate::review::Group;
use crate::rules;
use crate::settings::read;

/// The option that takes what a `hegui.toml` says.
const SETTINGS: &str = "settings";

/// What is wrong with the options, and what would be right.
#[derive(Debug)]
pub struct Wrong(pub String);

/// The options of `check`.
///
/// # Errors
/// For a name or value that is not known.
pub fn of_check(value: &JsValue) -> Result<Options, Wrong> {
    let (mut options, mut skip) = (settings(value)?, Vec::new());
    each(value, &["profile", "year", "only", "on", "skip", "previous", SETTINGS], |name, value| {
        match name {
            SETTINGS => {}
            "profile" => options.overrides.profile = profile(value)?,
            "year" => options.overrides.year = Some(year(value)?),
            "only" => options.only = rule_ids(name, value)?,
            "on" => options.on.extend(rule_ids(name, value)?),
            "previous" => {
                options.previous = Some(value.as_string().ok_or_else(|| Wrong("选项“previous”应为上年报告的文本。".to_owned()))?);
            }
            _ => skip = rule_ids(name, value)?,
        }
        Ok(())
    })?;
    // What a call asks for is done whatever its settings say.
    options.skip.retain(|id| !options.only.contains(id) && !options.on.contains(id));
    options.skip.extend(skip);
    Ok(options)
}

/// The options of `fix`.
///
/// # Errors
/// For a name or value that is not known.
pub fn of_fix(value: &JsValue) -> Result<(Options, Selection), Wrong> {
    let mut selection = Selection::Safe;
    each(value, &["unsafe", SETTINGS], |name, value| {
        if name == SETTINGS {
            return Ok(());
        }
        let all = value.as_bool().ok_or_else(|| Wrong(format!("选项“{name}”应为 true 或 false。")))?;
        selection = super::selection(all);
        Ok(())
    })?;
    Ok((settings(value)?, selection))
}

/// The options that the settings among the options make: a table as `hegui.toml` has it.
fn settings(value: &JsValue) -> Result<Options, Wrong> {
    let given = Reflect::get(value, &SETTINGS.into()).unwrap_or(JsValue::UNDEFINED);
    if given.is_null() || given.is_undefined() {
        return Ok(Options::default());
    }
    let (settings, problems) = read(&of_js(&given));
    match problems.as_slice() {
        [] => Ok(settings.options()),
        problems => {
            let messages: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
            Err(Wrong(format!("选项“{SETTINGS}”有误：{}。", messages.join("；"))))
        }
    }
}

/// A text that JavaScript gives to compare.
pub struct Text {
    pub id: String,
    pub text: String,
    pub group: Group,
}

/// The texts of `compare`.
///
/// # Errors
/// For what is not a text with its name, and says which.
pub fn of_compare(value: &JsValue) -> Result<Vec<Text>, Wrong> {
    if !Array::is_array(value) {
        return Err(Wrong("参数应为数组，例如 [{id: \"甲镇.txt\", text: \"……\"}, …]。".to_owned()));
    }
    (1..).zip(Array::from(value).iter()).map(|(number, value)| text(number, &value)).collect()
}

fn text(number: usize, value: &JsValue) -> Result<Text, Wrong> {
    let (mut id, mut text, mut group) = (None, None, Group::ThisYear);
    let string =
        |name: &str, value: &JsValue| value.as_string().ok_or_else(|| Wrong(format!("第{number}份报告的“{name}”应为字符串。")));
    each(value, &["id", "text", "group"], |name, value| {
        match name {
            "id" => id = Some(string(name, value)?),
            "text" => text = Some(string(name, value)?),
            _ => group = of_group(&string(name, value)?)?,
        }
        Ok(())
    })?;
    match (id, text) {
        (Some(id), Some(text)) => Ok(Text { id, text, group }),
        _ => Err(Wrong(format!("第{number}份报告应有 id（名称）和 text（文字）。"))),
    }
}

fn of_group(id: &str) -> Result<Group, Wrong> {
    match id {
        "this-year" => Ok(Group::ThisYear),
        "last-year" => Ok(Group::LastYear),
        _ => Err(Wrong(format!("没有“{id}”这个组，可用的有：this-year（本年）、last-year（上年）。"))),
    }
}

/// Calls `read` for every option given.
fn each(value: &JsValue, known: &[&str], mut read: impl FnMut(&str, &JsValue) -> Result<(), Wrong>) -> Result<(), Wrong> {
    if value.is_null() || value.is_undefined() {
        return Ok(());
    }
    if !value.is_object() || Array::is_array(value) {
        return Err(Wrong(format!("应为选项对象，例如 {{{}: …}}。", known.first().unwrap_or(&""))));
    }
    for key in Object::keys(value.unchecked_ref::<Object>()) {
        let name = key.as_string().unwrap_or_default();
        if !known.contains(&name.as_str()) {
            let near = rules::nearest_of(&name, known.iter().copied());
            let hint = near.map_or_else(String::new, |near| format!("是否指“{near}”？"));
            return Err(Wrong(format!("没有“{name}”这个选项。{hint}可用的有：{}。", known.join("、"))));
        }
        let value = Reflect::get(value, &key).unwrap_or(JsValue::UNDEFINED);
        if !value.is_null() && !value.is_undefined() {
            read(&name, &value)?;
        }
    }
    Ok(())
}

/// `auto` leaves the kind of body to the text.
fn profile(value: &JsValue) -> Result<Option<Profile>, Wrong> {
    let given = value.as_string().unwrap_or_default();
    if given == "auto" {
        return Ok(None);
    }
    Profile::from_id(&given).map(Some).ok_or_else(|| {
        let near = rules::nearest_of(&given, Profile::ALL.iter().map(|profile| profile.id()));
        let hint = near.map_or_else(String::new, |near| format!("是否指“{near}”？"));
        let ids: Vec<&str> = Profile::ALL.iter().map(|profile| profile.id()).collect();
        Wrong(format!("没有“{given}”这个单位类型。{hint}可用的有：auto、{}。", ids.join("、")))
    })
}

fn year(value: &JsValue) -> Result<u32, Wrong> {
    let number = value.as_f64().filter(|number| (1949.0..=2100.0).contains(number) && number.trunc() == *number);
    number.map(|number| number as u32).ok_or_else(|| Wrong("选项“year”应为四位年份的数字，例如 2025。".to_owned()))
}

fn rule_ids(name: &str, value: &JsValue) -> Result<Vec<&'static str>, Wrong> {
    if !Array::is_array(value) {
        return Err(Wrong(format!("选项“{name}”应为规则编号的数组，例如 [\"fazhi-term\"]。")));
    }
    Array::from(value)
        .iter()
        .map(|id| {
            let id = id.as_string().unwrap_or_default();
            rules::find(&id).map(|rule| rule.id).ok_or_else(|| {
                let hint = rules::nearest(&id).map_or_else(String::new, |near| format!("是否指“{near}”？"));
                Wrong(format!("没有“{id}”这条规则。{hint}rules() 列出全部规则。"))
            })
        })
        .collect()
}
