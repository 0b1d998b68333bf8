//! The four parts and what each must say.

use super::Verdict;
use crate::diagnostic::Finding;
use crate::document::{Cue, Document, Part, Status};
use crate::facts::{acts as deeds, answers::items, causes, figures as counts, shape};
use crate::rules::structure::missing_reasons;
use crate::text::Span;

pub(super) fn achievements(doc: &Document, _: &[Finding]) -> Verdict {
    presence(doc, Part::Achievements)
}

pub(super) fn shortcomings(doc: &Document, _: &[Finding]) -> Verdict {
    presence(doc, Part::Shortcomings)
}

pub(super) fn leader_duties(doc: &Document, _: &[Finding]) -> Verdict {
    presence(doc, Part::LeaderDuties)
}

pub(super) fn next_year(doc: &Document, _: &[Finding]) -> Verdict {
    presence(doc, Part::NextYear)
}

/// Whether and where a part stands.
fn presence(doc: &Document, part: Part) -> Verdict {
    let info = doc.part(part);
    let Some(range) = info.range.filter(|_| info.status != Status::Missing) else {
        return Verdict::unmet(None, format!("没有找到“{}”部分", part.name()));
    };
    let shown = info.heading.map_or(range, |heading| shape::heading_span(doc, heading));
    let quoted = quote(doc.get(shown));
    match info.status {
        Status::Merged => Verdict::met(shown, format!("与其他部分合写在“{quoted}”中")),
        Status::Embedded => {
            let host = doc.block_at(range.start).and_then(|i| doc.section_of(i));
            match host.map(|section| quote(doc.get(shape::heading_span(doc, section.heading)))) {
                Some(host) => Verdict::met(shown, format!("没有单列，写在“{host}”中（“{quoted}”），宜单列")),
                None => Verdict::met(shown, format!("没有单列，写在正文中（“{quoted}”），宜单列")),
            }
        }
        Status::Present | Status::Missing => Verdict::met(shown, format!("单列为“{quoted}”")),
    }
}

/// The first twenty-odd characters of a longer text.
fn quote(text: &str) -> String {
    let line = text.lines().next().unwrap_or("");
    let short: String = line.chars().take(28).collect();
    if short.len() < text.len() { format!("{short}……") } else { short }
}

/// Where `part` stands; what hangs on it does not apply where it is missing.
fn range(doc: &Document, part: Part) -> Result<Span, Verdict> {
    doc.part(part).range.ok_or_else(|| Verdict::not_applicable(format!("没有“{}”部分", part.name())))
}

pub(super) fn figures(doc: &Document, _: &[Finding]) -> Verdict {
    let range = match range(doc, Part::Achievements) {
        Ok(range) => range,
        Err(verdict) => return verdict,
    };
    // A thematic report tells its achievements in several sections.
    let spans = doc.part_blocks(Part::Achievements).map(|(_, block)| doc.prose(block));
    let spans: Vec<Span> = if doc.part(Part::Achievements).status == Status::Embedded { vec![range] } else { spans.collect() };
    let found: Vec<Span> = spans.iter().flat_map(|&span| counts::in_span(doc, span)).map(|n| n.span).collect();
    match (found.first(), found.len()) {
        (None, _) => Verdict::unmet(Some(range), "成效部分没有数据"),
        (Some(&first), n) if n < 2 => Verdict::review(Some(sentence_at(doc, first)), format!("成效部分只有{n}处数据")),
        (Some(&first), n) => Verdict::met(sentence_at(doc, first), format!("成效部分有{n}处数据")),
    }
}

/// The sentence that holds `at`.
fn sentence_at(doc: &Document, at: Span) -> Span {
    let block = doc.block_around(at.start);
    block.and_then(|block| doc.sentences(block.span).find(|sentence| sentence.contains(at))).unwrap_or(at)
}

pub(super) fn reasons(doc: &Document, _: &[Finding]) -> Verdict {
    let range = match range(doc, Part::Shortcomings) {
        Ok(range) => range,
        Err(verdict) => return verdict,
    };
    let Some(first) = missing_reasons::reasons(doc) else {
        return Verdict::unmet(Some(range), "写了不足，没有写原因");
    };
    let evidence = sentence_at(doc, first);
    if shape::has_prompt(doc, range) {
        return Verdict::review(Some(evidence), "原因还没有填写");
    }
    // Under a heading with another part the items are not all shortcomings.
    let merged = doc.part(Part::Shortcomings).status == Status::Merged;
    let items = if merged { Vec::new() } else { items(doc, Part::Shortcomings) };
    let explained = items.iter().filter(|&&item| causes::first(doc, item).is_some()).count();
    // Causes told once for all, at the end or in a section of their own, explain every item.
    if items.len() < 2 || explained == items.len() || explained == 0 || is_summed_up(doc, &items) {
        return Verdict::met(evidence, "写了不足和原因");
    }
    Verdict::review(Some(evidence), format!("{}条不足中有{}条没有写原因", items.len(), items.len() - explained))
}

/// Whether the causes stand together in the last item or behind it.
fn is_summed_up(doc: &Document, items: &[Span]) -> bool {
    let Some((last, others)) = items.split_last() else { return false };
    causes::first(doc, *last).is_some() && others.iter().all(|&item| causes::first(doc, item).is_none())
}

pub(super) fn acts(doc: &Document, _: &[Finding]) -> Verdict {
    let range = match range(doc, Part::LeaderDuties) {
        Ok(range) => range,
        Err(verdict) => return verdict,
    };
    let info = doc.part(Part::LeaderDuties);
    let start = info.heading.and_then(|h| doc.headings.get(h)).map_or(range.start, |heading| heading.title.end);
    let sentences = deeds::sentences(doc, Span::new(start, range.end));
    let Some(&first) = sentences.first() else {
        let subject = "没有写党政主要负责人的具体做法";
        // What follows a lone sentence may belong to it.
        return if info.heading.is_some() { Verdict::unmet(Some(range), subject) } else { Verdict::review(Some(range), subject) };
    };
    if shape::has_prompt(doc, range) {
        return Verdict::review(Some(first), "主要负责人的具体做法还没有填写");
    }
    // The subject may be named once and then left out: all that is named in the part counts.
    let named = deeds::leaders(doc, Span::new(start, range.end));
    if named.suffice(doc.profile) {
        return Verdict::met(first, format!("写了主要负责人的具体做法（{}处）", sentences.len()));
    }
    let who = match (named.party, named.government) {
        (true, _) => "只看到党委主要负责人，没有看到行政主要负责人",
        (false, true) => "只看到行政主要负责人，没有看到党委主要负责人",
        (false, false) if doc.has_cue(range, Cue::FirstResponsible) => "写了具体做法，没有点明是谁做的",
        (false, false) => "写了具体做法，没有看到党政主要负责人",
    };
    Verdict::review(Some(first), who)
}
