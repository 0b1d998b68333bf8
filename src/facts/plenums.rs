//! Plenums as they are cited: 二十届三中、四中全会, 二十届历次全会.

use super::timeline::{self, Event, Kind};
use crate::document::Document;
use crate::text::{Hit, Span, around, chars, numerals};

/// A citation of plenums.
#[derive(Debug)]
pub struct Cited {
    /// 十九 of 十九届.
    pub congress: String,
    /// The ordinals, in the order written.
    pub plenums: Vec<Ordinal>,
    /// Whether all of them are meant: 历次全会.
    pub all: bool,
    /// From 二十届 to 全会.
    pub span: Span,
    /// 二十 or 20, without 届.
    pub number: Span,
}

/// One of the plenums cited.
#[derive(Clone, Copy, Debug)]
pub struct Ordinal {
    /// 3 of 三中.
    pub value: u32,
    /// The numeral.
    pub span: Span,
    /// What stands behind the numeral.
    pub behind: Behind,
}

/// What stands behind an ordinal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behind {
    /// 中: as it should be.
    Zhong,
    /// Nothing: 三、四中全会.
    Nothing,
    /// 次: as local committees count.
    Ci,
}

impl Cited {
    /// The event of an ordinal, where the table has it.
    #[must_use]
    pub fn event(&self, ordinal: Ordinal) -> Option<&'static Event> {
        timeline::find(Kind::Plenum, &format!("{}届{}中", self.congress, numerals::to_han(ordinal.value)))
    }
}

/// What citations begin with; `needles` for the rules that look for them.
#[must_use]
pub fn needles() -> &'static [&'static str] {
    &["十八届", "十九届", "二十届", "18届", "19届", "20届"]
}

/// Reads the citation that a hit of [`needles`] begins; `None` where it is of a local committee or no plenum.
#[must_use]
pub fn cited(doc: &Document, hit: Hit) -> Option<Cited> {
    let text = doc.text;
    // 市委二十届, 县第十九届, 二十一届's last characters, 120届.
    let before = chars::before(text, hit.span.start);
    if before.is_some_and(|c| matches!(c, '委' | '第' | '会' | '协' | '省' | '市' | '县' | '区' | '百') || c.is_ascii_digit())
    {
        return None;
    }
    let number = Span::new(hit.span.start, hit.span.end - "届".len());
    let congress = match doc.get(number) {
        "18" => "十八",
        "19" => "十九",
        "20" => "二十",
        han => han,
    };
    let committee = around::followed_by(text, hit.span.end, &["中央委员会第", "中央委员会"]);
    let party = around::preceded_by(text, hit.span.start, &["党的", "中共", "中央", "中国共产党"]).is_some();
    let central = committee.is_some() || party;
    let mut at = hit.span.end + committee.map_or(0, str::len);
    let all = around::followed_by(text, at, &["历次", "历届", "各次", "历次中央"]);
    at += all.map_or(0, str::len);
    let mut plenums: Vec<Ordinal> = Vec::new();
    if all.is_none() {
        while let Some(ordinal) = ordinal(text, at) {
            plenums.push(ordinal);
            at = ordinal.span.end + if ordinal.behind == Behind::Nothing { 0 } else { "中".len() };
            at += around::followed_by(text, at, &["、", "，", ",", "和", "及", "与", "以及"]).map_or(0, str::len);
        }
    }
    let end = at + around::followed_by(text, at, &["全会", "全体会议", "中全会", "次全会"])?.len();
    if all.is_none() && plenums.is_empty() {
        return None;
    }
    // 二十届三次全会 alone is what a local committee would call its own.
    let local = plenums.iter().all(|ordinal| ordinal.behind == Behind::Ci) && all.is_none() && !central;
    let span = Span::new(hit.span.start, end);
    (!local).then(|| Cited { congress: congress.to_owned(), plenums, all: all.is_some(), span, number })
}

fn ordinal(text: &str, at: usize) -> Option<Ordinal> {
    let c = chars::after(text, at)?;
    let value = numerals::digit(c).filter(|value| (1..=9).contains(value) && c != '两')?;
    let span = Span::new(at, at + c.len_utf8());
    let behind = match chars::after(text, span.end)? {
        '中' => Behind::Zhong,
        '次' => Behind::Ci,
        '、' | '，' | ',' | '和' | '及' | '与' => Behind::Nothing,
        _ => return None,
    };
    Some(Ordinal { value, span, behind })
}
