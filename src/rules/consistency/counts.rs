//! Counts: a number with its measure word, as the figures of one sentence are compared.

use crate::document::Document;
use crate::text::{Number, Span, Words};

/// A number with a measure word.
#[derive(Clone, Copy, Debug)]
pub struct Count<'t> {
    /// Its value.
    pub value: u64,
    /// Number and measure word.
    pub span: Span,
    /// The measure word.
    pub unit: &'t str,
}

impl Count<'_> {
    /// Whether the two count the same kind of thing: the same measure word, or words for cases (件, 起, 宗, 例).
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        const CASES: [&str; 4] = ["件", "起", "宗", "例"];
        self.unit == other.unit || (CASES.contains(&self.unit) && CASES.contains(&other.unit))
    }
}

/// Measure words; those that begin with another come first.
static UNITS: Words = Words::new(&[
    "人次",
    "批次",
    "户次",
    "家次",
    "件次",
    "场次",
    "个次",
    "平方米",
    "公里",
    "件",
    "起",
    "宗",
    "例",
    "个",
    "条",
    "项",
    "次",
    "人",
    "名",
    "户",
    "份",
    "处",
    "家",
    "场",
    "批",
    "册",
    "部",
    "篇",
    "期",
    "间",
    "台",
    "辆",
    "亩",
    "吨",
    "元",
    "支",
    "所",
    "类",
    "轮",
    "节",
    "卷",
    "笔",
    "座",
    "栋",
    "套",
    "组",
    "村",
    "单",
    "位",
    "幅",
    "块",
    "面",
    "封",
]);

/// The exact counts among the numbers of `span`: no round figures (1700余件, 1.2万件), no dates, no money in 万.
pub fn counts<'d, 't>(doc: &'d Document<'t>, span: Span) -> impl Iterator<Item = Count<'t>> + 'd {
    doc.numbers(span).iter().filter_map(|number| count(doc, number))
}

/// Words in front of a number that does not count exactly, or counts a difference.
static ROUGHLY: Words = Words::new(&[
    "第",
    "近",
    "约",
    "超",
    "超过",
    "逾",
    "达到近",
    "不少于",
    "至少",
    "每",
    "减少",
    "下降",
    "增加",
    "上升",
    "减少了",
    "下降了",
    "增加了",
    "上升了",
]);
/// Verbs that end in 约.
static WITH_YUE: Words = Words::new(&["签约", "履约", "邀约", "预约", "违约"]);
/// What may stand behind a measure word that makes no count of it.
static MORE: Words = Words::new(&["以上", "左右", "以下", "百分点", "月", "工作日", "小时", "季度", "/", "／"]);

fn count<'t>(doc: &Document<'t>, number: &Number) -> Option<Count<'t>> {
    measured(doc, number, number.whole()?, &UNITS)
}

/// `value`, told exactly by `number` in one of `units`.
fn measured<'t>(doc: &Document<'t>, number: &Number, value: u64, units: &Words) -> Option<Count<'t>> {
    let end = number.span.end + units.following(doc.text, number.span.end)?.len();
    // 第3次, 近30件 and 30件以上 do not count exactly; 3个月, 5个百分点 and 80元/人 are no things counted.
    // 签约286户 counts exactly.
    let signed = WITH_YUE.preceding(doc.text, number.span.start).is_some();
    let exact = (signed || ROUGHLY.preceding(doc.text, number.span.start).is_none()) && MORE.following(doc.text, end).is_none();
    exact.then(|| Count { value, span: Span::new(number.span.start, end), unit: doc.get(Span::new(number.span.end, end)) })
}

/// Whether the sentence counts cases of more than one year, so that its figures need not add up.
#[must_use]
pub fn spans_years(sentence: &str) -> bool {
    const WORDS: Words =
        Words::new(&["结转", "跨年", "上年", "往年", "历年", "遗留", "积案", "存量", "上一年", "去年", "累计", "历史"]);
    // 较上年减少19件 only compares.
    const COMPARED: [&str; 6] = ["较上年", "比上年", "较去年", "比去年", "较上一年", "比上一年"];
    if !WORDS.are_in(sentence) {
        return false;
    }
    let told = COMPARED.iter().fold(sentence.to_owned(), |told, word| told.replace(word, ""));
    WORDS.are_in(&told)
}

/// The sums of money and other quantities in 万 and 亿 of `span`, `value` in ten-thousandths of the unit.
pub fn amounts<'t>(doc: &Document<'t>, span: Span) -> Vec<Count<'t>> {
    static AMOUNTS: Words = Words::new(&[
        "亿元",
        "万元",
        "万亩",
        "万吨",
        "万件",
        "万条",
        "万人次",
        "万户",
        "万平方米",
        "亿立方米",
        "平方千米",
        "公里",
    ]);
    let numbers = doc.numbers(span).iter().filter(|number| number.decimals <= 4);
    numbers.filter_map(|number| measured(doc, number, number.ten_thousandths(), &AMOUNTS)).collect()
}
