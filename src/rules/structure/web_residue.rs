//! Page furniture pasted along.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Block, Document, Kind};
use crate::rule::{Check, Findings};
use crate::text::Span;

crate::declare_rule! {
    /// 检查什么：从网页复制时带进来的导航、索引号、来源、浏览次数、字体大小等行。
    ///
    /// 为什么：这些不是报告的内容，报送前要删去；检查时其他规则都跳过它们。
    ///
    /// 示例：时间：2023年12月14日 来源：荣成市滕家镇 浏览次数： → 删去
    ///
    /// 修改：删去整行，删前请看一眼有没有需要留下的文号。
    ///
    /// 不算：正文当中的文字；发文字号、签发人等公文要素。
    "web-residue", "网页元信息残留", Structure, Info, "公文写作惯例",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let mut i = 0;
    while i < doc.blocks.len() {
        let run: Vec<&Block> = doc.blocks.iter().skip(i).take_while(|block| block.kind == Kind::Residue).collect();
        let (Some(first), Some(last)) = (run.first(), run.last()) else {
            i += 1;
            continue;
        };
        let span = first.span.to(last.span);
        let next = doc.blocks.get(i + run.len());
        let cut = match (next, i.checked_sub(1).and_then(|k| doc.blocks.get(k))) {
            (Some(next), _) => Span::new(first.line.start, next.line.start),
            (None, Some(before)) => Span::new(before.line.end, last.line.end),
            (None, None) => Span::new(first.line.start, last.line.end),
        };
        let quoted: String = doc.get(first.span).chars().take(12).collect();
        let more = if doc.get(first.span).chars().count() > 12 { "……" } else { "" };
        let lines = if run.len() > 1 {
            format!("等{}行是网页带来的，不是报告的内容", run.len())
        } else {
            "是网页带来的，不是报告的内容".to_owned()
        };
        out.push(RULE.finding(span, format!("“{quoted}{more}”{lines}")).fix(Fix::suggested(
            if run.len() > 1 { format!("删去这{}行", run.len()) } else { "删去这一行".to_owned() },
            vec![Edit::delete(cut)],
        )));
        i += run.len();
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    const REPORT: &str = "清溪镇2025年度法治政府建设情况报告\n\n县政府：\n\n现将有关情况报告如下：\n\n一、主要举措和成效\n\n完成任务12项。\n\n清溪镇人民政府\n2026年1月10日\n";

    #[test]
    fn flags_furniture_above_between_and_below() {
        flags(&RULE, &format!("⟦首页>政务公开>法治政府建设\n索引号:3710/2023-00412⟧\n\n{REPORT}"));
        flags(&RULE, &REPORT.replace("报告\n\n县政府", "报告\n⟦发布时间:2026-01-12 09:16  来源:清溪镇  浏览次数:86⟧\n\n县政府"));
        flags(&RULE, &format!("{REPORT}⟦【打印】 【关闭】\n上一篇：清溪镇人民政府公告⟧\n"));
        fixes(&RULE, &format!("首页>政务公开>法治政府建设\n索引号:3710/2023-00412\n\n{REPORT}"), REPORT);
        fixes(&RULE, &format!("{REPORT}\n【打印】 【关闭】\n"), REPORT);
        fixes(&RULE, &REPORT.replace("报告\n\n县政府", "报告\n\n来源:清溪镇  浏览次数:86\n\n县政府"), REPORT);
    }

    #[test]
    fn accepts_what_belongs_to_the_document() {
        accepts(&RULE, REPORT);
        accepts(&RULE, &format!("清溪镇人民政府文件\n清政发〔2026〕5号\n签发人：王某\n{REPORT}"));
        accepts(&RULE, &REPORT.replace("完成任务12项。", "来源：群众来信12件。\n审核合同12份。\n正文"));
    }
}
