//! The name of the theory study group.

use crate::diagnostic::Fix;
use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around};

use super::typo_certain::difference;

crate::declare_rule! {
    /// 检查什么：把“理论学习中心组”写成“理论中心组”“理论学习中心小组”“中心组理论学习”等。
    ///
    /// 为什么：党内法规规定的名称是“党委（党组）理论学习中心组”，可以简称“中心组”，不能漏字、换字。
    ///
    /// 示例：镇党委理论中心组学习4次 → 镇党委理论学习中心组学习4次
    ///
    /// 修改：改为“理论学习中心组”。
    ///
    /// 不算：简称“中心组”“中心组学习”，已经写全的“理论学习中心组”，书名号内的名称。
    "study-group-name", "理论学习中心组名称", Terms, Warning, "《中国共产党党委（党组）理论学习中心组学习规则》",
    Check::Needles(needles, check),
}

fn needles() -> &'static [&'static str] {
    &[
        "理论中心组",
        "理论学习中心小组",
        "中心组理论学习",
        "理论中心学习组",
        "中心理论学习组",
        "中心学习组",
        "理论学习中心",
        "理论学习组",
        "理论学习小组",
    ]
}

const NAME: &str = "理论学习中心组";
/// The bodies that have such a group.
const BODIES: [&str; 5] = ["党委", "党组", "党工委", "工委", "党总支"];

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let text = doc.text;
    if doc.in_book_title(hit.span.start) {
        return;
    }
    let of_body = || around::preceded_by(text, hit.span.start, &BODIES).is_some();
    let next_is = |words: &[&str]| around::followed_by(text, hit.span.end, words).is_some();
    let word = doc.get(hit.span);
    let right = match word {
        // 文明实践理论中心|组织, 学习理论|中心组.
        "理论中心组" if next_is(&["织", "建", "成"]) || around::preceded_by(text, hit.span.start, &["学习"]).is_some() =>
        {
            return;
        }
        // 理论学习中心组理论学习 says it twice, but rightly.
        "中心组理论学习" if around::preceded_by(text, hit.span.start, &["理论学习", "理论"]).is_some() => return,
        "中心组理论学习" if next_is(&["中心组"]) => return,
        "中心组理论学习" => "理论学习中心组学习",
        // Other groups may have such a name.
        "中心学习组" if !of_body() => return,
        "理论学习组" | "理论学习小组" if !of_body() => return,
        "理论学习中心" if !of_body() || next_is(&["组", "小组"]) => return,
        _ => NAME,
    };
    let fix = Fix::safe(format!("改为“{right}”"), vec![difference(hit.span, word, right)]);
    let named = Span::new(with_body(text, hit.span.start), hit.span.end);
    out.push(RULE.finding(named, message(doc.get(named), word, right)).fix(fix));
}

fn message(named: &str, word: &str, right: &str) -> String {
    if named == word {
        format!("“{word}”应为“{right}”")
    } else {
        format!("“{named}”中的“{word}”应为“{right}”")
    }
}

/// Where the name of the body in front (镇党委, 局党组) starts.
fn with_body(text: &str, at: usize) -> usize {
    let Some(body) = around::preceded_by(text, at, &BODIES) else { return at };
    let at = at - body.len();
    at - around::preceded_by(text, at, &["镇", "乡", "街道", "局", "县", "区", "市", "委", "厅"]).map_or(0, str::len)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_the_name_with_characters_lost_or_changed() {
        flags(&RULE, "及时修改完善⟦镇党委理论中心组⟧学习计划，开展⟦局党组理论学习中心小组⟧学习。");
        flags(&RULE, "组织⟦党委中心组理论学习⟧12次，⟦党工委理论学习中心⟧集体学习3次。");
        flags(&RULE, "⟦党委理论学习小组⟧专题研讨2次，⟦党组中心学习组⟧学习3次，⟦理论中心组⟧学习1次。");
        fixes(&RULE, "镇党委理论中心组集中学法5次。", "镇党委理论学习中心组集中学法5次。");
        fixes(&RULE, "组织党委中心组理论学习12次。", "组织党委理论学习中心组学习12次。");
        fixes(&RULE, "党工委理论学习中心集体学习3次。", "党工委理论学习中心组集体学习3次。");
    }

    #[test]
    fn accepts_the_name_and_its_short_form() {
        accepts(&RULE, "镇党委理论学习中心组专题学习6次，中心组学习制度健全，党委中心组学法4次。");
        accepts(&RULE, "召开理论学习中心组理论学习会议3次，党委中心组（扩大）学习2次。");
    }

    #[test]
    fn accepts_other_groups_and_places() {
        accepts(&RULE, "依托新时代文明实践理论中心组织宣讲8场，青年理论学习小组开展活动12次。");
        accepts(&RULE, "市级理论学习中心建成使用，严格执行《党委中心组理论学习制度》。");
    }
}
