//! 约300人左右, 超过90%以上, 近1700余件: one number approximated twice.

use crate::diagnostic::{Edit, Fix, Severity};
use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, Words, around, chars, words::ends};

crate::declare_rule! {
    /// 检查什么：同一个数字前后都用了表示概数的词，如“约300人左右”“超过90%以上”“近1700余件”；精确到个位的数字后面又用“余”，如“347余人次”。
    ///
    /// 为什么：两个词意思重复，或者互相矛盾（“近”是不到，“余”是超过）；“余”“多”接在整十、整百的数后面。
    ///
    /// 示例：约300人左右 → 约300人
    ///
    /// 修改：只留一个。
    ///
    /// 不算：“近5年”“附近30余户”“节约30余万元”中的“近”“约”不表示概数；“达95%以上”“300余人”只用了一个；“32余万元”。
    "redundant-approx", "概数词重复", Numerals, Warning, "通行用法",
    Check::Needles(needles, check),
}

/// Words behind a number, then the numerals with 余 and 多.
fn needles() -> &'static [&'static str] {
    &[
        "左右", "上下", "以上", "以下", "以内", "十余", "百余", "千余", "万余", "亿余", "0余", "1余", "2余", "3余", "4余", "5余",
        "6余", "7余", "8余", "9余", "十多", "百多", "千多", "万多", "亿多", "0多", "1多", "2多", "3多", "4多", "5多", "6多",
        "7多", "8多", "9多",
    ]
}

/// What a word before a number makes of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sense {
    About,
    Over,
    Under,
}

/// Words before a number; those that end in another come first.
const BEFORE: &[(&str, Sense)] = &[
    ("不超过", Sense::Under),
    ("不多于", Sense::Under),
    ("不高于", Sense::Under),
    ("不大于", Sense::Under),
    ("至多", Sense::Under),
    ("最多", Sense::Under),
    ("不低于", Sense::Over),
    ("不少于", Sense::Over),
    ("不小于", Sense::Over),
    ("低于", Sense::Under),
    ("少于", Sense::Under),
    ("小于", Sense::Under),
    ("不足", Sense::Under),
    ("超过", Sense::Over),
    ("多于", Sense::Over),
    ("大于", Sense::Over),
    ("高于", Sense::Over),
    ("突破", Sense::Over),
    ("至少", Sense::Over),
    ("最少", Sense::Over),
    ("起码", Sense::Over),
    ("不下于", Sense::Over),
    ("不下", Sense::Over),
    ("超", Sense::Over),
    ("逾", Sense::Over),
    ("大约", Sense::About),
    ("大概", Sense::About),
    ("大致", Sense::About),
    ("将近", Sense::About),
    ("接近", Sense::About),
    ("差不多", Sense::About),
    ("约计", Sense::About),
    ("约", Sense::About),
    ("近", Sense::About),
];

/// Measure words between number and 左右; those that end in another come first.
static UNITS: Words = Words::new(&[
    "个百分点",
    "个工作日",
    "个小时",
    "个月",
    "平方公里",
    "平方米",
    "立方米",
    "工作日",
    "人次",
    "户次",
    "批次",
    "场次",
    "家次",
    "件次",
    "小时",
    "分钟",
    "公里",
    "千米",
    "公斤",
    "公顷",
    "课时",
    "学时",
    "元",
    "人",
    "名",
    "件",
    "个",
    "次",
    "场",
    "户",
    "份",
    "家",
    "起",
    "项",
    "条",
    "处",
    "年",
    "天",
    "日",
    "周",
    "岁",
    "分",
    "倍",
    "吨",
    "亩",
    "米",
    "期",
    "篇",
    "部",
    "台",
    "辆",
    "套",
    "位",
    "批",
    "宗",
    "册",
    "所",
    "座",
    "级",
    "%",
    "％",
    "‰",
]);

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let word = doc.get(hit.span);
    let suffix = matches!(word, "左右" | "上下" | "以上" | "以下" | "以内");
    // 余 and 多 belong to the numeral; the other words stand behind its unit.
    let last = Span::new(if suffix { hit.span.start } else { hit.span.end - "余".len() }, hit.span.end);
    let head = around::before(doc.text, last.start, 20);
    let unit = if suffix { UNITS.ending(head).unwrap_or("") } else { "" };
    let numeral = head.strip_suffix(unit).unwrap_or(head);
    let more = if suffix { numeral.strip_suffix(['余', '多']) } else { None };
    let before = more.unwrap_or(numeral).trim_end_matches(is_numeral);
    let number = more.unwrap_or(numeral).get(before.len()..).unwrap_or("");
    if number.is_empty() || number.chars().all(|c| c == '.') || (!suffix && goes_on(doc, last.end)) {
        return;
    }
    let first = prefix(before, suffix, unit, doc.text.get(last.end..).unwrap_or(""));
    let start = last.start - (head.len() - before.len());
    let (span, first) = match first {
        Some((words, sense)) if clashes(sense, if suffix { word } else { "余" }) => {
            (Span::new(start - words.len(), last.end), Some(Span::new(start - words.len(), start)))
        }
        // 300余人左右.
        _ if more.is_some() && matches!(word, "左右" | "上下" | "以上") => (Span::new(start, last.end), None),
        None if !suffix && is_exact(number, doc.text.get(last.end..).unwrap_or("")) => {
            let span = Span::new(start, last.end);
            let message = format!("“{}”已精确到个位，通常不再用“{}”", doc.get(span), doc.get(last));
            let fix = Fix::suggested(format!("删去“{}”", doc.get(last)), vec![Edit::delete(last)]);
            out.push(RULE.finding(span, message).fix(fix).at_most(Severity::Info));
            return;
        }
        _ => return,
    };
    let delete = |span: Span| Fix::suggested(format!("删去“{}”", doc.get(span)), vec![Edit::delete(span)]);
    let finding = RULE.finding(span, format!("“{}”重复使用概数词", doc.get(span))).fix(delete(last));
    out.push(match first {
        Some(first) => finding.fix(delete(first)),
        None => finding,
    });
}

/// Whether a number before 余 or 多 is told to the last unit: 347余人次; of 32余万元 the rest is thousands.
fn is_exact(number: &str, behind: &str) -> bool {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    digits >= 2
        && number.bytes().all(|b| b.is_ascii_digit() || b == b',')
        && !number.ends_with('0')
        && !behind.starts_with(['万', '亿', '千', '百', '年', '岁', '天', '公', '平', '米', '吨', '亩'])
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',') || "〇零一二两三四五六七八九十百千万亿几数半".contains(c)
}

/// Whether the word before a number and the one behind it say the same or contradict each other.
fn clashes(sense: Sense, word: &str) -> bool {
    match word {
        "左右" | "上下" | "余" => true,
        "以上" => sense != Sense::Under,
        _ => sense == Sense::Under,
    }
}

/// Whether 左右 or 以上 stands behind the unit of a number with 余: that place tells it all.
fn goes_on(doc: &Document, end: usize) -> bool {
    let rest = doc.text.get(end..).unwrap_or("");
    let rest = rest.trim_start_matches(['万', '亿']);
    let rest = UNITS.behind(rest).unwrap_or(rest);
    ["左右", "上下", "以上"].iter().any(|word| rest.starts_with(word))
}

/// The word that ends `head`, with 了, 为 or 有 behind it.
fn prefix<'t>(head: &'t str, suffix: bool, unit: &str, behind: &str) -> Option<(&'t str, Sense)> {
    const FILLERS: &[&str] = &["了", "为", "有", "在", "达"];
    let bare = FILLERS.iter().find_map(|filler| head.strip_suffix(filler)).unwrap_or(head);
    let &(word, sense) = BEFORE.iter().find(|(word, _)| ends(bare, word))?;
    let start = bare.len() - word.len();
    let previous = chars::before(head, start);
    let timed = |text: &str| ["年", "个月", "月", "天", "日", "周"].iter().any(|unit| text.starts_with(unit));
    let other_word = match word {
        // 节约30余万元, 签约20余家.
        "约" => previous.is_some_and(|c| "节预公条签合违履契邀制特解续缔守相立毁誓隐简婉".contains(c)),
        // 附近30余户; 近10余年 is lately.
        "近" => previous.is_some_and(|c| "附最靠临邻就相亲走远切新贴".contains(c)) || timed(if suffix { unit } else { behind }),
        "超" => previous.is_some_and(|c| "赶反高".contains(c)),
        _ => false,
    };
    (!other_word).then(|| (head.get(start..).unwrap_or(""), sense))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_numbers_approximated_twice() {
        flags(&RULE, "覆盖群众⟦约300人左右⟧，满意率⟦超过90%以上⟧，受理⟦近1700余⟧件，⟦大约有50户左右⟧参与。");
        flags(&RULE, "培训⟦不少于2次以上⟧，参训⟦超三百余⟧人次，挽回损失⟦约1.2万余⟧元，用时⟦不超过3天以内⟧。");
        flags(&RULE, "惠及⟦近两万余⟧人，处理⟦300余件左右⟧，⟦将近百余⟧名干部参加，⟦至少5个工作日以上⟧。");
    }

    #[test]
    fn hints_at_exact_numbers_with_more() {
        flags(&RULE, "走访群众⟦347余⟧户、发放资料⟦1,265余⟧份，解答咨询⟦1,432多⟧人次。");
        fixes(&RULE, "走访群众347余户。", "走访群众347户。");
        accepts(&RULE, "走访群众350余户，挽回损失32余万元，5余年，15余年，200多次，12多公里。");
    }

    #[test]
    fn proposes_to_drop_one() {
        fixes(&RULE, "覆盖群众约300人左右。", "覆盖群众约300人。");
        fixes(&RULE, "满意率超过了90%以上。", "满意率超过了90%。");
        fixes(&RULE, "受理业务近1700余件。", "受理业务近1700件。");
    }

    #[test]
    fn accepts_one_word_of_approximation() {
        accepts(&RULE, "覆盖约300人，满意率达95%以上，受理1700余件，近30户，300人左右，超过90%。");
        accepts(&RULE, "由超过3次的县级以上部门查处，约50名副科级以上干部参训，至少有5名10年以上执业经验的律师。");
    }

    #[test]
    fn accepts_words_that_only_look_like_it() {
        accepts(&RULE, "节约资金和时间，节约30余万元，签约20余家，附近30余户参加，近10余年来持续推进，最近20余次。");
        accepts(&RULE, "约谈企业30余家，近5年累计办结300余件，制约权力，预约100余人次，近3年左右。");
    }

    #[test]
    fn flags_a_longer_word_before_the_number() {
        flags(&RULE, "走访群众⟦约计30余⟧户。");
    }
}
