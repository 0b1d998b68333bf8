//! A run-in heading that nothing parts from its text.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Cue, Document};
use crate::rule::{Check, Findings};
use crate::text::{Span, chars, is_blank, is_han};

crate::declare_rule! {
    /// 检查什么：“（一）……”段首小标题与后面的正文之间没有句号，只用空格隔开，或者直接接“一是”。
    ///
    /// 为什么：小标题与正文接排时，小标题末尾用句号，与正文分开。
    ///
    /// 示例：（二）持续提高依法行政水平一是健全制度…… → （二）持续提高依法行政水平。一是健全制度……
    ///
    /// 修改：在小标题末尾加句号，删去空格。
    ///
    /// 不算：独占一行、中间用空格分成两截的标题；数字、外文旁边多余的空格；小标题末尾用了冒号、逗号。
    "heading-runin-no-stop", "段首小标题后缺句号", Numbering, Info, "公文写作惯例",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    for heading in doc.headings.iter().filter(|heading| heading.level > 1 && heading.number.is_some()) {
        let Some(gap) =
            unparted(doc, heading.title, heading.run_in, heading.end_mark.is_some()).or_else(|| blank(doc, heading.title))
        else {
            continue;
        };
        let words = Span::new(heading.title.start, gap.start);
        out.push(
            RULE.finding(words, format!("段首小标题“{}”与后面的正文之间通常用句号分开", doc.get(words)))
                .fix(Fix::suggested("加上“。”", vec![Edit::replace(gap, "。")])),
        );
    }
}

/// The empty place, or the blanks, where a heading runs straight on into 一是 or a sentence.
fn unparted(doc: &Document, title: Span, run_in: bool, marked: bool) -> Option<Span> {
    let rest = doc.text.get(title.end..)?;
    let blanks = rest.len() - rest.trim_start_matches(is_blank).len();
    let item = title.end + blanks;
    let goes_on =
        doc.cues_in(Span::new(item, item + 1)).first().is_some_and(|&(cue, at)| cue == Cue::Sequence && doc.get(at) == "一是");
    let named = doc.get(title).chars().count() >= 4 && chars::before(doc.text, title.end).is_some_and(is_han);
    // Words that name a part end at the blank behind them.
    let cut = blanks > 0 && chars::count_han(doc.get(Span::new(item, doc.sentence_at(item).end))) >= 15;
    (run_in && !marked && (goes_on || cut) && named).then(|| Span::new(title.end, item))
}

/// The blanks that part a heading's words from a sentence behind them.
fn blank(doc: &Document, title: Span) -> Option<Span> {
    let marks = doc.marks(title);
    let first = marks.iter().position(|mark| is_blank(mark.char))?;
    let run = marks.get(first..)?;
    let start = run.first()?.at;
    let mut end = start;
    for mark in run.iter().take_while(|mark| is_blank(mark.char)) {
        if mark.at == end {
            end = mark.span().end;
        }
    }
    let (words, rest) = (doc.get(Span::new(title.start, start)), doc.get(Span::new(end, title.end)));
    // 2025 年, “A B” and two halves of one heading are no text behind a heading.
    let apart = words.chars().next_back().is_some_and(|c| is_han(c) || c == '”')
        && rest.chars().next().is_some_and(|c| is_han(c) || matches!(c, '“' | '《'));
    let length = chars::count_han(words);
    let sentence = chars::count_han(rest) >= 15 && rest.contains(['，', ',']);
    let even = words.contains(['，', ',']) || chars::count_han(rest) >= 2 * length;
    (apart && (4..=24).contains(&length) && sentence && even).then(|| Span::new(start, end))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_headings_that_run_on() {
        flags(
            &RULE,
            "一、主要成效\n（一）⟦持续提高依法行政水平⟧一是健全制度，印发3件。二是开展培训。\n（二）规范执法。办案3件。\n",
        );
        flags(&RULE, "一、主要成效\n（一）⟦加强组织领导，压实责任⟧ 调整充实镇法治建设领导小组，召开专题会议4次。\n");
        flags(&RULE, "一、主要成效\n1.⟦规范行政执法⟧　　严格执行“三项制度”，全年办案12件，无一件被撤销。\n");
        flags(
            &RULE,
            "一、存在的不足\n（一）⟦学校依法治理能力存在差距⟧ 部分学校章程执行不到位，校内申诉、听证等制度运行不够规范。\n",
        );
        fixes(
            &RULE,
            "一、主要成效\n（一）提高依法行政水平 一是健全制度，印发3件。二是开展培训。\n",
            "一、主要成效\n（一）提高依法行政水平。一是健全制度，印发3件。二是开展培训。\n",
        );
    }

    #[test]
    fn accepts_headings_with_a_mark_or_alone() {
        accepts(&RULE, "一、主要成效\n（一）加强领导。一是研究3次。二是部署2次。\n（二）规范执法：一是甲，二是乙。\n");
        accepts(
            &RULE,
            "一、主要成效\n（一）加强组织领导 压实法治责任\n全年研究3次。\n（二）加强组织领导，健全机制 压实责任，抓好落实。全年研究3次。\n",
        );
    }

    #[test]
    fn accepts_stray_blanks() {
        accepts(
            &RULE,
            "一、主要成效\n（一）2025 年，全镇共办理行政处罚案件12件，其中交通类案件9件。\n（二）推进“互联网 + 监管”，全年归集检查数据3000余条。\n",
        );
        accepts(&RULE, "一、 主要举措和成效 2025年，全镇扎实推进依法行政，各项工作取得新的成效。\n办案3件。\n");
    }
}
