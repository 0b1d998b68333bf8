//! Growth told with the figures it is of, for `ratio-mismatch`.

use crate::diagnostic::{Edit, Finding, Fix};
use crate::document::Document;
use crate::rule::Rule;
use crate::text::{Number, Span, Words, around, is_han};

use super::ratio_mismatch::{computed, with_sign};

/// Growth that the figures it is told with contradict: 由76人增至112人，增长74.4%.
pub(super) fn judge(doc: &Document, rate: &Number, rule: &'static Rule) -> Option<Finding> {
    static GREW: Words = Words::new(&["增长", "增长了", "上升", "上升了", "增幅", "增幅达", "增长率为"]);
    static FELL: Words = Words::new(&["下降", "下降了", "减少", "减少了", "降低", "降幅", "降幅达"]);
    static REACHED: Words = Words::new(&[
        "增至",
        "增加到",
        "增加至",
        "增长到",
        "增长至",
        "上升到",
        "上升至",
        "提高到",
        "提高至",
        "升至",
        "扩大到",
        "扩大至",
        "降至",
        "下降到",
        "下降至",
        "减少到",
        "减少至",
        "减至",
        "降低到",
        "降低至",
    ]);
    let grew = GREW.preceding(doc.text, rate.span.start);
    let word = grew.or_else(|| FELL.preceding(doc.text, rate.span.start))?;
    let at = rate.span.start - word.len();
    let head = doc.get(Span::new(doc.sentence_at(rate.span.start).start, at));
    let before = head.strip_suffix(['，', ','])?;
    let numbers = doc.numbers(Span::new(at - head.len(), at));
    let [.., from, to] = numbers else { return None };
    let unit = doc.get(Span::new(to.span.end, at - (head.len() - before.len())));
    let between = doc.get(Span::new(from.span.end, to.span.start));
    let was = REACHED.before(between)?;
    let told = around::preceded_by(doc.text, from.span.start, &["由", "从", "年的", "由原来的"]).is_some();
    let plain = !unit.is_empty() && unit.chars().all(is_han) && unit.chars().count() <= 4 && (was == unit || was.is_empty());
    let (a, b) = (from.ten_thousandths(), to.ten_thousandths());
    // More digits than any figure has, which the arithmetic would not hold.
    let endless = from.digits.max(to.digits) > 12;
    if endless || !told || !plain || a == 0 || (grew.is_some() && b <= a) || (grew.is_none() && b >= a) {
        return None;
    }
    // Figures in 万, or with a point, are rounded by half of their last digit.
    let half = |number: &Number| {
        let rounded = unit.starts_with(['万', '亿']) || number.decimals > 0;
        if rounded { 10u64.pow(u32::from(4 - number.decimals.min(4))) / 2 } else { 0 }
    };
    let (less, more) = if grew.is_some() { ((a, half(from)), (b, half(to))) } else { ((b, half(to)), (a, half(from))) };
    let scale = 100 * 10u128.pow(u32::from(rate.decimals.min(6)));
    let change = |least: u64, most: u64, of: u64| u128::from(most.saturating_sub(least)) * scale / u128::from(of.max(1));
    let [low, high] = [
        (less.0.saturating_add(less.1), more.0.saturating_sub(more.1)),
        (less.0.saturating_sub(less.1), more.0.saturating_add(more.1)),
    ]
    .map(|(least, most)| change(least, most, if grew.is_some() { least } else { most }));
    let said = u128::from(rate.mantissa);
    if said + 1 >= low && said <= high + 1 {
        return None;
    }
    let span = with_sign(doc, rate);
    let right = computed(a.abs_diff(b), a, rate.decimals);
    let figures = doc.get(Span::new(from.span.start, to.span.end + unit.len()));
    let message = format!("“{word}{}”与前文的“{figures}”不符，按这两个数计算约为{right}%", doc.get(span));
    Some(rule.finding(span, message).fix(Fix::suggested(format!("改为“{right}%”"), vec![Edit::replace(rate.span, right)])))
}

#[cfg(test)]
mod tests {
    use crate::rules::consistency::ratio_mismatch::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_growth_its_figures_contradict() {
        flags(&RULE, "讲师团人数由76人增至112人，增长⟦74.4%⟧。检查次数从9870次减少到5329次，下降⟦56%⟧。");
        fixes(&RULE, "讲师团人数由76人增至112人，增长74.4%。", "讲师团人数由76人增至112人，增长47.4%。");
    }

    #[test]
    fn accepts_growth_that_fits() {
        accepts(&RULE, "人数由76人增至112人，增长47.4%。检查次数从9870次减少到5329次，下降46%。");
        accepts(&RULE, "户数由1.2万户增至1.5万户，增长26.3%。");
    }

    #[test]
    fn accepts_growth_of_something_else() {
        accepts(&RULE, "办结率由85%提高到95%，提高10%。人员由76人增至112人，经费增长20%。");
        accepts(&RULE, "户数由1万户增至99999999999999999999999万户，增长20%。");
        accepts(&RULE, "机构由3个增至5个，人员达112人，增长20%。");
    }
}
