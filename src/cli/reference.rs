//! The rules as people read them: one rule, or the whole reference (docs/rules.md).

use crate::rule::{Family, Rule};
use crate::rules;

/// The reference of all rules by family, as Markdown.
#[must_use]
pub fn markdown() -> String {
    let all = rules::all();
    let mut out = format!(
        "# 规则手册\n\n共 {} 条规则，按类别排列。`hegui.toml` 和命令行用编号指称规则；改过的级别和开关见 README 的“设置”。\n\n\
         <!-- cargo run -q -- rules --format markdown > docs/rules.md -->\n",
        all.len()
    );
    for family in Family::ALL {
        let of_family = || all.iter().copied().filter(|rule| rule.family == family);
        out += &format!("\n## {}（{} 条）\n\n| 编号 | 名称 | 级别 |\n|---|---|---|\n", family.name(), of_family().count());
        for rule in of_family() {
            out += &format!("| [`{0}`](#{0}) | {1} | {2} |\n", rule.id, rule.name, standing(rule));
        }
        for rule in of_family() {
            out += &format!("\n### {}\n\n{}", rule.id, explanation(rule));
        }
    }
    out
}

/// One rule: name, severity, what it checks and why, its basis.
#[must_use]
pub fn explanation(rule: &Rule) -> String {
    let mut out = format!("{}（{}，{}）\n\n", rule.name, rule.family.name(), standing(rule));
    for line in rule.doc.iter().map(|line| line.trim()).filter(|line| !line.is_empty()) {
        out += &match line.split_once('：').filter(|(name, _)| name.chars().count() <= 5) {
            Some((name, words)) => format!("- {name}：{words}\n"),
            None => format!("- {line}\n"),
        };
    }
    out + &format!("\n> 依据：{}\n", rule.basis)
}

/// The severity, and whether the rule runs unless it is asked for.
fn standing(rule: &Rule) -> String {
    let off = if rule.on { "" } else { "，默认不用" };
    format!("{}{off}", rule.severity.name())
}
