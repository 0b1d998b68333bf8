//! Names and phrases in use in one form, written in another.

use crate::diagnostic::Fix;
use crate::document::Document;
use crate::facts::set_names;
use crate::rule::{Check, Findings};
use crate::text::{Hit, around};

use super::typo_certain::difference;

crate::declare_rule! {
    /// 检查什么：有通行写法的名称和提法写成变体，如“民主法治村”“防灾救灾减灾”“谁执法、谁普法”“法治明白人”。
    ///
    /// 为什么：这些名称出自文件或者法律，建议与原文一致。
    ///
    /// 示例：以民主法治村建设为载体 → 以民主法治示范村建设为载体
    ///
    /// 修改：改为通行写法。
    ///
    /// 不算：已经写对的，书名号内的名称。
    "set-name-variants", "规范名称变体", Terms, Info, "各名称所出的法律、党内法规和中央文件",
    Check::Needles(set_names::needles, check),
}

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let Some(entry) = set_names::all().get(usize::from(hit.needle)) else { return };
    if doc.in_book_title(hit.span.start)
        || around::is_inside(doc.text, hit.span, &entry.inside)
        || around::preceded_by(doc.text, hit.span.start, &entry.not_behind).is_some()
    {
        return;
    }
    let written = doc.get(hit.span);
    out.push(
        RULE.finding(hit.span, format!("“{written}”通常写作“{}”", entry.standard))
            .fix(Fix::safe(format!("改为“{}”", entry.standard), vec![difference(hit.span, written, entry.standard)])),
    );
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_variants() {
        flags(&RULE, "以⟦民主法治村⟧建设为载体，提升⟦防灾救灾减灾⟧能力，落实“⟦谁执法、谁普法⟧”普法责任制。");
        flags(&RULE, "培育⟦法治明白人⟧128名，开展“12·4”⟦全国宪法日⟧宣传，健全⟦法治、自治、德治⟧相结合的治理体系。");
        fixes(&RULE, "提升防灾救灾减灾能力。", "提升防灾减灾救灾能力。");
        fixes(&RULE, "落实“谁执法,谁普法”责任制。", "落实“谁执法谁普法”责任制。");
    }

    #[test]
    fn accepts_the_forms_in_use() {
        accepts(&RULE, "创建民主法治示范村3个，提升防灾减灾救灾能力，落实“谁执法谁普法”责任制，培育“法律明白人”。");
        accepts(&RULE, "“12·4”国家宪法日，“6·26”国际禁毒日，自治、法治、德治相结合，市场化、法治化、国际化营商环境。");
    }

    #[test]
    fn accepts_titles_of_documents() {
        accepts(&RULE, "学习《关于民主法治村建设的意见》，推进法治和德治相结合。");
    }

    #[test]
    fn accepts_a_longer_list() {
        accepts(&RULE, "提升防灾抗灾减灾救灾水平。");
    }
}
