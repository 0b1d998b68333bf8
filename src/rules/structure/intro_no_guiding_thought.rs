//! An introduction without the guiding thought.

use crate::document::{Cue, Document, Kind};
use crate::facts::shape::Shape;
use crate::rule::{Check, Findings};
use crate::text::Span;

crate::declare_rule! {
    /// 检查什么：导语没有写习近平法治思想，也没有写习近平新时代中国特色社会主义思想。
    ///
    /// 为什么：近年的报告通常在导语里写明以习近平新时代中国特色社会主义思想为指导、深入学习贯彻习近平法治思想。
    ///
    /// 示例：2026年，我镇扎实推进依法行政。 → 2026年，我镇以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想，扎实推进依法行政。
    ///
    /// 修改：在导语里补写指导思想。
    ///
    /// 不算：导语写了习近平总书记关于全面依法治国的重要论述；导语写在第一个标题之后而且提到；没有导语；2018年以前的报告。
    "intro-no-guiding-thought", "导语缺指导思想", Structure, Info, "公文写作惯例",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let intro: Vec<Span> = doc
        .intro
        .clone()
        .filter_map(|i| doc.blocks.get(i))
        .filter(|block| block.kind == Kind::Paragraph)
        .map(|block| block.span)
        .collect();
    let current = doc.year.is_none_or(|year| year >= 2018);
    // A line of the page or a contents list is no introduction.
    let Some(&first) = intro.iter().find(|&&span| doc.get(span).chars().count() >= 20) else { return };
    if doc.title.is_none() || doc.sections.is_empty() || Shape::of(doc) != Shape::Whole || !current {
        return;
    }
    let behind = doc
        .sections
        .first()
        .map(|section| section.blocks.clone().take(3))
        .into_iter()
        .flatten()
        .filter_map(|i| doc.blocks.get(i))
        .map(|block| block.span);
    let told = |span: Span| doc.has_cue(span, Cue::Thought) || doc.get(span).contains("习近平");
    // The preamble may go on behind the first heading.
    let leads_in_there = |span: &Span| doc.has_cue(*span, Cue::AsFollows);
    let later: Vec<Span> = behind.collect();
    if intro.iter().any(|&span| told(span)) || (later.iter().any(leads_in_there) && later.iter().any(|&span| told(span))) {
        return;
    }
    let anywhere = doc.cues.iter().any(|(cue, _)| *cue == Cue::Thought);
    let message = if anywhere {
        "导语没有写指导思想，通常在开头写明深入学习贯彻习近平法治思想"
    } else {
        "全文没有提到习近平法治思想，通常在导语里写明以习近平新时代中国特色社会主义思想为指导、深入学习贯彻习近平法治思想"
    };
    out.push(RULE.finding(first, message));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags, with_intro as report};

    #[test]
    fn flags_an_introduction_without_it() {
        flags(&RULE, &report("⟦2025年，清溪镇紧紧围绕县委、县政府中心工作，依法行政水平不断提高。现将有关情况报告如下：⟧"));
        flags(&RULE, &report("⟦按照县委依法治县办要求，现将清溪镇2025年度工作情况报告如下：⟧"));
        let text = report("⟦2025年，清溪镇围绕中心工作，依法行政水平不断提高。⟧\n现将有关情况报告如下：");
        flags(&RULE, &text.replace("完成任务12项。", "学习习近平法治思想4次。"));
    }

    #[test]
    fn accepts_it_in_any_wording() {
        for thought in [
            "深入学习贯彻习近平法治思想",
            "坚持以习近平新时代中国特色社会主义思想为指导",
            "认真贯彻习近平总书记关于全面依法治国的重要论述",
        ] {
            accepts(&RULE, &report(&format!("2025年，清溪镇{thought}，依法行政水平不断提高。现将有关情况报告如下：")));
        }
        accepts(
            &RULE,
            &report("2025年，清溪镇依法行政水平不断提高，成效明显。\n全镇深入践行习近平法治思想。现将有关情况报告如下："),
        );
    }

    #[test]
    fn accepts_what_has_no_introduction_of_its_own() {
        accepts(
            &RULE,
            &report("").replace(
                "一、主要举措和成效\n\n",
                "一、主要举措和成效\n\n全镇深入学习贯彻习近平法治思想，现将情况报告如下：\n\n",
            ),
        );
        accepts(&RULE, &report("现将有关情况报告如下：").replace("2025", "2016"));
        accepts(&RULE, "2025年，清溪镇围绕中心工作，依法行政水平不断提高。\n一、主要举措和成效\n完成任务12项。\n");
    }
}
