//! Words taken for each other, told apart by the words they stand with.

use crate::diagnostic::{Fix, Severity};
use crate::document::Document;
use crate::facts::collocations::{self, Confusable, Side};
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around, chars};

use super::typo_certain::difference;

crate::declare_rule! {
    /// 检查什么：按搭配判断的易混词，如“截止＋时间”“做出＋决定”“制订＋条例”“必需＋严格”“反应＋问题”“权利＋清单”。
    ///
    /// 为什么：这些词音近义近、用法不同，用错会改变意思；公文用词应当准确规范。
    ///
    /// 示例：截止2025年底 → 截至2025年底
    ///
    /// 修改：建议改为正确的词，请结合上下文确认。
    ///
    /// 不算：没有这些搭配的单个词，“截止时间”“截止日期”“截止到……”“反应时间”“必需品”等本来就对的用法，书名号内的名称。
    "confusable", "易混词", Terms, Warning, "《现代汉语词典》；公文写作惯例",
    Check::Needles(collocations::needles, check),
}

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let word = doc.get(hit.span);
    if doc.in_book_title(hit.span.start) {
        return;
    }
    let rows = || collocations::of(word).iter();
    if rows().any(|row| around::is_inside(doc.text, hit.span, &row.inside)) {
        return;
    }
    let Some(row) = rows().find(|row| phrase(doc, hit.span, row).is_some()) else { return };
    // 行政权利运行: both neighbours tell.
    let same = rows().filter(|other| other.right == row.right).filter_map(|other| phrase(doc, hit.span, other));
    let phrase = same.reduce(Span::to).unwrap_or(hit.span);
    let message = format!("“{}”中的“{}”应为“{}”：{}", doc.get(phrase), row.wrong, row.right, row.reason);
    let fix = Fix::suggested(format!("改为“{}”", row.right), vec![difference(hit.span, row.wrong, row.right)]);
    let finding = RULE.finding(phrase, message).fix(fix);
    out.push(if row.mild { mild(finding, doc, phrase, row) } else { finding });
}

/// Where usage is divided the message says what is usual.
fn mild(mut finding: crate::diagnostic::Finding, doc: &Document, phrase: Span, row: &Confusable) -> crate::diagnostic::Finding {
    finding.message = format!("“{}”中的“{}”通常写作“{}”：{}", doc.get(phrase), row.wrong, row.right, row.reason);
    finding.at_most(Severity::Info)
}

/// The word with the one beside which it is wrong.
fn phrase(doc: &Document, span: Span, row: &Confusable) -> Option<Span> {
    match row.side {
        Side::After => {
            if row.before_time
                && let Some(end) = time_from(doc.text, span.end)
            {
                return Some(Span::new(span.start, end));
            }
            let mut at = span.end;
            for _ in 0..=row.gap {
                if let Some(found) = around::followed_by(doc.text, at, &row.beside) {
                    return Some(Span::new(span.start, at + found.len()));
                }
                let next = chars::after(doc.text, at).filter(|&c| joins(c))?;
                at += next.len_utf8();
            }
            None
        }
        Side::Before => {
            let mut at = span.start;
            for _ in 0..=row.gap {
                if let Some(found) = around::preceded_by(doc.text, at, &row.beside) {
                    return Some(Span::new(at - found.len(), span.end));
                }
                let next = chars::before(doc.text, at).filter(|&c| joins(c))?;
                at -= next.len_utf8();
            }
            None
        }
    }
}

/// Whether the two words may have `c` between them: no mark but quotes.
fn joins(c: char) -> bool {
    chars::is_han(c) || c.is_ascii_digit() || matches!(c, '“' | '”')
}

/// Words that stand for a point in time.
const NOW: [&str; 18] = [
    "目前",
    "当前",
    "现在",
    "今年",
    "去年",
    "本年",
    "上年",
    "年底",
    "年末",
    "月底",
    "本月",
    "上月",
    "日前",
    "发稿",
    "报告期",
    "统计",
    "昨日",
    "今日",
];

/// The end of the time expression at byte `at`: 2025年12月31日, 2025年底, 12月底, 二〇二五年, 目前.
fn time_from(text: &str, at: usize) -> Option<usize> {
    if let Some(word) = around::followed_by(text, at, &NOW) {
        return Some(at + word.len());
    }
    let rest = text.get(at..)?;
    let mut end = 0;
    loop {
        let tail = rest.get(end..)?;
        let digits = tail.find(|c: char| !c.is_ascii_digit() && !"〇零一二三四五六七八九十".contains(c)).unwrap_or(tail.len());
        let unit = tail.get(digits..)?.chars().next().filter(|c| matches!(c, '年' | '月' | '日' | '号'));
        match unit {
            Some(unit) if digits > 0 => end += digits + unit.len_utf8(),
            _ => break,
        }
    }
    let last = rest.get(end..)?.chars().next().filter(|c| matches!(c, '底' | '末' | '初'));
    (end > 0).then(|| at + end + last.map_or(0, char::len_utf8))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_times_after_the_word_for_closing() {
        flags(&RULE, "⟦截止2024年底⟧，共受理纠纷362件；⟦截止目前⟧全部办结。");
        flags(&RULE, "⟦截止12月31日⟧，⟦截止至2025年11月⟧，信访事项办结率100%。");
        fixes(&RULE, "截止2025年12月底，共办理案件3件。", "截至2025年12月底，共办理案件3件。");
        fixes(&RULE, "截止至2025年12月底，共办理案件3件。", "截至2025年12月底，共办理案件3件。");
    }

    #[test]
    fn flags_verbs_beside_the_wrong_object() {
        flags(&RULE, "政府⟦做出决定⟧前听取意见，为全县发展⟦做出了积极贡献⟧，带头做出显著成绩和贡献。");
        flags(&RULE, "⟦制订行政规范性文件⟧5件，⟦必需严格⟧执行，⟦违犯有关规定⟧的一律处理。");
        flags(&RULE, "向上级⟦反应群众诉求⟧12件，⟦竖立法治意识⟧，⟦接收监督⟧。");
    }

    #[test]
    fn flags_nouns_taken_for_each_other() {
        flags(&RULE, "落实⟦权利清单⟧制度，规范⟦行政权利运行⟧，保障⟦公民权力⟧。");
        flags(&RULE, "配备⟦执法纪录仪⟧12台，制作⟦会议纪录⟧，⟦人民调节⟧工作有序。");
        flags(&RULE, "面对⟦严峻形式⟧，反对⟦形势主义⟧，办好⟦民生事实项目⟧；⟦燃气泄露⟧隐患全部整改。");
        flags(&RULE, "存在的不足和下一步⟦推荐法治政府建设⟧的思路。");
        fixes(&RULE, "信息泄漏风险排查。", "信息泄露风险排查。");
    }

    #[test]
    fn flags_the_particle_before_a_verb() {
        flags(&RULE, "⟦较好的完成了⟧年度任务，⟦有力的维护了⟧社会稳定，⟦极大的方便了⟧群众办事，⟦更好的服务于⟧基层。");
        fixes(&RULE, "圆满的完成了各项任务。", "圆满地完成了各项任务。");
        accepts(&RULE, "较好地完成了年度任务，取得较好的成效，有效的举措、有力的保障，基础较好的完成了验收。");
        accepts(&RULE, "行之有效的推动了工作的做法，提供更好的服务，极大的热情，圆满的结果。");
    }

    #[test]
    fn accepts_words_in_their_own_place() {
        accepts(&RULE, "报名截止2025年6月30日，截止时间、截止日期已公布，截止到2025年底完成。");
        accepts(&RULE, "截至2025年底，作出行政处罚决定12件，带头做出表率、做出成绩。");
        accepts(&RULE, "平均反应时间缩短，应急反应机制健全，群众反映的问题全部办结，快速反应能力增强。");
        accepts(&RULE, "生活必需品供应充足，办案所必需的经费得到保障，必须严格执行。");
        accepts(&RULE, "公民权利得到保障，当事人的权利义务明确，行政权力规范运行，权责清单公开。");
        accepts(&RULE, "拍摄纪录片1部，执法全过程记录，投资额创历史新纪录，会议记录完整。");
        accepts(&RULE, "检察建议回复率100%，支持检察公益诉讼，配合消防检查12次。");
        accepts(&RULE, "推荐法治政府建设示范项目1个，制订工作方案和培训计划，完善管理制度。");
        accepts(&RULE, "公正文明执法，公证机构办理公证12件，当前形式主义问题得到整治，形式多样、内容丰富。");
        accepts(&RULE, "学习《关于截止目前有关工作的通报》，引起用户关注，一起用好法治力量。");
    }

    #[test]
    fn flags_what_is_done_of_necessity() {
        flags(&RULE, "执法人员⟦必需持证⟧上岗，⟦必需参加⟧培训。");
        accepts(&RULE, "开展工作所必需使用的装备，执法人员必须持证上岗。");
    }
}
