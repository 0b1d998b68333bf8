//! “板凳调解员” here and 板凳调解员 there.

use crate::diagnostic::{Edit, Fix};
use crate::document::Document;
use crate::facts::shorthands;
use crate::rule::{Check, Findings};
use crate::text::{Span, Words, is_han, numerals, sort_words};

crate::declare_rule! {
    /// 检查什么：同一个简称、专门说法，文中多数地方加引号，个别地方没有加。
    ///
    /// 为什么：同一说法全文写法一致；有的加、有的不加，读者会以为是两回事。
    ///
    /// 示例：培育“板凳调解员”……组织板凳调解员入户宣讲 → 都写“板凳调解员”
    ///
    /// 修改：给没有加的补上引号，或者都不加。
    ///
    /// 不算：只加过一次引号的普通词语（活动名称、讲座题目），书名号和别的引号里的；通行简称漏加引号的另有规则检查。
    "quote-style-mixed", "同一说法引号不一", Consistency, Info, "GB/T 15834—2011 4.8；通行用法",
    Check::Document(check),
}

/// How many different words are followed through the text.
const MOST: usize = 16;

fn check(doc: &Document, out: &mut Findings) {
    let mut quoted: Vec<&str> = Vec::new();
    for &span in doc.quotations() {
        let word = doc.get(span);
        let n = word.chars().count();
        if (3..=8).contains(&n) && word.chars().all(is_han) && !shorthands::terms().contains(&word) {
            quoted.push(word);
        }
    }
    sort_words(&mut quoted);
    let quoted = quoted.chunk_by(|a, b| a == b).filter_map(|alike| Some((*alike.first()?, alike.len())));
    let quoted: Vec<(&str, usize)> = quoted.filter(|&(word, count)| count >= 2 || is_numbered(word)).take(MOST).collect();
    if quoted.is_empty() {
        return;
    }
    let words: Vec<&str> = quoted.iter().map(|&(word, _)| word).collect();
    let mut bare: Vec<Vec<Span>> = vec![Vec::new(); quoted.len()];
    Words::new(&words).each_of(&doc.scan.plain, |i, at| {
        let (Some(word), Some(places)) = (words.get(i), bare.get_mut(i)) else { return };
        let start = doc.scan.place(doc.text, at);
        let span = Span::new(start, start + word.len());
        // Between the characters there may be marks.
        if doc.get(span) == *word && is_bare(doc, span) {
            places.push(span);
        }
    });
    // A word that mostly goes without is quoted for another reason.
    let found = bare.into_iter().zip(&quoted).filter(|(bare, (_, count))| (1..=*count).contains(&bare.len()));
    for (bare, &(word, _)) in found {
        let Some(&first) = bare.first() else { continue };
        let edits = bare.iter().map(|&span| Edit::replace(span, format!("“{word}”"))).collect();
        let mut finding = RULE
            .finding(first, format!("“{word}”在文中别处加了引号，这里没有加，通常统一"))
            .fix(Fix::suggested(format!("改为“{word}”"), edits));
        if bare.len() > 1 {
            finding.occurrences = bare;
        }
        out.push(finding);
    }
}

/// Whether a word is a shorthand that counts: 四个一, 双报告.
fn is_numbered(word: &str) -> bool {
    let mut rest = word.chars();
    rest.next().is_some_and(|c| numerals::digit(c).is_some() || matches!(c, '双' | '多' | '十'))
        // 一是 opens an item, 三月三 is a day.
        && !matches!(rest.next(), Some('是' | '月'))
}

/// Whether a word stands in the text without quotation marks, and not inside a title, a longer numeral or behind the
/// quotation that it sums up (“人、案、物、证”四个支点).
fn is_bare(doc: &Document, span: Span) -> bool {
    let body = doc.block_around(span.start).is_some_and(|block| block.is_running());
    let before = doc.text.get(..span.start).and_then(|head| head.chars().next_back());
    let opened = before.is_some_and(|c| matches!(c, '“' | '”' | '‘' | '"' | '十' | '百' | '第') || numerals::digit(c).is_some());
    // 法治进校园、进企业 is a list and no name.
    let listed = doc.get(span).contains('进') && doc.text.get(span.end..).is_some_and(|rest| rest.starts_with("、进"));
    body && !opened
        && !listed
        && !doc.in_quotes(span.start)
        && !doc.in_book_title(span.start)
        && !doc.enclosed(span.start, '‘', '’')
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_the_rarer_way() {
        flags(&RULE, "培育“板凳调解员”104名，“板凳调解员”入户宣讲，组织⟦板凳调解员⟧培训4期。");
        flags(&RULE, "推行“四联四办”机制，健全⟦四联四办⟧清单。");
        fixes(
            &RULE,
            "打造“老支书调解室”4个，“老支书调解室”化解纠纷37件，老支书调解室受好评。",
            "打造“老支书调解室”4个，“老支书调解室”化解纠纷37件，“老支书调解室”受好评。",
        );
    }

    #[test]
    fn accepts_one_way_and_words_quoted_once() {
        accepts(&RULE, "培育“板凳调解员”104名，“板凳调解员”入户宣讲，举办“依法行政”专题讲座，推进依法行政。");
        accepts(&RULE, "开展“宪法宣传周”活动，“宪法宣传周”期间宣传，宪法宣传周、宪法宣传周、宪法宣传周。");
        accepts(&RULE, "举办“三月三”文化节，三月三日学雷锋。");
    }

    #[test]
    fn accepts_titles_other_quotations_and_known_shorthands() {
        accepts(&RULE, "培育“板凳调解员”，“板凳调解员”宣讲，印发《板凳调解员管理办法》，开展“板凳调解员进村”活动。");
        accepts(&RULE, "落实“三项制度”，推进“三项制度”，三项制度落实到位。");
    }

    #[test]
    fn accepts_a_word_behind_what_it_sums_up() {
        accepts(&RULE, "筑牢“四个支点”，把“人、案、物、证”四个支点抓在手上。");
    }

    #[test]
    fn accepts_a_list_that_begins_like_a_name() {
        accepts(&RULE, "开展“法治进校园”活动12场，“法治进校园”受到欢迎。推动法治进校园、进企业、进农村。");
    }
}
