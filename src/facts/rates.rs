//! Rates: numbers behind 覆盖率, 满意度, 占比 and their like.

use crate::document::Document;
use crate::text::{Ascending, Number, Placed, Span, Words, around, chars, fold};

/// What a rate's noun tells of its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    /// …率.
    Rate,
    /// 满意度, 占比, 比重, 覆盖面: mostly a percentage.
    Share,
    /// 比例: a percentage or a proportion.
    Proportion,
}

/// A number that gives the value of a rate.
#[derive(Clone, Copy, Debug)]
pub struct Rate {
    /// The number.
    pub number: Number,
    /// What kind of noun stands before it.
    pub noun: Noun,
    /// The noun and up to two dozen characters before it; empty where only 由85%提高到 stands there.
    pub words: Span,
    /// From the noun's last three characters to the number's end.
    pub span: Span,
    /// The per cent sign behind the number.
    pub percent: Option<Span>,
    /// Whether a verb (达, 为, 提高到) stands between noun and number.
    pub verb: bool,
}

impl Placed for Rate {
    fn at(&self) -> usize {
        self.number.span.start
    }
}

/// The rates of all paragraphs and headings; for [`Document::once`].
#[must_use]
pub fn all(doc: &Document) -> Ascending<Rate> {
    let blocks = doc.text_blocks().filter(|(_, block)| block.is_running());
    Ascending::new(blocks.flat_map(|(_, block)| rates(doc, block.span)).collect())
}

/// The rates in `span`, ascending; of 合格率、满意度分别为98%、95% both.
fn rates(doc: &Document, span: Span) -> Vec<Rate> {
    let mut found: Vec<Rate> = Vec::new();
    for &number in doc.numbers(span) {
        // 98%、95%: the second value of the same list.
        let listed = found.last().copied().filter(|last| {
            let end = last.percent.unwrap_or(last.number.span).end;
            matches!(doc.get(Span::new(end, number.span.start.max(end))), "、" | "和" | "与" | "及")
        });
        let read = match listed {
            Some(last) => Some(Rate { number, span: number.span, ..last }),
            None => before(doc, span, number),
        };
        found.extend(read.map(|rate| Rate { percent: percent_behind(doc, number.span.end), ..rate }));
    }
    found
}

fn percent_behind(doc: &Document, at: usize) -> Option<Span> {
    let rest = doc.text.get(at..)?;
    let blanks = rest.len() - rest.trim_start_matches(chars::is_blank).len();
    let c = chars::after(doc.text, at + blanks)?;
    matches!(c, '%' | '％' | '﹪' | '‰').then(|| Span::new(at, at + blanks + c.len_utf8()))
}

/// Words between a rate's noun and its number, in the order they are taken off from the right.
const ABOUT: Words =
    Words::new(&["不低于", "不少于", "不小于", "超过", "高于", "大于", "接近", "突破", "将近", "约", "近", "超", "仅", "只"]);
static VERBS: Words = Words::new(&["达到了", "达到", "高达", "达", "实现", "保持", "仅为", "为", "是", "：", "＝", "="]);
static REACHED: Words = Words::new(&["到了", "到", "至", "在"]);
static MOVED: Words = Words::new(&[
    "提高", "提升", "上升", "攀升", "回升", "增长", "增加", "升", "增", "下降", "降低", "压降", "压减", "降", "保持", "稳定",
    "维持", "控制",
]);
static FROM: Words = Words::new(&["由", "从"]);
static THAN: Words = Words::new(&["较", "比"]);
static ADVERBS: Words = Words::new(&[
    "均",
    "都",
    "分别",
    "已经",
    "已",
    "始终",
    "持续",
    "一直",
    "长期",
    "连续两年",
    "连续三年",
    "连续多年",
    "平均",
    "总体",
    "基本",
    "力争",
    "确保",
    "预计",
    "稳步",
    "逐年",
    "逐步",
    "不断",
    "进一步",
    "大幅",
    "显著",
    "明显",
    "实际",
    "全部",
    "也",
    "将",
    "能",
    "可",
    "就",
    "较上年",
    "较去年",
    "比上年",
    "比去年",
    "同比",
    "目前",
    "全年",
    "现",
]);

/// The nouns of shares.
static SHARES: Words = Words::new(&["满意度", "占比", "比重", "覆盖面", "知晓度", "认可度", "好评度"]);

/// Reads backwards from a number to the noun of its rate.
fn before(doc: &Document, within: Span, number: Number) -> Option<Rate> {
    // The nearest character is 率, 度, 达, 到, a blank … or the number gives no rate.
    let nearest = chars::before(doc.text, number.span.start)?;
    let leads = matches!(
        nearest,
        '率' | '度'
            | '比'
            | '重'
            | '面'
            | '例'
            | '达'
            | '到'
            | '了'
            | '为'
            | '是'
            | '：'
            | ':'
            | '='
            | '＝'
            | '在'
            | '至'
            | '约'
            | '近'
            | '超'
            | '过'
            | '低'
            | '少'
            | '小'
            | '于'
            | '高'
            | '大'
            | '破'
            | '只'
            | '仅'
            | '均'
            | '现'
            | '持'
            | '”'
    );
    if !leads && !chars::is_blank(nearest) {
        return None;
    }
    let head = around::before(doc.text, number.span.start, 30);
    let head = head.get(head.len().saturating_sub(number.span.start.saturating_sub(within.start))..).unwrap_or(head);
    let mut rest = head.trim_end_matches(chars::is_blank);
    strip(&mut rest, &ABOUT);
    let mut verb = strip(&mut rest, &VERBS) || rest.ends_with(':');
    rest = rest.trim_end_matches(':');
    if strip(&mut rest, &REACHED) {
        // 提高到 reaches a value; 提高 alone is a difference.
        let moved = strip(&mut rest, &MOVED);
        verb = true;
        // 由85%提高到98: what it was stands between.
        let was = rest.trim_end_matches(['%', '％']);
        let before_was = was.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
        if moved && before_was.len() < was.len() {
            if was.len() < rest.len() {
                let start = number.span.start - (head.len() - rest.len());
                let span = Span::new(start, number.span.end);
                return Some(Rate { number, noun: Noun::Rate, words: Span::at(start), span, percent: None, verb });
            }
            rest = before_was;
            strip(&mut rest, &FROM);
        }
    }
    strip(&mut rest, &ABOUT);
    while strip(&mut rest, &ADVERBS) {
        strip(&mut rest, &THAN);
    }
    let rest = rest.trim_end_matches(|c| chars::is_blank(c) || c == '”');
    let noun = if rest.ends_with('率') {
        Noun::Rate
    } else if SHARES.ending(rest).is_some() {
        Noun::Share
    } else if rest.ends_with("比例") {
        Noun::Proportion
    } else {
        return None;
    };
    let noun_end = number.span.start - (head.len() - rest.len());
    let start = rest
        .char_indices()
        .rev()
        .take_while(|&(_, c)| chars::is_han(c))
        .take(3)
        .last()
        .map_or(noun_end, |(i, _)| noun_end - (rest.len() - i));
    // A bare 率 behind a mark names nothing.
    (noun_end - start > '率'.len_utf8()).then_some(Rate {
        number,
        noun,
        words: Span::new(noun_end - rest.len(), noun_end),
        span: Span::new(start, number.span.end),
        percent: None,
        verb,
    })
}

/// Takes the first of `words` that ends `text` off it.
fn strip(text: &mut &str, words: &Words) -> bool {
    let Some(rest) = words.before(text) else { return false };
    *text = rest.trim_end_matches(chars::is_blank);
    true
}

/// Words of ratios to ten thousand people or a milliard.
static PER_MANY: Words = Words::new(&["万人", "每万", "十万", "百万", "千人", "每千", "亿元", "千分"]);

/// Rates that are no percentages, and ratios to ten thousand people or a milliard.
static NO_PERCENTAGES: Words = Words::new(&[
    "频率",
    "汇率",
    "心率",
    "功率",
    "倍率",
    "分辨率",
    "容积率",
    "速率",
    "脉率",
    "帧率",
    "曲率",
    "斜率",
    "市盈率",
    "市净率",
    "概率",
]);

/// Whether the noun's values are written without a per cent sign.
#[must_use]
pub fn is_no_percentage(words: &str) -> bool {
    // 标的额156.3亿元，采纳率 is no rate to a milliard.
    let words = words.rsplit(chars::is_mark).next().unwrap_or(words);
    (NO_PERCENTAGES.ending(words).is_some() && !words.ends_with("成功率")) || PER_MANY.are_in(words)
}

/// Rates that may be above one hundred per cent.
static MAY_EXCEED: Words = Words::new(&[
    "增长率",
    "增幅",
    "增速",
    "完成率",
    "达成率",
    "实现率",
    "使用率",
    "利用率",
    "负荷率",
    "入学率",
    "入园率",
    "贡献率",
    "收益率",
    "回报率",
    "产销率",
    "负债率",
    "自给率",
    "周转率",
    "执行率",
    "上座率",
    "入住率",
    "利润率",
    "溢价率",
    "超额率",
    "递增率",
    "增值率",
    "升值率",
    "保障率",
    "拨备覆盖率",
    "流动性覆盖率",
    "赔付率",
    "杠杆率",
    "换手率",
    "运转率",
    "入库率",
    "征收率",
    "收缴率",
    "参保率",
    "电话普及率",
    "清欠率",
    "回收率",
    "征缴率",
    "达产率",
    "兑付率",
    "投资率",
    "超限率",
    "超载率",
    "膨胀率",
    "存贷率",
    "增收率",
    "产出率",
    "成长率",
    "上涨率",
    "撬动率",
    "面积落实率",
    "任务落实率",
    "计划落实率",
    "指标落实率",
]);

/// Rates of settling things: never above one hundred, whatever their last characters.
const NEVER_EXCEEDS: Words =
    Words::new(&["整改完成率", "整治完成率", "化解完成率", "办理完成率", "答复完成率", "销号完成率", "调解完成率", "审查完成率"]);

/// Whether a rate can be above one hundred per cent: growth, the fulfilment of a target, the use of a capacity.
#[must_use]
pub fn may_exceed(words: &str) -> bool {
    NEVER_EXCEEDS.ending(words).is_none() && (is_no_percentage(words) || MAY_EXCEED.ending(words).is_some())
}

/// Words behind a rate that stands for itself.
static ROUNDED: Words = Words::new(&["以上", "以下", "以内", "左右", "的目标", "的要求"]);

/// Whether what follows a number leaves it without a unit: a mark, the end, or 以上, 左右.
#[must_use]
pub fn stands_bare(doc: &Document, number: Number, end: usize) -> bool {
    let rest = doc.get(Span::new(number.span.end, end));
    let tail = rest.trim_start_matches(chars::is_blank);
    let Some(first) = tail.chars().next() else { return true };
    match fold(first) {
        // 98、95%, 1：3, 15—30%: the unit or the other half stands behind.
        '。' | '；' | '）' | '！' => true,
        '，' if first == '，' => true,
        '，' | '、' | '.' => !tail.chars().nth(1).is_some_and(|c| c.is_ascii_digit()),
        _ => ROUNDED.beginning(tail).is_some(),
    }
}
