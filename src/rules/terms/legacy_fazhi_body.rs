//! Bodies that the reform of 2018 and 2019 merged into the justice departments.

use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around};

crate::declare_rule! {
    /// 检查什么：沿用“法制办”“法制机构”“政府法制”等机构改革前的名称。
    ///
    /// 为什么：2018—2019年机构改革后，政府法制机构职责并入司法行政部门，现在通常称司法局（所）、合法性审查机构（力量）。
    ///
    /// 示例：法制机构人员不足 → 合法性审查人员不足
    ///
    /// 修改：建议改为现在的名称。全文只提示一次，列出所有地方。
    ///
    /// 不算：公安机关法制大队、部门内设的法制科、人大法制委员会、法制审核机构，回顾机构改革的句子，书名号内的名称。
    "legacy-fazhi-body", "沿用旧称“法制机构”“法制办”", Terms, Info, "2018年党和国家机构改革方案",
    Check::Hits(needles, check),
}

fn needles() -> &'static [&'static str] {
    &["法制机构", "法制办", "政府法制", "法制部门", "法制工作机构", "法制科", "法制股", "法制局", "法制工作部门"]
}

fn check(doc: &Document, hits: &[Hit], out: &mut Findings) {
    let places: Vec<Span> = hits.iter().filter(|hit| is_legacy(doc, hit.span)).map(|hit| hit.span).collect();
    let Some(&first) = places.first() else { return };
    let word = doc.get(first);
    let message = format!("“{word}”是机构改革前的名称，现在通常称司法局（所）或者合法性审查机构（力量）");
    let mut finding = RULE.finding(first, message);
    if places.len() > 1 {
        finding.occurrences = places;
    }
    out.push(finding);
}

fn is_legacy(doc: &Document, span: Span) -> bool {
    let word = doc.get(span);
    if doc.in_book_title(span.start) {
        return false;
    }
    let sentence = doc.get(doc.sentence_at(span.start));
    if around::has_any(sentence, &["机构改革", "划转", "并入", "重新组建", "整合原", "撤销", "历史", "沿革"])
        || around::preceded_by(
            doc.text,
            span.start,
            &["原", "原县", "原市", "原区", "原政府", "学", "执", "司", "立", "普", "守", "用", "述"],
        )
        .is_some()
    {
        return false;
    }
    let followed = |words: &[&str]| around::followed_by(doc.text, span.end, words).is_some();
    // Departments keep an office for the review of their decisions.
    let review = doc.profile.is_department() && (sentence.contains("审核") || sentence.contains("内设"));
    match word {
        "法制科" | "法制股" => {
            let of_department = sentence.contains('局') || sentence.contains("公安") || sentence.contains("支队");
            !doc.profile.is_department() && !of_department && !followed(&["学", "普", "技"])
        }
        // 法制办理, 法制办案.
        "法制办" => !followed(&["理", "案", "学", "法", "事", "结", "好"]) && !review,
        "政府法制" => followed(&["办", "机构", "部门", "工作机构", "局"]) && !is_counted(doc, span),
        "法制局" => !followed(&["面", "部", "限"]) && !sentence.contains("人大"),
        "法制机构" | "法制部门" => !review && !sentence.contains("公安"),
        _ => !review,
    }
}

/// 政府法制办: the shorter name is found as well.
fn is_counted(doc: &Document, span: Span) -> bool {
    around::followed_by(doc.text, span.end - "法制".len(), needles()).is_some()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags, report};

    #[test]
    fn flags_names_from_before_the_reform() {
        flags(&RULE, "⟦法制机构⟧力量还需加强，法制机构人员不足。");
        flags(&RULE, "在县政府⟦法制办⟧指导下开展审查。");
        flags(&RULE, "镇⟦法制科⟧参与审查12次。");
        flags(&RULE, &report("临河县人民政府", "县政府⟦法制机构⟧列席会议12次，法制局负责审查。"));
    }

    #[test]
    fn accepts_offices_that_exist() {
        accepts(&RULE, "县公安局法制大队、法制科派员授课，落实法制审核机构职责，县人大法制委员会调研。");
        accepts(&RULE, &report("临河县教育局", "法制科负责法制审核，重大执法决定由法制机构审核，配备审核人员3名。"));
    }

    #[test]
    fn accepts_history_and_characters_that_only_meet() {
        accepts(&RULE, "2019年机构改革，原县法制办职责划转县司法局；完善学法制度，健全执法制办一体机制。");
        accepts(&RULE, "学习《政府法制工作概论》，依照司法制度办理案件。");
    }
}
