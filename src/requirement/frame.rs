//! Title, addressee, years, signature, date, deadline, fitness for publication.

use super::{Verdict, found};
use crate::diagnostic::Finding;
use crate::document::{Date, Document, Kind, Part, Profile, Status};
use crate::facts::shape::{self, Shape};
use crate::facts::title::{self, Genre};
use crate::rules::content::{personal_info, secret_marker};
use crate::rules::structure::{signature_missing, title_missing};
use crate::text::{Span, chars};

const ORAL: &str = "会议上的口头报告，不署名、不写成文日期";
const FRAGMENT: &str = "粘贴的是报告的片段，不作要求";

pub(super) fn title(doc: &Document, _: &[Finding]) -> Verdict {
    let Some(heading) = &doc.title else {
        return match Shape::of(doc) {
            Shape::Fragment => Verdict::not_applicable(FRAGMENT),
            Shape::Body => Verdict::review(None, "粘贴的文字里没有标题"),
            Shape::Whole => match title_missing::in_own_words(doc) {
                Some(line) => Verdict::review(Some(line), "开头一行不是常见的标题写法，请核对"),
                None => Verdict::unmet(None, "没有标题"),
            },
        };
    };
    let mut lacks = Vec::new();
    if !title::names_body(&heading.text) && !heading.text.contains("【请") {
        lacks.push("发文机关".to_owned());
    }
    if !title::names_year(&heading.text) && !shape::other_titles(doc, heading).any(|span| title::names_year(doc.get(span))) {
        lacks.push("年度".to_owned());
    }
    match title::genre(&heading.text) {
        Genre::Report => {}
        Genre::Other(word, _) => lacks.push(format!("文种“报告”（现为“{word}”）")),
        Genre::Unknown => lacks.push("文种“报告”".to_owned()),
    }
    if lacks.is_empty() {
        Verdict::met(heading.span, "标题写明了发文机关、年度和文种")
    } else {
        Verdict::unmet(Some(heading.span), format!("标题缺{}", lacks.join("、")))
    }
}

pub(super) fn addressee(doc: &Document, _: &[Finding]) -> Verdict {
    if let Some(block) = doc.blocks.iter().find(|block| block.kind == Kind::Addressee) {
        let name = doc.get(block.span).trim_end_matches(chars::is_mark);
        return Verdict::met(block.span, format!("主送“{name}”"));
    }
    match Shape::of(doc) {
        Shape::Fragment => Verdict::not_applicable(FRAGMENT),
        Shape::Body | Shape::Whole if doc.published => Verdict::not_applicable("公开稿，按设置可以不写主送机关"),
        Shape::Body | Shape::Whole => Verdict::review(None, "没有主送机关：公开的文本可以省略，报送的文本应当写明"),
    }
}

/// Rules that speak of a wrong year.
const YEAR_RULES: &[&str] = &["report-year-conflict", "plan-year-wrong", "stale-year"];

pub(super) fn years(doc: &Document, findings: &[Finding]) -> Verdict {
    if let Some(finding) = found(findings, YEAR_RULES) {
        return Verdict::unmet(Some(finding.span), finding.message.clone());
    }
    let Some(year) = doc.year else { return Verdict::review(None, "看不出报告的年度") };
    for part in Part::ALL {
        let info = doc.part(part);
        let heading = info.heading.filter(|_| info.status == Status::Present).and_then(|h| doc.headings.get(h));
        let Some(heading) = heading else { continue };
        let expected = if part == Part::NextYear { year + 1 } else { year };
        let named: Vec<u32> = doc
            .numbers(heading.title)
            .iter()
            .filter(|n| n.digits == 4 && (2000..2100).contains(&n.mantissa) && !doc.in_book_title(n.span.start))
            .map(|n| n.mantissa as u32)
            .collect();
        if !named.is_empty() && !named.contains(&expected) {
            let message = format!("“{}”的年度与{year}年度报告不符", doc.get(heading.title));
            return Verdict::unmet(Some(heading.title), message);
        }
    }
    let evidence = doc.title.as_ref().map(|title| title.span);
    let message = format!("各部分年度一致：报告{year}年度，安排{}年度", year + 1);
    Verdict { state: super::State::Met, evidence, message }
}

pub(super) fn signature(doc: &Document, _: &[Finding]) -> Verdict {
    if let Some(span) = doc.signature.iter().copied().reduce(Span::to) {
        let names: Vec<&str> = doc.signature.iter().map(|&span| doc.get(span)).collect();
        return Verdict::met(span, format!("署名“{}”", names.join("、")));
    }
    match Shape::of(doc) {
        Shape::Fragment => Verdict::not_applicable(FRAGMENT),
        Shape::Body => Verdict::review(None, "粘贴的文字里没有署名"),
        Shape::Whole if shape::is_oral(doc) => Verdict::not_applicable(ORAL),
        Shape::Whole if signature_missing::is_signed_in_own_words(doc) => {
            Verdict::review(None, "文末最后一行不是常见的机关名称，请核对署名")
        }
        Shape::Whole => Verdict::unmet(None, "文末没有发文机关署名"),
    }
}

pub(super) fn date(doc: &Document, _: &[Finding]) -> Verdict {
    let Some(line) = doc.date else {
        return match Shape::of(doc) {
            Shape::Fragment => Verdict::not_applicable(FRAGMENT),
            Shape::Body => Verdict::review(None, "粘贴的文字里没有成文日期"),
            Shape::Whole if shape::is_oral(doc) => Verdict::not_applicable(ORAL),
            Shape::Whole => Verdict::unmet(None, "文末没有成文日期"),
        };
    };
    let written: String = doc.get(line.span).chars().filter(|&c| !crate::text::is_blank(c)).collect();
    match line.date {
        None => Verdict::unmet(Some(line.span), format!("成文日期“{written}”没有填写完整")),
        Some(date) if !date.exists() => Verdict::unmet(Some(line.span), format!("没有“{written}”这一天")),
        Some(date) if written == date.standard() => Verdict::met(line.span, format!("成文日期{written}")),
        Some(date) => Verdict::unmet(Some(line.span), format!("成文日期“{written}”应写作“{}”", date.standard())),
    }
}

pub(super) fn deadline(doc: &Document, _: &[Finding]) -> Verdict {
    let (Some(line), Some(year)) = (doc.date, doc.year) else {
        return match Shape::of(doc) {
            Shape::Fragment => Verdict::not_applicable(FRAGMENT),
            Shape::Body | Shape::Whole => Verdict::review(None, "没有成文日期或年度，不能判断是否按时"),
        };
    };
    let Some(date) = line.date.filter(|date| date.exists()) else {
        return Verdict::review(Some(line.span), "成文日期不能识别，不能判断是否按时");
    };
    // 省级向党中央、国务院报告 by 1 April, all others by 1 March.
    let month = if doc.profile == Profile::Province { 4 } else { 3 };
    let limit = Date { year: year + 1, month, day: 1 };
    if date > limit {
        Verdict::unmet(Some(line.span), format!("成文日期{}晚于报送时限{}年{month}月1日", date.standard(), year + 1))
    } else if date == limit {
        Verdict::review(Some(line.span), format!("成文日期正是{}年{month}月1日，请核对报送时间", year + 1))
    } else if date.year < year {
        Verdict::review(Some(line.span), format!("成文日期{}早于{year}年度，请核对", date.standard()))
    } else {
        Verdict::met(line.span, format!("成文日期{}在报送时限{}年{month}月1日之前", date.standard(), year + 1))
    }
}

pub(super) fn publishable(doc: &Document, findings: &[Finding]) -> Verdict {
    if let Some(finding) = found(findings, &["secret-marker", "personal-info", "placeholder-left"]) {
        return Verdict::unmet(Some(finding.span), finding.message.clone());
    }
    if let Some(span) = secret_marker::first(doc) {
        return Verdict::unmet(Some(span), format!("有密级标识“{}”，不能公开", doc.get(span)));
    }
    if let Some(span) = personal_info::first(doc) {
        return Verdict::unmet(Some(span), "有手机号码或者身份证号码，公开前应当隐去");
    }
    let whole = doc.body_blocks().map(|(_, block)| block.span).reduce(Span::to);
    match whole {
        Some(_) => Verdict {
            state: super::State::Met, evidence: None, message: "没有发现密级标识、个人号码和占位符".to_owned()
        },
        None => Verdict::not_applicable("没有正文"),
    }
}
