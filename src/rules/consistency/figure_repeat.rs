//! One fact told in two parts.

use crate::document::{Document, Part};
use crate::facts::rates;
use crate::rule::{Check, Findings};
use crate::text::{Hash, Seen, Span, around, is_han};

use super::figures;

crate::declare_rule! {
    /// 检查什么：同一项事实和数字在不同部分重复写，如第一部分和第三部分都写“法律顾问覆盖率100%”“调解矛盾纠纷153件”。
    ///
    /// 为什么：年度报告应当简洁，同一事实只写一次；重复罗列会被认为凑篇幅。
    ///
    /// 示例：第一部分写“41个行政村法律顾问覆盖率达100%”，第三部分又写“每个村都有法律顾问，覆盖率100%” → 保留一处
    ///
    /// 修改：建议保留一处，另一处改写主要负责人做了什么。
    ///
    /// 不算：导语中的概括，同一部分之内的前后照应，数字不同的，对象不同的。
    "figure-repeat", "同一事实重复陈述", Consistency, Info, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第十九条",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let told = doc.once(figures::told);
    let (mut first, mut again) = (Seen::default(), Seen::default());
    for (i, clause) in told.iter().enumerate().filter(|(_, clause)| clause.value >= 3 && clause.length >= 5) {
        let hash = clause.fact();
        let other = told.get(*first.entry(hash).or_insert(i)).filter(|other| other.part != clause.part);
        if let Some(other) = other.filter(|_| again.insert(hash, i).is_none()) {
            repeat(doc, clause.span, other.span, out);
        }
    }
    let rates = rates_of_coverage(doc);
    let (mut first, mut again) = (Seen::default(), Seen::default());
    for (i, rate) in rates.iter().enumerate() {
        // Four characters of the topic in both: 法律顾问.
        let met: Vec<usize> = rate.grams().map(|gram| *first.entry(gram).or_insert(i)).collect();
        let other = met.iter().filter_map(|&of| rates.get(of)).find(|other| other.part != rate.part);
        if let Some(other) = other.filter(|_| rate.grams().filter(|&gram| again.insert(gram, i).is_some()).count() == 0) {
            repeat(doc, rate.span, other.span, out);
        }
    }
}

fn repeat(doc: &Document, later: Span, earlier: Span, out: &mut Findings) {
    let message = format!("“{}”前文已经写过（“{}”），建议保留一处", doc.get(later), doc.get(earlier));
    out.push(RULE.finding(later, message).related(earlier, "前文的这一处"));
}

/// A rate with what it is of.
struct Rate<'t> {
    part: Option<Part>,
    value: (u64, u8),
    /// 覆盖率.
    noun: &'t str,
    /// The words in front of it.
    topic: &'t str,
    span: Span,
}

/// The rates of coverage and the like in the parts on what was done.
fn rates_of_coverage<'t>(doc: &Document<'t>) -> Vec<Rate<'t>> {
    let blocks = doc
        .body_blocks()
        .filter(|(_, block)| block.is_running() && matches!(block.part, Some(Part::Achievements | Part::LeaderDuties)));
    let rates = doc.once(rates::all);
    let read = |part: Option<Part>, rate: &rates::Rate| {
        let words = doc.get(rate.words);
        let noun = ["覆盖率", "审查率", "审核率", "备案率", "出庭应诉率", "持证率", "参训率"]
            .into_iter()
            .find(|noun| words.ends_with(noun))?;
        let start = rate.span.start;
        let topic = around::before(doc.text, rate.number.span.start, 24).split(noun).next()?;
        let end = rate.percent.map_or(rate.number.span.end, |percent| percent.end);
        let shown = around::han_before(doc.text, start, 5).len();
        Some(Rate { part, value: (rate.number.mantissa, rate.number.decimals), noun, topic, span: Span::new(start - shown, end) })
    };
    blocks.flat_map(|(_, block)| rates.within(block.span).iter().filter_map(|rate| read(block.part, rate))).collect()
}

impl Rate<'_> {
    /// Every four characters in a row of the topic, with noun and value, as numbers.
    fn grams(&self) -> impl Iterator<Item = u64> {
        let chars: Vec<char> = self.topic.chars().collect();
        let grams: Vec<u64> =
            chars.windows(4).filter(|gram| gram.iter().all(|&c| is_han(c))).map(|gram| self.gram(gram)).collect();
        grams.into_iter()
    }

    fn gram(&self, gram: &[char]) -> u64 {
        let mut hash = Hash::new();
        gram.iter().copied().chain(self.noun.chars()).for_each(|c| hash.add(c));
        let (mantissa, decimals) = self.value;
        hash.0 ^ mantissa.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(u32::from(decimals))
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    fn report(first: &str, leaders: &str) -> String {
        format!(
            "清溪镇人民政府2025年度法治政府建设情况报告\n一、2025年度主要举措和成效\n{first}\n二、2025年度存在的不足和原因\n人员较少。\n三、2025年度党政主要负责人履行推进法治建设第一责任人职责情况\n{leaders}\n"
        )
    }

    #[test]
    fn flags_a_rate_told_twice() {
        flags(&RULE, &report("全镇41个行政村法律顾问覆盖率达100%，遇事找法。", "健全制度，每个村都有法律顾问，⟦覆盖率100%⟧。"));
    }

    #[test]
    fn flags_a_count_told_twice() {
        flags(&RULE, &report("全年调解矛盾纠纷153件，成功150件。", "推动依法治理，⟦调解矛盾纠纷153件⟧。"));
    }

    #[test]
    fn accepts_other_figures_and_other_things() {
        accepts(
            &RULE,
            &report("全年调解矛盾纠纷153件，网格覆盖率100%。", "调解信访积案3件，法律顾问覆盖率100%，普法阵地覆盖率98%。"),
        );
        accepts(&RULE, &report("开展普法宣传12场，发放资料300份。", "镇党委书记开展专题调研12次，讲授法治课2次。"));
        accepts(&RULE, &report("全镇法律顾问覆盖率99999999999999999999%。", "带头学法。"));
    }

    #[test]
    fn accepts_repeats_inside_one_part() {
        accepts(&RULE, &report("全年调解矛盾纠纷153件。\n（一）调解矛盾纠纷153件，其中邻里纠纷80件。", "带头学法。"));
    }
}
