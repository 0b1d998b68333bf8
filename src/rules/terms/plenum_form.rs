//! Plenums whose short names are not in the form in use.

use crate::diagnostic::{Edit, Fix, Severity};
use crate::document::Document;
use crate::facts::plenums::{self, Behind};
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around, chars};

crate::declare_rule! {
    /// 检查什么：中央全会的简称不合惯例，如“二十届三、四中全会”“20届三中全会”“党的二十届三次全会”“党的20大”。
    ///
    /// 为什么：中央文件的写法是“二十届三中、四中全会”“二十届历次全会”，届次用汉字数字，每次全会都带“中”；按时间先后，“二十大”与“二十届”相连。
    ///
    /// 示例：党的二十届三、四中全会精神 → 党的二十届三中、四中全会精神
    ///
    /// 修改：改为通行写法。
    ///
    /// 不算：地方党委全会（市委十四届六次全会），“20大项”等数量，书名号内的名称。
    "plenum-form", "全会简称格式", Terms, Warning, "党的二十届四中全会公报等中央文件的写法；GB/T 15835—2011 4.2",
    Check::Needles(needles, check),
}

fn needles() -> &'static [&'static str] {
    &[
        "十八届",
        "十九届",
        "二十届",
        "18届",
        "19届",
        "20届",
        "党的20大",
        "党的19大",
        "党的18大",
        "二十大和十九届",
        "二十大、十九届",
        "十九大和二十届",
        "十九大、二十届",
        "十九大及二十届",
    ]
}

/// The needles that begin a citation of plenums come first, as in [`plenums::needles`].
const CITATIONS: u16 = 6;

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    if doc.in_book_title(hit.span.start) {
        return;
    }
    if hit.needle >= CITATIONS {
        return other_forms(doc, hit.span, out);
    }
    let Some(cited) = plenums::cited(doc, hit) else { return };
    let mut edits = Vec::new();
    if doc.get(cited.number).is_ascii() {
        edits.push(Edit::replace(cited.number, cited.congress.as_str()));
    }
    for ordinal in &cited.plenums {
        match ordinal.behind {
            Behind::Zhong => {}
            Behind::Nothing => edits.push(Edit::insert(ordinal.span.end, "中")),
            Behind::Ci if doc.text.get(..ordinal.span.start).is_some_and(|head| head.ends_with('第')) => {}
            Behind::Ci => edits.push(Edit::replace(Span::new(ordinal.span.end, ordinal.span.end + "次".len()), "中")),
        }
    }
    if !edits.is_empty() {
        let right = applied(doc, cited.span, &edits);
        let message = format!("“{}”通常写作“{right}”", doc.get(cited.span));
        out.push(RULE.finding(cited.span, message).fix(Fix::safe(format!("改为“{right}”"), edits)));
    }
}

/// 党的20大; 二十大 in front of the plenums of the committee before.
fn other_forms(doc: &Document, span: Span, out: &mut Findings) {
    let word = doc.get(span);
    if word.starts_with("十九大") {
        let message =
            format!("“{word}”通常写作“二十大{}”：党的二十大选出的才是二十届中央委员会", word.trim_start_matches("十九大"));
        out.push(RULE.finding(span, message).at_most(Severity::Info));
        return;
    }
    if word.starts_with("二十大") {
        if around::followed_by(doc.text, span.end, &["历次", "历届", "七中", "六中"]).is_some() {
            let message = format!("“{word}”的次序通常按时间先后：十九大、十九届历次全会在前，二十大、二十届历次全会在后");
            out.push(RULE.finding(span, message).at_most(Severity::Info));
        }
        return;
    }
    // 党的20大成就 counts something.
    let named = chars::after(doc.text, span.end).is_none_or(|c| {
        chars::is_mark(c) || matches!(c, '精' | '报' | '和' | '以' | '胜' | '召' | '代' | '提' | '作' | '部' | '关' | '\n' | '\r')
    });
    if named {
        let digits = Span::new(span.start + "党的".len(), span.end - "大".len());
        let right = match doc.get(digits) {
            "20" => "二十",
            "19" => "十九",
            _ => "十八",
        };
        let fix = Fix::safe(format!("改为“党的{right}大”"), vec![Edit::replace(digits, right)]);
        out.push(RULE.finding(span, format!("“{word}”应写作“党的{right}大”")).fix(fix));
    }
}

/// What `span` says once `edits` are made in it.
fn applied(doc: &Document, span: Span, edits: &[Edit]) -> String {
    let mut out = String::new();
    let mut at = span.start;
    for edit in edits {
        out.push_str(doc.get(Span::new(at, edit.span.start)));
        out.push_str(&edit.text);
        at = edit.span.end;
    }
    out + doc.get(Span::new(at, span.end))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_forms_not_in_use() {
        flags(&RULE, "深入学习党的⟦二十届三、四中全会⟧精神，贯彻⟦二十届二中、三、四中全会⟧部署。");
        flags(&RULE, "学习⟦20届四中全会⟧和党的⟦二十届三次全会⟧精神，落实⟦19届六中全会⟧、⟦党的20大⟧精神。");
        flags(&RULE, "贯彻⟦二十大和十九届⟧历次全会精神，学习党的⟦十九大和二十届⟧二中全会精神。");
        fixes(&RULE, "学习党的二十届三、四中全会精神。", "学习党的二十届三中、四中全会精神。");
        fixes(&RULE, "学习党的20届三次全会精神。", "学习党的二十届三中全会精神。");
        fixes(&RULE, "学习党的20大精神。", "学习党的二十大精神。");
    }

    #[test]
    fn accepts_the_forms_in_use() {
        accepts(
            &RULE,
            "深入学习党的二十大和二十届三中、四中全会精神，贯彻党的二十届二中、三中和四中全会部署，二十届历次全会精神。",
        );
        accepts(&RULE, "党的十九大和十九届历次全会、二十大精神；二十届中央委员会第四次全体会议；二十届中央纪委四次全会。");
    }

    #[test]
    fn accepts_local_committees_and_counts() {
        accepts(&RULE, "落实市委二十届三次全会、县委十九届五次全会部署，召开镇二十届三次全会，第二十届人民代表大会三次会议。");
        accepts(&RULE, "围绕党的20大类工作任务，学习《二十届三、四中全会辅导读本》。");
    }
}
