//! ！ and ？ in a report.

use super::context::{Place, Places, is_chinese};
use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Mark, chars};

crate::declare_rule! {
    /// 检查什么：正文中用了叹号、问号；全文只提示一次。
    ///
    /// 为什么：报告用陈述语气，通常不用感叹句、疑问句。
    ///
    /// 示例：成效显著！ → 成效显著。
    ///
    /// 修改：改为陈述句，用句号。
    ///
    /// 不算：引号、书名号、括号里的口号和名称（“民法典，你学了吗？”），网址和代码中的符号。
    "exclaim-question", "公文用叹号问号", Punctuation, Info, "通行用法；GB/T 15834—2011 4.2、4.3",
    Check::Marks(&['！', '？', '!', '?'], check),
}

fn check(doc: &Document, marks: &[Mark], out: &mut Findings) {
    let mut places = Places::new(&RULE);
    for mark in marks {
        let at = mark.at;
        let body = doc.block_around(at).is_some_and(|block| block.is_running());
        // A full-width mark is no sign in an address or a formula: 满意率达98%！
        let chinese = matches!(mark.char, '！' | '？') || chars::before(doc.text, at).is_some_and(is_chinese);
        let held = doc.in_quotes(at)
            || doc.in_book_title(at)
            || doc.enclosed(at, '‘', '’')
            || doc.enclosed(at, '（', '）')
            || doc.enclosed(at, '(', ')')
            || doc.enclosed(at, '"', '"');
        let lost = mark.char == '?' && chars::stands_for_lost(doc.text, at);
        if body && chinese && !held && !lost {
            let message = format!("公文中通常不用“{}”", mark.char);
            places.push(Place { span: mark.span(), edits: Vec::new(), safe: false, message });
        }
    }
    places.tell_once("", |n| format!("公文中通常不用叹号、问号，共{n}处"), out);
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    #[test]
    fn flags_exclamations_and_questions_once() {
        flags(&RULE, "法治政府建设成效显著⟦！⟧群众拍手叫好！");
        flags(&RULE, "群众满意率达98.5%⟦！⟧");
        flags(&RULE, "如何提升治理效能⟦？⟧镇党委认真谋划。");
        flags(&RULE, "让法治成为清溪最鲜明的底色⟦!⟧");
    }

    #[test]
    fn accepts_slogans_and_names() {
        accepts(&RULE, "开展“民法典，你学了吗？”活动，喊响“依法行政，从我做起！”口号，学习《法治是什么？》。");
        accepts(&RULE, "拍摄短视频（《反诈，你做到了吗？》）12部，评议“好不好？行不行？”。");
    }

    #[test]
    fn accepts_signs_in_addresses() {
        accepts(&RULE, "联合城关、?河两镇执法，考评位列前3?。");
        accepts(&RULE, "访问http://sfj.example.cn/list?id=5，标注A!B。");
    }
}
