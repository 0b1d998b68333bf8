//! A document number in the wrong form.

use crate::diagnostic::Fix;
use crate::document::{Block, Document, Kind};
use crate::rule::{Check, Findings};
use crate::text::{Number, Span, around, chars, fold};

crate::declare_rule! {
    /// 检查什么：发文字号的年份不用六角括号，顺序号前有“第”或虚位，年份不全，如“荣政发[2026]05号”。
    ///
    /// 为什么：发文字号由机关代字、年份、发文顺序号组成；年份标全称，用六角括号“〔〕”括入；顺序号不加“第”，不编虚位。
    ///
    /// 示例：荣政发[2026]05号 → 荣政发〔2026〕5号
    ///
    /// 修改：改为“机关代字〔年份〕序号号”。
    ///
    /// 不算：法院案号“（2026）鲁行初1号”，令“第825号”、公告和执法文书的编号，“（2024）5号楼”等。
    "docnumber-format", "发文字号格式", Date, Error, "GB/T 9704—2012 7.2.5",
    Check::Numbers(check),
}

fn check(doc: &Document, block: &Block, numbers: &[Number], out: &mut Findings) {
    if block.kind == Kind::Residue {
        return;
    }
    for pair in numbers.windows(2) {
        let [year, serial] = *pair else { continue };
        let Some(parts) = read(doc, block, year, serial) else { continue };
        let digits = doc.get(year.span);
        let full = if digits.len() == 2 { format!("20{digits}") } else { digits.to_owned() };
        let right = format!("〔{full}〕{}号", serial.mantissa);
        let written = doc.get(parts.tail);
        if written == right {
            continue;
        }
        let mut wrong = Vec::new();
        if !parts.hexagonal {
            wrong.push("年份用六角括号“〔〕”括入");
        }
        if digits.len() == 2 || parts.year_word {
            wrong.push("年份写四位数字，不加“年”");
        }
        if parts.ordinal {
            wrong.push("序号前不加“第”");
        }
        if doc.get(serial.span).starts_with('0') {
            wrong.push("序号不编虚位");
        }
        // Blanks inside are another rule's.
        if wrong.is_empty() {
            continue;
        }
        let message = format!("发文字号“{}”{}", doc.get(parts.whole), wrong.join("，"));
        let title = format!("改为“{right}”");
        let edits = vec![crate::diagnostic::Edit::replace(parts.tail, right)];
        // Which century 26 means is for a person to say.
        let fix = if digits.len() == 2 { Fix::suggested(title, edits) } else { Fix::safe(title, edits) };
        out.push(RULE.finding(parts.whole, message).fix(fix));
    }
}

/// A document number as written.
struct Parts {
    /// From the code to 号.
    whole: Span,
    /// From the opening bracket to 号.
    tail: Span,
    hexagonal: bool,
    /// 〔2026年〕.
    year_word: bool,
    /// 第5号.
    ordinal: bool,
}

/// Reads a code, a year in brackets and a serial number before 号.
fn read(doc: &Document, block: &Block, year: Number, serial: Number) -> Option<Parts> {
    let text = doc.text;
    let digits = doc.get(year.span);
    let is_year = match digits.len() {
        4 => (1949..2100).contains(&year.mantissa),
        2 => true,
        _ => false,
    };
    let open = chars::before(text, year.span.start)?;
    if !is_year
        || serial.decimals > 0
        || serial.digits > 5
        || !matches!(fold(open), '〔' | '［' | '【' | '（' | '{' | '〈' | '﹝')
    {
        return None;
    }
    let open_at = year.span.start - open.len_utf8();
    let between = doc.get(Span::new(year.span.end, serial.span.start));
    let tight: String = between.chars().filter(|&c| !chars::is_blank(c)).collect();
    let (year_word, tight) = tight.strip_prefix('年').map_or((false, tight.as_str()), |rest| (true, rest));
    let (ordinal, tight) = tight.strip_suffix('第').map_or((false, tight), |rest| (true, rest));
    let mut close = tight.chars();
    let closed = close.next().is_some_and(|c| matches!(fold(c), '〕' | '］' | '】' | '）' | '}' | '〉' | '﹞'));
    let rest = text.get(serial.span.end..)?;
    let behind = rest.trim_start_matches(chars::is_blank).strip_prefix('号')?;
    let end = text.len() - behind.len();
    if !closed
        || close.next().is_some()
        || end > block.span.end
        || behind.starts_with(['楼', '院', '线', '门', '地', '公', '路', '厅', '房', '机'])
    {
        return None;
    }
    let code = code(doc.get(Span::new(block.span.start, open_at)));
    if code.chars().count() < 2
        || is_other_number(code)
        || (fold(open) == '（' && !is_code(code))
        || (digits.len() == 2 && !is_code(code))
    {
        return None;
    }
    let hexagonal = matches!(open, '〔' | '﹝') && tight.starts_with(['〕', '﹞']);
    Some(Parts {
        whole: Span::new(open_at - code.len(), end),
        tail: Span::new(open_at, end),
        hexagonal,
        year_word,
        ordinal: ordinal && !is_proclamation(code),
    })
    .filter(|_| !(ordinal && is_proclamation(code)))
}

/// The code that ends `head`: 荣政发 of 根据荣政发.
fn code(head: &str) -> &str {
    let start = head
        .char_indices()
        .rev()
        .take_while(|&(_, c)| chars::is_han(c) && !"据照印以的和与及是为在了于由经按对把将从向如即见".contains(c))
        .take(8)
        .last()
        .map_or(head.len(), |(i, _)| i);
    let code = head.get(start..).unwrap_or("");
    let behind = VERBS.iter().filter_map(|verb| code.rfind(verb).map(|at| at + verb.len())).max().unwrap_or(0);
    code.get(behind..).unwrap_or("")
}

/// Words that stand before a code in running text.
const VERBS: &[&str] = &[
    "贯彻", "落实", "执行", "参照", "依照", "印发", "转发", "下发", "学习", "遵照", "废止", "修订", "制发", "文件", "通知",
    "文号", "字号",
];

/// Whether a code ends as codes of documents do.
fn is_code(code: &str) -> bool {
    code.ends_with([
        '发', '字', '函', '办', '规', '通', '告', '复', '批', '释', '呈', '报', '请', '令', '政', '委', '文', '知', '议', '任',
        '纪', '党', '会', '建', '法', '综',
    ])
}

/// Whether a code is that of a case or of papers of enforcement, which number otherwise.
fn is_other_number(code: &str) -> bool {
    around::has_any(
        code,
        &[
            "罚", "初", "终", "诉", "裁", "仲", "检", "刑", "民", "执", "许", "责改", "强制", "决字", "告字", "调字", "受字",
            "复决", "证字", "监",
        ],
    ) && !code.ends_with(['发', '函', '办'])
}

/// Whether 第 belongs: orders and public announcements.
fn is_proclamation(code: &str) -> bool {
    ["令", "公告", "通告", "公报"].iter().any(|word| code.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_brackets_zeros_and_ordinals() {
        flags(&RULE, "印发《工作要点》（⟦荣政发[2025]5号⟧），贯彻⟦厅字【2019】28号⟧文件。");
        flags(&RULE, "按照⟦临政办发（2025）第12号⟧要求，落实⟦国办发〔2025〕03号⟧、⟦临委发〔25〕6号⟧部署。");
        fixes(&RULE, "印发荣政发[2026]05号文件。", "印发荣政发〔2026〕5号文件。");
        fixes(&RULE, "印发荣政发(2026)第5号文件。", "印发荣政发〔2026〕5号文件。");
        flags(
            &RULE,
            "⟦安建发[2026]03号⟧\n\n关于2025年度法治政府建设情况的报告\n\n安渠县人民政府：\n\n一、主要成效\n\n办结3件。\n\n安渠县住房和城乡建设局\n2026年1月20日\n",
        );
    }

    #[test]
    fn accepts_right_numbers_cases_and_houses() {
        accepts(&RULE, "印发荣政发〔2026〕5号文件，贯彻厅字〔2019〕28号文件。");
        accepts(&RULE, "办理（2024）鲁1099行初5号案件，落实国务院令第825号和公告〔2025〕第3号。");
        accepts(&RULE, "整治幸福家园（2024）5号楼，改造（2025）12号线沿线，表彰先进（2025）3号。");
        accepts(&RULE, "作出临市监罚字[2025]第12号处罚决定，荣政复决字（2025）7号复议决定。");
        accepts(&RULE, "清理2025年文件15件，编号（2025）共3号。");
    }
}
