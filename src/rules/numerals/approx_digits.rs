//! 3、4个, 七、八十人, 20几: approximate numbers in the wrong form.

use crate::diagnostic::Fix;
use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around, chars, is_han, numerals};

crate::declare_rule! {
    /// 检查什么：相邻两个数字连用表示概数时用了阿拉伯数字或者顿号（“3、4个”“七、八十人”），“几”前用了阿拉伯数字（“20几”）。
    ///
    /// 为什么：概数用汉字表示；连用的两个数字之间不加顿号。
    ///
    /// 示例：七、八个 → 七八个
    ///
    /// 修改：改为汉字，删去顿号；确指两项的，写明“第”。
    ///
    /// 不算：“第1、2次”“一、二等奖”“6、7月”“三、四季度”“一、二级”“三届八、九次全会”等确指的序数、日期和等级，列举的序号。
    "approx-digits", "概数写法", Numerals, Warning, "GB/T 15835—2011 4.2.2、5.2.1",
    Check::Needles(needles, check),
}

fn needles() -> &'static [&'static str] {
    &[
        "1、2",
        "2、3",
        "3、4",
        "4、5",
        "5、6",
        "6、7",
        "7、8",
        "8、9",
        "一、二",
        "一、两",
        "二、三",
        "两、三",
        "三、四",
        "三、五",
        "四、五",
        "五、六",
        "六、七",
        "七、八",
        "八、九",
        "0几",
    ]
}

/// Measure words of things counted, not numbered: no 级, 期, 号, 条, 项.
const MEASURES: &[&str] = &[
    "个", "名", "人", "位", "件", "次", "天", "户", "家", "场", "岁", "里", "公里", "米", "吨", "亩", "份", "台", "辆", "起",
    "小时", "分钟", "年", "倍", "遍", "万", "亿",
];

/// What makes of a measure word a word of its own: 二年级, 二次供水.
const OTHERWISE: &[&str] = &["年级", "年度", "年期", "次供", "次网", "次侧", "人称", "米线", "件套", "家庭", "户型"];

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    if doc.in_book_title(hit.span.start) {
        return;
    }
    let word = doc.get(hit.span);
    let (span, right) = match word {
        "0几" => match tens(doc, hit.span) {
            Some(found) => found,
            None => return,
        },
        _ => match pair(doc, hit.span, word) {
            Some(found) => found,
            None => return,
        },
    };
    let written = doc.get(span);
    out.push(
        RULE.finding(span, format!("“{written}”表示概数，应写作“{right}”；确指的，请写明"))
            .fix(Fix::suggest_replace(span, &right)),
    );
}

/// 20几: the tens and the words for them.
fn tens(doc: &Document, hit: Span) -> Option<(Span, String)> {
    let digits = hit.end - "几".len();
    let head = doc.text.get(..digits)?;
    let start = digits - head.bytes().rev().take_while(u8::is_ascii_digit).count();
    let value = head.get(start..)?.parse().ok().filter(|value| (10..100).contains(value))?;
    measured(doc, hit.end)?;
    let joined = chars::before(doc.text, start).is_some_and(|c| c == '.' || c == ',' || c == '-');
    (!joined).then(|| (Span::new(start, hit.end), format!("{}几", numerals::to_han(value))))
}

/// 3、4 or 七、八十 before a measure word.
fn pair(doc: &Document, hit: Span, word: &str) -> Option<(Span, String)> {
    let rest = doc.text.get(hit.end..)?;
    // 二、三十人, 三、四百户, 3、4万.
    let scale = rest.chars().next().filter(|c| matches!(c, '十' | '百' | '千'));
    let arabic = word.starts_with(|c: char| c.is_ascii_digit());
    if arabic && scale.is_some() {
        return None;
    }
    let end = hit.end + scale.map_or(0, char::len_utf8);
    measured(doc, end)?;
    // A list's number stands behind a mark; 第 and a numeral before make it an ordinal or a longer list.
    let before = chars::before(doc.text, hit.start).filter(|&c| is_han(c))?;
    if matches!(before, '第' | '届' | '月' | '年' | '百' | '千' | '万') || numerals::digit(before).is_some() {
        return None;
    }
    // 十七、八岁, not 第十七、八次.
    if before == '十'
        && chars::before(doc.text, hit.start - before.len_utf8()).is_some_and(|c| c == '第' || numerals::digit(c).is_some())
    {
        return None;
    }
    let mut digits = word.chars().filter(|&c| c != '、').filter_map(|c| c.to_digit(10).or_else(|| numerals::digit(c)));
    let (first, second) = (digits.next()?, digits.next()?);
    // 两三个 but 二三十个.
    let name = |value: u32| if value == 2 && scale != Some('十') { "两".to_owned() } else { numerals::to_han(value) };
    let second = if second == 2 && word.contains('二') { "二".to_owned() } else { name(second) };
    let scale = scale.map_or_else(String::new, String::from);
    Some((Span::new(hit.start, end), format!("{}{second}{scale}", name(first))))
}

/// The measure word behind byte `at`.
fn measured(doc: &Document, at: usize) -> Option<&'static str> {
    let found = around::followed_by(doc.text, at, MEASURES)?;
    around::followed_by(doc.text, at, OTHERWISE).is_none().then_some(found)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_approximate_numbers_in_digits_or_with_a_mark() {
        flags(&RULE, "每村配备⟦3、4⟧名调解员，每月开会⟦七、八⟧次，参加者⟦二、三十⟧人，走访⟦20几⟧户，历时⟦5、6⟧年。");
        fixes(&RULE, "每次有七、八个案件。", "每次有七八个案件。");
        fixes(&RULE, "每村有2、3个调解室，覆盖三、四百户，走访30几家。", "每村有两三个调解室，覆盖三四百户，走访三十几家。");
        fixes(&RULE, "每月组织一、二次宣讲。", "每月组织一二次宣讲。");
        fixes(&RULE, "帮教十七、八岁少年，走访三、五户。", "帮教十七八岁少年，走访三五户。");
    }

    #[test]
    fn accepts_exact_pairs() {
        accepts(&RULE, "第1、2次会议，获一、二等奖3个，6、7月集中整治，三、四季度办结，一、二级响应，1、2号楼，二、三产业。");
        accepts(&RULE, "中学一、二年级，一、二次供水改造，第二、三个项目，12、13件，第三、四场，第十七、八次。");
    }

    #[test]
    fn accepts_lists_and_right_forms() {
        accepts(&RULE, "1、2个社区建成阵地。2、3个村完成改造。");
        accepts(&RULE, "任务是：二、三个专班抓落实；一、二、三个方面都有提升。");
        accepts(&RULE, "每月两三次，七八个人，二十几户，十几件，2020几经调整，200几件。");
    }

    #[test]
    fn accepts_sessions_and_types() {
        accepts(&RULE, "落实区委三届八、九次全会部署，对1、2户型差异作出说明。");
    }
}
