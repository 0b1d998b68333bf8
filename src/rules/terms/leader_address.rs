//! How the General Secretary is named.

use crate::diagnostic::{Edit, Finding, Fix, Severity};
use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around, chars};

crate::declare_rule! {
    /// 检查什么：领导人姓名、称谓写错或者不规范，如“习近平总书纪”“习总书记”“习近平书记”“习近平总书记讲话精神”（漏“重要”）、“习近平重要讲话”（漏“总书记”）。
    ///
    /// 为什么：党内文稿的规范称谓是“习近平总书记”，讲话称“重要讲话”、指示称“重要指示”。
    ///
    /// 示例：学习贯彻习总书记讲话精神 → 学习贯彻习近平总书记重要讲话精神
    ///
    /// 修改：改为规范称谓。
    ///
    /// 不算：“学习总书记”“研习总书记”等相邻的字，“国家主席习近平”，涉及军队、外事的“习主席”，书名号和引号内的原文。
    "leader-address", "领导人称谓", Terms, Error, "党内文稿通行称谓；《党政机关公文处理工作条例》（中办发〔2012〕14号）第二十条",
    Check::Needles(needles, check),
}

fn needles() -> &'static [&'static str] {
    &[
        "习总书记",
        "习近总书记",
        "习平总书记",
        "近平总书记",
        "习进平",
        "习近乎",
        "习近凭",
        "习近屏",
        "刁近平",
        "习近平总书纪",
        "习近平总书计",
        "习大大",
        "习近平书记",
        "习近平主席",
        "习主席",
        "习近平重要讲话",
        "习近平重要指示",
        "习近平重要批示",
        "习近平重要论述",
        "习近平系列重要讲话",
        "总书记讲话精神",
        "总书记的讲话精神",
        "总书记指示精神",
        "总书记批示精神",
        "总书记讲话和",
        "总书记系列讲话",
    ]
}

const NAME: &str = "习近平总书记";

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let text = doc.text;
    if doc.in_book_title(hit.span.start) || doc.in_quotes(hit.span.start) {
        return;
    }
    let word = doc.get(hit.span);
    if let Some(right) = misspelt(word) {
        let whole = word == "近平总书记" && chars::before(text, hit.span.start) == Some('习');
        if !whole {
            out.push(RULE.finding(hit.span, format!("“{word}”有错字，应为“{right}”")).fix(Fix::safe_replace(hit.span, right)));
        }
        return;
    }
    if word.starts_with('习') {
        // 学习总书记: 习 ends another word.
        let joined = chars::before(text, hit.span.start).is_some_and(|c| "学研温复练补修自预演传讲".contains(c));
        if !joined || word.starts_with("习近平") {
            out.extend(name(doc, hit.span, word));
        }
        return;
    }
    // 总书记讲话精神: what is the matter of study is called 重要讲话, 重要指示.
    let what = ["讲话", "指示", "批示", "系列讲话"].into_iter().filter_map(|what| word.find(what)).min();
    let Some(at) = what else { return };
    // 系列重要讲话.
    let at = if word.get(at..).is_some_and(|what| what.starts_with("系列")) { at + "系列".len() } else { at };
    let insert = hit.span.start + at;
    let right = format!("{}重要{}", word.get(..at).unwrap_or(""), word.get(at..).unwrap_or(""));
    out.push(
        RULE.finding(hit.span, format!("“{word}”通常写作“{right}”"))
            .at_most(Severity::Warning)
            .fix(Fix::suggested("补上“重要”", vec![Edit::insert(insert, "重要")])),
    );
}

/// The name, where a character of it is lost or wrong.
fn misspelt(word: &str) -> Option<&'static str> {
    match word {
        "习近总书记" | "习平总书记" | "近平总书记" | "习近平总书纪" | "习近平总书计" => Some(NAME),
        "习进平" | "习近乎" | "习近凭" | "习近屏" | "刁近平" => Some("习近平"),
        _ => None,
    }
}

fn name(doc: &Document, span: Span, word: &str) -> Option<Finding> {
    let president = word.ends_with("主席");
    if president {
        const STATE: [&str; 14] =
            ["军", "国防", "外交", "外事", "访", "峰会", "联合国", "国家主席", "双拥", "武装", "民兵", "征兵", "会见", "贺信"];
        // 习主席 is how the army and foreign affairs name him.
        if around::has_any(doc.get(doc.sentence_at(span.start)), &STATE) {
            return None;
        }
    }
    // 习近平重要讲话 lacks 总书记.
    if let Some(what) = word.strip_prefix("习近平").filter(|what| !matches!(*what, "主席" | "书记")) {
        let finding = RULE.finding(span, format!("“{word}”通常写作“{NAME}{what}”")).at_most(Severity::Warning);
        let at = span.start + "习近平".len();
        return Some(finding.fix(Fix::suggested("补上“总书记”", vec![Edit::insert(at, "总书记")])));
    }
    let finding = RULE.finding(span, format!("“{word}”称谓不规范，应为“{NAME}”"));
    Some(if president {
        finding.at_most(Severity::Warning).fix(Fix::suggest_replace(span, NAME))
    } else {
        finding.fix(Fix::safe_replace(span, NAME))
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_names_not_in_use() {
        flags(&RULE, "深入学习贯彻⟦习总书记⟧关于全面依法治国的重要论述，落实⟦习近平书记⟧和⟦习近平主席⟧要求。");
        flags(&RULE, "学习习近平⟦总书记讲话精神⟧，传达习近平⟦总书记指示精神⟧。");
        flags(&RULE, "深入学习⟦习近平总书纪⟧重要讲话精神，学习⟦习近总书记⟧重要论述，贯彻⟦习进平⟧法治思想。");
        fixes(&RULE, "深入学习习总书记重要讲话精神。", "深入学习习近平总书记重要讲话精神。");
        fixes(&RULE, "学习习近平总书记讲话精神。", "学习习近平总书记重要讲话精神。");
    }

    #[test]
    fn accepts_the_names_in_use() {
        accepts(&RULE, "深入学习习近平总书记重要讲话精神和重要指示批示精神，学习习近平同志《论坚持全面依法治国》。");
        accepts(&RULE, "国家主席习近平签署主席令，习近平主席会见外宾，深入贯彻习主席强军思想。");
    }

    #[test]
    fn accepts_characters_that_only_meet_and_quotations() {
        accepts(&RULE, "认真学习总书记重要讲话精神，集体研习总书记重要论述，跟班学习书记员业务。");
        accepts(&RULE, "学习《习总书记的人民情怀》，开展“跟着习大大学法”活动。");
    }

    #[test]
    fn flags_a_name_without_its_title() {
        flags(&RULE, "学习贯彻⟦习近平重要讲话⟧精神，落实⟦习近平重要批示⟧。");
        fixes(&RULE, "学习习近平重要指示。", "学习习近平总书记重要指示。");
        accepts(&RULE, "学习《习近平重要讲话选编》，学习习近平总书记重要讲话和习近平同志有关论述。");
    }

    #[test]
    fn puts_the_word_where_it_stands() {
        fixes(&RULE, "学习习近平总书记系列讲话精神。", "学习习近平总书记系列重要讲话精神。");
    }
}
