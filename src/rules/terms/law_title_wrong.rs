//! Titles of laws that no law has.

use std::sync::OnceLock;

use crate::diagnostic::Fix;
use crate::document::Document;
use crate::facts::laws::{self, Named};
use crate::facts::timeline;
use crate::rule::{Check, Findings};
use crate::text::{Hit, around};

use super::typo_certain::difference;

crate::declare_rule! {
    /// 检查什么：法律法规和党内法规的名称写错，如《信访条例》（2022年5月以后为《信访工作条例》）、《治安管理处罚条例》、《政府信息公开法》、《安全生产管理法》。
    ///
    /// 为什么：引用文件应当写准名称；写错名称说明没有核对原文。
    ///
    /// 示例：学习《安全生产管理法》 → 学习《安全生产法》
    ///
    /// 修改：改为正确的名称。
    ///
    /// 不算：地方性法规和规章（名称前写有地名），原有的旧法名称，没有书名号的普通词语。
    "law-title-wrong", "法规名称误写", Terms, Warning, "国家法律法规数据库；《党政机关公文处理工作条例》（中办发〔2012〕14号）第二十条",
    Check::Needles(titles, check),
}

fn titles() -> &'static [&'static str] {
    static NAMES: OnceLock<Vec<&'static str>> = OnceLock::new();
    NAMES.get_or_init(|| laws::misnomers().iter().map(|misnomer| misnomer.wrong).collect())
}

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let Some(misnomer) = laws::misnomers().get(usize::from(hit.needle)) else { return };
    let named = match laws::named(doc, hit.span) {
        Some(Named::InMarks) => true,
        // Without marks only a title that was one cannot be a mere word.
        Some(Named::Bare) => misnomer.from.is_some(),
        None => false,
    };
    if !named || was_right(doc, hit, misnomer.from) {
        return;
    }
    let (wrong, right) = (misnomer.wrong, misnomer.right);
    out.push(
        RULE.finding(hit.span, format!("“{wrong}”名称有误，应为“{right}”"))
            .fix(Fix::safe(format!("改为“{right}”"), vec![difference(hit.span, wrong, right)])),
    );
}

/// Whether a law had that title in the year spoken of, or the sentence says that it had.
fn was_right(doc: &Document, hit: Hit, from: Option<laws::Day>) -> bool {
    let Some(from) = from else { return false };
    let early = timeline::year_meant(doc, hit.span.start).is_none_or(|year| year * 10000 + 1231 < from);
    let old = around::preceded_by(doc.text, hit.span.start, &["原", "原《", "旧", "旧《"]).is_some();
    let told =
        around::has_any(doc.get(doc.sentence_at(hit.span.start)), &["废止", "取代", "替代", "修订前", "更名", "历史", "当时"]);
    early || old || told
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_titles_no_law_has() {
        flags(&RULE, "学习《⟦信访条例⟧》《⟦治安管理处罚条例⟧》，宣传《中华人民共和国⟦政府信息公开法⟧》。");
        flags(&RULE, "贯彻《⟦安全生产管理法⟧》《⟦反电信诈骗法⟧》《⟦乡村振兴法⟧》，落实⟦信访条例⟧。");
        flags(&RULE, "落实《⟦法治政府建设与责任落实督查工作规定⟧》和《⟦法治政府建设纲要⟧（2021—2025年）》。");
        flags(&RULE, "落实《⟦法制政府建设实施纲要⟧（2021—2025年）》《⟦党政主要负责人履行推进第一责任人职责规定⟧》。");
        fixes(&RULE, "学习《信访条例》。", "学习《信访工作条例》。");
        fixes(&RULE, "学习《安全生产管理法》《未成年保护法》。", "学习《安全生产法》《未成年人保护法》。");
    }

    #[test]
    fn accepts_titles_as_they_are() {
        accepts(
            &RULE,
            "学习《信访工作条例》《治安管理处罚法》《政府信息公开条例》《安全生产法》《中华人民共和国反家庭暴力法》。",
        );
        accepts(&RULE, "贯彻《法治政府建设实施纲要（2021—2025年）》《法治政府建设与责任落实督察工作规定》。");
    }

    #[test]
    fn accepts_local_laws_old_names_and_mere_words() {
        accepts(&RULE, "执行《山东省优化营商环境条例》《江岭省重大行政决策程序条例》《澄州市物业管理条例》。");
        accepts(&RULE, "原《信访条例》同时废止；落实政务公开条例化管理，宣传食品药品安全法律知识，乡村振兴法治保障有力。");
        accepts(&RULE, "清溪镇人民政府2021年度法治政府建设情况报告\n一、2021年度主要举措和成效\n学习《信访条例》3次。\n");
    }

    #[test]
    fn flags_an_act_called_regulations() {
        flags(&RULE, "落实《⟦行政强制条例⟧》。");
        accepts(&RULE, "落实《行政强制法》，清理行政强制条款。");
    }
}
