//! A title that calls the document something other than a report.

use crate::diagnostic::{Edit, Fix};
use crate::document::Document;
use crate::facts::title::{self, Genre};
use crate::rule::{Check, Findings};
use crate::text::Span;

crate::declare_rule! {
    /// 检查什么：标题以“总结”“汇报”“情况”“要点”等结尾，不是“报告”。
    ///
    /// 为什么：向上级机关汇报工作的文种是报告；督察工作规定要求的也是年度报告。
    ///
    /// 示例：湖滨街道办事处2024年度法治政府建设工作总结 → 湖滨街道办事处2024年度法治政府建设情况报告
    ///
    /// 修改：把文种改为“报告”。
    ///
    /// 不算：“情况的报告”“年度报告”“工作报告”；白皮书、公报；标题后括注的日期、“公开稿”。
    "title-genre", "标题文种不是报告", Structure, Warning, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第八条、第九条",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let Some(heading) = &doc.title else { return };
    let Genre::Other(word, instead) = title::genre(&heading.text) else { return };
    let text = doc.get(heading.span);
    let message = if word.ends_with("报告") {
        format!("标题是“{word}”，不是法治政府建设年度报告")
    } else {
        format!("标题的文种是“{word}”，应为“报告”")
    };
    // The word may be broken over two lines.
    let Some(at) = text.rfind(word) else {
        out.push(RULE.finding(heading.span, message));
        return;
    };
    let span = Span::new(heading.span.start + at, heading.span.start + at + word.len());
    let finding = RULE.finding(span, message);
    out.push(match instead {
        Some(instead) => {
            let before = text.get(..at).unwrap_or("");
            // 关于…情况的报告, but …情况报告.
            let right = if text.contains("关于") { instead.replace("报告", "的报告") } else { instead.to_owned() };
            let right = if before.ends_with('的') { right.trim_start_matches("情况的").to_owned() } else { right };
            finding.fix(Fix::suggested(format!("改为“{right}”"), vec![Edit::replace(span, right)]))
        }
        None => finding,
    });
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    fn report(title: &str) -> String {
        format!(
            "{title}\n\n县政府：\n\n现将有关情况报告如下：\n\n一、主要举措和成效\n\n完成任务12项。\n\n清溪镇人民政府\n2026年1月20日\n"
        )
    }

    #[test]
    fn flags_other_kinds_of_document() {
        flags(&RULE, &report("望澜区湖滨街道办事处2024年度法治政府建设⟦工作总结⟧"));
        flags(&RULE, &report("福州市2025年法治政府建设⟦情况⟧"));
        flags(&RULE, &report("清溪镇2025年法治政府建设⟦工作要点⟧"));
        flags(&RULE, &report("云溪镇镇长2025年度⟦述法报告⟧"));
        fixes(&RULE, &report("清溪镇人民政府2025年法治政府建设工作总结"), &report("清溪镇人民政府2025年法治政府建设情况报告"));
        fixes(
            &RULE,
            &report("清溪镇人民政府关于2025年法治政府建设的情况汇报"),
            &report("清溪镇人民政府关于2025年法治政府建设的报告"),
        );
        fixes(
            &RULE,
            &report("清溪镇人民政府关于2025年法治政府建设情况"),
            &report("清溪镇人民政府关于2025年法治政府建设情况的报告"),
        );
    }

    #[test]
    fn accepts_reports() {
        for title in [
            "清溪镇人民政府关于2025年度法治政府建设情况的报告",
            "清溪镇2025年度法治政府建设年度报告（公开稿）",
            "新江湾城街道2025年法治政府建设工作报告2025-12-12",
            "锦川区2025年法治政府建设白皮书",
        ] {
            accepts(&RULE, &report(title));
        }
        accepts(&RULE, &report("清溪镇人民政府关于2025年法治政府建设工作总结的报告"));
    }
}
