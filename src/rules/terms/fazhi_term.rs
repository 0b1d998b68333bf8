//! 法制 where 法治 is meant.

use crate::diagnostic::{Edit, Fix};
use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span};

crate::declare_rule! {
    /// 检查什么：把“法治政府”“法治建设”“法治思维”等写成“法制政府”“法制建设”“法制思维”等。
    ///
    /// 为什么：2018年宪法修正后，这些固定用语一律用“法治”；“法制”只指法律制度。
    ///
    /// 示例：推进法制政府建设 → 推进法治政府建设
    ///
    /// 修改：把“法制”改为“法治”。
    ///
    /// 不算：学法制度、普法制度、执法制度等词中相邻的“法”“制”，法制审核，法制日报，社会主义法制（历史用法），书名号内的名称。
    "fazhi-term", "“法制”“法治”误用", Terms, Warning, "宪法（2018年修正）第五条及通行用法",
    Check::Needles(needles, check),
}

fn needles() -> &'static [&'static str] {
    &[
        "法制政府",
        "法制建设",
        "法制思维",
        "法制方式",
        "法制社会",
        "法制轨道",
        "法制宣传教育",
        "法制观念",
        "法制意识",
        "法制环境",
        "法制保障",
        "法制化",
    ]
}

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let before = doc.text.get(..hit.span.start).unwrap_or("");
    if doc.in_book_title(hit.span.start) || before.ends_with("社会主义") {
        return;
    }
    let word = doc.get(hit.span);
    let span = Span::new(hit.span.start, hit.span.start + "法制".len());
    let right = word.replacen("法制", "法治", 1);
    out.push(
        RULE.finding(hit.span, format!("“{word}”应为“{right}”"))
            .fix(Fix::safe(format!("改为“{right}”"), vec![Edit::replace(span, "法治")])),
    );
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_set_phrases_written_with_the_wrong_character() {
        flags(&RULE, "全面推进⟦法制政府⟧建设，增强干部⟦法制观念⟧。");
        fixes(&RULE, "运用法制思维解决问题。", "运用法治思维解决问题。");
    }

    #[test]
    fn accepts_words_that_only_meet() {
        accepts(&RULE, "不断深化学法制度建设，完善执法制度和述法制度。");
        accepts(&RULE, "落实重大执法决定法制审核制度。");
        accepts(&RULE, "发展社会主义民主、健全社会主义法制建设的历史经验值得总结。");
        accepts(&RULE, "认真学习《关于加强法制建设的决定》。");
    }
}
