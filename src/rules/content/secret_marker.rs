//! Marks of secrecy on a text that is to be published.

use crate::document::{Document, is_secrecy_mark};
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around, chars, is_blank};

crate::declare_rule! {
    /// 检查什么：密级和保密期限标识（“绝密”“机密”“秘密★1年”），独占一行的“内部资料”“注意保密”等字样。
    ///
    /// 为什么：法治政府建设年度报告除涉及党和国家秘密的以外应当公开；带密级标识的文本不能公开，公开的文本不应带密级标识。
    ///
    /// 示例：秘密★1年 → （定密有误或者已经解密的，删去标识）
    ///
    /// 修改：核对密级；属于公开文本的，删去标识。
    ///
    /// 不算：正文里的保守国家秘密法、国家秘密、商业秘密、保密工作；“内部资料管理”等叙述。
    "secret-marker", "含密级标识", Content, Warning, "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）第二十四条",
    Check::Needles(needles, check),
}

/// The levels, and words that keep a text inside the house.
fn needles() -> &'static [&'static str] {
    &[
        "绝密",
        "机密",
        "秘密",
        "内部资料",
        "内部文件",
        "内部材料",
        "内部使用",
        "内部参阅",
        "内部参考",
        "仅供内部",
        "注意保密",
        "请勿外传",
        "不得外传",
        "严禁外传",
    ]
}

/// How many needles are levels.
const LEVELS: u16 = 3;

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let Some(block) = doc.block_around(hit.span.start) else { return };
    let text = doc.get(block.span);
    let found = if hit.needle < LEVELS {
        is_secrecy_mark(text).then_some(block.span).or_else(|| starred(doc, hit.span))
    } else {
        keeps_inside(doc, block.span, hit.span).then_some(block.span)
    };
    if let Some(span) = found {
        out.push(RULE.finding(span, format!("有密级或者内部标识“{}”，公开前应当核对", doc.get(span))));
    }
}

/// The level, its star and the term behind it: 秘密★1年, 机密★长期.
fn starred(doc: &Document, level: Span) -> Option<Span> {
    let rest = doc.text.get(level.end..)?;
    let tail = rest.trim_start_matches(is_blank);
    let star = tail.chars().next().filter(|&c| matches!(c, '★' | '☆' | '⭐'))?;
    let behind = tail.get(star.len_utf8()..)?;
    let term = behind.find(|c: char| !c.is_ascii_digit() && !"年月个长期启用前解密".contains(c)).unwrap_or(behind.len());
    Some(Span::new(level.start, level.end + rest.len() - behind.len() + term))
}

/// Whether a line says nothing but that it must stay inside; its first such word speaks.
fn keeps_inside(doc: &Document, line: Span, word: Span) -> bool {
    let before = doc.get(Span::new(line.start, word.start));
    let whole = doc.get(line);
    before.chars().all(|c| is_blank(c) || chars::is_mark(c))
        && whole.chars().count() <= 16
        && !whole.contains(['。', '的'])
        && !around::has_any(whole, &["管理", "清理", "审查", "整理", "公开", "工作"])
}

/// The first mark of secrecy that a line bears.
#[must_use]
pub fn first(doc: &Document) -> Option<Span> {
    doc.text_blocks().map(|(_, block)| block.span).find(|&span| is_secrecy_mark(doc.get(span)))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    const REPORT: &str =
        "清溪镇人民政府2025年度法治政府建设情况报告\n\n一、主要举措和成效\n\n完成任务12项。\n\n清溪镇人民政府\n2026年1月20日\n";

    #[test]
    fn flags_levels_of_secrecy() {
        for mark in ["⟦秘密★1年⟧", "⟦机密★长期⟧", "⟦绝密⟧", "⟦秘密 ★ 6个月⟧", "⟦密级：秘密⟧", "⟦【机密】⟧", "⟦机密 10年⟧"]
        {
            flags(&RULE, &format!("{mark}\n{REPORT}"));
        }
        flags(&RULE, "报送的文件标注⟦秘密★2年⟧。");
    }

    #[test]
    fn flags_words_that_keep_a_text_inside() {
        for mark in ["⟦内部资料⟧", "⟦（内部资料，注意保密）⟧", "⟦内部文件 不得外传⟧", "⟦仅供内部参阅⟧"]
        {
            flags(&RULE, &format!("{mark}\n{REPORT}"));
        }
    }

    #[test]
    fn a_mark_above_hides_no_title() {
        for marks in ["000001\n秘密★1年\n特急", "（内部资料，注意保密）"] {
            let text = format!("{marks}\n{REPORT}");
            let checked = crate::check::check(&text, &crate::check::Options::default());
            assert_eq!(checked.document.title.as_ref().map(|t| t.text.as_str()), REPORT.lines().next());
        }
    }

    #[test]
    fn accepts_secrets_in_prose() {
        accepts(&RULE, "宣传《中华人民共和国保守国家秘密法》，查处侵犯商业秘密案件3件，涉及国家秘密的除外。");
        accepts(&RULE, "秘密级文件全部按规定管理，机密文件清退4份，绝密件专人专柜保管。");
        accepts(&RULE, "规范内部资料、内部文件管理，要求工作人员注意保密、不得外传。");
        accepts(
            &RULE,
            "清溪镇人民政府2025年度法治政府建设情况报告\n一、主要成效\n（一）内部文件清理\n清理文件9件。\n（二）保守国家秘密\n培训2次。\n",
        );
    }
}
