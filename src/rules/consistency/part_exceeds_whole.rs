//! Parts greater than their whole.

use crate::diagnostic::{Finding, Severity};
use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, Words, around, chars, fold};

use super::counts::{self, Count};

crate::declare_rule! {
    /// 检查什么：“其中”后面的分项大于前面的总数，或者各分项（包括没有写“其中”的办理结果）之和大于总数。
    ///
    /// 为什么：分项不可能大于总数，这类矛盾说明数据没有核对。
    ///
    /// 示例：办理行政处罚案件56件，其中听证61件
    ///
    /// 修改：请核对总数和各分项。
    ///
    /// 不算：单位不同的数字（人与人次），约数，标准和人均数，分项可能交叉的（如企业，只作提示；党员、女性、学历等不算），“其中”后面另起的工作。
    "part-exceeds-whole", "分项大于总数", Consistency, Error, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第二十条",
    Check::Needles(needles, check),
}

fn needles() -> &'static [&'static str] {
    &["其中", "包括", "维持", "继续有效", "保留", "胜诉"]
}

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let sentence = doc.sentence_at(hit.span.start);
    // 其中包括: once.
    if doc.get(hit.span) == "包括" && around::preceded_by(doc.text, hit.span.start, &["其中", "其中主要", "其中，"]).is_some()
    {
        return;
    }
    if OUTCOMES.contains(&doc.get(hit.span)) {
        outcomes(doc, hit.span, sentence, out);
        return;
    }
    let (of, behind) = (Span::new(sentence.start, hit.span.start), behind(doc, hit.span, sentence));
    let before: Vec<Count> = counts::counts(doc, of).collect();
    let (parts, in_list) = parts(&counts::counts(doc, behind).collect::<Vec<_>>(), doc, behind);
    let Some(&first) = parts.first() else {
        sums_of_amounts(doc, of, behind, out);
        return;
    };
    let Some(&whole) = before.iter().rev().find(|count| count.unit == first.unit) else { return };
    // A figure farther off is the whole of something else; what each gets is no whole.
    let far = doc.get(Span::new(whole.span.end, hit.span.start)).chars().count() > 40;
    if far || is_rate(doc, whole) || counts::spans_years(doc.get(sentence)) {
        return;
    }
    if let Some(part) = parts.iter().find(|part| part.value > whole.value) {
        let message = format!("分项“{}”大于总数“{}”", doc.get(part.span), doc.get(whole.span));
        out.push(RULE.finding(with_noun(doc, part.span, hit.span.end), message).related(whole.span, "总数"));
        return;
    }
    let sum = sum(&parts);
    if sum > whole.value {
        let finding = sum_exceeds(doc, &parts, &sum.to_string(), whole, hit.span.end);
        // One and the same person is 党员 and 女; 含联合举办2场 says that some count twice.
        let note = doc.get(Span::new(finding.span.end, sentence.end)).strip_prefix(['（', '(']).unwrap_or("");
        let twice = around::has_any(note.split(['）', ')']).next().unwrap_or(""), &["含", "重复", "交叉", "联合", "重叠"]);
        let list = doc.get(Span::new(hit.span.end, finding.span.end));
        if twice || ATTRIBUTES.are_in(list) {
            return;
        }
        let overlap = may_overlap(list, first.unit);
        out.push(finding.at_most(match (overlap, in_list) {
            (true, _) => Severity::Info,
            (false, true) => Severity::Error,
            (false, false) => Severity::Warning,
        }));
    }
}

/// Where the parts stand: up to the end of the sentence, or of the clause where 、其中 tells of one item of a list.
fn behind(doc: &Document, word: Span, sentence: Span) -> Span {
    let rest = Span::new(word.end, sentence.end);
    let of_item = chars::before(doc.text, word.start) == Some('、');
    let comma = doc.marks(rest).iter().find(|m| fold(m.char) == '，').filter(|_| of_item);
    Span::new(rest.start, comma.map_or(rest.end, |m| m.at))
}

/// Whether a figure tells what each of many gets or costs, so that some may get more: 补助标准为600元.
fn is_rate(doc: &Document, figure: Count) -> bool {
    static EACH: Words = Words::new(&["人均", "户均", "村均", "平均", "均价", "单价", "每人", "每户", "每村"]);
    let words = around::before(doc.text, figure.span.start, 16);
    let clause = words.rsplit(|c| matches!(fold(c), '，' | '。' | '；')).next().unwrap_or(words);
    EACH.are_in(clause) || (figure.unit.ends_with('元') && clause.contains("标准"))
}

fn sum(parts: &[Count]) -> u64 {
    parts.iter().fold(0, |sum, part| sum.saturating_add(part.value))
}

/// Tells of the last of `parts`, which stand behind byte `from`, that they add up to `sum`, more than `whole`.
fn sum_exceeds(doc: &Document, parts: &[Count], sum: &str, whole: Count, from: usize) -> Finding {
    let last = parts.last().unwrap_or(&whole).span;
    let message = format!("各分项之和{sum}{}大于总数“{}”", whole.unit, doc.get(whole.span));
    RULE.finding(with_noun(doc, last, from), message).related(whole.span, "总数")
}

/// What is told of persons and penalties: one and the same may be several of these.
static ATTRIBUTES: Words = Words::new(&[
    "党员",
    "女",
    "少数民族",
    "学历",
    "本科",
    "大专",
    "研究生",
    "硕士",
    "资格",
    "职称",
    "岁",
    "退役",
    "法学",
    "责令",
    "警告",
    "没收",
    "党纪",
    "政务处分",
]);

/// The count with the words that say what it counts, back to the mark before it but not in front of byte `from`.
fn with_noun(doc: &Document, span: Span, from: usize) -> Span {
    let noun = around::han_before(doc.text, span.start, 12);
    Span::new((span.start - noun.len()).max(from), span.end)
}

/// Parts of a sum of money or another quantity in 万, 亿: 其中税收521.8亿元、社保费297.4亿元.
fn sums_of_amounts(doc: &Document, of: Span, behind: Span, out: &mut Findings) {
    let (parts, in_list) = parts(&counts::amounts(doc, behind), doc, behind);
    let before = counts::amounts(doc, of);
    let (Some(&first), true) = (parts.first(), in_list) else { return };
    let Some(&whole) = before.last().filter(|count| count.unit == first.unit) else { return };
    let between = doc.get(Span::new(whole.span.end, behind.start));
    if between.chars().count() > 12
        || is_rate(doc, whole)
        || counts::spans_years(doc.get(of.to(behind)))
        || may_overlap(doc.get(behind), first.unit)
    {
        return;
    }
    // Each figure may be rounded by half of its last digit.
    let digits = |count: &Count| {
        doc.get(count.span).split_once('.').map_or(0, |(_, rest)| rest.bytes().take_while(u8::is_ascii_digit).count())
    };
    let fewest = parts.iter().map(digits).chain([digits(&whole)]).min().unwrap_or(0);
    let slack = (parts.len() as u64).saturating_mul(10u64.pow(4u32.saturating_sub(fewest as u32)));
    let sum = sum(&parts);
    if sum <= whole.value.saturating_add(if parts.len() == 1 { 0 } else { slack }) {
        return;
    }
    let shown = format!("{}.{:04}", sum / 10_000, sum % 10_000);
    let shown = shown.trim_end_matches('0').trim_end_matches('.');
    out.push(sum_exceeds(doc, &parts, shown, whole, behind.start));
}

/// How cases end and what becomes of documents: each of the whole in one way only.
const OUTCOMES: &[&str] = &["维持", "继续有效", "保留", "胜诉"];
const ENDS: &[&str] = &[
    "维持",
    "有效",
    "保留",
    "胜诉",
    "败诉",
    "撤诉",
    "驳回",
    "撤销",
    "变更",
    "终止",
    "违法",
    "责令履行",
    "废止",
    "失效",
    "修改",
    "修订",
    "确认无效",
];

/// The outcomes listed behind a whole without 其中: 审结66件，维持38件、驳回21件、撤销9件.
fn outcomes(doc: &Document, first: Span, sentence: Span, out: &mut Findings) {
    let Some(whole) = counts::counts(doc, Span::new(sentence.start, first.start)).last() else { return };
    let joint = doc.get(Span::new(whole.span.end, first.start));
    if !matches!(joint, "，" | "," | "：" | ":") || counts::spans_years(doc.get(sentence)) {
        return;
    }
    let behind = Span::new(first.end, sentence.end);
    let all: Vec<Count> = counts::counts(doc, behind).collect();
    let (parts, in_list) = parts(&all, doc, behind);
    let ends = |part: &Count| {
        let noun = around::han_before(doc.text, part.span.start, 8);
        ENDS.iter().any(|end| noun.ends_with(end))
    };
    let sum = sum(&parts);
    // 胜诉 and 维持 may be of one case; joined by commas the rest exclude one another.
    let in_list = in_list || !around::has_any(doc.get(behind), &["胜诉", "败诉", "违法"]);
    let alike = parts.first().is_some_and(|part| part.unit == whole.unit);
    if in_list && parts.len() >= 2 && alike && parts.iter().all(ends) && sum > whole.value {
        out.push(sum_exceeds(doc, &parts, &sum.to_string(), whole, first.start).at_most(Severity::Warning));
    }
}

/// The parts listed behind 其中, all with the first one's measure word, and whether 、 joins them.
///
/// A list joined by 、 ends at the first other mark. One joined by ， ends where a clause does something else.
fn parts<'t>(all: &[Count<'t>], doc: &Document<'t>, span: Span) -> (Vec<Count<'t>>, bool) {
    let Some(&first) = all.first() else { return (Vec::new(), false) };
    // The first figure must belong to 其中 itself.
    if doc.get(Span::new(span.start, first.span.start)).chars().any(|c| matches!(fold(c), '，' | '。')) {
        return (Vec::new(), false);
    }
    // 其中规上企业总数达136家 is a whole of its own.
    if around::has_any(doc.get(Span::new(span.start, first.span.start)), &["总数", "总量", "累计", "总计"]) {
        return (Vec::new(), false);
    }
    let mut parts = vec![first];
    let mut joined_by_list = None;
    for &count in all.iter().skip(1) {
        let from = parts.last().map_or(span.start, |part| part.span.end);
        let gap = doc.get(Span::new(from, count.span.start));
        // 县（市、区）245项: the brackets are of a word.
        let word = gap
            .split_once(['（', '('])
            .zip(gap.split_once(['）', ')']))
            .filter(|((_, rest), _)| !rest.contains(|c: char| c.is_ascii_digit()));
        let outside = word.map_or(gap.to_owned(), |((head, _), (_, tail))| format!("{head}{tail}"));
        let marks: Vec<char> = outside.chars().map(fold).filter(|c| matches!(c, '、' | '，' | '（' | '）' | '：')).collect();
        let list = match marks.as_slice() {
            ['、'] => true,
            [] if gap.starts_with(['和', '及', '与']) => true,
            ['，'] if !begins_other_work(gap) => false,
            _ => break,
        };
        // After 、 a comma ends the list.
        if joined_by_list.is_some_and(|joined| joined != list && joined) || count.unit != first.unit {
            break;
        }
        joined_by_list = Some(joined_by_list.unwrap_or(list));
        parts.push(count);
    }
    (parts, joined_by_list.unwrap_or(true))
}

/// Whether the clause behind a comma tells of another thing done: 开展回访, 发放资料.
fn begins_other_work(gap: &str) -> bool {
    const WORK: [&str; 45] = [
        "开展", "完成", "发放", "组织", "化解", "调解", "调处", "办结", "制定", "召开", "印发", "举办", "培训", "检查", "排查",
        "提出", "出具", "整改", "解决", "接待", "出动", "查处", "立案", "下达", "受理", "办理", "审查", "采纳", "建立", "设立",
        "签订", "协助", "参与", "报送", "移送", "追回", "服务", "成功", "共", "全部", "履行", "执行", "听证", "入选", "评为",
    ];
    gap.chars().count() > 14 || around::has_any(gap, &WORK)
}

/// Whether the same thing may be counted under two heads: persons, and what a case touches on.
fn may_overlap(list: &str, unit: &str) -> bool {
    matches!(unit, "人" | "名" | "户" | "家" | "个" | "村") || list.contains('涉') || list.contains("有") || list.contains("含")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags, hints};

    #[test]
    fn flags_a_part_greater_than_its_whole() {
        flags(&RULE, "办理行政处罚案件56件，其中⟦听证61件⟧。");
        flags(&RULE, "组织培训12次，其中⟦专题培训15次⟧，参加人员300人次。");
        flags(&RULE, "出具法律意见书29份,包括⟦合同类31份⟧。");
    }

    #[test]
    fn flags_parts_that_add_up_to_more() {
        flags(&RULE, "办理许可事项2630件，其中即办件1480件、⟦承诺件1350件⟧，网上办理率98.4%。");
        flags(&RULE, "审查各类事项132件，其中合同80件，文件30件，⟦重大决策25件⟧。");
    }

    #[test]
    fn flags_outcomes_and_sums_of_money_that_add_up_to_more() {
        flags(&RULE, "全年审结66件，维持38件、驳回21件、⟦确认违法9件⟧。清理文件104件，继续有效89件、废止17件、⟦修改8件⟧。");
        flags(&RULE, "组织收入876.5亿元，其中税收收入521.8亿元、社会保险费收入297.4亿元、⟦非税收入66.3亿元⟧。");
        flags(&RULE, "行政许可事项437项，其中市本级212项、县（市、区）⟦245项⟧。");
        flags(&RULE, "收案76件，较上年减少19件，审结68件，其中维持41件、⟦驳回34件⟧。");
    }

    #[test]
    fn accepts_outcomes_and_sums_of_money_that_fit() {
        accepts(&RULE, "全年审结66件，维持38件、驳回21件、确认违法7件，清理文件104件，继续有效79件、废止17件、修改8件。");
        accepts(&RULE, "审结66件，维持38件、提出意见40件。审结66件（含上年结转3件），维持38件、驳回31件。");
        accepts(&RULE, "组织收入876.5亿元，其中税收收入512.8亿元、社会保险费收入297.4亿元、非税收入66.4亿元。");
        accepts(&RULE, "办理退税18.06亿元，其中制造业16.1亿元，减税29.7亿元；审结案件8件，胜诉7件。");
    }

    #[test]
    fn accepts_parts_that_fit() {
        accepts(&RULE, "立案26件，其中适用简易程序18件、普通程序8件，无一件被撤销。");
        accepts(&RULE, "为老年人提供咨询2140人次，其中残疾人640人次；现场述法20名，其中书面述法16名。");
    }

    #[test]
    fn accepts_other_units_and_other_work() {
        accepts(&RULE, "培训干部36人，其中线上培训120人次。");
        accepts(&RULE, "受理纠纷100件，其中婚姻家庭30件、邻里40件，开展回访120件。");
        accepts(&RULE, "受理纠纷100件，其中婚姻家庭60件，调解成功98件。");
        accepts(&RULE, "检查企业120家，其中重点企业60余家，发现隐患230处，整改218处。");
        accepts(&RULE, "办结案件30件（含上年结转5件），其中当年受理28件、结转5件。");
    }

    #[test]
    fn accepts_standards_and_averages() {
        accepts(&RULE, "护理补贴调整为260元/人月，其中一级残疾为410元/人月。补助标准为600元，其中山区村800元。");
        accepts(&RULE, "村均调解纠纷12件，其中城关片区21件。");
        flags(&RULE, "全年发放补助600元，其中⟦山区村800元⟧。");
    }

    #[test]
    fn accepts_the_next_item_of_a_list() {
        accepts(&RULE, "建成道路36公里、其中主干道12公里，改造管网85公里、河道20公里。");
        flags(&RULE, "建成道路36公里、其中⟦主干道42公里⟧，改造管网85公里。");
    }

    #[test]
    fn accepts_persons_told_in_several_ways() {
        accepts(&RULE, "配备执法人员60名，其中党员40名、女性25名。");
        accepts(&RULE, "处分村组干部9人，其中党纪处分8人、政务处分3人。");
        accepts(&RULE, "持证执法人员86人，其中具有法律职业资格12人、本科以上学历80人。");
    }

    #[test]
    fn accepts_parts_said_to_count_twice() {
        accepts(&RULE, "举办讲座12场，其中进校园6场、进企业8场（含联合举办2场）。");
    }

    #[test]
    fn accepts_another_whole() {
        accepts(&RULE, "新增企业120家，其中规上企业总数达136家。");
    }

    #[test]
    fn accepts_penalties_imposed_together_and_what_rules_touch_on() {
        accepts(
            &RULE,
            "查处违法行为86起，其中责令改正72起，罚款36起。受理案件60件，其中调解结案35件，裁决结案25件，当庭履行40件。",
        );
        hints(&RULE, "出台制度6项，其中涉及执法3项、决策2项、公开2项。");
    }

    #[test]
    fn flags_outcomes_joined_by_commas() {
        flags(&RULE, "受理行政复议案件36件，维持20件，撤销10件，⟦驳回12件⟧。");
        accepts(&RULE, "受理行政复议案件36件，维持20件，撤销6件，驳回8件。审结26件，维持20件，胜诉22件。");
    }
}
