//! Words that are wrong wherever they stand.

use crate::diagnostic::{Edit, Fix, Severity};
use crate::document::Document;
use crate::facts::typos::{self, Kind, Typo};
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around};

crate::declare_rule! {
    /// 检查什么：任何语境下都错的字词，如“布署”“按排”“帐目”“其它”“涉及到”“再接再励”。
    ///
    /// 为什么：公文用字应当规范，以《现代汉语词典》和《第一批异形词整理表》为准；字词错误是审核中最常被退回的问题之一。
    ///
    /// 示例：认真落实上级工作布署 → 认真落实上级工作部署
    ///
    /// 修改：改为正确的字词。
    ///
    /// 不算：两个词相邻形成的字串（如“按排污许可”“涉及到期合同”“既将……又……”），书名号内的名称，引号内的异形词名称。
    "typo-certain", "必错字词", Terms, Error, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第十一条；《现代汉语词典》",
    Check::Needles(typos::needles, check),
}

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let Some(typo) = typos::all().get(usize::from(hit.needle)) else { return };
    if !is_wrong(doc, typo, hit.span) {
        return;
    }
    let (wrong, right) = (typo.wrong, typo.right);
    let message = match typo.kind {
        Kind::Misspelt => format!("“{wrong}”有错字，应为“{right}”"),
        Kind::Variant => format!("公文中不写“{wrong}”，应为“{right}”"),
        Kind::Old => format!("“{wrong}”是旧时写法，应为“{right}”"),
        Kind::Redundant => format!("“{wrong}”有多余的字，应为“{right}”"),
    };
    let finding =
        RULE.finding(hit.span, message).fix(Fix::safe(format!("改为“{right}”"), vec![difference(hit.span, wrong, right)]));
    out.push(if typo.kind == Kind::Old { finding.at_most(Severity::Warning) } else { finding });
}

fn is_wrong(doc: &Document, typo: &Typo, span: Span) -> bool {
    if doc.in_book_title(span.start) || around::is_inside(doc.text, span, &typo.inside) {
        return false;
    }
    // A name may keep an odd form; no name is made of what is no word.
    if matches!(typo.kind, Kind::Variant | Kind::Old) && doc.in_quotes(span.start) {
        return false;
    }
    if !typo.followed_by.is_empty() && around::followed_by(doc.text, span.end, &typo.followed_by).is_none() {
        return false;
    }
    if typo.unless.is_empty() {
        return true;
    }
    let rest = Span::new(span.end, doc.sentence_at(span.start).end);
    !around::has_any(doc.get(rest), &typo.unless)
}

/// The smallest edit that makes `right` of `wrong` at `span`.
pub(super) fn difference(span: Span, wrong: &str, right: &str) -> Edit {
    let head: usize = wrong.chars().zip(right.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let (wrong, right) = (wrong.get(head..).unwrap_or(""), right.get(head..).unwrap_or(""));
    let tail: usize = wrong.chars().rev().zip(right.chars().rev()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let end = span.end - tail;
    Edit::replace(Span::new(span.start + head, end), right.get(..right.len() - tail).unwrap_or(""))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_words_that_do_not_exist() {
        flags(&RULE, "认真落实县委工作⟦布署⟧，严格⟦覆行⟧职责，采取“四不两直”“⟦明查暗访⟧”等方式。");
        flags(&RULE, "各办公室统一⟦按排⟧，⟦既将⟧完成整改，确保⟦再接再励⟧。");
        flags(&RULE, "建立⟦台帐⟧，对⟦其它⟧事项逐项⟦交待⟧清楚。");
        flags(&RULE, "会议⟦涉及到⟧的12个问题，由各⟦自已⟧家负责。");
        flags(&RULE, "法治环境⟦显着⟧改善，矛盾纠纷⟦己经⟧化解。");
    }

    #[test]
    fn flags_licences_held_and_news_told() {
        flags(&RULE, "中队12人⟦执有⟧执法证，普法短剧被电视台⟦专题报导⟧。");
        accepts(&RULE, "双方争执有证据佐证，坚持正确的新闻报导向，持有执法证30人，宣传报道12次。");
    }

    #[test]
    fn mends_only_the_wrong_character() {
        fixes(&RULE, "落实上级布署，涉及到群众利益。", "落实上级部署，涉及群众利益。");
        fixes(&RULE, "凯旋归来，付诸于实践。", "凯旋，付诸实践。");
        fixes(&RULE, "全力已赴，近一步健全台帐。", "全力以赴，进一步健全台账。");
    }

    #[test]
    fn accepts_words_that_only_meet() {
        accepts(&RULE, "按排污许可证管理要求，按排名通报，按排查结果整改。");
        accepts(&RULE, "清理涉及到期合同12份，对涉及到位资金逐笔核对。");
        accepts(&RULE, "既将法治建设纳入考核，又将述法情况列入述职；既使群众受益，也使企业减负。");
        accepts(&RULE, "移交待处理案件3件，提交待审议事项2项，各自已完成整改。");
        accepts(&RULE, "发展夜间经济、悦己经济，审查一己经手的事项，推己及人。");
        accepts(&RULE, "储备一批帐篷，查帐篷、雨衣等物资；颠覆行业规则的行为受到查处。");
        accepts(&RULE, "相关健全机制工作有序，机关健身活动丰富，有关健康宣传到位。");
        accepts(&RULE, "不断贯彻低保政策，整治一批露天烧烤，治理缺陷井盖，围绕乱占耕地开展整治。");
        accepts(&RULE, "合作开展审合同、审文件工作，治安照明设施完好，更近一步贴近群众。");
    }

    #[test]
    fn accepts_names() {
        accepts(&RULE, "学习《关于其它事项的规定》，推广“惟一”品牌。");
    }

    #[test]
    fn flags_slips_of_the_same_sound() {
        flags(&RULE, "⟦贯切落实⟧部署，建立⟦长效机治⟧，⟦旅行职责⟧，确保责任⟦落实到为⟧。");
        accepts(&RULE, "把随机治理落实到为民服务中。");
    }
}
