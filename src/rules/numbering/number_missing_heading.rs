//! A run-in heading among numbered siblings that lost its number.

use crate::diagnostic::{Edit, Fix};
use crate::document::Document;
use crate::facts::siblings::{broken, lead, numeral};
use crate::rule::{Check, Findings};

crate::declare_rule! {
    /// 检查什么：序号中断处，恰有同样数目的“短语，短语。”式段首小标题没有序号。
    ///
    /// 为什么：同级小标题应当都编序号，依次标注。
    ///
    /// 示例：（二）…… 深化普法宣传，营造法治氛围。…… （四）…… → （三）深化普法宣传，营造法治氛围。
    ///
    /// 修改：补上缺的序号，括号样式与同级序号一致。
    ///
    /// 不算：序号没有中断处的普通段落、数目与所缺序号不符的段落。
    "number-missing-heading", "疑似漏编序号的小标题", Numbering, Warning, "GB/T 9704—2012 7.3.3",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    for broken in broken(doc) {
        for (value, block) in (broken.expected..).zip(broken.candidates.iter().filter_map(|&i| doc.blocks.get(i))) {
            let Some(lead) = lead(doc, block.span) else { continue };
            let like = broken.number;
            let number = doc.get(like.span).replacen(doc.get(like.numeral), &numeral(like, value), 1);
            let fix = Fix::safe(format!("补上“{number}”"), vec![Edit::insert(block.span.start, number.clone())]);
            out.push(
                RULE.finding(lead, format!("小标题“{}”疑似漏编序号“{number}”", doc.get(lead)))
                    .related(like.span, "序号在这里中断")
                    .fix(fix),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_as_many_as_are_missing() {
        flags(
            &RULE,
            "一、主要成效\n⟦加强组织领导,健全组织机构⟧。根据人事变动调整名单。\n(二)规范决策，提高质量。全年审查9件。\n",
        );
        fixes(
            &RULE,
            "一、主要成效\n(一)甲事，乙事。办结3件。\n深化普法宣传,营造法治氛围。举办讲座。\n(三)公开，透明。公开5条。\n",
            "一、主要成效\n(一)甲事，乙事。办结3件。\n(二)深化普法宣传,营造法治氛围。举办讲座。\n(三)公开，透明。公开5条。\n",
        );
    }

    #[test]
    fn accepts_ordinary_paragraphs() {
        accepts(
            &RULE,
            "一、主要成效\n（一）甲事，乙事。办结3件。\n群众满意，社会稳定。全年无重大案件。\n（二）丙事，丁事。办结5件。\n",
        );
        accepts(&RULE, "一、主要成效\n（一）甲事。办结3件。\n全年办理案件37件。\n（三）丙事。办结5件。\n");
    }
}
