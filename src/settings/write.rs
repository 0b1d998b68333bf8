//! Settings as a file that people read: ids with their Chinese names behind.

use super::layout::{FONTS, MARGINS};
use super::{PART_ORDER, Settings};
use crate::rules;

/// `settings` as TOML; [`super::read`] gives them back.
#[must_use]
pub fn to_toml(settings: &Settings) -> String {
    let mut out = String::from("# 合规 Hegui 的设置。放在报告旁边，命令行自动使用；网页用“导入设置”读入。\n");
    let mut line = |text: String| out.extend([&text, "\n"]);
    let Settings { overrides, on, off, severities, terms, layout } = settings;
    if let Some(profile) = overrides.profile {
        line(format!("profile = {} # {}", quoted(profile.id()), profile.name()));
    }
    if let Some(year) = overrides.year {
        line(format!("year = {year}"));
    }
    if !terms.is_empty() {
        line("# 认可的词语：里面不检查用语、标点、数字".to_owned());
        line(format!("terms = [{}]", terms.iter().map(|term| quoted(term)).collect::<Vec<_>>().join(", ")));
    }
    let off: Vec<&str> = off.iter().copied().filter(|id| *id != PART_ORDER).collect();
    if !on.is_empty() || !off.is_empty() {
        line("\n[rules]".to_owned());
    }
    for (name, ids) in [("off", &off), ("on", on)] {
        if !ids.is_empty() {
            line(format!("{name} = ["));
            ids.iter().for_each(|id| line(format!("  {}, # {}", quoted(id), rules::name(id))));
            line("]".to_owned());
        }
    }
    if !severities.is_empty() {
        line("\n[severity]".to_owned());
    }
    for (id, severity) in severities {
        line(format!("{id} = {} # {}：{}", quoted(severity.id()), rules::name(id), severity.name()));
    }
    let any_order = settings.off.contains(&PART_ORDER);
    if any_order || overrides.published {
        line("\n[habits]".to_owned());
    }
    if any_order {
        line("part-order = false # 不要求四个部分的次序".to_owned());
    }
    if overrides.published {
        line("addressee = false # 公开稿，不要求主送机关".to_owned());
    }
    table(&mut line, "layout.margins", &MARGINS, &layout.margins, |tenths| format!("{}.{}", tenths / 10, tenths % 10));
    table(&mut line, "layout.fonts", &FONTS, &layout.fonts, |font| quoted(font));
    out
}

/// The table `name` of the `values` that are set.
fn table<T>(line: &mut impl FnMut(String), name: &str, keys: &[&str], values: &[Option<T>], write: impl Fn(&T) -> String) {
    if values.iter().any(Option::is_some) {
        line(format!("\n[{name}]"));
    }
    for (key, value) in keys.iter().zip(values) {
        if let Some(value) = value {
            line(format!("{key} = {}", write(value)));
        }
    }
}

/// A string of TOML.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out + "\""
}
