//! The latest plenum cited is not the latest one held.

use crate::diagnostic::Fix;
use crate::document::Document;
use crate::facts::plenums;
use crate::facts::timeline::{self, Event, Kind};
use crate::facts::years::report_year;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around};

use super::plenum_impossible::signed;

crate::declare_rule! {
    /// 检查什么：全文引用的最近一次党代会或中央全会，早于报告年度内最近召开的一次，如2025年度报告只写“二十届二中全会”。
    ///
    /// 为什么：学习贯彻的内容应当跟上最新精神；停留在较早的全会，容易被认为沿用旧稿。
    ///
    /// 示例：（2025年度报告）贯彻党的二十大和二十届二中、三中全会精神 → 贯彻党的二十大和二十届历次全会精神
    ///
    /// 修改：建议写“二十届历次全会”，或者补上最近一次全会。
    ///
    /// 不算：写了“历次全会”的，全会后一个月内成文的，没有引用党代会和全会的，书名号内的名称。
    "plenum-stale", "全会引用未更新", Terms, Info, "历次中央全会公报",
    Check::Hits(needles, check),
}

fn needles() -> &'static [&'static str] {
    &["十八届", "十九届", "二十届", "18届", "19届", "20届", "十九大", "二十大"]
}

/// The needles that name a congress stand behind those that begin a citation of plenums.
const CONGRESSES: u16 = 6;

/// Plenums on appointments, which reports seldom cite.
const MINOR: [&str; 2] = ["一中", "二中"];

fn check(doc: &Document, hits: &[Hit], out: &mut Findings) {
    let Some(report) = report_year(doc) else { return };
    let end = signed(doc).unwrap_or(report.year * 10000 + 1231).min(report.year * 10000 + 1231);
    let held = timeline::of(Kind::Plenum)
        .filter(|event| event.sure && !event.names.iter().any(|name| MINOR.iter().any(|minor| name.ends_with(minor))))
        .filter(|event| event.until + 100 <= end && event.last_year() <= report.year);
    let Some(latest) = held.last() else { return };
    let mut cited: Option<(&Event, Span)> = None;
    for &hit in hits.iter().filter(|hit| !doc.in_book_title(hit.span.start)) {
        // 二十大及历次全会精神 names them all.
        let rest = doc.text.get(hit.span.end..).unwrap_or("");
        let rest = rest.trim_start_matches("精神").trim_start_matches("以来").trim_start_matches(['的', '以', '及', '和', '、']);
        if hit.needle >= CONGRESSES && rest.starts_with("历次全会") && is_of(latest, doc.get(hit.span)) {
            return;
        }
        // 二十大以来 and 二十大报告 say nothing of what is studied last.
        if around::followed_by(
            doc.text,
            hit.span.end,
            &["以来", "报告", "代表", "召开", "胜利", "后", "之后", "擘画", "确定的", "关于", "作出"],
        )
        .is_some()
        {
            continue;
        }
        let found = if hit.needle >= CONGRESSES {
            timeline::find(Kind::Congress, doc.get(hit.span)).map(|event| (event, hit.span))
        } else {
            let Some(plenums) = plenums::cited(doc, hit) else { continue };
            if plenums.all && latest.names.iter().any(|name| name.starts_with(&format!("{}届", plenums.congress))) {
                return;
            }
            plenums
                .plenums
                .iter()
                .filter_map(|&ordinal| Some((plenums.event(ordinal)?, plenums.span)))
                .max_by_key(|(event, _)| event.from)
        };
        // The first place where the latest is named.
        if let Some(found) = found.filter(|found| cited.is_none_or(|(event, _)| found.0.from > event.from)) {
            cited = Some(found);
        }
    }
    let Some((event, span)) = cited.filter(|(event, _)| event.from < latest.from) else { return };
    let name = latest.names.first().copied().unwrap_or("");
    let message = format!("全文引用的最近一次会议是“{}”，{}年已召开{name}全会，建议更新", doc.get(span), latest.last_year());
    let mut finding = RULE.finding(span, message);
    if event.kind == Kind::Plenum && doc.get(span).starts_with("二十届") && name.starts_with("二十届") {
        finding = finding.fix(Fix::suggest_replace(span, "二十届历次全会"));
    } else if event.kind == Kind::Congress
        && doc.get(span) == "二十大"
        && name.starts_with("二十届")
        && around::followed_by(doc.text, span.end, &["精神"]).is_some()
    {
        finding = finding.fix(Fix::suggest_replace(span, "二十大和二十届历次全会"));
    }
    out.push(finding);
}

/// Whether a plenum is one of the committee that a congress (二十大) elected.
fn is_of(plenum: &Event, congress: &str) -> bool {
    let number = congress.strip_suffix('大').unwrap_or(congress);
    plenum.names.iter().any(|name| name.strip_prefix(number).is_some_and(|rest| rest.starts_with('届')))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, dated as report, fixes, flags};

    #[test]
    fn flags_a_report_that_stops_at_an_earlier_meeting() {
        flags(&RULE, &report(2025, "贯彻党的二十大和⟦二十届二中、三中全会⟧精神", "2026年1月20日"));
        flags(&RULE, &report(2026, "贯彻党的⟦二十届三中全会⟧精神", ""));
        flags(&RULE, &report(2024, "贯彻党的⟦二十大⟧精神", "2025年1月20日"));
        flags(&RULE, &report(2025, "贯彻党的⟦十九届六中全会⟧和十九届历次全会精神", "2026年1月20日"));
        fixes(
            &RULE,
            &report(2025, "贯彻党的二十大和二十届二中、三中全会精神", "2026年1月20日"),
            &report(2025, "贯彻党的二十大和二十届历次全会精神", "2026年1月20日"),
        );
        fixes(
            &RULE,
            &report(2024, "贯彻党的二十大精神", "2025年1月20日"),
            &report(2024, "贯彻党的二十大和二十届历次全会精神", "2025年1月20日"),
        );
    }

    #[test]
    fn accepts_the_latest_and_all_of_them() {
        for all in ["二十大精神及历次全会精神", "二十大和历次全会精神", "二十大以来历次全会精神"]
        {
            accepts(&RULE, &report(2025, &format!("学习党的{all}"), "2026年1月20日"));
        }
        flags(&RULE, &report(2025, "学习党的十九大及历次全会、⟦二十大⟧精神", "2026年1月20日"));
        accepts(&RULE, &report(2025, "贯彻党的二十大和二十届历次全会精神，学习党的二十届三中全会《决定》", "2026年1月20日"));
        accepts(&RULE, &report(2025, "贯彻党的二十届四中全会精神，落实二十届三中全会部署", "2026年1月20日"));
        accepts(&RULE, &report(2025, "学习党的二十大精神及历次全会精神", "2026年1月20日"));
        accepts(&RULE, &report(2023, "贯彻党的二十大精神", "2024年1月20日"));
        accepts(&RULE, &report(2023, "贯彻党的二十大和二十届二中全会精神", "2024年1月20日"));
    }

    #[test]
    fn accepts_what_was_signed_soon_after_or_cites_nothing() {
        accepts(&RULE, &report(2025, "贯彻党的二十届三中全会精神", "2025年11月11日"));
        accepts(&RULE, &report(2025, "党的二十大以来，持续推进依法行政，学习党的二十大报告", "2026年1月20日"));
        accepts(&RULE, &report(2025, "落实党的二十大关于全面依法治国的部署", "2026年1月20日"));
        accepts(&RULE, &report(2025, "贯彻习近平法治思想，学习《党的二十大报告辅导读本》", "2026年1月20日"));
    }
}
