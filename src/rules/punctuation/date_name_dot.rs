//! “3.15” for “3·15”: the dot in a day's name.

use super::context::{after, before, head};
use crate::diagnostic::{Edit, Fix};
use crate::document::{Block, Document};
use crate::rule::{Check, Findings};
use crate::text::{Number, Span, Words, chars};

crate::declare_rule! {
    /// 检查什么：以月日命名的节日、纪念日，月和日之间用了小数点。
    ///
    /// 为什么：用阿拉伯数字表示的月日专名，月和日之间用间隔号，并加引号。
    ///
    /// 示例：“3.15”国际消费者权益日 → “3·15”国际消费者权益日
    ///
    /// 修改：小数点改为间隔号；没有引号的加上引号。
    ///
    /// 不算：小数（3.15万元、12.4%）、序号（3.15）、版本号。
    "date-name-dot", "月日专名用下脚点", Punctuation, Warning, "GB/T 15834—2011 4.14.3.4；GB/T 15835—2011 5.1.6",
    Check::Numbers(check),
}

/// Days that campaigns are named after.
const KNOWN: &[(u32, u32)] = &[
    (1, 10),
    (3, 5),
    (3, 12),
    (3, 15),
    (4, 15),
    (4, 26),
    (5, 12),
    (5, 15),
    (5, 20),
    (6, 5),
    (6, 25),
    (6, 26),
    (9, 18),
    (11, 9),
    (11, 25),
    (12, 2),
    (12, 4),
    (12, 5),
    (12, 9),
];

/// Words that follow a day's name.
static FOLLOWING: Words = Words::new(&[
    "消费者",
    "国际",
    "国家",
    "全民",
    "全国",
    "世界",
    "宪法",
    "禁毒",
    "防灾",
    "消防",
    "法治宣传",
    "法制宣传",
    "普法",
    "宣传",
    "环境日",
    "土地日",
    "知识产权",
    "反诈",
    "反邪教",
    "经侦",
    "打击",
    "交通安全",
    "安全教育",
    "国安",
    "打假",
    "维权",
    "主题",
    "系列",
    "法治",
    "活动",
    "纪念日",
    "权益",
    "爱国",
]);

/// Words that follow the day of a disaster, which is a name only between quotation marks.
static DISASTERS: Words = Words::new(&["地震", "暴雨", "特大暴雨", "强降雨", "洪灾", "洪涝", "事故", "火灾", "爆炸"]);

fn check(doc: &Document, block: &Block, numbers: &[Number], out: &mut Findings) {
    for &number in numbers {
        if let Some(day) = day(doc, number) {
            look(doc, block, number.span, day, out);
        }
    }
}

/// Whether a day or a week of something is named next: 文旅宣传日, 助企便民服务周.
fn is_day(text: &str) -> bool {
    static DAYS: Words = Words::new(&["宣传日", "主题日", "服务日", "活动日", "纪念日", "宣传周", "服务周", "主题周", "宣传月"]);
    let words = text.split(|c| !chars::is_han(c)).next().unwrap_or("");
    DAYS.are_in(head(words, 14))
}

/// Month and day, where the number reads as such.
fn day(doc: &Document, number: Number) -> Option<(u32, u32)> {
    if !(1..=2).contains(&number.decimals) || number.digits > 4 {
        return None;
    }
    let (month, day) = doc.get(number.span).split_once('.')?;
    let (m, d): (u32, u32) = (month.parse().ok()?, day.parse().ok()?);
    let last = match m {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    ((1..=12).contains(&m) && (1..=last).contains(&d) && !month.starts_with('0') && !day.starts_with('0')).then_some((m, d))
}

fn look(doc: &Document, block: &Block, span: Span, day: (u32, u32), out: &mut Findings) {
    let text = doc.text;
    let known = KNOWN.contains(&day);
    let rest = doc.get(Span::new(span.end, block.span.end));
    let (left, right) = (before(text, block.span.start, span.start), after(text, span.end, block.span.end));
    let opened = left.is_some_and(|c| matches!(c, '“' | '"' | '‘' | '＂'));
    let closed = right.is_some_and(|c| matches!(c, '”' | '"' | '’' | '＂'));
    let named = |text: &str| FOLLOWING.beginning(text).is_some();
    let behind_quote = rest.get(right.map_or(0, char::len_utf8)..).unwrap_or("");
    let is_name = if opened && closed {
        known || named(behind_quote) || is_day(behind_quote) || DISASTERS.beginning(behind_quote).is_some()
    } else if doc.in_quotes(span.start) {
        // “3.15、12.4”, “3.15消费者权益日”.
        named(rest) || (known && (closed || rest.starts_with('、')))
    } else {
        let figure = left.is_none_or(|c| "达为约至升长降到超均近比占第".contains(c) || c.is_ascii_alphanumeric() || c == '.');
        let listed = known
            && rest.starts_with(['、', '等', '和'])
            && ["宣传日", "宣传活动", "普法", "法治宣传", "集中宣传", "节点", "纪念日", "主题日", "日宣传"]
                .iter()
                .any(|word| head(rest, 30).contains(word));
        (!figure || (known && left.is_none())) && (named(rest) || listed)
    };
    if !is_name {
        return;
    }
    let right_form = span.of(text).replace('.', "·");
    let finding = RULE.finding(span, format!("“{}”是以月日命名的日子，月和日之间应用间隔号，写作“{right_form}”", span.of(text)));
    out.push(if opened || closed || doc.in_quotes(span.start) {
        let at = span.start + span.of(text).find('.').unwrap_or(0);
        finding.fix(Fix::safe(format!("改为“{right_form}”"), vec![Edit::replace(Span::new(at, at + 1), "·")]))
    } else {
        finding.fix(Fix::safe(format!("改为“{right_form}”并加引号"), vec![Edit::replace(span, format!("“{right_form}”"))]))
    });
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_dots_in_days_names() {
        flags(&RULE, "开展“⟦3.15⟧”消费者权益日、“⟦6.26⟧”国际禁毒日宣传、“⟦12.4⟧”宪法宣传。");
        flags(&RULE, "结合⟦4.15⟧全民国家安全教育日、⟦11.9⟧消防宣传月，开展“⟦5.12⟧防灾减灾日”活动。");
        flags(&RULE, "结合“⟦3.12⟧”植树节、“⟦5.20⟧”世界计量日，应对“⟦7.20⟧”特大暴雨。");
        flags(&RULE, "结合“⟦5.19⟧”文旅宣传日，开展“⟦10.17⟧”助企便民服务周活动。");
        flags(&RULE, "围绕⟦3.15⟧、12月4日等节点开展集中宣传。");
        fixes(&RULE, "开展“3.15”消费者权益日宣传。", "开展“3·15”消费者权益日宣传。");
        fixes(&RULE, "开展12.4国家宪法日宣传。", "开展“12·4”国家宪法日宣传。");
        fixes(&RULE, "开展\"6.26\"禁毒宣传。", "开展\"6·26\"禁毒宣传。");
    }

    #[test]
    fn accepts_figures_numbers_and_versions() {
        accepts(&RULE, "罚没3.15万元，满意度提高12.4%，平均办理3.15日，增长率为6.5。");
        accepts(&RULE, "3.15办理情况见第4.26节，系统升级至5.12版，“2.0”版上线。");
        accepts(&RULE, "开展“3·15”国际消费者权益日和“12·4”国家宪法日宣传。");
        accepts(&RULE, "人均普法经费达3.15国内领先，“9.8”分，“3.0”平台宣传日，评分“7.2”分，发生7.5地震灾害演练。");
        accepts(&RULE, "2025.12.4宣传活动启动。");
    }
}
