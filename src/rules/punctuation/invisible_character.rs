//! Characters that cannot be seen.

use super::context::{Place, Places};
use crate::diagnostic::{Edit, Severity};
use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::unseen::{Nature, is_right_to_left, name, nature};
use crate::text::{Mark, Span};

crate::declare_rule! {
    /// 检查什么：看不见的字符（零宽空格、软连字符、文中的字节顺序标记、控制字符、标签字符等）、改变文字方向的字符，以及代替丢失文字的“�”。
    ///
    /// 为什么：这些字符多是复制、转换带来的，使检索、比对、排版出错；改变方向的字符还能让人看到的和实际写的不一样，标签字符能藏下别的内容。
    ///
    /// 示例：法⟨零宽空格⟩治政府 → 法治政府
    ///
    /// 修改：删去；特殊的换行符改为换行。删去会改变显示顺序的、原来另有用处的，要看过再改；“�”须对照原稿补上。
    ///
    /// 不算：全角空格和不间断空格，文件开头的字节顺序标记，汉字后面的异体选择符（人名、地名用字），组合表情，维吾尔文、蒙古文等文字中的连字符。
    "invisible-character", "看不见的字符", Punctuation, Warning, "《Unicode标准》附件9（双向算法）；通行用法",
    Check::Unseen(check),
}

/// What is told together: the same effect here, and the same cure.
const KINDS: [Nature; 5] = [Nature::Nothing, Nature::Direction, Nature::Stray, Nature::Break, Nature::Lost];

fn check(doc: &Document, unseen: &[Mark], out: &mut Findings) {
    let told: Vec<(Nature, Mark)> =
        unseen.iter().filter(|mark| mark.at > 0 || mark.char != '\u{FEFF}').map(|&mark| (effect(doc, mark), mark)).collect();
    for kind in KINDS {
        let marks: Vec<Mark> = told.iter().filter(|(nature, _)| *nature == kind).map(|&(_, mark)| mark).collect();
        let mut places = Places::new(&RULE);
        for run in marks.chunk_by(|a, b| a.span().end == b.at) {
            let Some((first, last)) = run.first().zip(run.last()) else { continue };
            let span = first.span().to(last.span());
            places.push(Place {
                span,
                edits: edits(doc, kind, span),
                safe: kind == Nature::Nothing,
                message: format!("{}{}", whereabouts(doc, kind, span), words(kind, &names(run))),
            });
        }
        let before = out.len();
        places.tell(title(kind), |n| format!("全文有{n}处{}", words(kind, &names(&marks))), out);
        let mild = matches!(kind, Nature::Nothing | Nature::Break);
        for finding in out.iter_mut().skip(before).filter(|_| mild) {
            finding.severity = Severity::Info;
        }
    }
}

/// What a character does where it stands: what sets the direction does nothing in a line that runs from left to right alone.
fn effect(doc: &Document, mark: Mark) -> Nature {
    match nature(mark.char) {
        Some(Nature::Direction) if !line_at(doc, mark.at).of(doc.text).contains(is_right_to_left) => Nature::Nothing,
        Some(nature) => nature,
        None => Nature::Nothing,
    }
}

/// The line that holds byte `at`, the characters that are not seen at its ends included.
fn line_at(doc: &Document, at: usize) -> Span {
    let ends = |c: char| matches!(c, '\n' | '\r');
    let (before, after) = doc.text.split_at_checked(at).unwrap_or(("", ""));
    let start = before.rfind(ends).map_or(0, |end| end + 1);
    Span::new(start, at + after.find(ends).unwrap_or(after.len()))
}

fn edits(doc: &Document, kind: Nature, span: Span) -> Vec<Edit> {
    let line = line_at(doc, span.start);
    match kind {
        Nature::Lost => Vec::new(),
        // At the end of a line the line has ended.
        Nature::Break if line.start < span.start && span.end < line.end => vec![Edit::replace(span, "\n")],
        Nature::Nothing | Nature::Direction | Nature::Stray | Nature::Break => vec![Edit::delete(span)],
    }
}

fn title(kind: Nature) -> &'static str {
    match kind {
        Nature::Nothing | Nature::Stray => "删去看不见的字符",
        Nature::Direction => "删去改变文字方向的字符",
        Nature::Break => "改为换行",
        Nature::Lost => "",
    }
}

/// “法”和“治”之间, as far as there is something to be seen beside the run.
fn whereabouts(doc: &Document, kind: Nature, span: Span) -> String {
    let line = line_at(doc, span.start);
    let seen = |c: &char| !crate::text::is_blank(*c) && nature(*c).is_none();
    let before = doc.get(Span::new(line.start, span.start)).chars().rev().find(seen);
    let after = doc.get(Span::new(span.end, line.end)).chars().find(seen);
    let place = match (before, after) {
        (Some(before), Some(after)) => format!("“{before}”和“{after}”之间"),
        (Some(before), None) => format!("“{before}”后面"),
        (None, Some(after)) => format!("“{after}”前面"),
        (None, None) => "空行里".to_owned(),
    };
    match kind {
        Nature::Lost => place + "是",
        Nature::Nothing | Nature::Direction | Nature::Stray | Nature::Break => place + "有",
    }
}

fn words(kind: Nature, names: &str) -> String {
    match kind {
        Nature::Nothing => format!("看不见的字符：{names}"),
        Nature::Direction => format!("改变文字方向的字符：{names}，看到的顺序可能和实际写的不同"),
        Nature::Stray => format!("看不见的字符：{names}，多是别的程序留下的，可能带有看不到的内容"),
        Nature::Break => format!("不是通常的换行：{names}"),
        Nature::Lost => format!("“\u{FFFD}”：{names}，原来的字没有读出来，请对照原稿补上"),
    }
}

/// The names of the characters, each once; of many the first few.
fn names(marks: &[Mark]) -> String {
    const SOME: usize = 4;
    let mut names: Vec<String> = Vec::new();
    for mark in marks {
        let name = name(mark.char);
        if !names.contains(&name) {
            if names.len() == SOME {
                return names.join("、") + "等";
            }
            names.push(name);
        }
    }
    names.join("、")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::{Options, check};
    use crate::fix::{Selection, fix};
    use crate::testing::{accepts, fixes, flags, hints};

    fn messages(text: &str) -> Vec<String> {
        let options = Options { only: vec![RULE.id], ..Options::default() };
        check(text, &options).findings.into_iter().map(|finding| finding.message).collect()
    }

    fn safely(text: &str) -> String {
        fix(text, &Options { only: vec![RULE.id], ..Options::default() }, Selection::Safe).text
    }

    #[test]
    fn flags_what_cannot_be_seen_and_takes_it_away() {
        flags(&RULE, "推进法⟦\u{200B}\u{200D}⟧治政府建⟦\u{AD}⟧设，⟦\u{FEFF}⟧成效明显。");
        fixes(
            &RULE,
            "\u{200B}推进法\u{200B}\u{200D}治政府建\u{AD}设，\u{FEFF}成效明显。\u{2060}",
            "推进法治政府建设，成效明显。",
        );
        hints(&RULE, "推进法\u{200B}治政府建设。");
        assert_eq!(
            messages("推进法\u{200B}治。\n\u{200E}\n"),
            ["“法”和“治”之间有看不见的字符：零宽空格（U+200B）", "空行里有看不见的字符：从左到右标记（U+200E）",]
        );
    }

    #[test]
    fn many_are_told_together() {
        flags(&RULE, "推⟦\u{200B}⟧进法\u{200B}治政府\u{AD}建设，成\u{FEFF}效\u{200C}明\u{2060}显。");
        assert_eq!(
            messages("推\u{200B}进法\u{200B}治政府\u{AD}建设，成\u{FEFF}效\u{200C}明\u{2060}显。"),
            ["全文有6处看不见的字符：零宽空格（U+200B）、软连字符（U+00AD）、字节顺序标记（U+FEFF）、零宽不连字（U+200C）等",]
        );
    }

    #[test]
    fn what_turns_the_direction_is_not_taken_away_unseen() {
        let text = "办理案件\u{202E}21\u{202C}件，成效明显。\n";
        flags(&RULE, "办理案件⟦\u{202E}⟧21⟦\u{202C}⟧件，成效明显。");
        assert_eq!(safely(text), text);
        fixes(&RULE, text, "办理案件21件，成效明显。\n");
        assert!(messages(text)[0].contains("强制从右到左（U+202E）"), "{:?}", messages(text));
        // Beside letters that run from right to left a mark holds something in its place.
        assert_eq!(safely("店名为م\u{200E}、12号。\n"), "店名为م\u{200E}、12号。\n");
        assert_eq!(safely("办理\u{2068}案件\u{2069}12\u{200E}件。\n"), "办理案件12件。\n");
    }

    #[test]
    fn what_meant_something_needs_a_look() {
        for (text, after) in [
            ("推进\u{FFF9}法治\u{FFFA}建设\u{FFFB}。\n", "推进法治建设。\n"),
            ("推进\u{E0041}\u{E0042}法治。\n", "推进法治。\n"),
            ("推进\u{7}法治\u{80}。\n", "推进法治。\n"),
            ("推进法治。\u{B}增强意识。\u{C}\n", "推进法治。\n增强意识。\n"),
        ] {
            assert_eq!(safely(text), text);
            fixes(&RULE, text, after);
        }
        assert_eq!(
            messages("推进\u{FFFD}\u{FFFD}治。\n"),
            ["“进”和“治”之间是“\u{FFFD}”：替换字符（U+FFFD），原来的字没有读出来，请对照原稿补上",]
        );
        flags(&RULE, "推进⟦\u{FFFD}\u{FFFD}⟧治。");
    }

    #[test]
    fn accepts_characters_that_belong_where_they_stand() {
        accepts(&RULE, "\u{FEFF}清溪镇2025年度法治政府建设情况报告\n推进依法行政。\n");
        accepts(&RULE, "葛\u{E0100}城村、辻\u{FE00}某参加，群众点赞👍\u{1F3FB}、👨\u{200D}👩\u{200D}👧、❤\u{FE0F}。");
        accepts(&RULE, "　　全镇　推进\u{A0}依法行政，名称为“م\u{200C}ن”。\t");
    }

    #[test]
    fn accepts_page_residue() {
        accepts(&RULE, "首页 > 政府\u{200B}信息公开\n清溪镇2025年度法治政府建设情况报告\n一、主要举措和成效\n推进依法行政。\n");
    }

    #[test]
    fn other_rules_see_the_words_as_they_are_read() {
        let rules = |text: &str| -> Vec<(&str, String)> {
            let findings = check(text, &Options::default()).findings.into_iter();
            findings.filter(|finding| finding.rule != &RULE).map(|finding| (finding.rule.id, finding.message)).collect()
        };
        let clean = "清溪镇人民政府2025年度法治政府建设情况报告\n一、2025年度主要举措和成效\n推进法制政府建设，办案12件。\n";
        let strewn: String = clean.chars().flat_map(|c| [c, '\u{200B}']).collect();
        assert_eq!(rules(&strewn), rules(clean));
        assert_eq!(safely(&strewn), clean);
    }
}
