//! Numbers that name a person: identity cards, mobile telephones, bank cards.

use crate::diagnostic::{Edit, Fix, Severity};
use crate::document::{Document, Kind};
use crate::rule::{Check, Findings};
use crate::text::{Number, Span, around, chars};

crate::declare_rule! {
    /// 检查什么：写出全部数字的居民身份证号码、手机号码、银行卡号。
    ///
    /// 为什么：报告要向社会公开，个人信息应当隐去；没有必要写的不写。
    ///
    /// 示例：当事人张某，电话13812345678 → 当事人张某，电话138****5678
    ///
    /// 修改：隐去中间几位，或者删去。
    ///
    /// 不算：12345、12348等热线和固定电话，统一社会信用代码，发文字号、案号、编号，金额；已经隐去几位的号码；附注里的联系人电话只作提示。
    "personal-info", "出现个人敏感信息", Content, Warning, "《中华人民共和国个人信息保护法》第二十五条、第二十八条；公文公开惯例",
    Check::Document(check),
}

/// What a number names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    /// 居民身份证.
    Identity,
    /// 手机.
    Mobile,
    /// 银行卡.
    Card,
}

impl Names {
    fn word(self) -> &'static str {
        match self {
            Self::Identity => "身份证号码",
            Self::Mobile => "手机号码",
            Self::Card => "银行卡号",
        }
    }

    /// How many digits stay at either end.
    fn shown(self) -> (usize, usize) {
        match self {
            Self::Identity => (6, 4),
            Self::Mobile => (3, 4),
            Self::Card => (4, 4),
        }
    }
}

fn check(doc: &Document, out: &mut Findings) {
    let mut next = 0;
    for (i, number) in doc.scan.numbers.iter().enumerate() {
        if number.span.start < next || number.digits < 3 {
            continue;
        }
        let Some((names, span)) = personal(doc, i, number) else { continue };
        next = span.end;
        let Some(kind) = doc.block_around(span.start).map(|block| block.kind) else { continue };
        if kind == Kind::Residue {
            continue;
        }
        let masked = mask(doc.get(span), names.shown());
        let finding = RULE
            .finding(span, format!("“{}”像是{}，公开前应当隐去", doc.get(span), names.word()))
            .fix(Fix::suggested(format!("改为“{masked}”"), vec![Edit::replace(span, masked)]));
        // 附注: the telephone of whom to ask about the document.
        out.push(if kind == Kind::Note && names == Names::Mobile { finding.at_most(Severity::Info) } else { finding });
    }
}

/// The first number in the text that names a person.
#[must_use]
pub fn first(doc: &Document) -> Option<Span> {
    doc.scan.numbers.iter().enumerate().find_map(|(i, number)| Some(personal(doc, i, number)?.1))
}

/// What the number at `i` names, alone or with the groups behind it.
fn personal(doc: &Document, i: usize, number: &Number) -> Option<(Names, Span)> {
    let whole = |number: &Number| number.decimals == 0 && doc.get(number.span).bytes().all(|b| b.is_ascii_digit());
    if !whole(number) || chars::before(doc.text, number.span.start).is_some_and(continues) {
        return None;
    }
    let (digits, span) = match number.digits {
        11 | 13.. => (doc.get(number.span).to_owned(), number.span),
        3 | 4 | 6 => grouped(doc, i)?,
        _ => return None,
    };
    // The last place of an identity card may be X.
    let (digits, span) = match chars::after(doc.text, span.end) {
        Some(x @ ('X' | 'x')) if digits.len() == 17 => (digits + "X", Span::new(span.start, span.end + x.len_utf8())),
        _ => (digits, span),
    };
    if chars::after(doc.text, span.end).is_some_and(continues) {
        return None;
    }
    Some((kind(doc, &digits, span)?, span))
}

/// Whether a number goes on beyond `c`: a letter, a digit of another width, a sign of masking.
fn continues(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '０'..='９' | '*' | '×' | '-' | '_' | '.' | '/' | '＊' | '…')
}

/// The groups in which such numbers are written.
const GROUPS: [&[u8]; 4] = [&[3, 4, 4], &[6, 8, 4], &[4, 4, 4, 4, 3], &[4, 4, 4, 4]];

/// 138 1234 5678: the groups from number `i` on, each one blank or one hyphen from the next.
fn grouped(doc: &Document, i: usize) -> Option<(String, Span)> {
    let numbers = doc.scan.numbers.get(i..)?;
    let groups = GROUPS.iter().find(|groups| {
        numbers.len() >= groups.len()
            && groups.iter().zip(numbers).all(|(&digits, number)| number.digits == digits && number.decimals == 0)
            && numbers
                .iter()
                .zip(numbers.iter().skip(1))
                .take(groups.len() - 1)
                .all(|(a, b)| matches!(doc.get(Span::new(a.span.end, b.span.start)), " " | "-" | "\u{A0}"))
    })?;
    let used = numbers.get(..groups.len())?;
    let span = used.first()?.span.to(used.last()?.span);
    Some((used.iter().map(|number| doc.get(number.span)).collect(), span))
}

/// Words before a number that is a code or an amount.
const CODES: &[&str] = &[
    "信用代码",
    "机构代码",
    "编号",
    "案号",
    "文号",
    "单号",
    "字号",
    "代码",
    "编码",
    "流水号",
    "合同号",
    "工单",
    "证书号",
    "许可证号",
    "备案号",
    "项目号",
    "序号",
    "金额",
    "条码",
];

/// What `digits`, written at `span`, name.
fn kind(doc: &Document, digits: &str, span: Span) -> Option<Names> {
    let label = around::before(doc.text, span.start, 10);
    let label = label.rsplit(['，', '。', '；', '、', ',', ';']).next().unwrap_or(label);
    if around::has_any(label, CODES) || label.ends_with(['第', '〔', '￥', '¥']) {
        return None;
    }
    let counted = chars::after(doc.text, span.end).is_some_and(|c| "元人次件万亿个户吨亩千立米公平只台".contains(c));
    match digits.len() {
        11 => {
            let mobile =
                digits.starts_with('1') && !digits.starts_with("10") && !digits.starts_with("11") && !digits.starts_with("12");
            // 13800000000 is a round figure.
            (mobile && !counted && !digits.ends_with("000000")).then_some(Names::Mobile)
        }
        15 if label.contains("身份证") => Some(Names::Identity),
        18 if (label.contains("身份证") || has_check_digit(digits)) && has_birthday(digits) => Some(Names::Identity),
        13..=19 => {
            let named = around::has_any(label, &["卡号", "银行卡", "信用卡", "储蓄卡", "账号", "帐号"]);
            (!counted && (named || (digits.len() >= 16 && digits.starts_with("62"))) && passes_luhn(digits))
                .then_some(Names::Card)
        }
        _ => None,
    }
}

/// Whether places 7 to 14 are a day on which somebody alive may be born, and the first two a province.
fn has_birthday(digits: &str) -> bool {
    let number = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    (11..=83).contains(&number(0, 2))
        && (1900..=2099).contains(&number(6, 10))
        && (1..=12).contains(&number(10, 12))
        && (1..=31).contains(&number(12, 14))
}

/// ISO 7064 MOD 11-2, as GB 11643 has it.
fn has_check_digit(digits: &str) -> bool {
    let sum = digits.bytes().rev().zip(0..18).fold(0, |sum, (byte, place)| {
        let value = if matches!(byte, b'X' | b'x') { 10 } else { u32::from(byte.wrapping_sub(b'0')) };
        (sum + value * (1u32 << place)) % 11
    });
    digits.len() == 18 && sum == 1
}

/// The check digit of bank cards.
fn passes_luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| {
            let value = u32::from(byte.wrapping_sub(b'0'));
            let value = if place % 2 == 1 { value * 2 } else { value };
            if value > 9 { value - 9 } else { value }
        })
        .sum();
    sum.is_multiple_of(10)
}

/// `number` with all digits but the first and the last few hidden.
fn mask(number: &str, (first, last): (usize, usize)) -> String {
    let count = number.chars().filter(char::is_ascii_alphanumeric).count();
    let mut place = 0;
    number
        .chars()
        .map(|c| {
            if !c.is_ascii_alphanumeric() {
                return c;
            }
            place += 1;
            if place <= first || place + last > count { c } else { '*' }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags, hints};

    #[test]
    fn flags_numbers_of_persons() {
        flags(&RULE, "为农民工王某（身份证号⟦371082199003071239⟧）追回工资。");
        flags(&RULE, "当事人⟦11010519491231002X⟧已履行义务，受益人⟦371082199003071235⟧、⟦371082 19900307 1235⟧。");
        flags(&RULE, "联系电话⟦13812345678⟧，欢迎监督。拨打⟦139 0631 1234⟧预约，或拨⟦186-1234-5678⟧。");
        flags(&RULE, "补贴打入⟦6222021234567890128⟧账户，卡号⟦4111 1111 1111 1111⟧。");
        fixes(&RULE, "联系电话13812345678，欢迎监督。", "联系电话138****5678，欢迎监督。");
        fixes(&RULE, "身份证号为371082199003071239的当事人", "身份证号为371082********1239的当事人");
    }

    #[test]
    fn accepts_hotlines_and_landlines() {
        accepts(&RULE, "12345热线转办1206件，12348热线接听咨询3200次，拨打0631-5236123或者010-12345678预约。");
        accepts(&RULE, "网址http://www.example.cn/art/13812345678/，电话138****5678，400-820-8820。");
    }

    #[test]
    fn accepts_codes_and_amounts() {
        accepts(&RULE, "统一社会信用代码12371082494400000X，某公司统一社会信用代码91371082199003071X。");
        accepts(&RULE, "项目总投资13812345678元，发放资金18800000000。");
        accepts(&RULE, "办理编号371082199003071239的许可，工单号13812345678，案号为（2025）鲁1082行初13号。");
        accepts(&RULE, "时间为2025 1231 1000，数据归集371082199013071239条。");
    }

    #[test]
    fn the_telephone_of_whom_to_ask_is_a_hint() {
        let text = "清溪镇人民政府2025年度法治政府建设情况报告\n\n一、主要举措和成效\n\n完成任务12项。\n\n清溪镇人民政府\n2026年1月20日\n（联系人：张三，电话：13812345678）\n";
        hints(&RULE, text);
    }
}
