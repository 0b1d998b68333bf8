//! Sentences made of two frames.

use crate::diagnostic::{Edit, Finding, Fix, Severity};
use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, Words, around, chars, fold};

crate::declare_rule! {
    /// 检查什么：两种句式混在一起的句子：“通过……，使……”（没有主语）、“由于……，使……”、“原因是由于……造成的”、“旨在……为目的”、“本着……为原则”、“防止……不再发生”、“较上年同比增长”、“充分发挥……在……中发挥……作用”。
    ///
    /// 为什么：介词结构和“使”连用，句子就没有了主语；“原因是”与“造成”语义重复；“防止”与“不再”否定重复，意思正好相反；“同比”就是与上年同期相比。
    ///
    /// 示例：通过开展法治宣传，使群众的法治意识明显提高 → 通过开展法治宣传，群众的法治意识明显提高
    ///
    /// 修改：删去其中一个。
    ///
    /// 不算：句首有主语的（“全镇通过……，使……”），“使用”“使命”“促使”等词，中间隔着其他分句的。
    "grammar-frame", "句式杂糅", Terms, Warning, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第十九条；现代汉语语法规范",
    Check::Needles(needles, check),
}

fn needles() -> &'static [&'static str] {
    &[
        "通过",
        "经过",
        "由于",
        "随着",
        "原因是",
        "原因在于",
        "旨在",
        "本着",
        "防止",
        "避免",
        "杜绝",
        "严防",
        "以防",
        "同比",
        "充分发挥",
    ]
}

/// How far the second half may stand from the first, in characters.
const REACH: usize = 40;

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    if doc.in_book_title(hit.span.start) || doc.in_quotes(hit.span.start) {
        return;
    }
    let finding = match doc.get(hit.span) {
        "通过" | "经过" | "由于" | "随着" => causes(doc, hit.span),
        "原因是" | "原因在于" => reason(doc, hit.span),
        "旨在" => tail(doc, hit.span, "为目的", "“旨在”和“为目的”意思重复，保留一个"),
        "同比" => year_on_year(doc, hit.span),
        "充分发挥" => played_twice(doc, hit.span),
        "本着" => tail(doc, hit.span, "为原则", "“本着……的原则”和“以……为原则”混用，保留一个"),
        _ => denial(doc, hit.span),
    };
    out.extend(finding);
}

/// What follows the word in its sentence, as far as is looked.
fn following<'t>(doc: &Document<'t>, span: Span) -> &'t str {
    let end = doc.sentence_at(span.start).end;
    let rest = doc.get(Span::new(span.end, end));
    let reach = rest.char_indices().nth(REACH).map_or(rest.len(), |(at, _)| at);
    rest.get(..reach).unwrap_or(rest)
}

/// 通过…，使…: no subject in front of 通过, none between the comma and 使.
fn causes(doc: &Document, span: Span) -> Option<Finding> {
    if !opens_sentence(doc, span.start) {
        return None;
    }
    let rest = following(doc, span);
    if let Some(finding) = at_once(doc, span, rest) {
        return Some(finding);
    }
    let mark = rest.find(['，', ','])?;
    let at = span.end + mark + chars::after(rest, mark)?.len_utf8();
    // A second clause in between may hold the subject.
    let word = around::followed_by(doc.text, at, &["从而使得", "从而使", "进而使", "进一步使", "使得", "使"])?;
    let made = at + word.len();
    if word.ends_with('使') && around::followed_by(doc.text, made, &OTHER_WORDS).is_some() {
        return None;
    }
    let whole = Span::new(span.start, made);
    let head = doc.get(span);
    let message = format!("“{head}……，{word}……”没有主语，删去“{head}”或者“{word}”");
    let fix = Fix::suggested(format!("删去“{word}”"), vec![Edit::delete(Span::new(at, made))]);
    Some(RULE.finding(whole, message).fix(fix))
}

/// What makes another word of 使.
const OTHER_WORDS: [&str; 13] = ["用", "命", "者", "馆", "领", "出", "劲", "节", "徒", "唤", "然", "力", "之"];

/// 通过集中整治使市场秩序好转: no mark in between.
fn at_once(doc: &Document, span: Span, rest: &str) -> Option<Finding> {
    let run = rest.get(..rest.find(|c: char| !chars::is_han(c)).unwrap_or(rest.len()))?;
    let at = run.find('使')?;
    let (means, made) = (run.get(..at)?, run.get(at + '使'.len_utf8()..)?);
    // 行使, 促使, 使用 are words; with 通过使…的办法 all of it is the means; two or three characters in front hold no deed.
    let word = means.ends_with(['行', '促', '驱', '指', '大', '迫', '致', '即', '假', '出', '天', '公', '特', '能'])
        || OTHER_WORDS.iter().any(|word| made.starts_with(word));
    let nominal = around::has_any(made, &["的方式", "的办法", "的做法", "的形式", "的手段", "的机制"]);
    let clauses = (4..=16).contains(&means.chars().count()) && made.chars().count() >= 4;
    (clauses && !word && !nominal && run.matches('使').count() == 1).then(|| {
        let made = Span::new(span.end + at, span.end + at + '使'.len_utf8());
        let head = doc.get(span);
        let message = format!("“{head}……使……”没有主语，删去“{head}”或者“使”");
        let fix = Fix::suggested("“使”改为逗号", vec![Edit::replace(made, "，")]);
        RULE.finding(span.to(made), message).fix(fix)
    })
}

/// Whether nothing that could be the subject stands in front of byte `at` in its sentence: a number word or a time at most.
fn opens_sentence(doc: &Document, at: usize) -> bool {
    let start = doc.sentence_at(at).start;
    let head = doc.get(Span::new(start, at));
    let head = head.trim_matches(|c: char| chars::is_blank(c));
    let head = ["同时", "此外", "一年来", "今年以来", "另外", "其次", "首先", "最后"]
        .iter()
        .find_map(|word| head.strip_prefix(word))
        .unwrap_or(head)
        .trim_start_matches(['，', ',']);
    let numbered = head.ends_with('是') && head.chars().count() <= 3;
    let dated = head.ends_with(['，', ','])
        && head.trim_end_matches(['，', ',']).ends_with(['年', '度', '月'])
        && head.chars().count() <= 12;
    let digits = head.chars().all(|c| c.is_ascii_digit() || "（）().、一二三四五六七八九十".contains(c));
    head.is_empty() || numbered || dated || digits
}

/// 原因是由于…造成的.
fn reason(doc: &Document, span: Span) -> Option<Finding> {
    let rest = following(doc, span);
    let clause_end = rest.find(|c: char| matches!(fold(c), '。' | '；')).unwrap_or(rest.len());
    let rest = rest.get(..clause_end)?;
    static ENDS: Words = Words::new(&["造成的", "导致的", "引起的", "所致", "所造成的", "所导致的", "引发的", "带来的"]);
    // 原因是历史形成的债务: 的 must end the clause.
    let mut found: Option<(usize, &str)> = None;
    ENDS.each(rest, |i, at| {
        let end = ENDS.list().get(i).copied().unwrap_or("");
        if found.is_none_or(|(first, other)| first == at && other.len() < end.len()) {
            found = Some((at, end));
        }
    });
    let doubled = rest.trim_start().starts_with("由于") || rest.starts_with("因为");
    let (at, word) = match found {
        Some(found) => found,
        // 原因是由于人手不足造成.
        None if doubled => ["造成", "导致", "引起"].iter().find_map(|word| Some((rest.find(word)?, *word)))?,
        None => return None,
    };
    let end = span.end + at + word.len();
    let ends = chars::after(doc.text, end).is_none_or(|c| !chars::is_han(c));
    if !ends && (!doubled || word.ends_with('的')) {
        return None;
    }
    let message = format!("“{}……{word}”语义重复，“原因是”与“{word}”保留一个", doc.get(span));
    let finding = RULE.finding(Span::new(span.start, end), message);
    Some(if ends {
        finding.fix(Fix::suggested(format!("删去“{word}”"), vec![Edit::delete(Span::new(end - word.len(), end))]))
    } else {
        finding
    })
}

/// 旨在…为目的.
fn tail(doc: &Document, span: Span, end: &str, why: &str) -> Option<Finding> {
    let rest = following(doc, span);
    let at = rest.find(end)?;
    let between = rest.get(..at)?;
    (!between.contains(['，', ',', '、'])).then(|| {
        let whole = Span::new(span.start, span.end + at + end.len());
        RULE.finding(whole, format!("“{}”句式杂糅：{why}", doc.get(whole)))
    })
}

/// 较上年同比增长: 同比 says that it is compared with the year before.
fn year_on_year(doc: &Document, span: Span) -> Option<Finding> {
    static YEARS: [&str; 8] = ["去年同期", "上年同期", "上一年度", "上一年", "上年度", "上年", "去年", "同期"];
    static THAN: [&str; 5] = ["较", "比", "与", "同", "相比"];
    let year = around::preceded_by(doc.text, span.start, &YEARS)?;
    let than = around::preceded_by(doc.text, span.start - year.len(), &THAN)?;
    let whole = Span::new(span.start - year.len() - than.len(), span.end);
    let message = format!("“{}”语义重复，“同比”就是与上年同期相比，通常只用一个", doc.get(whole));
    let finding = RULE.finding(whole, message).at_most(Severity::Info);
    Some(if than == "较" || than == "比" {
        finding.fix(Fix::suggested("删去“同比”", vec![Edit::delete(span)]))
    } else {
        finding
    })
}

/// 充分发挥调解员在物业管理等方面发挥积极作用: 发挥 has its object twice.
fn played_twice(doc: &Document, span: Span) -> Option<Finding> {
    // A list of fields may stand between.
    let rest = doc.get(Span::new(span.end, doc.sentence_at(span.start).end));
    let clause = rest.split(|c: char| matches!(fold(c), '，' | '。' | '；')).next()?;
    let (at, word) = ["方面发挥", "中发挥", "上发挥"].iter().find_map(|word| Some((clause.find(word)?, *word)))?;
    let (head, object) = (clause.get(..at)?, clause.get(at + word.len()..)?);
    // 充分发挥在治理中发挥作用的力量 plays on one thing.
    let one = object.contains('的') || head.starts_with('在');
    (head.contains('在') && object.ends_with("作用") && !one).then(|| {
        let whole = Span::new(span.start, span.end + at + word.len());
        RULE.finding(whole, format!("“{}”句式杂糅，两个“发挥”保留一个", doc.get(whole)))
    })
}

/// 防止类似问题不再发生: what is prevented is that it does not happen.
fn denial(doc: &Document, span: Span) -> Option<Finding> {
    let rest = following(doc, span);
    let clause = rest.split(|c: char| matches!(fold(c), '，' | '。' | '；')).next()?;
    static NEVER: Words = Words::new(&["不再发生", "不再出现", "不再重复", "不再反弹", "不再重演"]);
    if !NEVER.are_in(clause) {
        return None;
    }
    let (at, word) = NEVER.list().iter().find_map(|word| Some((clause.find(word)?, *word)))?;
    let start = span.end + at;
    let whole = Span::new(span.start, start + word.len());
    let right = word.replacen("不再", "再次", 1);
    let message = format!("“{}”否定重复，意思相反，“{word}”应为“{right}”", doc.get(whole));
    Some(RULE.finding(whole, message).fix(Fix::suggest_replace(Span::new(start, start + word.len()), &right)))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags, hints};

    #[test]
    fn flags_sentences_without_a_subject() {
        flags(&RULE, "开展宣传12场。⟦通过开展法治宣传，使⟧群众的法治意识明显提高；⟦由于人手不足,使得⟧工作进展缓慢。");
        flags(&RULE, "一是⟦通过集中培训，从而使⟧执法人员能力得到提升。2025年，⟦经过全镇上下共同努力，使⟧矛盾纠纷大幅下降。");
        fixes(&RULE, "通过开展法治宣传，使群众的法治意识明显提高。", "通过开展法治宣传，群众的法治意识明显提高。");
    }

    #[test]
    fn flags_reasons_given_twice() {
        flags(&RULE, "执法力量不足，主要⟦原因是由于编制较少造成的⟧。普法不深，⟦原因在于方式单一所致⟧。");
        fixes(&RULE, "执法力量不足，主要原因是编制较少造成的。", "执法力量不足，主要原因是编制较少。");
    }

    #[test]
    fn flags_aims_and_denials_doubled() {
        flags(&RULE, "⟦旨在以提升能力为目的⟧开展培训，⟦本着以服务群众为原则⟧优化流程，⟦防止类似问题不再发生⟧。");
        fixes(&RULE, "避免此类案件不再发生。", "避免此类案件再次发生。");
    }

    #[test]
    fn flags_what_is_compared_or_played_twice() {
        hints(&RULE, "信访量较上年同比下降12%。");
        flags(&RULE, "办案量⟦比去年同比⟧增长8%，⟦与上年同期同比⟧上升3件。");
        fixes(&RULE, "信访量较上年同比下降12%。", "信访量较上年下降12%。");
        flags(
            &RULE,
            "⟦充分发挥人民调解员在邻里关系、婚姻家庭、土地流转、劳动报酬、物业管理、损害赔偿、山林水利等方面发挥⟧积极作用。",
        );
        accepts(&RULE, "信访量同比下降12%，较上年下降8%。充分发挥法律顾问在合同审查中的作用，在应诉中发挥重要作用。");
        accepts(&RULE, "充分发挥在矛盾化解中发挥骨干作用的老党员的力量。");
    }

    #[test]
    fn accepts_sentences_with_a_subject() {
        accepts(&RULE, "我镇通过开展法治宣传，使群众的法治意识明显提高；镇党委加强领导，通过培训，使干部能力提升。");
        accepts(&RULE, "通过集中培训，执法人员能力得到提升，使办案质量更高；通过线上平台，使用电子文书120份。");
        accepts(&RULE, "由于人手不足，工作进展缓慢；通过以案释法，使命感和责任感不断增强。");
    }

    #[test]
    fn accepts_reasons_and_aims_given_once() {
        accepts(&RULE, "主要原因是编制较少，造成工作滞后；究其原因，主要是由于调研不深。原因是历史遗留造成的债务负担较重。");
        accepts(&RULE, "旨在提升能力，本着便民的原则，以服务群众为目的；防止问题反弹，确保不再发生。");
    }

    #[test]
    fn flags_means_without_a_comma() {
        flags(&RULE, "⟦通过集中整治使⟧市场秩序明显好转。");
        fixes(&RULE, "通过强化培训使执法人员的能力明显提高。", "通过强化培训，执法人员的能力明显提高。");
    }

    #[test]
    fn accepts_words_with_shi() {
        accepts(&RULE, "通过依法行使职权促进公平竞争；通过发放文书使用情况调查表，掌握情况。通过大使馆送达。");
        accepts(&RULE, "我镇通过集中整治使市场秩序明显好转。通过以案释法使条文生动起来的做法，群众易于接受。");
    }
}
