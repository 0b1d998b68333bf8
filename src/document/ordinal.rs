//! Numbers of headings and list items: 一、 （一） 1. （1） ①, in every spelling seen.

use crate::text::{Mark, Span, chars, numerals};

/// How an ordinal is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrdinalStyle {
    /// 一、
    Han,
    /// （一）
    HanBrackets,
    /// 1.
    Arabic,
    /// （1）
    ArabicBrackets,
}

impl OrdinalStyle {
    /// The heading level the standard gives the style (GB/T 9704—2012 7.3.3).
    #[must_use]
    pub fn level(self) -> u8 {
        self as u8 + 1
    }

    /// `value` in this style, with its standard marks.
    #[must_use]
    pub fn write(self, value: u32) -> String {
        match self {
            Self::Han => format!("{}、", numerals::to_han(value)),
            Self::HanBrackets => format!("（{}）", numerals::to_han(value)),
            Self::Arabic => format!("{value}."),
            Self::ArabicBrackets => format!("（{value}）"),
        }
    }
}

/// The number at the start of a heading, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ordinal {
    /// Its value, from 1.
    pub value: u32,
    /// How it is written; a lost bracket is supplied in thought.
    pub style: OrdinalStyle,
    /// Brackets, numeral and marks; blanks behind them excluded.
    pub span: Span,
    /// The numeral alone.
    pub numeral: Span,
    /// The opening bracket, full- or half-width.
    pub open: Option<Mark>,
    /// The closing bracket.
    pub close: Option<Mark>,
    /// The mark behind: 、 after 一, . after 1, wrongly 、 after （一）.
    pub mark: Option<Mark>,
}

impl Ordinal {
    /// Whether neither a mark nor a bracket tells the numeral from the words behind it.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.mark.is_none() && self.close.is_none()
    }

    /// Reads the ordinal that starts at byte `start` and ends before `end`. `None` for 一是, 一年来, 3.15, 2023年, 12345.
    ///
    /// A bare Chinese numeral without any mark behind it is read with `mark: None`; the caller decides
    /// whether the rest of the line makes it a heading.
    #[must_use]
    pub fn read(text: &str, start: usize, end: usize) -> Option<Self> {
        let line = text.get(start..end)?;
        // Most lines begin with a word.
        if line.starts_with(|c| chars::is_han(c) && !numerals::is_ordinal_char(c)) {
            return None;
        }
        let mut cursor = Cursor { rest: line.chars(), end };
        let open = cursor.take(|c| matches!(c, '（' | '('));
        cursor.blanks();
        let numeral_start = cursor.at();
        let (value, arabic) = if cursor.peek().is_some_and(|c| digit(c).is_some()) {
            (cursor.digits()?, true)
        } else {
            let c = cursor.peek()?;
            if let Some(value) = circled(c) {
                cursor.bump();
                let span = Span::new(start, cursor.at());
                let numeral = Span::new(numeral_start, cursor.at());
                return Some(Self {
                    value,
                    style: OrdinalStyle::ArabicBrackets,
                    span,
                    numeral,
                    open: None,
                    close: None,
                    mark: None,
                })
                .filter(|_| open.is_none());
            }
            (cursor.han(open.is_some())?, false)
        };
        let numeral = Span::new(numeral_start, cursor.at());
        let mut end_of_ordinal = cursor.clone();
        let blanks = cursor.blanks();
        let close = cursor.take(|c| matches!(c, '）' | ')'));
        if close.is_some() {
            end_of_ordinal = cursor.clone();
        } else {
            cursor = end_of_ordinal.clone();
        }
        let bracketed = open.is_some() || close.is_some();
        let mark = cursor.take(|c| matches!(c, '、' | '.' | '．' | '﹒' | '，' | ',' | '：' | ':' | '。'));
        if mark.is_some() {
            end_of_ordinal = cursor.clone();
        }
        let next = cursor.peek()?;
        let style = match (arabic, bracketed) {
            (false, false) => OrdinalStyle::Han,
            (false, true) => OrdinalStyle::HanBrackets,
            (true, false) => OrdinalStyle::Arabic,
            (true, true) => OrdinalStyle::ArabicBrackets,
        };
        let sound = match style {
            // 一是, 一年, 一般 are words; 一、二级 and 三、四月 are enumerations.
            OrdinalStyle::Han => match mark {
                None => (blanks > 0 || chars::is_han(next) || cursor.is_at_year()) && next != '是',
                Some(_) => {
                    !(numerals::is_ordinal_char(next)
                        && cursor.peek_second().is_some_and(|c| "、级等期批季类轮届月个次章条".contains(c)))
                }
            },
            OrdinalStyle::HanBrackets => close.is_some() || mark.is_some() || cursor.is_never_closed(),
            // 3.15, 12,345, 1:500 and 2023年 are no ordinals; a bare 1 is not either. 2.2026年 is one before a year.
            OrdinalStyle::Arabic => {
                mark.is_some_and(|m| !matches!(m.char, '：' | ':')) && (!next.is_ascii_digit() || cursor.is_at_year())
            }
            OrdinalStyle::ArabicBrackets => {
                close.is_some() || (!next.is_ascii_alphanumeric() && (mark.is_some() || cursor.is_never_closed()))
            }
        };
        // （2024）鲁行初5号, （试行）: values above 99 are years.
        let sound = sound && (1..=99).contains(&value) && (!arabic || numeral.of(text).chars().count() <= 2);
        sound.then(|| Self { value, style, span: Span::new(start, end_of_ordinal.at()), numeral, open, close, mark })
    }
}

/// The value of a digit, full-width ones included.
fn digit(c: char) -> Option<u32> {
    match c {
        '０'..='９' => Some(c as u32 - '０' as u32),
        c => c.to_digit(10),
    }
}

fn circled(c: char) -> Option<u32> {
    matches!(c, '①'..='⑳').then(|| c as u32 - '①' as u32 + 1)
}

#[derive(Clone)]
struct Cursor<'t> {
    rest: std::str::Chars<'t>,
    end: usize,
}

impl Cursor<'_> {
    /// The byte of the text before which it stands.
    fn at(&self) -> usize {
        self.end - self.rest.as_str().len()
    }

    fn peek(&self) -> Option<char> {
        self.rest.clone().next()
    }

    fn peek_second(&self) -> Option<char> {
        self.rest.clone().nth(1)
    }

    fn is_at_year(&self) -> bool {
        let rest = self.rest.as_str();
        rest.starts_with("20")
            && rest.get(..4).is_some_and(|year| year.bytes().all(|b| b.is_ascii_digit()))
            && rest.get(4..).is_some_and(|rest| rest.starts_with('年'))
    }

    /// Whether no bracket closes what is left of the sentence: of （一加强领导 it was lost, （一般情况除外） is a remark.
    fn is_never_closed(&self) -> bool {
        let (rest, mut opened) = (self.rest.clone().take(60), 0);
        // （二镇（街道）… closes the inner one.
        let closes = |c: char| {
            opened += i32::from(matches!(c, '（' | '(')) - i32::from(matches!(c, '）' | ')'));
            opened < 0
        };
        let word = ["般", "年", "月", "日", "时", "次", "起", "期", "项", "届", "类", "级", "种", "件", "名", "个月", "个工作日"];
        let behind = self.rest.as_str();
        !rest.take_while(|&c| c != '。').any(closes) && !word.iter().any(|word| behind.starts_with(word))
    }

    fn bump(&mut self) {
        self.rest.next();
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> Option<Mark> {
        let char = self.peek().filter(|&c| wanted(c))?;
        let mark = Mark { char, at: self.at() };
        self.bump();
        Some(mark)
    }

    fn blanks(&mut self) -> usize {
        let start = self.at();
        while self.peek().is_some_and(chars::is_blank) {
            self.bump();
        }
        self.at() - start
    }

    fn digits(&mut self) -> Option<u32> {
        let mut value = 0u32;
        while let Some(d) = self.peek().and_then(digit) {
            value = value.saturating_mul(10).saturating_add(d);
            self.bump();
        }
        Some(value)
    }

    /// A Chinese numeral; behind a bracket that has no other, the first of two that make none: （三一体推动.
    fn han(&mut self, opened: bool) -> Option<u32> {
        let (from, start, mut first) = (self.rest.as_str(), self.at(), self.clone());
        while self.at() - start < 9 && self.peek().is_some_and(numerals::is_ordinal_char) {
            self.bump();
        }
        let numeral = from.get(..self.at() - start)?;
        // 一一 or 一二 are no ordinals.
        let ordinal = |numeral: &str| numerals::parse_han(numeral).filter(|_| numeral.len() == 3 || numeral.contains('十'));
        ordinal(numeral).or_else(|| {
            first.bump();
            *self = first;
            ordinal(from.get(..3)?).filter(|_| opened)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use OrdinalStyle::{Arabic, ArabicBrackets, Han, HanBrackets};

    fn read(text: &str) -> Option<(u32, OrdinalStyle, &str)> {
        Ordinal::read(text, 0, text.len()).map(|o| (o.value, o.style, o.span.of(text)))
    }

    #[test]
    fn reads_every_spelling() {
        assert_eq!(read("一、主要举措"), Some((1, Han, "一、")));
        assert_eq!(read("十二.安排"), Some((12, Han, "十二.")));
        assert_eq!(read("（ 四 ）规范"), Some((4, HanBrackets, "（ 四 ）")));
        assert_eq!(read("(四)规范"), Some((4, HanBrackets, "(四)")));
        assert_eq!(read("一）纵深"), Some((1, HanBrackets, "一）")));
        assert_eq!(read("（一、加强"), Some((1, HanBrackets, "（一、")));
        assert_eq!(read("1.健全"), Some((1, Arabic, "1.")));
        assert_eq!(read("1、健全"), Some((1, Arabic, "1、")));
        assert_eq!(read("2.2026年度主要安排"), Some((2, Arabic, "2.")));
        assert_eq!(read("（1）健全"), Some((1, ArabicBrackets, "（1）")));
        assert_eq!(read("1)健全"), Some((1, ArabicBrackets, "1)")));
        assert_eq!(read("③健全"), Some((3, ArabicBrackets, "③")));
        assert_eq!(read("１．健全"), Some((1, Arabic, "１．")));
        assert_eq!(read("（一加强领导，压实责任。"), Some((1, HanBrackets, "（一")));
        assert_eq!(read("一2025年主要举措"), Some((1, Han, "一")));
        assert_eq!(read("（二个别案件周期较长。"), Some((2, HanBrackets, "（二")));
        assert_eq!(read("（二镇（街道）法治基础"), Some((2, HanBrackets, "（二")));
        assert_eq!(read("（三一体推动责任落实"), Some((3, HanBrackets, "（三")));
        assert_eq!(read("3。健全"), Some((3, Arabic, "3。")));
    }

    #[test]
    fn words_years_and_decimals_are_no_ordinals() {
        for text in [
            "3.15活动",
            "2023年度",
            "12345热线",
            "一、二级风险",
            "（2024）鲁1082行初5号",
            "1:500比例",
            "十",
            "（试行）",
            "三、四月份",
            "（一般情况除外）全部办结",
            "（3.15期间）开展宣传",
            "（5月起施行）",
            "（3个月内办结）",
            "一是力量不足。",
            "（二三级医院（含民营））全部达标",
            "一一对应",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
