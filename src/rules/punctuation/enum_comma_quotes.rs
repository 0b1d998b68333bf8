//! 、 between names in “ ”.

use super::context::{Place, Places};
use super::lists::ends;
use crate::diagnostic::Edit;
use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, is_han};

crate::declare_rule! {
    /// 检查什么：并列的引号之间用了顿号；全文只提示一次。
    ///
    /// 为什么：标有引号的并列成分之间通常不用顿号。
    ///
    /// 示例：“四个意识”、“四个自信” → “四个意识”“四个自信”
    ///
    /// 修改：删去引号之间的顿号。
    ///
    /// 不算：引号后面有括注，与没有引号的词语并列，后面接“等”“和”；单位习惯使用顿号的，可以不改或者关闭本项。
    "enum-comma-quotes", "引号之间的顿号", Punctuation, Info, "GB/T 15834—2011 4.5.3.5",
    Check::Hits(needles, check),
}

fn needles() -> &'static [&'static str] {
    &["”、“"]
}

fn check(doc: &Document, hits: &[Hit], out: &mut Findings) {
    let mut places = Places::new(&RULE);
    for &hit in hits {
        let comma = Span::new(hit.span.start + '”'.len_utf8(), hit.span.end - '“'.len_utf8());
        let bare = ends(doc, hit, '“', '”').is_some_and(|list| {
            !list.mixed
                && !goes_on(list.behind)
                && !["等", "和", "与", "及", "以及", "或"].iter().any(|word| list.behind.starts_with(word))
        });
        if !bare || doc.in_book_title(comma.start) {
            continue;
        }
        places.push(Place {
            span: comma,
            edits: vec![Edit::delete(comma)],
            safe: false,
            message: "并列的引号之间通常不用“、”".to_owned(),
        });
    }
    places.tell_once("删去顿号", |n| format!("并列的引号之间通常不用“、”，共{n}处"), out);
}

/// Whether the last member is more than its quotation and the list goes on: “七进”、“12·4”国家宪法日、消费维权周.
fn goes_on(behind: &str) -> bool {
    let words: usize = behind.chars().take(12).take_while(|&c| is_han(c)).map(char::len_utf8).sum();
    words > 0 && !behind.starts_with('的') && behind.get(words..).is_some_and(|rest| rest.starts_with('、'))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_the_mark_between_quotations_once() {
        flags(&RULE, "增强“四个意识”⟦、⟧“四个自信”、“两个维护”，推行“一网通办”、“一窗受理”改革。");
        fixes(&RULE, "发出“一号司法建议”、“二号司法建议”。", "发出“一号司法建议”“二号司法建议”。");
        fixes(&RULE, "办好“开学第一课”、“法治夜校”。", "办好“开学第一课”“法治夜校”。");
    }

    #[test]
    fn accepts_lists_that_go_on_or_end_in_deng() {
        accepts(&RULE, "推行“一网通办”、“一窗受理”等改革，落实“三项制度”、“放管服”和“双随机”要求。");
        accepts(&RULE, "落实“三项制度”、“放管服”、营商环境改革，推进公示、“三项制度”、“放管服”。");
        accepts(&RULE, "参与普法“七进”、“12·4”国家宪法日、消费维权周等活动。");
        flags(&RULE, "落实“一网通办”⟦、⟧“一窗受理”的工作要求、部署。");
        accepts(&RULE, "推广“枫桥经验”、“浦江经验”（浙江）、“六尺巷”。");
    }

    #[test]
    fn accepts_quotations_without_a_mark_between() {
        accepts(&RULE, "增强“四个意识”，坚定“四个自信”，开展“3·15”“12·4”宣传，“三项制度”工作、“放管服”改革。");
    }
}
