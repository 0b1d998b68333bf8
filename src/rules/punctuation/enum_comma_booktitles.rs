//! 、 between titles in 《》.

use super::context::{Place, Places};
use super::lists::ends;
use crate::diagnostic::Edit;
use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span};

crate::declare_rule! {
    /// 检查什么：并列的书名号之间用了顿号；全文只提示一次。
    ///
    /// 为什么：标有书名号的并列成分之间通常不用顿号。
    ///
    /// 示例：《宪法》、《民法典》 → 《宪法》《民法典》
    ///
    /// 修改：删去书名号之间的顿号。
    ///
    /// 不算：书名号后面有括注（《条例》（试行）、《办法》），与没有书名号的名称并列；单位习惯使用顿号的，可以不改或者关闭本项。
    "enum-comma-booktitles", "书名号之间的顿号", Punctuation, Info, "GB/T 15834—2011 4.5.3.5",
    Check::Hits(needles, check),
}

fn needles() -> &'static [&'static str] {
    &["》、《"]
}

fn check(doc: &Document, hits: &[Hit], out: &mut Findings) {
    let mut places = Places::new(&RULE);
    for &hit in hits {
        let comma = Span::new(hit.span.start + '》'.len_utf8(), hit.span.end - '《'.len_utf8());
        if doc.in_quotes(comma.start)
            || doc.in_book_title(comma.start)
            || ends(doc, hit, '《', '》').is_none_or(|list| list.mixed)
        {
            continue;
        }
        places.push(Place {
            span: comma,
            edits: vec![Edit::delete(comma)],
            safe: false,
            message: "并列的书名号之间通常不用“、”".to_owned(),
        });
    }
    places.tell_once("删去顿号", |n| format!("并列的书名号之间通常不用“、”，共{n}处"), out);
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_the_mark_between_titles_once() {
        flags(&RULE, "学习《宪法》⟦、⟧《民法典》、《行政处罚法》，宣传《信访工作条例》、《民法典》等法律法规。");
        fixes(&RULE, "学习《宪法》、《民法典》和《行政处罚法》。", "学习《宪法》《民法典》和《行政处罚法》。");
        fixes(&RULE, "学习《宪法》、《民法典》、《刑法》。", "学习《宪法》《民法典》《刑法》。");
    }

    #[test]
    fn accepts_lists_with_notes_and_unmarked_names() {
        accepts(&RULE, "印发《工作规则》、《议事办法》（试行）、《考核细则》等文件。");
        accepts(&RULE, "修订《工作规则》（暂行）、《议事办法》、《考核细则》。");
        accepts(&RULE, "学习宪法、《民法典》、《刑法》，印发《工作规则》、《议事办法》、任务清单。");
    }

    #[test]
    fn accepts_titles_without_a_mark_between() {
        accepts(&RULE, "学习《宪法》《民法典》，贯彻《条例》和《办法》，落实《规则》，《办法》已经印发。");
    }
}
