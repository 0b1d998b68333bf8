//! 两万余人次 beside 1500余件.

use crate::document::{Document, Kind};
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around, chars, is_han, numerals};

crate::declare_rule! {
    /// 检查什么：全文的数量用阿拉伯数字，个别同类数量用了汉字数字，如“1500余件”与“二十五件”“两万余人次”并用。
    ///
    /// 为什么：同类别的数量，全文用同一种形式。
    ///
    /// 示例：服务群众两万余人次（他处写1500余人次） → 服务群众2万余人次
    ///
    /// 修改：改为阿拉伯数字。
    ///
    /// 不算：一名、两次等十以内的数，十余、百余、数十、三四十等概数，“二十四节气”“三百六十行”等固定说法，引号、书名号内的名称，全文只用汉字数字的。
    "numeral-style-mixed", "同类数字体例不一", Numerals, Info, "GB/T 15835—2011 4.3",
    Check::Hits(needles, check),
}

/// The first two characters of every numeral from eleven on, and of two thousand and the like.
fn needles() -> &'static [&'static str] {
    &[
        "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十", "三十", "四十", "五十", "六十", "七十",
        "八十", "九十", "一百", "二百", "两百", "三百", "四百", "五百", "六百", "七百", "八百", "九百", "一千", "二千", "两千",
        "三千", "四千", "五千", "六千", "七千", "八千", "九千", "一万", "二万", "两万", "三万", "四万", "五万", "六万", "七万",
        "八万", "九万",
    ]
}

/// Measure words of things counted; those that begin with another come first.
const UNITS: &[&str] = &[
    "人次", "批次", "件次", "户次", "家次", "场次", "人", "名", "件", "份", "场", "户", "次", "起", "条", "项", "个", "家",
    "万元", "元", "篇", "处", "期", "册", "部", "宗", "批", "亩", "公里", "台", "辆",
];

fn check(doc: &Document, hits: &[Hit], out: &mut Findings) {
    let mut found: Vec<(Span, &'static str)> = Vec::new();
    for hit in hits {
        if found.last().is_none_or(|(last, _)| hit.span.start >= last.end)
            && let Some(count) = count(doc, hit.span)
        {
            found.push(count);
        }
    }
    if found.is_empty() {
        return;
    }
    // One or two are slips beside one count of the same thing in digits; among many, whatever they count.
    let least = if found.len() > 2 { LEAST } else { 1 };
    let (units, all) = counted_in_digits(doc, least);
    if found.len() > 2 || all < MANY {
        found.retain(|(_, unit)| units.contains(unit));
    }
    let Some(&(first, _)) = found.first() else { return };
    let message = if found.len() == 1 {
        format!("“{}”用汉字数字，他处同类数量用阿拉伯数字，通常统一", doc.get(first))
    } else {
        format!("“{}”等用汉字数字，他处同类数量用阿拉伯数字，共{}处，通常统一", doc.get(first), found.len())
    };
    let mut finding = RULE.finding(first, message);
    if found.len() > 1 {
        finding.occurrences = found.into_iter().map(|(span, _)| span).collect();
    }
    out.push(finding);
}

/// How many counts in digits make a text one that counts in digits.
const MANY: usize = 10;
/// How many of one measure word do, where several counts are in words.
const LEAST: usize = 3;

fn is_numeral(c: char) -> bool {
    matches!(c, '零' | '〇' | '百' | '千' | '万' | '亿' | '十' | '两') || numerals::digit(c).is_some()
}

/// The whole count around a numeral's first characters, and its measure word.
fn count(doc: &Document, hit: Span) -> Option<(Span, &'static str)> {
    let block = doc.block_around(hit.start).filter(|block| block.kind == Kind::Paragraph || block.kind == Kind::Heading)?;
    let head = doc.get(Span::new(block.span.start, hit.start));
    let rest = doc.get(Span::new(hit.start, block.span.end));
    let numeral: usize = rest.chars().take_while(|&c| is_numeral(c)).map(char::len_utf8).sum();
    let behind = rest.get(numeral..)?;
    let more = behind.strip_prefix(['余', '多']).unwrap_or(behind);
    let unit = UNITS.iter().copied().find(|unit| more.starts_with(unit))?;
    // 三四十人 and 几十件 are approximate and stay in words; 第十二次 and 百分之二十 are no counts; 一百强 is a name.
    let before = head.chars().next_back();
    // 二、三十人 is approximate too, only badly written.
    let listed = head.strip_suffix('、').and_then(|head| head.chars().next_back()).is_some_and(|c| is_numeral(c) || c == '几');
    let other = listed || before.is_some_and(|c| is_numeral(c) || "第几数上近之".contains(c) || c.is_ascii_digit() || c == '.');
    let pair = is_approximate(rest.get(..numeral)?);
    let tail = more.get(unit.len()..)?;
    let word = ["个人", "个月", "个工作日", "个小时", "个百分", "部分", "条例", "条规", "件套", "户口"]
        .iter()
        .any(|word| more.starts_with(word));
    // 六届十二次全会 and 十五次常务会议 are ordinals.
    let ordinal = unit == "次"
        && (before == Some('届')
            || ["全会", "全体", "会议", "常委", "常务", "党代", "代表"].iter().any(|word| tail.starts_with(word))
            || tail.starts_with('、'));
    // 二十条措施, 十二个坚持 name documents and formulas.
    let measures = unit == "条" && ["措施", "举措", "政策", "意见", "规定"].iter().any(|word| tail.starts_with(word));
    let named = measures || matches!(unit, "条" | "个" | "项") && (tail.starts_with("坚持") || tail.starts_with(['”', '》']));
    if other || pair || word || named || ordinal || doc.in_book_title(hit.start) || doc.in_quotes(hit.start) {
        return None;
    }
    Some((Span::new(hit.start, hit.start + numeral + (behind.len() - more.len()) + unit.len()), unit))
}

/// Whether two digits stand side by side: 三四十, 五六百.
fn is_approximate(numeral: &str) -> bool {
    let mut last = false;
    for c in numeral.chars() {
        let digit = numerals::digit(c).is_some_and(|d| d > 0);
        if digit && last {
            return true;
        }
        last = digit;
    }
    false
}

/// The measure words with which the text counts in digits, `least` times at least, and how often it does with any.
fn counted_in_digits(doc: &Document, least: usize) -> (Vec<&'static str>, usize) {
    let mut tally = [0usize; UNITS.len()];
    for number in doc.scan.numbers.iter().filter(|number| number.digits >= 2) {
        let rest =
            around::after(doc.text, number.span.end, 6).trim_start_matches(|c| chars::is_blank(c) || "余多万亿".contains(c));
        let unit = UNITS.iter().position(|unit| rest.starts_with(unit)).and_then(|unit| tally.get_mut(unit));
        if let Some(count) = unit.filter(|_| chars::before(doc.text, number.span.start).is_some_and(is_han)) {
            *count += 1;
        }
    }
    let all = tally.iter().sum();
    (UNITS.iter().zip(tally).filter(|&(_, count)| count >= least).map(|(unit, _)| *unit).collect(), all)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    const DIGITS: &str = "办结案件37件，审查合同86件，调解纠纷153件，服务群众1500余人次，培训320人次，接待260人次。";

    #[test]
    fn flags_one_beside_one_in_digits() {
        flags(&RULE, "服务群众⟦两万余人次⟧。开展活动5场，服务1500余人次。");
        accepts(&RULE, "服务群众两万余人次。开展活动5场，办理案件1500余件，来访一人次。");
    }

    #[test]
    fn flags_words_among_digits() {
        flags(&RULE, &format!("{DIGITS}惠及⟦两万余人次⟧，移送二十五件。"));
        flags(&RULE, &format!("{DIGITS}全年办理信访事项⟦一百二十件⟧，办结率100%。"));
    }

    #[test]
    fn accepts_small_and_approximate_numbers() {
        accepts(&RULE, &format!("{DIGITS}抽查两件，复核十余件，退回三四十件，数十件次，近百件，第十二件。"));
        accepts(&RULE, &format!("{DIGITS}落实“十二件”民生实事，《二十五件实事清单》，百分之二十人次。"));
    }

    #[test]
    fn accepts_numbers_of_meetings() {
        let many = format!("{DIGITS}召开会议12次，举办讲座16次，检查企业32次，走访商户21次。");
        accepts(&RULE, &format!("{many}贯彻省委九届十一次全会精神，学习县委六届十二次、十三次全会部署，召开十五次常务会议。"));
        flags(&RULE, &format!("{many}全年开展巡查⟦二十五次⟧。"));
    }

    #[test]
    fn accepts_one_style_and_other_kinds() {
        accepts(&RULE, "办结案件三十七件，审查合同八十六件，调解纠纷一百五十三件。");
        accepts(&RULE, &format!("{DIGITS}建成二十四个法治阵地，历时十二年，落实三十条措施。"));
    }

    #[test]
    fn flags_one_count_in_words_among_many() {
        let many = format!("{DIGITS}发放资料86份，检查企业32家，召开会议12次，举办讲座16场。");
        flags(&RULE, &format!("{many}走访群众⟦三百二十户⟧。"));
        accepts(&RULE, &format!("{many}每场有二、三十人参加，落实二十条措施。"));
        accepts(&RULE, &format!("{DIGITS}走访群众三百二十户。"));
    }
}
