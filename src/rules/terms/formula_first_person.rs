//! 第一责任人 without 推进.

use crate::diagnostic::{Edit, Fix};
use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around};

crate::declare_rule! {
    /// 检查什么：把“推进法治建设第一责任人”写成“法治政府建设第一责任人”“法治第一责任人”等。
    ///
    /// 为什么：《党政主要负责人履行推进法治建设第一责任人职责规定》的提法是“推进法治建设第一责任人”；简称通行，但建议与规定一致。
    ///
    /// 示例：全面履行法治政府建设第一责任人职责 → 全面履行推进法治建设第一责任人职责
    ///
    /// 修改：建议改为规定的提法。全文只提示一次，列出所有地方。
    ///
    /// 不算：已经写作“推进法治建设第一责任人”的，安全生产等其他工作的第一责任人，书名号和引号内的文字。
    "formula-first-person", "“第一责任人”提法", Terms, Info, "《党政主要负责人履行推进法治建设第一责任人职责规定》",
    Check::Hits(needles, check),
}

fn needles() -> &'static [&'static str] {
    &[
        "法治政府建设第一责任人",
        "法治建设第一责任人",
        "法治第一责任人",
        "法治工作第一责任人",
        "依法治理第一责任人",
        "依法行政第一责任人",
        "法治政府第一责任人",
    ]
}

const RIGHT: &str = "推进法治建设第一责任人";

fn check(doc: &Document, hits: &[Hit], out: &mut Findings) {
    let mut places = Vec::new();
    let mut edits = Vec::new();
    for hit in hits {
        let pushed = around::preceded_by(doc.text, hit.span.start, &["全面推进", "推进", "推动", "促进"]);
        let word = doc.get(hit.span);
        let is_right = word == "法治建设第一责任人" && pushed.is_some();
        if is_right || doc.in_book_title(hit.span.start) || doc.in_quotes(hit.span.start) {
            continue;
        }
        let pushed = pushed.filter(|word| *word != "全面推进").map_or(0, str::len);
        places.push(Span::new(hit.span.start - pushed, hit.span.end));
        edits.push(Edit::replace(Span::new(hit.span.start - pushed, hit.span.end), RIGHT));
    }
    let Some(&first) = places.first() else { return };
    let message = format!("“{}”通常写作“{RIGHT}”", doc.get(first));
    let mut finding = RULE.finding(first, message).fix(Fix::suggested(format!("改为“{RIGHT}”"), edits));
    if places.len() > 1 {
        finding.occurrences = places;
    }
    out.push(finding);
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_the_phrase_without_its_verb() {
        flags(&RULE, "党政主要负责人全面履行⟦法治政府建设第一责任人⟧职责，扛牢法治建设第一责任人责任。");
        flags(&RULE, "切实当好⟦法治第一责任人⟧，认真履职。");
        fixes(
            &RULE,
            "严格履行法治建设第一责任人职责，落实推进法治政府建设第一责任人职责。",
            "严格履行推进法治建设第一责任人职责，落实推进法治建设第一责任人职责。",
        );
    }

    #[test]
    fn accepts_the_phrase_of_the_regulation() {
        accepts(&RULE, "镇长严格履行推进法治建设第一责任人职责，安全生产第一责任人职责落实到位。");
        accepts(&RULE, "制定《法治建设第一责任人职责清单》，推行“法治建设第一责任人述法”制度。");
    }
}
