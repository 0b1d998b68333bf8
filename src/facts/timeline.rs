//! What falls into which years: plans, rounds of legal education, congresses and plenums, campaigns (`timeline.tsv`).

use std::sync::OnceLock;

use super::laws::{Day, day};
use super::{list, rows, years};
use crate::document::{Document, Part};
use crate::text::{Number, Span, around, fold, sort_words};

/// What kind of event a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 规划: a plan whose title is followed by its years.
    Plan,
    /// 五年规划: 十四五.
    FiveYears,
    /// 普法: a round of legal education, 八五.
    Round,
    /// 党代会.
    Congress,
    /// 全会: a plenum, 二十届四中.
    Plenum,
    /// 集中教育: a campaign of education in the whole party.
    Campaign,
}

/// A plan, a meeting or a campaign with its time.
#[derive(Debug)]
pub struct Event {
    /// What it is.
    pub kind: Kind,
    /// Its name and other ways to write it.
    pub names: Vec<&'static str>,
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub until: Day,
    /// Whether the dates are verified; no error rests on others.
    pub sure: bool,
}

impl Event {
    /// The year of its first day.
    #[must_use]
    pub fn first_year(&self) -> u32 {
        self.from / 10000
    }

    /// The year of its last day.
    #[must_use]
    pub fn last_year(&self) -> u32 {
        self.until / 10000
    }
}

/// Every event.
#[must_use]
pub fn all() -> &'static [Event] {
    static ALL: OnceLock<Vec<Event>> = OnceLock::new();
    ALL.get_or_init(|| rows("timeline.tsv").filter_map(event).collect())
}

/// The events of a kind, in the order of the table.
pub fn of(kind: Kind) -> impl Iterator<Item = &'static Event> {
    all().iter().filter(move |event| event.kind == kind)
}

/// The event of a kind and name.
#[must_use]
pub fn find(kind: Kind, name: &str) -> Option<&'static Event> {
    of(kind).find(|event| event.names.contains(&name))
}

/// The names of a kind's events, each once.
#[must_use]
pub fn names(kind: Kind) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = of(kind).flat_map(|event| event.names.iter().copied()).collect();
    sort_words(&mut names);
    names.dedup();
    names
}

fn event([kind, name, from, until, certainty, _source]: [&'static str; 6]) -> Option<Event> {
    let kind = match kind {
        "规划" => Kind::Plan,
        "五年规划" => Kind::FiveYears,
        "普法" => Kind::Round,
        "党代会" => Kind::Congress,
        "全会" => Kind::Plenum,
        "集中教育" => Kind::Campaign,
        _ => return None,
    };
    Some(Event { kind, names: list(name), from: day(from)?, until: day(until)?, sure: certainty == "确定" })
}

/// The year that the words at byte `at` speak of: the report's, in the plan the year after.
#[must_use]
pub fn year_meant(doc: &Document, at: usize) -> Option<u32> {
    let report = years::report_year(doc)?;
    let block = doc.block_around(at)?;
    Some(if block.part == Some(Part::NextYear) { report.next() } else { report.year })
}

/// Whether a sentence speaks of something past, or of bringing it to its end.
#[must_use]
pub fn looks_back(sentence: &str) -> bool {
    const WORDS: [&str; 41] = [
        "总结",
        "验收",
        "收官",
        "回顾",
        "评估",
        "表彰",
        "先进",
        "以来",
        "期间",
        "经验",
        "终期",
        "完成",
        "如期实现",
        "成果",
        "结束",
        "届满",
        "到期",
        "期满",
        "衔接",
        "接续",
        "迎检",
        "迎接",
        "考核",
        "荣获",
        "获评",
        "获得",
        "评为",
        "命名",
        "历史",
        "圆满",
        "成效",
        "基础上",
        "承上启下",
        "最后一年",
        "五年来",
        "转段",
        "过去",
        "曾",
        "通报表扬",
        "突出",
        "巩固",
    ];
    around::has_any(sentence, &WORDS)
}

/// A span of years as written behind a plan's title: （2021—2025年）.
#[derive(Clone, Copy, Debug)]
pub struct YearSpan {
    /// Its first year.
    pub from: Number,
    /// Its last.
    pub until: Number,
}

impl YearSpan {
    /// Whether an event has these years.
    #[must_use]
    pub fn is_of(&self, event: &Event) -> bool {
        self.years() == (event.first_year(), event.last_year())
    }

    /// The two years.
    #[must_use]
    pub fn years(&self) -> (u32, u32) {
        (self.from.mantissa as u32, self.until.mantissa as u32)
    }
}

/// The years in brackets that follow byte `at`, a closing 》 between them passed over.
#[must_use]
pub fn span_behind(doc: &Document, at: usize) -> Option<YearSpan> {
    let rest = doc.text.get(at..)?;
    let inner = rest.trim_start_matches(['》', '〉', '”']);
    let open = inner.chars().next().filter(|&c| fold(c) == '（')?;
    let start = at + rest.len() - inner.len() + open.len_utf8();
    let &[from, until, ..] = doc.numbers(Span::new(start, (start + 40).min(doc.text.len()))) else { return None };
    let between = doc.get(Span::new(from.span.end, until.span.start)).trim_start_matches('年');
    let is_year = |number: Number| number.digits == 4 && number.decimals == 0 && (1990..2100).contains(&number.mantissa);
    let joined = matches!(between, "—" | "－" | "-" | "–" | "～" | "~" | "至" | "到" | "——" | "―" | "─" | "一");
    let ends = doc.text.get(until.span.end..).is_some_and(|rest| rest.starts_with(['年', '）', ')']));
    (from.span.start == start && joined && ends && is_year(from) && is_year(until)).then_some(YearSpan { from, until })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert_eq!(all().len(), rows::<6>("timeline.tsv").count());
        for event in all() {
            assert!(event.from <= event.until && (2000_0101..2100_0101).contains(&event.from), "{event:?}");
        }
        for kind in [Kind::FiveYears, Kind::Round, Kind::Congress, Kind::Plenum, Kind::Plan, Kind::Campaign] {
            assert!(of(kind).count() >= 3, "{kind:?}");
        }
        // Plenums follow one another.
        assert!(of(Kind::Plenum).map(|event| event.from).is_sorted());
    }
}
