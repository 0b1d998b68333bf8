//! An introduction that does not lead into the report.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Cue, Document};
use crate::facts::shape;
use crate::rule::{Check, Findings};
use crate::text::{Span, around, chars};

crate::declare_rule! {
    /// 检查什么：第一个标题之前的导语没有“现将……报告如下”一类承启句。
    ///
    /// 为什么：承启句引出下文，是报告的通行写法。
    ///
    /// 示例：……法治政府建设取得明显成效。 → ……法治政府建设取得明显成效。现将2026年度法治政府建设情况报告如下：
    ///
    /// 修改：在导语末尾加上承启句。
    ///
    /// 不算：用“汇报如下”“总结如下”“以下几个方面”引出下文；承启句写在第一个标题之后；没有导语。
    "intro-no-transition", "导语缺承启句", Structure, Info, "公文写作惯例",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let Some(first) = doc.sections.first() else { return };
    let Some(last) = doc.intro.end.checked_sub(1).filter(|i| doc.intro.contains(i)).and_then(|i| doc.blocks.get(i)) else {
        return;
    };
    // Some put the preamble with its lead-in behind the first heading.
    let opening = first.blocks.clone().take(3).chain(doc.intro.clone());
    let led_in = opening
        .filter_map(|i| doc.blocks.get(i))
        .any(|block| doc.has_cue(block.span, Cue::AsFollows) || leads_in(doc.get(block.span)));
    // 前言 that is not the report's own (a contents list, a line of the page) ends in no sentence.
    let text = doc.get(last.span);
    let prose = text.chars().count() >= 20;
    if led_in || !prose {
        return;
    }
    let year = doc.year.map_or(String::new(), |year| format!("{year}年度"));
    let sentence = format!("现将{year}法治政府建设情况报告如下：");
    let stop = if text.ends_with(|c| chars::ends_sentence(c) || matches!(c, '：' | ':')) { "" } else { "。" };
    let sentence = if shape::is_half_width(doc) { shape::half_width(&sentence) } else { sentence };
    let at = Span::at(last.span.end);
    out.push(
        RULE.finding(at, "导语末尾没有引出下文的承启句，通常写“现将……情况报告如下：”".to_owned())
            .fix(Fix::suggested(format!("加上“{sentence}”"), vec![Edit::insert(at.start, format!("{stop}{sentence}"))])),
    );
}

/// Whether a paragraph leads in by other words than 如下.
fn leads_in(text: &str) -> bool {
    around::has_any(
        text,
        &[
            "现将",
            "现就",
            "现报告",
            "报告于后",
            "以下几个方面",
            "以下方面",
            "以下工作",
            "下列",
            "从以下",
            "主要工作有",
            "汇报以下",
        ],
    ) || text.ends_with(['：', ':'])
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags, with_intro as report};

    #[test]
    fn flags_an_introduction_that_ends_without_leading_on() {
        flags(&RULE, &report("2025年，清溪镇深入学习贯彻习近平法治思想，依法行政水平不断提高。⟦⟧"));
        flags(&RULE, &report("根据有关规定，清溪镇认真履行职责。\n全镇依法行政水平不断提高，较好完成了年度目标任务。⟦⟧"));
        fixes(
            &RULE,
            &report("2025年，清溪镇深入学习贯彻习近平法治思想，依法行政水平不断提高"),
            &report("2025年，清溪镇深入学习贯彻习近平法治思想，依法行政水平不断提高。现将2025年度法治政府建设情况报告如下："),
        );
    }

    #[test]
    fn accepts_every_way_of_leading_on() {
        for intro in [
            "2025年，清溪镇依法行政水平不断提高。现将有关情况报告如下：",
            "2025年，清溪镇依法行政水平不断提高，现将我镇法治政府建设工作情况总结如下",
            "2025年，清溪镇依法行政水平不断提高，具体情况如下。",
            "2025年，清溪镇依法行政水平不断提高，主要做了以下工作：",
            "根据要求，现将本镇法治政府建设情况向县委、县政府作如实报告。",
        ] {
            accepts(&RULE, &report(intro));
        }
        accepts(&RULE, &report("").replace("一、主要举措和成效\n\n", "一、主要举措和成效\n\n2025年工作情况报告如下：\n\n"));
        accepts(&RULE, &report(""));
        accepts(&RULE, "镇党委书记主持召开会议3次，研究法治建设议题9个。\n镇长听取汇报2次。\n");
    }
}
