//! Characters and words written twice.

use crate::diagnostic::{Edit, Fix};
use crate::document::Document;
use crate::facts::doubled;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around};

crate::declare_rule! {
    /// 检查什么：多打一遍的字词，如“工作的的成效”“完成了了任务”“进一步进一步加强”“法治法治建设”。
    ///
    /// 为什么：重字是录入错误，公文发出前应当逐字校核。
    ///
    /// 示例：法治建设的的成效 → 法治建设的成效
    ///
    /// 修改：删去多余的一遍。
    ///
    /// 不算：“目的的”“为了了解”“参与与会”“以及及时”等相邻的字，“常常”“层层”“扎扎实实”“一是一”等叠词，书名号内的名称。
    "dup-char", "重字", Terms, Error, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第二十条",
    Check::Needles(doubled::needles, check),
}

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let Some(entry) = doubled::all().get(usize::from(hit.needle)) else { return };
    let word = entry.word;
    let second = hit.span.start + word.len();
    // A word of the second one's own: 了解, or in full 工作人员.
    let goes_on = entry.after.iter().any(|after| {
        let at = if after.starts_with(word) { second } else { hit.span.end };
        doc.text.get(at..).is_some_and(|rest| rest.starts_with(after))
    });
    let comes_from = around::preceded_by(doc.text, hit.span.start, &entry.before).is_some();
    // Three in a row: reported once.
    let more = doc.text.get(..hit.span.start).is_some_and(|text| text.ends_with(word));
    if doc.in_book_title(hit.span.start) || goes_on || comes_from || more || is_part_of_longer(doc, hit.span, word) {
        return;
    }
    let message = format!("“{}”重复，应为“{word}”", doc.get(hit.span));
    let mut end = hit.span.end;
    while doc.text.get(end..).is_some_and(|rest| rest.starts_with(word)) {
        end += word.len();
    }
    let fix = Fix::safe(format!("删去多余的“{word}”"), vec![Edit::delete(Span::new(second, end))]);
    out.push(RULE.finding(hit.span, message).fix(fix));
}

/// 矛盾纠纷矛盾纠纷 does not hold 纠纷纠纷, but 法治法治政府法治政府 would be found twice.
fn is_part_of_longer(doc: &Document, span: Span, word: &str) -> bool {
    let longer = doubled::all().iter().filter(|entry| entry.word.len() > word.len() && entry.word.contains(word));
    longer.into_iter().any(|entry| around::is_inside(doc.text, span, &[entry.word.repeat(2).as_str()]))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_words_written_twice() {
        flags(&RULE, "法治建设⟦的的⟧成效明显，完成⟦了了⟧年度任务，镇⟦和和⟧村两级联动，⟦在在⟧全镇推广。");
        flags(&RULE, "⟦进一步进一步⟧加强⟦法治法治⟧建设，扎实⟦推进推进⟧工作，化解⟦矛盾纠纷矛盾纠纷⟧12件。");
        fixes(&RULE, "法治建设的的成效明显，进一步进一步加强。", "法治建设的成效明显，进一步加强。");
        fixes(&RULE, "完成了了了了任务，进一步进一步进一步加强。", "完成了任务，进一步加强。");
    }

    #[test]
    fn accepts_characters_that_only_meet() {
        accepts(&RULE, "达到普法目的的做法，为了了解情况，做到不了了之的事项清零，参与与会议有关的工作，以及及时整改。");
        accepts(&RULE, "针对对口单位，存在在建项目隐患，合并并处罚款，共和和谐理念，即将将建成的场所，对对接事项逐项核对。");
        accepts(&RULE, "的的确确有成效，协调解决了解除合同纠纷，推动法治建设工作工作会议精神落实，依法行政行政效能提升。");
    }

    #[test]
    fn accepts_reduplication() {
        accepts(&RULE, "人人学法、常常宣传、天天巡查、层层落实、扎扎实实推进，一是一、二是二，件件有着落，事事有回音。");
        accepts(&RULE, "一步一步推进，一项一项落实，和和美美，许许多多，研究研究再定，学习《关于关于的用法》。");
    }
}
