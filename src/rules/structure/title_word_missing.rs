//! A title that does not say 法治政府建设.

use crate::diagnostic::{Edit, Fix, Severity};
use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Span, around};

crate::declare_rule! {
    /// 检查什么：标题里没有“法治政府建设”，如“法治建设报告”“依法行政工作报告”“法治政府年度报告”。
    ///
    /// 为什么：督察工作规定要求报告和公开的是“法治政府建设年度报告”，标题少了关键词，容易当作别的材料。
    ///
    /// 示例：清溪镇2026年度法治建设情况报告 → 清溪镇2026年度法治政府建设情况报告
    ///
    /// 修改：在标题里写明“法治政府建设”。
    ///
    /// 不算：“法治政府部门建设”“推进法治政府建设”；用“法治建设”“依法行政”的只作提示；“法制政府建设”另有规则检查。
    "title-word-missing", "标题关键词缺失", Structure, Warning, "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）第二十四条",
    Check::Document(check),
}

/// Words that stand where 法治政府建设 should; what to write instead; whether some bodies write so.
const OTHERS: &[(&str, Option<&str>, bool)] = &[
    ("法治建设", Some("法治政府建设"), true),
    ("依法行政", None, true),
    ("依法治", None, true),
    ("法治政府", Some("法治政府建设"), false),
    ("法治工作", Some("法治政府建设工作"), false),
    ("法治", None, false),
];

fn check(doc: &Document, out: &mut Findings) {
    let Some(title) = &doc.title else { return };
    let names = around::has_any(
        &title.text,
        &["法治政府建设", "建设法治政府", "法治政府部门建设", "法制政府", "法治机关建设", "法治部门建设", "法治政府示范"],
    );
    // The report of one leader on his duties is another document.
    if names || crate::document::is_account_of_leaders(&title.text) {
        return;
    }
    let Some(&(word, right, usual)) = OTHERS.iter().find(|(word, ..)| title.text.contains(word)) else {
        // Another report altogether, unless the text itself says what it is.
        let lead_in = doc.lead_in.into_iter().chain(doc.headings.iter().map(|heading| heading.title));
        if lead_in.into_iter().any(|span| doc.get(span).contains("法治政府建设")) {
            out.push(RULE.finding(title.span, "标题没有写“法治政府建设”".to_owned()));
        }
        return;
    };
    // The word may be broken over two lines.
    let at = doc.get(title.span).find(word);
    let span = at.map_or(title.span, |at| Span::new(title.span.start + at, title.span.start + at + word.len()));
    let mut finding = RULE.finding(span, format!("标题写“{word}”，没有写“法治政府建设”"));
    if let Some(right) = right.filter(|_| at.is_some()) {
        finding = finding.fix(Fix::suggested(format!("改为“{right}”"), vec![Edit::replace(span, right)]));
    }
    out.push(if usual { finding.at_most(Severity::Info) } else { finding });
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags, hints};

    fn report(title: &str) -> String {
        format!("{title}\n\n县政府：\n\n现将有关情况报告如下：\n\n一、主要举措和成效\n\n完成任务12项。\n")
    }

    #[test]
    fn flags_titles_of_other_words() {
        flags(&RULE, &report("清溪镇人民政府2025年度⟦法治建设⟧情况报告"));
        flags(&RULE, &report("古竹乡2025年⟦法治政府⟧年度报告"));
        flags(&RULE, &report("清溪镇人民政府关于2025年⟦依法行政⟧工作情况的报告"));
        flags(&RULE, &report("县司法局2025年⟦法治工作⟧总结"));
        fixes(&RULE, &report("古竹乡2025年法治政府年度报告"), &report("古竹乡2025年法治政府建设年度报告"));
        fixes(&RULE, &report("古竹乡2025年法治建设年度报告"), &report("古竹乡2025年法治政府建设年度报告"));
    }

    #[test]
    fn flags_titles_that_do_not_say_what_is_reported() {
        let text = |title: &str| report(title).replace("现将有关", "现将法治政府建设");
        flags(&RULE, &text("⟦清溪镇2025年度工作情况报告⟧"));
        accepts(&RULE, &report("清溪镇2025年政府信息公开工作年度报告"));
    }

    #[test]
    fn some_write_so_and_are_only_told() {
        for title in ["清溪镇2025年度法治建设情况报告", "清溪镇2025年度依法行政工作报告"] {
            hints(&RULE, &report(title));
        }
    }

    #[test]
    fn accepts_titles_that_say_it() {
        for title in [
            "清溪镇人民政府关于2025年度推进法治政府建设情况的报告",
            "澄州市交通运输局2026年度法治政府部门建设情况报告",
            "清溪镇人民政府\n关于2025年度法治政府建设\n情况的报告",
            "云溪镇镇长2025年度述法报告",
        ] {
            accepts(&RULE, &report(title));
        }
        accepts(&RULE, "扎实推进法治建设，依法行政水平不断提高。");
    }
}
