//! 12月4号 for 12月4日.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Block, Document};
use crate::rule::{Check, Findings};
use crate::text::{Number, Span, chars, numerals};

crate::declare_rule! {
    /// 检查什么：日期用“号”代替“日”，如“12月4号”。
    ///
    /// 为什么：“号”是口语；公文中的日期写“日”。
    ///
    /// 示例：12月4号 → 12月4日
    ///
    /// 修改：把“号”改为“日”。
    ///
    /// 不算：门牌、文件、线路、建议提案的编号（5月1号线开通），成文日期（另有规则检查）。
    "date-hao", "日期用“号”", Numerals, Info, "通行用法",
    Check::Numbers(check),
}

/// What has numbers: 1号线, 3号楼, 5号文件.
const NUMBERED: &str =
    "线楼院门文地井机公桥坝标仓库房厅路车船令通会议建提司调展台舱池炉矿煤轮决信高渠泵闸片网街馆店铺码泊案窗柜墓坑";

fn check(doc: &Document, block: &Block, numbers: &[Number], out: &mut Findings) {
    if !block.is_running() {
        return;
    }
    for (i, &number) in numbers.iter().enumerate() {
        let Some(hao) = hao_behind(doc, number) else { continue };
        let before = i.checked_sub(1).and_then(|k| numbers.get(k)).copied();
        let Some(start) = date_start(doc, block, number, before) else { continue };
        let rest = doc.get(Span::new(hao.end, block.span.end));
        if rest.starts_with(|c| NUMBERED.contains(c)) || doc.in_book_title(number.span.start) {
            continue;
        }
        let span = Span::new(start, hao.end);
        out.push(
            RULE.finding(span, format!("“{}”通常写“日”不写“号”", doc.get(span)))
                .fix(Fix::safe("改为“日”", vec![Edit::replace(hao, "日")])),
        );
    }
}

/// The 号 behind a number that can be a day.
fn hao_behind(doc: &Document, number: Number) -> Option<Span> {
    number.whole().filter(|day| (1..=31).contains(day))?;
    let rest = doc.text.get(number.span.end..)?;
    let (blanks, _) = rest.char_indices().find(|&(_, c)| !chars::is_blank(c)).filter(|&(_, c)| c == '号')?;
    let at = number.span.end + blanks;
    Some(Span::new(at, at + '号'.len_utf8()))
}

/// Where the date begins that `number` is the day of: at its month, or at the day where the month or another day stands before.
fn date_start(doc: &Document, block: &Block, number: Number, before: Option<Number>) -> Option<usize> {
    let head = doc.get(Span::new(block.span.start, number.span.start)).trim_end_matches(chars::is_blank);
    if head.ends_with('月') {
        let month = before.filter(|month| {
            (1..=12).contains(&month.mantissa)
                && doc.get(Span::new(month.span.end, number.span.start)).trim_matches(chars::is_blank) == "月"
        });
        return match month {
            Some(month) => Some(month.span.start),
            None => {
                let named = ["每月", "当月", "本月", "次月", "上月", "元月"].iter().any(|word| head.ends_with(word));
                (named || head.trim_end_matches('月').ends_with(numerals::is_ordinal_char)).then_some(number.span.start)
            }
        };
    }
    // 3月5号至8号, 3月5日—8号.
    let joined = ["至", "到", "—", "-", "～", "~", "、", "和"].iter().find_map(|joint| head.strip_suffix(joint))?;
    let day = joined.strip_suffix(['日', '号'])?.trim_end_matches(|c: char| c.is_ascii_digit() || chars::is_blank(c));
    day.ends_with('月').then_some(number.span.start)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_days_called_hao() {
        flags(&RULE, "⟦12月4号⟧开展宪法宣传，每月⟦5号⟧接访，⟦3月5号⟧至⟦8号⟧集中培训，2025年⟦6月26号⟧宣传，十二月⟦4号⟧宣誓。");
        fixes(&RULE, "12月4号开展宣传。", "12月4日开展宣传。");
        fixes(&RULE, "3 月 5 号召开会议。", "3 月 5 日召开会议。");
    }

    #[test]
    fn accepts_numbers_of_things() {
        accepts(&RULE, "5月1号线开通，10月3号楼竣工，5号文件，临政发〔2025〕5号，12号院整治，12月4日宣传。");
        accepts(&RULE, "落实《3月5号工作安排》，发出1号司法建议，办理3月2号提案。");
    }
}
