//! Plenums cited before they were held.

use crate::diagnostic::Severity;
use crate::document::Document;
use crate::facts::laws::Day;
use crate::facts::plenums::{self, Cited, Ordinal};
use crate::facts::timeline::{self, Kind};
use crate::rule::{Check, Findings};
use crate::text::{Hit, around, numerals};

crate::declare_rule! {
    /// 检查什么：引用的中央全会、党代会在成文日期时还没有召开，或者该届中央委员会没有这次全会。
    ///
    /// 为什么：届次、次数写错，或者成文日期写错，都会让全会与日期矛盾。
    ///
    /// 示例：贯彻党的二十届四中全会精神（成文日期2025年1月20日） → 核对全会次数和成文日期
    ///
    /// 修改：核对全会的届次、次数和成文日期。
    ///
    /// 不算：没有成文日期的文稿，地方党委全会，谋划迎接全会召开的句子，书名号内的名称。
    "plenum-impossible", "引用尚未召开的全会", Terms, Error, "历次中央全会公报",
    Check::Needles(needles, check),
}

/// What a congress said, as it is cited; the congress comes first.
const SAID: &[&str] = &["二十大精神", "二十大报告"];

fn needles() -> &'static [&'static str] {
    static ALL: std::sync::OnceLock<Vec<&'static str>> = std::sync::OnceLock::new();
    ALL.get_or_init(|| [plenums::needles(), SAID].concat())
}

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let Some(signed) = signed(doc) else { return };
    if doc.in_book_title(hit.span.start) {
        return;
    }
    if usize::from(hit.needle) >= plenums::needles().len() {
        return congress(doc, hit, signed, out);
    }
    let Some(cited) = plenums::cited(doc, hit).filter(|cited| !cited.all) else { return };
    let sentence = doc.get(doc.sentence_at(hit.span.start));
    if around::has_any(sentence, &["迎接", "即将", "将召开", "召开前", "待召开"]) {
        return;
    }
    if let Some((message, severity)) = cited.plenums.iter().find_map(|&ordinal| judge(&cited, ordinal, signed)) {
        let finding = RULE.finding(cited.span, format!("“{}”：{message}", doc.get(cited.span))).at_most(severity);
        out.push(match doc.date {
            Some(line) => finding.related(line.span, "成文日期"),
            None => finding,
        });
    }
}

/// The spirit of a congress, 党的二十大精神, before it was held.
fn congress(doc: &Document, hit: Hit, signed: Day, out: &mut Findings) {
    let name = timeline::of(Kind::Congress)
        .find(|event| event.sure && event.from > signed && event.names.iter().any(|name| doc.get(hit.span).starts_with(name)));
    let party =
        around::preceded_by(doc.text, hit.span.start, &["党的", "党的十九大、", "党的十九大和", "学习", "贯彻"]).is_some();
    let (Some(event), true) = (name, party) else { return };
    let (year, month) = (event.first_year(), event.from / 100 % 100);
    let message = format!("“{}”：大会于{year}年{month}月召开，晚于成文日期", doc.get(hit.span));
    let finding = RULE.finding(hit.span, message);
    out.push(match doc.date {
        Some(line) => finding.related(line.span, "成文日期"),
        None => finding,
    });
}

/// The day of signature, where the calendar has it.
pub(super) fn signed(doc: &Document) -> Option<Day> {
    let date = doc.date?.date.filter(|date| date.exists())?;
    Some(date.year * 10000 + date.month * 100 + date.day)
}

/// Why a plenum cannot be meant, and how sure that is.
fn judge(cited: &Cited, ordinal: Ordinal, signed: Day) -> Option<(String, Severity)> {
    let name = name_of(cited, ordinal);
    if let Some(event) = cited.event(ordinal) {
        // Where an earlier one is later than the document, the date itself is of no matter.
        let sure =
            event.sure || timeline::of(Kind::Plenum).any(|other| other.sure && other.from < event.from && other.from > signed);
        let severity = if sure { Severity::Error } else { Severity::Warning };
        let (year, month) = (event.first_year(), event.from / 100 % 100);
        return (event.from > signed).then(|| (format!("{name}于{year}年{month}月召开，晚于成文日期"), severity));
    }
    let last = timeline::of(Kind::Plenum).last()?;
    let (of, _) = last.names.first()?.split_once('届')?;
    if cited.congress != of {
        return Some((format!("{}届中央委员会没有{}中全会", cited.congress, numerals::to_han(ordinal.value)), Severity::Error));
    }
    // Later than every plenum of the table, which itself is later than the document.
    (last.from > signed).then(|| (format!("成文时{name}尚未召开"), Severity::Error))
}

fn name_of(cited: &Cited, ordinal: Ordinal) -> String {
    format!("{}届{}中全会", cited.congress, numerals::to_han(ordinal.value))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, dated as report, flags};

    #[test]
    fn flags_plenums_later_than_the_date() {
        flags(&RULE, &report(2024, "学习贯彻党的⟦二十届四中全会⟧精神", "2025年1月20日"));
        flags(&RULE, &report(2022, "学习贯彻党的⟦二十届二中、三中全会⟧精神", "2023年1月20日"));
        flags(&RULE, &report(2021, "学习贯彻党的⟦二十大精神⟧", "2022年1月10日"));
        flags(&RULE, &report(2025, "学习贯彻党的⟦二十届六中全会⟧精神", "2026年1月20日"));
        flags(&RULE, &report(2025, "学习贯彻党的⟦十九届八中全会⟧精神", "2026年1月20日"));
    }

    #[test]
    fn accepts_plenums_that_were_held() {
        accepts(&RULE, &report(2025, "学习贯彻党的二十届三中、四中全会精神", "2025年12月20日"));
        accepts(&RULE, &report(2022, "学习贯彻党的二十大精神", "2022年11月10日"));
        accepts(&RULE, &report(2021, "以优异成绩迎接党的二十大胜利召开", "2022年1月10日"));
        accepts(&RULE, &report(2026, "学习贯彻党的二十届五中全会和二十届历次全会精神", "2027年1月20日"));
    }

    #[test]
    fn accepts_what_has_no_date_or_is_awaited() {
        accepts(&RULE, &report(2024, "学习贯彻党的二十届四中全会精神", "2025年1月"));
        accepts(&RULE, &report(2024, "以实际行动迎接党的二十届四中全会召开", "2025年1月20日"));
        accepts(&RULE, &report(2024, "落实市委二十届四中全会部署，学习《二十届四中全会导读》", "2025年1月20日"));
    }
}
