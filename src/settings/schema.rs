//! What a settings file may say: each name, and what it must stand for.

use super::layout::{FONTS, MARGINS, WIDEST};
use super::problem::Problem;
use super::value::Value;
use super::{PART_ORDER, SHORTEST_TERM, Settings};
use crate::diagnostic::Severity;
use crate::document::Profile;
use crate::rule::Rule;
use crate::rules;

/// Report years that can be meant.
const YEARS: std::ops::RangeInclusive<u32> = 1990..=2099;

/// The settings that `root` makes, and what is wrong with it: that is left out of the settings.
#[must_use]
pub fn read(root: &Value) -> (Settings, Vec<Problem>) {
    let mut reader = Reader::default();
    reader.table(&[], root, &["profile", "year", "terms", "rules", "severity", "habits", "layout"], Reader::top);
    (reader.settings, reader.problems)
}

#[derive(Default)]
struct Reader {
    settings: Settings,
    problems: Vec<Problem>,
}

/// Where a value stands: the names that lead there.
type Path<'p> = &'p [&'p str];

impl Reader {
    fn top(&mut self, path: Path, name: &str, value: &Value) {
        match name {
            "profile" => self.settings.overrides.profile = self.profile(path, value),
            "year" => self.settings.overrides.year = self.year(path, value),
            "terms" => self.settings.terms = self.terms(path, value),
            "rules" => self.table(path, value, &["off", "on"], Self::switch),
            "severity" => self.severities(path, value),
            "habits" => self.table(path, value, &["part-order", "addressee"], Self::habit),
            _ => self.table(path, value, &["margins", "fonts"], |reader, path, name, value| match name {
                "margins" => reader.table(path, value, &MARGINS, Self::margin),
                _ => reader.table(path, value, &FONTS, Self::font),
            }),
        }
    }

    /// Reads each entry of a table of `known` names.
    fn table(&mut self, path: Path, value: &Value, known: &[&str], entry: fn(&mut Self, Path, &str, &Value)) {
        let Value::Table(entries) = value else {
            return self.expected(path, "一张表，如 [表名] 一行之后逐行写“名称 = 值”");
        };
        for (name, value) in entries {
            let path = [path, &[name]].concat();
            if known.contains(&name.as_str()) {
                entry(self, &path, name, value);
            } else {
                self.unknown(&path, name, "这项设置", rules::nearest_of(name, known.iter().copied()), &known.join("、"));
            }
        }
    }

    fn profile(&mut self, path: Path, value: &Value) -> Option<Profile> {
        let ids = || Profile::ALL.iter().map(|profile| profile.id());
        let known = format!("auto、{}", ids().collect::<Vec<_>>().join("、"));
        let Value::Text(id) = value else {
            self.expected(path, &format!("加引号的单位类型：{known}"));
            return None;
        };
        let profile = Profile::from_id(id);
        if profile.is_none() && id != "auto" {
            self.unknown(&[path, &[id]].concat(), id, "这种单位类型", rules::nearest_of(id, ids()), &known);
        }
        profile
    }

    fn year(&mut self, path: Path, value: &Value) -> Option<u32> {
        let year = number(value).filter(|year| year.trunc() == *year).map(|year| year as u32).filter(|year| YEARS.contains(year));
        if year.is_none() {
            self.expected(path, "四位年份的数字，如 2025");
        }
        year
    }

    fn terms(&mut self, path: Path, value: &Value) -> Vec<String> {
        let words = self.words(path, value);
        let (kept, short): (Vec<String>, Vec<String>) =
            words.into_iter().partition(|word| word.trim().chars().count() >= SHORTEST_TERM);
        for word in short {
            let message = format!("“{word}”太短：认可的词语至少两个字，否则会放过真正的错误");
            self.problems.push(Problem::at(&[path, &[&word]].concat(), message));
        }
        kept.iter().map(|word| word.trim().to_owned()).collect()
    }

    fn switch(&mut self, path: Path, name: &str, value: &Value) {
        for id in self.words(path, value) {
            let Some(rule) = self.rule(path, &id) else { continue };
            let others = if name == "on" { &self.settings.off } else { &self.settings.on };
            if others.contains(&rule.id) {
                let message = format!("规则“{id}”既写在 on 里，又写在 off 里，请只留一处");
                self.problems.push(Problem::at(&[path, &[&id]].concat(), message));
            } else {
                self.settings.switch(rule, name == "on");
            }
        }
    }

    fn severities(&mut self, path: Path, value: &Value) {
        let Value::Table(entries) = value else {
            return self.expected(path, "一张表，每行写“规则编号 = \"级别\"”");
        };
        for (id, value) in entries {
            let Some(rule) = self.rule(path, id) else { continue };
            let severity = Severity::ALL.into_iter().find(|severity| *value == Value::Text(severity.id().to_owned()));
            match severity {
                Some(severity) => self.settings.grade(rule, severity),
                None => self.expected(&[path, &[id]].concat(), "\"error\"（错误）、\"warning\"（警告）或 \"info\"（提示）"),
            }
        }
    }

    fn habit(&mut self, path: Path, name: &str, value: &Value) {
        let Value::Bool(asked) = value else { return self.expected(path, "true（要求）或 false（不要求）") };
        if name == "addressee" {
            self.settings.overrides.published = !asked;
        } else if let Some(rule) = rules::find(PART_ORDER) {
            self.settings.switch(rule, *asked);
        }
    }

    fn margin(&mut self, path: Path, name: &str, value: &Value) {
        let Some(width) = number(value).filter(|width| (0.0..=f64::from(WIDEST)).contains(width)) else {
            return self.expected(path, &format!("0 到 {WIDEST} 之间的数字，单位毫米，如 37"));
        };
        set(&MARGINS, name, &mut self.settings.layout.margins, (width * 10.0).round() as u32);
    }

    fn font(&mut self, path: Path, name: &str, value: &Value) {
        let Some(font) = text(value).filter(|font| !font.trim().is_empty() && !font.contains(char::is_control)) else {
            return self.expected(path, "加引号的字体名称，如 \"仿宋_GB2312\"");
        };
        set(&FONTS, name, &mut self.settings.layout.fonts, font.trim().to_owned());
    }

    /// A list of words.
    fn words(&mut self, path: Path, value: &Value) -> Vec<String> {
        let list = match value {
            Value::List(list) => list.iter().map(|value| text(value).map(str::to_owned)).collect::<Option<Vec<_>>>(),
            _ => None,
        };
        list.unwrap_or_else(|| {
            self.expected(path, "方括号里加引号的词，逗号分隔，如 [\"甲\", \"乙\"]");
            Vec::new()
        })
    }

    fn rule(&mut self, path: Path, id: &str) -> Option<&'static Rule> {
        let rule = rules::find(id);
        if rule.is_none() {
            self.unknown(&[path, &[id]].concat(), id, "这条规则", rules::nearest(id), "hegui rules 和网页的规则手册列出的");
        }
        rule
    }

    fn unknown(&mut self, path: Path, name: &str, what: &str, near: Option<&str>, known: &str) {
        let message = match near {
            Some(near) => format!("没有“{name}”{what}，是否指“{near}”？"),
            None => format!("没有“{name}”{what}，可用的有：{known}"),
        };
        self.problems.push(Problem::at(path, message));
    }

    fn expected(&mut self, path: Path, what: &str) {
        let message = match path.last() {
            Some(name) => format!("“{name}”应为{what}"),
            None => format!("应为{what}"),
        };
        self.problems.push(Problem::at(path, message));
    }
}

fn number(value: &Value) -> Option<f64> {
    if let Value::Number(number) = value { Some(*number) } else { None }
}

fn text(value: &Value) -> Option<&str> {
    if let Value::Text(text) = value { Some(text) } else { None }
}

/// Sets the value at the place that `name` has among `names`.
fn set<T>(names: &[&str], name: &str, values: &mut [Option<T>], value: T) {
    if let Some(place) = names.iter().position(|known| *known == name).and_then(|place| values.get_mut(place)) {
        *place = Some(value);
    }
}
