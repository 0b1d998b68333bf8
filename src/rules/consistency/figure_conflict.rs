//! One measure with two values.

use crate::document::{Document, Part};
use crate::rule::{Check, Findings};
use crate::text::{Number, Seen, Span, Words, around, chars, fold};

use super::{counts, figures};

crate::declare_rule! {
    /// 检查什么：同一指标前后写成两个数，如“全镇41个行政村”与“全镇43个村”，“全年调解矛盾纠纷153件”与“全年共调解矛盾纠纷156件”。
    ///
    /// 为什么：同一指标只能有一个数，前后矛盾说明数据没有核对。
    ///
    /// 示例：全镇41个行政村……全镇43个村 → 核对后统一
    ///
    /// 修改：核对后统一为准确的数。
    ///
    /// 不算：部分（“在12个村试点”“其中”），不同时段（季度、月、上年），不同主体（书记、镇长各自的次数），没有“全年”“全镇”“累计”等总量词的，约数。
    "figure-conflict", "同一指标前后不一", Consistency, Warning, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第二十条",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let told = doc.once(figures::told);
    let mut first = Seen::default();
    for (i, clause) in told.iter().enumerate().filter(|(_, clause)| clause.total) {
        let other = told.get(*first.entry(clause.thing).or_insert(i));
        if let Some(other) = other.filter(|other| {
            // 累计1236件 beside 全年236件 is of several years.
            let near = other.value.abs_diff(clause.value) <= other.value.max(clause.value) / 5;
            other.value != clause.value
                && (near || other.summed == clause.summed)
                && doc.sentence_at(other.span.start) != doc.sentence_at(clause.span.start)
        }) {
            conflict(doc, clause.span, other.span, out);
        }
    }
    let mut seen: Vec<Unit> = Vec::new();
    for unit in units(doc) {
        match seen.iter().find(|other| other.kind == unit.kind) {
            Some(other) if other.value != unit.value => conflict(doc, unit.span, other.span, out),
            Some(_) => {}
            None => seen.push(unit),
        }
    }
}

fn conflict(doc: &Document, later: Span, earlier: Span, out: &mut Findings) {
    let message = format!("“{}”与前文的“{}”不一致，请核对", doc.get(later), doc.get(earlier));
    out.push(RULE.finding(later, message).related(earlier, "前文的数"));
}

/// A count of what the body is made of: 全镇41个行政村.
struct Unit {
    kind: &'static str,
    value: u64,
    span: Span,
}

/// What a body is made of, in every writing; the same first word means the same kind.
const KINDS: &[&[&str]] = &[
    &["行政村", "建制村", "村"],
    &["社区"],
    &["村（社区）", "村(社区)", "村、社区"],
    &["村居", "村（居）", "村(居)"],
    &["自然村", "自然屯"],
    &["村民小组"],
    &["网格"],
    &["乡镇（街道）", "镇街", "乡镇(街道)"],
    &["乡镇"],
    &["街道"],
    &["成员单位"],
];

/// Words in front of a count that make it the whole.
static WHOLE: Words = Words::new(&[
    "全镇",
    "全乡",
    "全街道",
    "全县",
    "全区",
    "全市",
    "辖区内",
    "辖区",
    "下辖",
    "所辖",
    "现辖",
    "管辖",
    "辖有",
    "共辖",
    "辖",
    "现有",
    "全部",
    "所有",
    "全镇共有",
    "全镇所有",
    "全县所有",
    "全镇全部",
]);
/// Words behind it that do.
static WHOLE_BEHIND: Words = Words::new(&["全覆盖", "全部", "均", "都已", "实现全"]);

fn units(doc: &Document) -> Vec<Unit> {
    let past = |part: Option<Part>| part != Some(Part::NextYear);
    let blocks = doc.body_blocks().filter(|(_, block)| block.is_running() && past(block.part));
    blocks.flat_map(|(_, block)| doc.numbers(block.span).iter().filter_map(|number| unit(doc, number))).collect()
}

fn unit(doc: &Document, number: &Number) -> Option<Unit> {
    named_first(doc, number).or_else(|| counted_first(doc, number))
}

/// The longest of the words of [`KINDS`] that `stands` there, behind its kind.
fn longest(stands: impl Fn(&str) -> bool) -> Option<(&'static str, &'static str)> {
    let words = KINDS.iter().flat_map(|kind| kind.iter().map(|&word| (kind.first().copied().unwrap_or(""), word)));
    words.filter(|(_, word)| stands(word)).max_by_key(|(_, word)| word.len())
}

/// 下辖行政村41个.
fn named_first(doc: &Document, number: &Number) -> Option<Unit> {
    let end = number.span.end + around::followed_by(doc.text, number.span.end, &["个"])?.len();
    let (kind, word) =
        longest(|word| around::preceded_by(doc.text, number.span.start, &[word]).is_some() && word.chars().count() > 1)?;
    let at = number.span.start - word.len();
    let whole = around::preceded_by(doc.text, at, &["全镇共有", "共有", "现有", "下辖", "所辖", "现辖", "辖有", "共辖", "辖"])?;
    Some(Unit { kind, value: number.whole()?, span: Span::new(at - whole.len(), end) })
}

/// 全镇41个行政村.
fn counted_first(doc: &Document, number: &Number) -> Option<Unit> {
    let value = number.whole()?;
    let at = number.span.end + around::followed_by(doc.text, number.span.end, &["个", "家"])?.len();
    let rest = doc.text.get(at..)?;
    let (kind, word) = longest(|word| rest.starts_with(word))?;
    let end = at + word.len();
    // 村级组织, 村民, 社区矫正对象: other things; 村和社区 is counted together.
    let behind = doc.text.get(end..)?;
    let joined = behind.strip_prefix(['、', '和', '及', '与']).is_some_and(|next| next.starts_with(chars::is_han));
    let other = behind.chars().next().map(fold).is_some_and(|c| "级民委干集小（矫党服工医卫庄居两规组".contains(c));
    if joined || (other && !matches!(word, "行政村" | "建制村")) {
        return None;
    }
    let whole_in_front = WHOLE.preceding(doc.text, number.span.start);
    let whole_behind = WHOLE_BEHIND.following(doc.text, end).is_some();
    let sentence = doc.get(doc.sentence_at(number.span.start));
    let changed = around::has_any(sentence, &["合并", "撤并", "调整", "整合", "原有", "新增", "分别", "优化为", "由", "其中"]);
    if (whole_in_front.is_none() && !whole_behind) || changed || counts::spans_years(sentence) {
        return None;
    }
    let start = number.span.start - whole_in_front.map_or(0, str::len);
    Some(Unit { kind, value, span: Span::new(start, end) })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    fn report(first: &str, leaders: &str) -> String {
        format!(
            "清溪镇人民政府2025年度法治政府建设情况报告\n一、2025年度主要举措和成效\n{first}\n二、2025年度存在的不足和原因\n人员较少。\n三、2025年度党政主要负责人履行推进法治建设第一责任人职责情况\n{leaders}\n四、2026年度主要安排\n全镇45个行政村全部设立法律顾问。\n"
        )
    }

    #[test]
    fn flags_two_numbers_of_villages() {
        flags(&RULE, &report("全镇41个行政村实现法律顾问全覆盖。", "推动⟦全镇43个村⟧聘请法律顾问。"));
        flags(&RULE, &report("下辖12个社区，排查纠纷30件。", "⟦13个社区⟧均设立普法阵地。"));
        flags(&RULE, &report("全镇共有行政村32个、社区5个。", "指导⟦全镇33个行政村⟧、5个社区聘请法律顾问。"));
    }

    #[test]
    fn flags_two_totals_of_one_thing() {
        flags(&RULE, &report("全年调解矛盾纠纷153件，成功150件。", "推动化解纠纷，全镇共⟦调解矛盾纠纷156件⟧。"));
        flags(&RULE, &report("全年办理处罚案件56件，罚款2万元。全年共⟦办理处罚案件58件⟧。", "带头学法。"));
        flags(&RULE, &report("全年审查合同协议58份。\n累计⟦审查合同协议61份⟧，无一争议。", "带头学法。"));
    }

    #[test]
    fn accepts_parts_and_other_things() {
        accepts(&RULE, &report("全镇41个行政村实现法律顾问全覆盖，在12个村开展试点，41个村（社区）全部建成阵地。", "带头学法。"));
        accepts(&RULE, &report("全年调解矛盾纠纷153件，上半年调解矛盾纠纷70件。", "其中调解矛盾纠纷12件，化解信访积案3件。"));
        accepts(&RULE, &report("由43个村合并为41个行政村，全镇41个行政村全部完成换届。", "推动全镇41个行政村述法。"));
    }

    #[test]
    fn accepts_figures_of_different_persons_and_purposes() {
        accepts(&RULE, &report("全年开展法治讲座3场。", "镇党委书记全年主持召开会议3次；镇长全年主持召开会议5次。"));
        accepts(&RULE, &report("面向企业开展法治讲座3场，面向学校开展法治讲座5场。", "开展法治讲座1场。"));
    }

    #[test]
    fn accepts_sums_of_several_years() {
        accepts(&RULE, &report("累计办理法律援助案件1236件。\n全年办理法律援助案件236件。", "带头学法。"));
    }
}
