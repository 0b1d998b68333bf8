//! Rates that their own figures contradict.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Block, Document};
use crate::rule::{Check, Findings};
use crate::text::{Number, Span, Words, around, fold, is_han};

use super::counts::{self, Count};
use super::growth;

crate::declare_rule! {
    /// 检查什么：同一句中的总数、完成数与比率对不上，如“受理156件，调处成功150件，成功率100%”；由多少增至多少与增幅对不上。
    ///
    /// 为什么：数据是年度报告的核心，比率与分子分母矛盾，说明数据没有核对。
    ///
    /// 示例：受理纠纷156件，调处成功150件，成功率100% → 成功率96.2%
    ///
    /// 修改：请核对三个数字；如分子、分母无误，改为计算得出的比率。
    ///
    /// 不算：四舍五入造成的末位差1，上年结转、跨年办理的案件，“1700余件”“近”“约”“超过”等约数，按期办结率等另有口径的比率，句中另有数字与比率相符的。
    "ratio-mismatch", "比率与分子分母不符", Consistency, Error, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第二十条",
    Check::Numbers(check),
}

fn check(doc: &Document, _: &Block, numbers: &[Number], out: &mut Findings) {
    for number in numbers {
        if around::followed_by(doc.text, number.span.end, &["%", "％"]).is_some()
            && number.digits <= 6
            && let Some(finding) = judge(doc, number).or_else(|| growth::judge(doc, number, &RULE))
        {
            out.push(finding);
        }
    }
}

fn judge(doc: &Document, rate: &Number) -> Option<crate::diagnostic::Finding> {
    let sentence = doc.sentence_at(rate.span.start);
    let head = Span::new(sentence.start, rate.span.start);
    let kind = kind_of_rate(doc.get(head))?;
    let counts: Vec<Count> = counts::counts(doc, head).collect();
    let (&part, before) = counts.split_last()?;
    let whole = *before.iter().rev().find(|count| count.is_like(&part))?;
    // Of the 33 in 已判决的33件中胜诉31件 something is counted again; 6件全部经审核 are their own whole.
    let behind = doc.text.get(part.span.end..)?;
    if (behind.starts_with('中') && !behind.starts_with("中标")) || ALL_OF_THEM.beginning(behind).is_some() {
        return None;
    }
    let said = Span::new(whole.span.end, rate.span.start);
    // A figure still to be filled in may be the one the rate is of.
    let unread = doc.get(said).contains(|c| matches!(c, '*' | '×' | '＊' | '_' | '０'..='９'));
    if unread
        || !is_of_these(doc, part.span.end, Span::new(sentence.start, rate.span.start))
        || is_rough(doc, rate)
        || counts::spans_years(doc.get(sentence))
    {
        return None;
    }
    let linked = match &kind {
        Kind::Done(stem) => is_about(doc, said, part, stem) || is_of_hearings(doc, whole, said, stem),
        Kind::Share => holds_parts(doc.get(Span::new(whole.span.end, part.span.start))),
    };
    if linked && part.value > whole.value && rate.ten_thousandths() <= 1_000_000 && is_more(doc, &counts, part, whole, kind) {
        let span = with_sign(doc, rate);
        let (done, of) = (doc.get(part.span), doc.get(whole.span));
        let message = format!("完成数“{done}”比总数“{of}”还多，与“{}”不符", doc.get(span));
        return Some(RULE.finding(span, message).related(whole.span, "总数").related(part.span, "完成数"));
    }
    // Of 156件 only the grave ones go through 法制审核.
    let reviewed = around::han_before(doc.text, part.span.start, 8).ends_with("法制审核")
        && !around::has_any(around::han_before(doc.text, whole.span.start, 12), &["重大", "决定", "应", "送审", "提交"]);
    // 检察建议12件、司法建议8件，均按期回复: of one rank.
    let gap = doc.get(Span::new(whole.span.end, part.span.start));
    let alike =
        matches!(kind, Kind::Done(stem) if !gap.contains(stem)) && gap.starts_with(['、', '和', '及']) && !SETTLED.are_in(gap);
    if !linked
        || alike
        || reviewed
        || part.value > whole.value
        || whole.value == 0
        || any_pair_fits(&counts, rate)
        || fits(part.value, whole.value, rate)
    {
        return None;
    }
    let span = with_sign(doc, rate);
    let right = computed(part.value, whole.value, rate.decimals);
    let message =
        format!("“{}”与前文的“{}”“{}”不符，按这两个数计算约为{right}%", doc.get(span), doc.get(whole.span), doc.get(part.span));
    Some(
        RULE.finding(span, message)
            .related(whole.span, "总数")
            .related(part.span, "完成数")
            .fix(Fix::suggested(format!("改为“{right}%”"), vec![Edit::replace(rate.span, right)])),
    )
}

/// Whether what stands between two counts makes the second a part of the first: 其中, or 586项事项中，.
fn holds_parts(gap: &str) -> bool {
    gap.contains("其中") || gap.split_once(['，', ',']).is_some_and(|(clause, _)| clause.ends_with('中'))
}

/// Whether more was done than there was to do: 受理纠纷2143件，成功2202件, one directly behind the other and no two figures swapped.
fn is_more(doc: &Document, counts: &[Count], part: Count, whole: Count, kind: Kind) -> bool {
    let next = counts.len() >= 2 && counts.get(counts.len() - 2).is_some_and(|before| before.span == whole.span);
    // 132件，其中邻里51件、其他21件，成功128件: of the first.
    let next = next && !counts.iter().any(|count| count.span != part.span && count.is_like(&part) && count.value >= part.value);
    let before = doc.get(Span::new(doc.sentence_at(whole.span.start).start, whole.span.start));
    let clause = before.rsplit(|c: char| matches!(fold(c), '，' | '；')).next().unwrap_or(before);
    // 新收98件，审结105件: some were left from before.
    let fresh = clause.contains("新") || around::has_any(clause, &["收案", "立案", "收到"]);
    let gap = doc.get(Span::new(whole.span.end, part.span.start));
    matches!(kind, Kind::Done(_)) && next && !fresh && gap.chars().count() <= 10 && gap.starts_with(['，', ','])
}

/// Whether nothing between the last count and the rate gives it another subject: no other rate, no 行政复议调解率 behind 纠纷.
fn is_of_these(doc: &Document, counted: usize, head: Span) -> bool {
    let between = doc.get(Span::new(counted, head.end));
    if between.contains(['%', '％', '；']) {
        return false;
    }
    let clause = between.rsplit(|c: char| matches!(fold(c), '，' | '、' | '（')).next().unwrap_or(between);
    let clause = clause.split('率').next().unwrap_or(clause);
    let before = doc.get(Span::new(head.start, head.end - between.len()));
    let opening: String = clause.chars().take(2).collect();
    clause.chars().count() <= 4 || before.contains(&opening) || SETTLED.list().contains(&opening.as_str())
}

/// What a percentage is of.
#[derive(Clone, Copy)]
enum Kind<'t> {
    /// 成功率, 办结率: the words in front of 率.
    Done(&'t str),
    /// 占比, 占总数的.
    Share,
}

/// Reads the words directly in front of the percentage.
fn kind_of_rate(head: &str) -> Option<Kind<'_>> {
    const LINKS: [&str; 8] = ["达到了", "达到", "达", "为", "是", "实现", "：", "提升为"];
    let mut head = head;
    while let Some(link) = LINKS.iter().find(|link| head.ends_with(**link)) {
        head = head.get(..head.len() - link.len())?;
    }
    if let Some(stem) = head.strip_suffix('率') {
        let start = stem.char_indices().rev().take_while(|&(_, c)| is_han(c)).take(6).last().map_or(stem.len(), |(i, _)| i);
        return Some(Kind::Done(stem.get(start..)?));
    }
    let clause = head.rsplit(|c: char| matches!(fold(c), '，' | '、' | '；' | '（')).next()?;
    (clause.trim_start_matches(['仅', '只']).starts_with('占') && clause.chars().count() <= 10 && !clause.contains("比例为"))
        .then_some(Kind::Share)
}

/// Whether the rate is given roughly, or is one of several given together.
fn is_rough(doc: &Document, rate: &Number) -> bool {
    let behind = around::after(doc.text, rate.span.end, 3);
    let words = around::before(doc.text, rate.span.start, 14);
    let clause = words.rsplit(|c: char| matches!(fold(c), '，' | '；')).next().unwrap_or(words);
    behind.contains("以上") || behind.contains("左右") || ROUGHLY.are_in(clause)
}

/// Words that say that a rate is of several, is rounded or is compared.
static ROUGHLY: Words =
    Words::new(&["均", "分别", "超", "约", "近", "逾", "提升", "提高", "增长", "下降", "同比", "较", "至", "都"]);

/// Words that make a count the whole of what the rate is of.
static ALL_OF_THEM: Words = Words::new(&["全部", "已全部", "均", "都", "逐件", "逐一", "悉数", "全数"]);

/// Verbs of settling: where the rate has one of them, any other in the clause names the same.
static SETTLED: Words = Words::new(&[
    "成功", "化解", "调处", "调解", "解决", "办结", "结案", "处结", "处置", "处理", "整改", "完成", "答复", "回复", "落实",
    "销号", "办理", "达成",
]);

/// What makes another rate of one: in time, online, of its own accord.
static QUALIFIERS: Words = Words::new(&[
    "按期", "按时", "及时", "限时", "限期", "如期", "准时", "即时", "提前", "依法", "一次", "当场", "当日", "网上", "线上",
    "电子", "自动", "自行", "主动", "实质", "法定", "提速", "压减", "压缩", "缩短",
]);

/// Words before a count of something else than what was done.
static NEGATED: Words =
    Words::new(&["不", "未", "无", "驳回", "退回", "其余", "剩余", "正在", "尚", "季度", "半年", "首批", "月", "新"]);

/// Whether the clause of the smaller count says what the rate is of.
fn is_about(doc: &Document, said: Span, part: Count, stem: &str) -> bool {
    let clause = doc.get(said);
    // 不合格52批次 counts the contrary.
    if NEGATED.are_in(around::before(doc.text, part.span.start, 8)) {
        return false;
    }
    let words = clause.strip_suffix('率').unwrap_or(clause);
    let words = words.get(..words.len().saturating_sub(stem.len())).unwrap_or("");
    // 办结80件，按期办结率100%: the rest is not yet due.
    if QUALIFIERS.list().iter().any(|word| stem.contains(word) && !words.contains(word)) {
        return false;
    }
    let key_start = stem.char_indices().rev().nth(1).map_or(0, |(i, _)| i);
    let key = stem.get(key_start..).unwrap_or(stem);
    // A longer clause counts something new: 重大执法决定法制审核12件.
    let length = around::han_before(doc.text, part.span.start, 20).chars().count();
    let named = key.chars().count() == 2 && words.contains(key);
    // What is settled must be said of the count itself: 精简至49项，其中32项告知承诺，全年办理许可，办结率94.7% goes on to other things.
    let near = doc.get(Span::new(said.start.min(part.span.start), part.span.start));
    let before = near.rsplit(|c: char| matches!(fold(c), '，' | '；' | '（')).next().unwrap_or(near);
    let behind = doc.get(Span::new(part.span.end, said.end));
    let behind = behind.split(|c: char| matches!(fold(c), '，' | '；' | '）')).next().unwrap_or(behind);
    let told = |clause: &str| SETTLED.are_in(clause);
    // 调解和解率, 调解结案率 are shares of what was settled, not how much was.
    let way = ["和解", "结案", "撤诉", "撤回"].iter().any(|end| stem.strip_suffix(end).is_some_and(told));
    let settles = !way && told(stem) && told(words) && (told(before) || told(behind));
    (settles && length <= 9) || (named && length <= 6)
}

/// 应出庭12件，实际出庭10件，出庭应诉率100%.
fn is_of_hearings(doc: &Document, whole: Count, said: Span, stem: &str) -> bool {
    let due = around::has_any(around::han_before(doc.text, whole.span.start, 12), &["应出庭", "应当出庭"]);
    due && stem.ends_with("应诉") && doc.get(said).contains("出庭")
}

/// Whether some two of the sentence's counts, or the sum of the last few, give the rate.
fn any_pair_fits(counts: &[Count], rate: &Number) -> bool {
    let near = counts.get(counts.len().saturating_sub(10)..).unwrap_or(counts);
    let mut sums: Vec<u64> = near.iter().map(|count| count.value).collect();
    let (mut sum, mut rest) = (0u64, near);
    while let Some((last, before)) = rest.split_last() {
        sum = sum.saturating_add(last.value);
        sums.push(sum);
        rest = before;
    }
    near.iter().any(|whole| sums.iter().any(|&part| part != whole.value && part < whole.value && fits(part, whole.value, rate)))
}

/// Whether `part` of `whole` is `rate` percent: ±1 in the last digit shown, but a full 100% must round to 100%.
fn fits(part: u64, whole: u64, rate: &Number) -> bool {
    let exact = rounded(part, whole, rate.decimals);
    let said = u128::from(rate.mantissa);
    let hundred = 100 * 10u128.pow(u32::from(rate.decimals.min(6)));
    if said == hundred && part < whole { exact == said } else { exact.abs_diff(said) <= 1 }
}

/// The rate in units of its last digit, rounded.
fn rounded(part: u64, whole: u64, decimals: u8) -> u128 {
    let scale = 100 * 10u128.pow(u32::from(decimals.min(6)));
    let whole = u128::from(whole.max(1));
    (u128::from(part) * scale * 2 + whole) / (2 * whole)
}

/// The rate with the sign behind it.
pub(super) fn with_sign(doc: &Document, rate: &Number) -> Span {
    Span::new(rate.span.start, rate.span.end + around::after(doc.text, rate.span.end, 1).len())
}

/// The rate as written with at least one decimal where it is not whole.
pub(super) fn computed(part: u64, whole: u64, decimals: u8) -> String {
    let decimals = if decimals == 0 && (u128::from(part) * 100) % u128::from(whole.max(1)) != 0 { 1 } else { decimals.min(6) };
    let value = rounded(part, whole, decimals);
    let scale = 10u128.pow(u32::from(decimals));
    if decimals == 0 {
        value.to_string()
    } else {
        format!("{}.{:0width$}", value / scale, value % scale, width = usize::from(decimals))
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_rates_their_figures_contradict() {
        flags(&RULE, "全年受理各类纠纷168件，调处成功161件，成功率⟦98.2%⟧。");
        flags(&RULE, "受理矛盾纠纷156件,成功化解150件,成功率达⟦100%⟧。");
        flags(&RULE, "提出法律意见43条，采纳41条，采纳率为⟦98%⟧。检查发现问题1,340个，整改1,217个，整改率⟦99.0%⟧。");
        flags(&RULE, "受理信访156件，150件得到解决，办结率⟦100%⟧。");
        flags(&RULE, "受理投诉200件，其中物业类58件，占比⟦39%⟧。");
        flags(&RULE, "承接的586项执法事项中，实际开展358项，仅占⟦51%⟧。");
        flags(&RULE, "全镇26个村中，有20个村建成阵地，占⟦67%⟧。");
        fixes(&RULE, "受理纠纷156件，调处成功150件，成功率100%。", "受理纠纷156件，调处成功150件，成功率96.2%。");
    }

    #[test]
    fn flags_more_done_than_there_was() {
        flags(&RULE, "调解各类矛盾纠纷2143件，成功2202件，成功率⟦98.1%⟧。上报事件2134件，办结2217件，办结率⟦99.7%⟧。");
    }

    #[test]
    fn accepts_cases_left_from_before() {
        accepts(
            &RULE,
            "新收案件98件，审结105件，结案率97.2%。受理纠纷132件，其中邻里纠纷51件、其他21件，成功调解128件，成功率95%。",
        );
        accepts(&RULE, "收到行政复议申请1,846件，办结1,702件，调解和解率31.2%。受理557件，办结502件，调解结案率33.8%。");
        accepts(&RULE, "受理案件156件，较上年减少19件，办结150件，办结率96.2%。");
    }

    #[test]
    fn accepts_rates_that_round() {
        accepts(&RULE, "行政应诉案件41件，已判决的**件中胜诉31件，胜诉率93.9%。");
        accepts(&RULE, "行政应诉案件41件，已判决的33件中多数胜诉，胜诉率93.9%。");
        accepts(&RULE, "许可事项由58项精简至49项，其中32项实行告知承诺，全年办理许可，提前办结率94.7%。");
        accepts(&RULE, "调解矛盾纠纷案件153件,调处成功153件,调处成功率100%。");
        accepts(&RULE, "排查矛盾纠纷186件，调处成功183件，成功率98.4%；采纳意见41条。");
        accepts(&RULE, "受理纠纷362件，化解355件，化解率98.0%。排查隐患68项，已整改66项，整改率97%。");
    }

    #[test]
    fn accepts_rates_of_something_else() {
        accepts(&RULE, "完成食品抽检1,860批次，不合格52批次，核查处置率100%。");
        accepts(&RULE, "组织41名执法人员参加考试，1名补考，合格率97.6%，审查合同51份、重大事项8项，审查率100%。");
        accepts(&RULE, "受理纠纷100件，办结98件，成功化解95件，化解率96.9%。");
        accepts(&RULE, "办理案件56件，重大执法决定法制审核12件，审核率100%，群众满意率98%。");
        accepts(
            &RULE,
            "调处纠纷2140件，成功2103件，成功率98.3%，行政复议调解率31.5%。受理纠纷40件，化解30件，行政诉讼败诉化解率100%。",
        );
    }

    #[test]
    fn accepts_rough_figures_and_cases_of_other_years() {
        accepts(&RULE, "受理纠纷1700余件，化解1500件，化解率95%。");
        accepts(&RULE, "受理案件30件（含上年结转5件），办结28件，办结率100%。");
        accepts(&RULE, "受理诉求120件，办结110件，按期办结率、满意率均达100%。受理12件，办结10件，办结率超过90%。");
    }

    #[test]
    fn accepts_counts_that_are_their_own_whole() {
        accepts(&RULE, "办理案件86件，重大案件6件全部经法制审核，审核率100%。");
        accepts(&RULE, "受理纠纷60件，调解成功的56件均已履行，履行率100%。");
    }

    #[test]
    fn flags_hearings_that_were_not_attended() {
        flags(&RULE, "行政机关负责人应出庭12件，实际出庭10件，出庭应诉率⟦100%⟧。");
        accepts(&RULE, "行政诉讼案件12件，开庭10件，负责人出庭10件，出庭应诉率100%。");
    }

    #[test]
    fn accepts_rates_of_what_was_due_or_done_another_way() {
        accepts(&RULE, "收到投诉86件，办结80件，按期办结率100%。受理案件96件，已答复90件，及时答复率100%。");
        accepts(&RULE, "送达文书260份，直接送达200份，电子送达率23%。受理申请120件，当场办结90件，网上办结率65%。");
        flags(&RULE, "收到投诉86件，按期办结80件，按期办结率⟦100%⟧。");
    }

    #[test]
    fn accepts_chains_and_reviews_of_the_grave_ones() {
        accepts(&RULE, "共320户，签约286户，签约率89.4%，搬迁270户，搬迁率94.4%。办理案件156件，法制审核32件，审核率100%。");
        flags(&RULE, "共320户，签约286户，搬迁200户，搬迁率⟦94.4%⟧。重大执法决定36件，法制审核32件，审核率⟦100%⟧。");
    }

    #[test]
    fn accepts_counts_of_one_rank() {
        accepts(&RULE, "收到检察建议12件、司法建议8件，均按期回复，回复率100%。");
        flags(&RULE, "受理纠纷153件、调解成功140件，成功率⟦100%⟧。");
    }
}
