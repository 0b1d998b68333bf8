//! The three systems of administrative enforcement, misnamed.

use crate::diagnostic::{Fix, Severity};
use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around};

use super::typo_certain::difference;

crate::declare_rule! {
    /// 检查什么：行政执法“三项制度”的名称写错，如“重大执法决定法治审核”“执法全程记录”“重大执法决策法制审核”。
    ///
    /// 为什么：“三项制度”是行政执法公示制度、执法全过程记录制度、重大执法决定法制审核制度；这里是“法制审核”，不是“法治审核”。
    ///
    /// 示例：重大执法决定法治审核率100% → 重大执法决定法制审核率100%
    ///
    /// 修改：改为规范名称。
    ///
    /// 不算：“重大行政执法决定法制审核”“行政执法全过程记录”等通行写法，合法性审查（审核）工作，不涉及执法的“基层法治审核”，书名号内的名称。
    "formula-three-systems", "执法“三项制度”误写", Terms, Warning, "《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》（国办发〔2018〕118号）",
    Check::Needles(needles, check),
}

/// What is written and what is meant; the third says whether usage is divided.
const NAMES: &[(&str, &str, bool)] = &[
    ("法治审核", "法制审核", false),
    ("法制性审核", "法制审核", false),
    ("执法决定法律审核", "执法决定法制审核", false),
    ("执法决定法制审查", "执法决定法制审核", false),
    ("执法决定法治审查", "执法决定法制审核", false),
    ("执法决定合法性审核", "执法决定法制审核", true),
    ("执法决定合法性审查", "执法决定法制审核", true),
    ("重大执法决策法制审核", "重大执法决定法制审核", false),
    ("重大行政执法决策法制审核", "重大行政执法决定法制审核", false),
    ("重大执法事项法制审核", "重大执法决定法制审核", true),
    ("重大决定法制审核", "重大执法决定法制审核", true),
    ("重大行政决定法制审核", "重大执法决定法制审核", true),
    ("重大执法法制审核", "重大执法决定法制审核", false),
    ("重大行政执法法制审核", "重大行政执法决定法制审核", false),
    ("执法全程记录", "执法全过程记录", false),
    ("执法过程全记录", "执法全过程记录", false),
    ("执法全过程纪录", "执法全过程记录", false),
    ("执法过程记录制度", "执法全过程记录制度", false),
    ("执法全流程记录", "执法全过程记录", false),
    ("执法记录制度、重大执法", "执法全过程记录制度、重大执法", false),
    ("行政执法公告制度", "行政执法公示制度", false),
    ("行政执法公式制度", "行政执法公示制度", false),
    ("执法公开制度、执法全过程", "执法公示制度、执法全过程", false),
];

fn needles() -> &'static [&'static str] {
    static NEEDLES: std::sync::OnceLock<Vec<&'static str>> = std::sync::OnceLock::new();
    NEEDLES.get_or_init(|| NAMES.iter().map(|(wrong, _, _)| *wrong).collect())
}

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let Some(&(wrong, right, divided)) = NAMES.get(usize::from(hit.needle)) else { return };
    if doc.in_book_title(hit.span.start) || is_inside_longer(doc, hit.span, wrong) {
        return;
    }
    // 乡镇法治审核 of documents and contracts is a work of its own.
    let enforcing = || around::has_any(doc.get(doc.sentence_at(hit.span.start)), &["执法", "处罚", "听证", "三项制度"]);
    if wrong == "法治审核" && !enforcing() {
        return;
    }
    let finding = RULE.finding(hit.span, format!("“{wrong}”{}“{right}”", if divided { "通常写作" } else { "应为" }));
    let edits = vec![difference(hit.span, wrong, right)];
    let title = format!("改为“{right}”");
    out.push(if divided {
        finding.at_most(Severity::Info).fix(Fix::suggested(title, edits))
    } else {
        finding.fix(Fix::safe(title, edits))
    });
}

/// 重大执法决策法治审核 is reported once: the shorter name stands inside.
fn is_inside_longer(doc: &Document, span: Span, wrong: &str) -> bool {
    let longer = NAMES.iter().map(|(name, _, _)| *name).filter(|name| name.len() > wrong.len() && name.contains(wrong));
    longer.into_iter().any(|name| around::is_inside(doc.text, span, &[name]))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_the_names_misspelt() {
        flags(&RULE, "落实行政执法公示、⟦执法全程记录⟧、重大执法决定⟦法治审核⟧制度，⟦重大执法决策法制审核⟧率100%。");
        flags(&RULE, "推行⟦行政执法公告制度⟧、⟦执法过程记录制度⟧、⟦重大执法法制审核⟧制度。");
        fixes(&RULE, "重大执法决定法治审核率100%。", "重大执法决定法制审核率100%。");
        fixes(&RULE, "落实行政执法全程记录制度。", "落实行政执法全过程记录制度。");
    }

    #[test]
    fn accepts_the_names_in_use() {
        accepts(&RULE, "全面落实行政执法公示制度、执法全过程记录制度、重大执法决定法制审核制度，配备法制审核人员3名。");
        accepts(&RULE, "严格重大行政执法决定法制审核，行政执法全过程记录，推进政务公开制度化。");
    }

    #[test]
    fn accepts_other_reviews() {
        accepts(&RULE, "建立乡镇法治审核机制，审核规范性文件12件、合同30份，推进基层法治审核工作。");
        accepts(&RULE, "开展规范性文件合法性审核12件、重大行政决策合法性审查8件，学习《法治审核工作指引》。");
    }
}
