//! The goal of law-based government in the words of 2015.

use crate::diagnostic::Fix;
use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Hit, around};

crate::declare_rule! {
    /// 检查什么：用2015年纲要的“廉洁高效、守法诚信”表述法治政府建设目标。
    ///
    /// 为什么：2021年纲要的目标是“职能科学、权责法定、执法严明、公开公正、智能高效、廉洁诚信、人民满意”。
    ///
    /// 示例：建设职能科学、权责法定、执法严明、公开公正、廉洁高效、守法诚信的法治政府 → ……公开公正、智能高效、廉洁诚信、人民满意的法治政府
    ///
    /// 修改：改为2021年纲要的表述。
    ///
    /// 不算：单独的“廉洁高效”，企业“守法诚信”经营，回顾2015—2020年的句子，2020年度及以前的报告，书名号内的名称。
    "goal-formula-old", "沿用旧目标表述", Terms, Warning, "《法治政府建设实施纲要（2021—2025年）》",
    Check::Needles(needles, check),
}

fn needles() -> &'static [&'static str] {
    &[
        "廉洁高效、守法诚信",
        "廉洁高效，守法诚信",
        "廉洁高效和守法诚信",
        "廉洁高效、诚信守法",
        "守法诚信、廉洁高效",
        "公开公正、廉洁高效",
    ]
}

/// The last report year of the old goal.
const LAST_YEAR: u32 = 2020;
const GOAL: &str = "智能高效、廉洁诚信、人民满意";
/// Half of the old goal: 公开公正、廉洁高效、人民满意.
const HALF: &str = "公开公正、廉洁高效";

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    if doc.in_book_title(hit.span.start) || doc.year.is_some_and(|year| year <= LAST_YEAR) {
        return;
    }
    let sentence = doc.get(doc.sentence_at(hit.span.start));
    let goal = around::has_any(sentence, &["法治政府", "权责法定", "执法严明", "公开公正", "职能科学"]);
    let history = around::has_any(sentence, &["2015", "2020", "“十三五”", "十八届", "历史", "曾"]);
    if !goal || history {
        return;
    }
    let word = doc.get(hit.span);
    if word == HALF {
        // 公开公正、廉洁高效办理 is no goal.
        if !around::has_any(sentence, &["法治政府", "权责法定", "执法严明", "职能科学"]) {
            return;
        }
        // The whole of it is found by its own name.
        if around::followed_by(doc.text, hit.span.end, &["、守法", "，守法", ",守法", "、诚信守法", "和守法"]).is_none()
        {
            let message = format!("“{word}”是2015年纲要的表述，2021年纲要为“公开公正、智能高效”");
            out.push(RULE.finding(hit.span, message).fix(Fix::suggest_replace(hit.span, "公开公正、智能高效")));
        }
        return;
    }
    let span = hit.span;
    let message = format!("“{}”是2015年纲要的表述，2021年纲要为“{GOAL}”", doc.get(span));
    out.push(RULE.finding(span, message).fix(Fix::suggest_replace(span, GOAL)));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_the_goal_of_2015() {
        flags(&RULE, "建设职能科学、权责法定、执法严明、公开公正、⟦廉洁高效、守法诚信⟧的法治政府。");
        flags(&RULE, "加快建设⟦廉洁高效、守法诚信⟧的法治政府，公开公正,⟦廉洁高效,守法诚信⟧。");
        flags(&RULE, "建设权责法定、执法严明、⟦公开公正、廉洁高效⟧、人民满意的法治政府。");
        fixes(
            &RULE,
            "执法严明、公开公正、廉洁高效、守法诚信的法治政府基本建成。",
            "执法严明、公开公正、智能高效、廉洁诚信、人民满意的法治政府基本建成。",
        );
    }

    #[test]
    fn accepts_the_goal_of_2021_and_other_uses() {
        accepts(&RULE, "建设职能科学、权责法定、执法严明、公开公正、智能高效、廉洁诚信、人民满意的法治政府。");
        accepts(&RULE, "打造廉洁高效的政务服务队伍，引导企业守法诚信经营。");
    }

    #[test]
    fn accepts_history() {
        accepts(&RULE, "《法治政府建设实施纲要（2015—2020年）》提出建设公开公正、廉洁高效、守法诚信的法治政府。");
        accepts(
            &RULE,
            "清溪镇人民政府2019年度法治政府建设情况报告\n2019年，建设公开公正、廉洁高效、守法诚信的法治政府。\n一、主要举措\n办案3件。\n",
        );
    }

    #[test]
    fn accepts_half_of_it_elsewhere() {
        accepts(&RULE, "行政审批做到公开公正、廉洁高效。");
    }
}
