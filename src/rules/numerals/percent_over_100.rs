//! A share of more than everything.

use crate::document::Document;
use crate::facts::rates::{self, Noun, Rate, may_exceed};
use crate::rule::{Check, Findings};
use crate::text::{Span, Words, around, fold, is_han};

crate::declare_rule! {
    /// 检查什么：覆盖率、办结率、合格率、满意度、参考率等超过100%。
    ///
    /// 为什么：这些比率是部分与全部之比，不可能超过100%，多为数字误写。
    ///
    /// 示例：按期办结率达105% → 核对后改正
    ///
    /// 修改：核对数据。
    ///
    /// 不算：增长率、任务完成率、使用率、贡献率等可以超过100%的比率，同比增长等增减幅度。
    "percent-over-100", "比率超过100%", Numerals, Error, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第二十条",
    Check::Document(check),
}

/// In ten-thousandths.
const WHOLE: u64 = 100 * 10_000;

fn check(doc: &Document, out: &mut Findings) {
    let rates = doc.once(rates::all);
    let of_rates = rates.iter().filter(|rate| rate.number.ten_thousandths() > WHOLE).filter_map(|rate| share(doc, rate));
    let numbers = doc.scan.numbers.iter().filter(|number| number.ten_thousandths() > WHOLE);
    let of_totals = numbers.filter_map(|number| share_of_total(doc, number.span).or_else(|| reduced(doc, number.span)));
    let of_totals = of_totals.filter(|span| doc.block_around(span.start).is_some_and(|block| block.is_running()));
    for span in of_rates.chain(of_totals) {
        out.push(RULE.finding(span, format!("“{}”超过100%，请核对", doc.get(span))));
    }
}

/// 办结率105%: a rate that cannot be above the whole.
fn share(doc: &Document, rate: &Rate) -> Option<Span> {
    let percent = rate.percent.filter(|&span| !doc.get(span).ends_with('‰'))?;
    let any = rate.words.is_empty() || rate.noun == Noun::Proportion || may_exceed(doc.get(rate.words));
    (!any).then(|| Span::new(rate.span.start, percent.end))
}

/// 占派出所总数的187.9%: the share of a total.
fn share_of_total(doc: &Document, number: Span) -> Option<Span> {
    let percent = around::followed_by(doc.text, number.end, &["%", "％"])?;
    let head = doc.get(Span::new(doc.sentence_at(number.start).start, number.start));
    let clause = head.strip_suffix("总数的").or_else(|| head.strip_suffix("总量的")).or_else(|| head.strip_suffix("总额的"))?;
    let at = clause.rfind('占')?;
    let words = clause.get(at..)?;
    let compared = around::has_any(words, &["上年", "去年", "同期", "计划", "任务", "目标", "预算"]);
    (!compared && words.chars().all(is_han)).then(|| Span::new(number.start - (head.len() - at), number.end + percent.len()))
}

/// 办理时限平均压减147%: nothing shrinks by more than all of it; a profit may, and what shrinks to 120% is not by that much.
fn reduced(doc: &Document, number: Span) -> Option<Span> {
    static SHRINKS: Words =
        Words::new(&["压减", "压缩", "缩短", "缩减", "精简", "下降", "减少", "降低", "降幅", "减幅", "压减率", "压缩率"]);
    static BETWEEN: Words =
        Words::new(&["了", "达到", "达", "时限", "时间", "幅度", "比例", "比率", "约", "近", "超过", "超", "为"]);
    let percent = around::followed_by(doc.text, number.end, &["%", "％"])?;
    let clause = around::before(doc.text, number.start, 24).rsplit(is_pause).next()?;
    let mut head = clause;
    while let Some(rest) = BETWEEN.before(head) {
        head = rest;
    }
    let shrinks = SHRINKS.before(head)?;
    let signed = around::has_any(shrinks, &["利润", "收益", "盈", "亏", "增幅", "增速", "净", "同比增"]);
    (!signed).then(|| Span::new(number.start - (clause.len() - shrinks.len()), number.end + percent.len()))
}

fn is_pause(c: char) -> bool {
    matches!(fold(c), '，' | '。' | '；' | '、' | '：')
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    #[test]
    fn flags_shares_of_more_than_all() {
        flags(&RULE, "组织64名干部参加法律知识考试，⟦合格率105%⟧。");
        flags(&RULE, "⟦办结率达到100.5%⟧，群众⟦满意度为103%⟧。");
        flags(&RULE, "调解⟦成功率105%⟧，⟦扫码率120%⟧。");
        flags(&RULE, "参考率、合格率分别达98%和⟦120%⟧。");
        flags(&RULE, "问题整改⟦完成率110%⟧。");
        flags(&RULE, "推行“一窗通办”派出所73家，⟦占派出所总数的187.9%⟧。");
    }

    #[test]
    fn accepts_growth_targets_and_whole_shares() {
        accepts(&RULE, "高新技术企业产值增长率为120%，拆除任务完成率105%。");
        accepts(&RULE, "技改投资同比增长112%，预算执行率101.2%，床位使用率108%。");
        accepts(&RULE, "养老保险参保率102.6%，移动电话普及率125%。");
        accepts(&RULE, "参训率100%，满意率99.9%，较上年提高105%。");
        accepts(&RULE, "毛入学率达到103.5%，对经济增长的贡献率为130%。");
        accepts(&RULE, "推行的派出所占总数的87.9%，受理量占上年总数的150%，拆除面积占年度任务总量的131.5%。");
        accepts(&RULE, "受理量是上年的150%，办结率没有统计。");
    }

    #[test]
    fn flags_what_shrinks_by_more_than_all() {
        flags(&RULE, "上线事项32项，平均⟦压减时限147%⟧，办理时间⟦缩短了120%⟧，案件同比⟦下降105%⟧。");
        accepts(&RULE, "平均压减时限47%，企业利润下降120%，案件下降后又回升120%，时限压缩至120%，减少环节，满意度提高120%。");
    }

    #[test]
    fn accepts_plans_more_than_carried_out() {
        accepts(&RULE, "粮食播种面积落实率为100.4%，超额完成下达任务。");
        flags(&RULE, "问题整改⟦落实率为100.4%⟧。");
    }
}
