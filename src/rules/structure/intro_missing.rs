//! A report that begins with its first heading.

use crate::document::{Cue, Document};
use crate::facts::shape::{self, Shape};
use crate::rule::{Check, Findings};
use crate::text::around;

crate::declare_rule! {
    /// 检查什么：标题、主送机关之后直接是“一、……”，没有导语。
    ///
    /// 为什么：报告开头通常用一段话写明依据、总的情况，再引出下文。
    ///
    /// 示例：（标题）一、主要举措和成效 → （标题）2026年，我镇深入学习贯彻习近平法治思想……。现将有关情况报告如下：
    ///
    /// 修改：在第一个标题之前加一段导语。
    ///
    /// 不算：导语只有“按照……要求，现将……报告如下”一句；导语写在第一个标题之后；第一部分是“引言”“概述”“总体情况”；粘贴的是没有标题的片段。
    "intro-missing", "缺导语", Structure, Warning, "公文写作惯例",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let Some(first) = doc.sections.first() else { return };
    if doc.title.is_none() || !doc.intro.is_empty() || Shape::of(doc) != Shape::Whole {
        return;
    }
    let title = doc.headings.get(first.heading).map_or("", |heading| doc.get(heading.title));
    let introduces = around::has_any(title, &["引言", "前言", "概述", "概况", "综述", "总体", "基本情况"]);
    let behind =
        first.blocks.clone().take(3).filter_map(|i| doc.blocks.get(i)).any(|block| doc.has_cue(doc.prose(block), Cue::AsFollows));
    if introduces || behind {
        return;
    }
    let shown = shape::heading_span(doc, first.heading);
    out.push(RULE.finding(shown, format!("“{}”之前没有导语，通常先写一段总的情况，再引出下文", doc.get(shown))));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    const TITLE: &str = "清溪镇人民政府2025年度法治政府建设情况报告\n\n";

    #[test]
    fn flags_a_heading_directly_behind_title_or_addressee() {
        flags(&RULE, &format!("{TITLE}⟦一、主要举措和成效⟧\n\n完成任务12项。\n\n二、存在的不足和原因\n\n人员较少。\n"));
        flags(&RULE, &format!("{TITLE}县政府：\n\n⟦一、2025年工作开展情况⟧\n完成任务12项。\n二、存在的不足和原因\n人员较少。\n"));
        flags(&RULE, &format!("{TITLE}（2026年1月20日）\n⟦一、加强党的领导，把牢正确方向⟧\n学习4次。\n二、下一步打算\n培训。\n"));
    }

    #[test]
    fn accepts_an_introduction_of_any_length() {
        accepts(&RULE, &format!("{TITLE}现将有关情况报告如下：\n一、主要举措和成效\n完成任务12项。\n"));
        accepts(&RULE, &format!("{TITLE}按照县委要求，现将本镇情况报告如下。\n一、主要举措和成效\n完成任务12项。\n"));
    }

    #[test]
    fn accepts_an_introduction_elsewhere_and_excerpts() {
        accepts(&RULE, &format!("{TITLE}一、主要举措和成效\n2025年，我镇扎实推进依法行政，现报告如下：\n完成任务12项。\n"));
        accepts(&RULE, &format!("{TITLE}一、法治政府建设概述\n全镇依法行政水平提高。\n二、主要举措和成效\n完成任务12项。\n"));
        accepts(&RULE, "一、主要举措和成效\n完成任务12项。\n二、存在的不足和原因\n人员较少。\n");
    }
}
