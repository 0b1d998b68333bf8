//! Signed by another body than the title names.

use crate::document::{Document, Profile, longest_region, organ_of_title};
use crate::rule::{Check, Findings};
use crate::text::{Span, is_blank};

crate::declare_rule! {
    /// 检查什么：署名机关与标题中的机关不是同一个，如标题是滕家镇，署名是滕家街道办事处。
    ///
    /// 为什么：公文署发文机关全称或者规范化简称，印章与署名机关相符；不一致多为套用其他单位的稿件。
    ///
    /// 示例：标题“江岭省生态环境厅……报告”，署名“江岭省自然资源厅” → 核对后改为一致
    ///
    /// 修改：核对标题和署名。
    ///
    /// 不算：全称与简称，党委（党组）与政府（机关）联合署名或分别署名，街道与办事处，机关的办公室署名，标题只写地名。
    "sign-organ-mismatch", "署名与标题机关不一致", Date, Error, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let Some(title) = &doc.title else { return };
    let Some(named) = organ_of_title(&title.text).filter(|name| Profile::of_name(name).is_some()) else { return };
    let signed: Vec<(Span, String)> =
        doc.signature.iter().map(|&span| (span, doc.get(span).chars().filter(|&c| !is_blank(c)).collect())).collect();
    let known = |name: &str| Profile::of_name(name).is_some();
    let bodies = |name: &str| name.split(['、', '，', ',']).map(str::to_owned).collect::<Vec<_>>();
    let agrees = |name: &String| {
        bodies(name).iter().any(|body| !known(body) || same_body(&named, body) || title.text.contains(core(body).as_str()))
    };
    let Some((span, name)) = signed.last().filter(|_| !signed.iter().any(|(_, name)| agrees(name))) else { return };
    out.push(RULE.finding(*span, format!("署名“{name}”与标题中的“{named}”不一致")).related(title.span, "标题中的机关"));
}

/// Whether two names can be those of one body, or of party and government of one place.
fn same_body(title: &str, signed: &str) -> bool {
    let (a, b) = (core(title), core(signed));
    // 滕家镇 and 荣成市滕家镇人民政府; 临河县 and 临河县司法局: a title may name the place only.
    if a.is_empty() || b.is_empty() || b.ends_with(&a) || a.ends_with(&b) {
        return true;
    }
    let place_only = title == a;
    if (place_only && b.contains(&a)) || signed.contains(title) || title.contains(signed) {
        return true;
    }
    if longest_region(&a).zip(longest_region(&b)).is_some_and(|(a, b)| are_two_places(a, b)) {
        return false;
    }
    // 住建局 stands for 住房和城乡建设局, 宁川经开区 for 宁川经济技术开发区.
    let (a, b) = (without_region(&a), without_region(&b));
    abbreviates(a, b) || abbreviates(b, a)
}

/// A name without the words that tell party from government: 滕家镇 of 中共滕家镇委员会 and of 滕家镇人民政府.
fn core(name: &str) -> String {
    const ENDS: &[&str] = &["人民政府", "党工委", "工作委员会", "管理委员会", "管委会", "党委", "党组", "办事处", "政府", "工委"];
    // 云溪区人民政府东关街道办事处 is the full name of 云溪区东关街道办事处.
    let full = name.trim_start_matches("中共").trim_start_matches("中国共产党");
    // （盖章）, （代章）, a second name.
    let note = full.find(['（', '(']).filter(|&at| at > 0 && full.ends_with(['）', ')']));
    let full = note.map_or(full, |at| full.get(..at).unwrap_or(full));
    let short = full.split_once("人民政府").filter(|(_, rest)| !rest.is_empty());
    let full = short.map_or_else(|| full.to_owned(), |(region, rest)| format!("{region}{rest}"));
    let mut name = full.as_str();
    loop {
        let party =
            name.strip_suffix("委员会").filter(|rest| rest.ends_with(['镇', '乡', '县', '区', '市', '省', '局', '厅', '道']));
        let Some(rest) = party.or_else(|| ENDS.iter().find_map(|end| name.strip_suffix(end))) else { break };
        // 教育委员会 is a department's own name.
        if rest.chars().count() < 2 {
            break;
        }
        name = rest;
    }
    name.to_owned()
}

/// Whether two full names of regions are of one kind and have nothing in common: 安渠县, 平阳县.
fn are_two_places(a: &str, b: &str) -> bool {
    let (Some(kind), Some(first)) = (a.chars().last(), a.chars().next()) else { return false };
    let full = |name: &str| (3..=4).contains(&name.chars().count());
    full(a) && full(b) && b.ends_with(kind) && !b.starts_with(first) && !a.ends_with("新区") && !a.ends_with("开发区")
}

/// A department's name behind its region's; a place's own name where nothing else is left.
fn without_region(name: &str) -> &str {
    match longest_region(name) {
        Some(region) if region.len() < name.len() => name.get(region.len()..).unwrap_or(name),
        _ => name,
    }
}

/// Whether `short`, of the same ending, has its characters in `long` in their order.
fn abbreviates(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    short.chars().count() >= 2 && short.chars().next() == long.chars().next() && short.chars().all(|c| rest.any(|d| d == c))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    fn report(title: &str, signed: &str) -> String {
        format!(
            "{title}2025年度法治政府建设情况报告\n一、主要成效\n办结3件。\n二、存在的不足\n人员较少。\n{signed}\n2026年1月20日\n"
        )
    }

    #[test]
    fn flags_other_bodies() {
        for (title, signed) in [
            ("滕家镇", "⟦荣成市滕家街道办事处⟧"),
            ("江岭省生态环境厅", "⟦江岭省自然资源厅⟧"),
            ("清溪镇人民政府", "⟦临河县石门乡人民政府⟧"),
            ("临河县人民政府", "⟦安渠县人民政府⟧"),
            ("锦绣街道办事处", "⟦湖滨街道办事处⟧"),
            ("锦川区锦绣街道办事处", "⟦锦川区人民政府湖滨街道办事处⟧"),
            ("临河县教育局", "⟦临河县民政局⟧"),
            ("安渠县市场监督管理局", "⟦平阳县市场监督管理局⟧"),
            ("云溪区司法局", "⟦望澜区司法局⟧"),
        ] {
            flags(&RULE, &report(title, signed));
        }
    }

    #[test]
    fn accepts_full_and_short_names() {
        for (title, signed) in [
            ("滕家镇", "荣成市滕家镇人民政府"),
            ("清溪镇人民政府", "中共清溪镇委员会"),
            ("清溪镇", "中共清溪镇委员会\n清溪镇人民政府"),
            ("湖滨街道", "望澜区湖滨街道办事处"),
            ("湖滨街道办事处", "中共望澜区湖滨街道工作委员会"),
            ("锦绣街道办事处", "锦川区人民政府锦绣街道办事处"),
            ("锦川区锦绣街道办事处", "锦川区人民政府锦绣街道办事处"),
            ("锦川区人民政府锦绣街道办事处", "锦川区锦绣街道办事处"),
            ("静海区", "天津市静海区人民政府"),
            ("临河县", "临河县司法局"),
            ("临河县人民政府", "临河县人民政府办公室"),
            ("临河县教育局", "中共临河县教育局党组"),
            ("临河县住建局", "临河县住房和城乡建设局"),
            ("安渠县市场监督管理局", "安渠县市监局"),
            ("青岩苗族自治县教育局", "青岩县教育局"),
            ("云溪区教育体育局", "澜江市云溪区教育体育局"),
            ("临河县发改委", "临河县发展和改革委员会"),
            ("宁川经济技术开发区管理委员会", "宁川经开区管委会"),
            ("市应急管理局", "澄江市应急管理局"),
            ("宁川高新技术产业开发区管委会", "宁川高新技术产业开发区管理委员会（盖章）"),
        ] {
            accepts(&RULE, &report(title, signed));
        }
    }

    #[test]
    fn accepts_what_names_nobody() {
        accepts(&RULE, &report("", "清溪镇人民政府"));
        accepts(&RULE, &report("关于", "清溪镇人民政府"));
        accepts(&RULE, "清溪镇2025年度法治政府建设情况报告\n一、主要成效\n办结3件。\n2026年1月20日\n");
    }
}
