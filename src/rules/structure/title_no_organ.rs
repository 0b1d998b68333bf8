//! A title without the issuing body.

use crate::diagnostic::{Edit, Fix, Severity};
use crate::document::{Document, Kind};
use crate::facts::{shape, title};
use crate::rule::{Check, Findings};
use crate::text::Span;

crate::declare_rule! {
    /// 检查什么：标题里没有发文机关的名称；只写地名简称而署名是机关全称的，作提示。
    ///
    /// 为什么：公文标题由发文机关名称、事由和文种组成。
    ///
    /// 示例：关于2025年度法治政府建设情况的报告 → 安渠县住房和城乡建设局关于2025年度法治政府建设情况的报告
    ///
    /// 修改：在标题前加上署名的机关名称。
    ///
    /// 不算：标题上方有发文机关标志（红头）；党委、政府联合署名而标题用地名；标题里有机关的规范化简称；在人大常委会会议上口头报告的。
    "title-no-organ", "标题缺发文机关", Structure, Warning, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let Some(heading) = &doc.title else { return };
    let masthead = doc
        .blocks
        .iter()
        .take(heading.blocks.start)
        .any(|block| block.kind == Kind::Note && doc.get(block.span).ends_with("文件"));
    // A name still to be filled in is another rule's business.
    // A report given by word of mouth names its body under the title.
    if masthead || heading.text.contains("【请") || shape::is_oral(doc) {
        return;
    }
    if !title::names_body(&heading.text) {
        let finding = RULE.finding(heading.span, format!("标题“{}”没有写发文机关名称", heading.text));
        let organ = doc.signature.last().map(|&span| doc.get(span)).filter(|name| !name.contains('【'));
        let organ = organ.map(|organ| organ.chars().filter(|&c| !crate::text::is_blank(c)).collect::<String>());
        out.push(match organ.filter(|organ| title::names_body(&format!("{organ}{}", heading.text))) {
            Some(organ) => {
                finding.fix(Fix::suggested(format!("在标题前加上“{organ}”"), vec![Edit::insert(heading.span.start, organ)]))
            }
            None => finding,
        });
    } else if let Some((at, full)) = short_form(doc) {
        let name = doc.get(at);
        out.push(
            RULE.finding(at, format!("标题中的“{name}”是地名，通常写发文机关名称“{full}”"))
                .at_most(Severity::Info)
                .fix(Fix::suggest_replace(at, &full)),
        );
    }
}

/// Where the title names only the place whose government signs, and the government's name in the title's short form.
fn short_form(doc: &Document) -> Option<(Span, String)> {
    let heading = doc.title.as_ref()?;
    let name = title::body_in_title(doc).filter(|name| title::is_place(name))?;
    let [signer] = doc.signature.as_slice() else { return None };
    let signer: String = doc.get(*signer).chars().filter(|&c| !crate::text::is_blank(c)).collect();
    let tail = signer.split_once(name.as_str()).map(|(_, tail)| tail).filter(|tail| !tail.is_empty())?;
    // 锦川区 and 锦川区人民政府锦绣街道办事处 are two bodies.
    let own = matches!(tail, "人民政府" | "政府" | "办事处" | "管理委员会" | "管委会");
    let start = heading.span.start + doc.get(heading.span).find(name.as_str())?;
    own.then(|| (Span::new(start, start + name.len()), format!("{name}{tail}")))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    fn report(title: &str, signature: &str) -> String {
        format!(
            "{title}\n\n县政府：\n\n现将有关情况报告如下：\n\n一、主要举措和成效\n\n完成任务12项。\n\n{signature}\n2026年1月20日\n"
        )
    }

    #[test]
    fn flags_titles_without_a_body() {
        flags(&RULE, &report("⟦关于2025年度法治政府建设情况的报告⟧", "安渠县住房和城乡建设局"));
        flags(&RULE, &report("⟦2025年度法治政府建设年度报告⟧", "清溪镇人民政府"));
        flags(&RULE, &report("安建发〔2026〕3号\n⟦2025年推进依法行政工作情况报告⟧", "安渠县住房和城乡建设局"));
        fixes(
            &RULE,
            &report("2025年度法治政府建设情况报告", "清溪镇人民政府"),
            &report("清溪镇人民政府2025年度法治政府建设情况报告", "清溪镇人民政府"),
        );
    }

    #[test]
    fn hints_at_a_place_that_stands_for_its_government() {
        flags(&RULE, &report("⟦滕家镇⟧2025年度法治政府建设报告", "荣成市滕家镇人民政府"));
        fixes(
            &RULE,
            &report("2025年马鞍街道法治政府建设情况报告", "马鞍街道办事处"),
            &report("2025年马鞍街道办事处法治政府建设情况报告", "马鞍街道办事处"),
        );
    }

    #[test]
    fn accepts_bodies_in_any_place_and_red_heads() {
        accepts(&RULE, &report("清溪镇人民政府2025年度法治政府建设情况报告", "临河县清溪镇人民政府"));
        accepts(&RULE, &report("2024年闵行区人民政府法治政府建设工作情况报告", "闵行区人民政府"));
        accepts(&RULE, &report("【工作总结】六安市公安局关于2025年法治政府建设情况的报告", "六安市公安局"));
        accepts(
            &RULE,
            &report(
                "关于2024年度法治政府建设情况的报告\n——2025年4月29日在河阳县第十八届人民代表大会常务委员会第二十七次会议上\n河阳县人民政府",
                "河阳县人民政府",
            ),
        );
        accepts(&RULE, &report("清溪镇人民政府文件\n清政发〔2026〕5号\n关于2025年度法治政府建设情况的报告", "清溪镇人民政府"));
        accepts(&RULE, &report("清溪镇2025年度法治政府建设情况报告", "中共清溪镇委员会\n清溪镇人民政府"));
        accepts(&RULE, &report("锦川区2025年度法治政府建设情况报告", "锦川区人民政府锦绣街道办事处"));
    }
}
