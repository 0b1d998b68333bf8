//! A report that asks for something.

use crate::diagnostic::Severity;
use crate::document::{Document, Kind};
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around, chars, fold, is_blank};

crate::declare_rule! {
    /// 检查什么：报告里夹带请示事项：“妥否，请批示”“请予批准”“特此请示”，“恳请上级……解决”等。
    ///
    /// 为什么：条例规定，不得在报告等非请示性公文中夹带请示事项；报告不需要答复，请示事项会被搁置。
    ///
    /// 示例：恳请上级批准增加编制。 → （删去，另行请示）
    ///
    /// 修改：删去请示的内容，另用“请示”行文。
    ///
    /// 不算：“请审阅”“请审议”“请批评指正”；群众、当事人向本单位提出的请求；书名号里的请示；说明过去的请示已经批复。
    "report-with-request", "报告夹带请示事项", Structure, Error, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第十五条",
    Check::Needles(needles, check),
}

/// Words that close a request, words that ask for a decision, words that ask at all.
const CLOSING: &[&str] = &["妥否", "当否", "可否", "是否妥当", "是否可行", "特此请示", "以上请示"];
const DECIDING: &[&str] = &[
    "请批示",
    "请批复",
    "请批准",
    "请指示",
    "请审批",
    "请核准",
    "请答复",
    "请予批准",
    "请予批复",
    "请予批示",
    "请予审批",
    "请予解决",
    "请予支持",
    "请予核准",
    "请予答复",
    "请予指示",
    "请予明确",
    "请予拨付",
    "请予协调",
    "望予批准",
    "望予支持",
    "望予解决",
    "请批转",
    "请予批转",
];
const ASKING: &[&str] = &["恳请", "请求", "敬请", "恳求", "呈请", "特请"];
/// 请 with the superior who is asked.
const NAMING: &[&str] = &["请县委", "请市委", "请区委", "请省委", "请县政府", "请市政府", "请区政府", "请省政府", "请上级"];

fn needles() -> &'static [&'static str] {
    static ALL: std::sync::OnceLock<Vec<&'static str>> = std::sync::OnceLock::new();
    ALL.get_or_init(|| [CLOSING, DECIDING, ASKING, NAMING].concat())
}

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let word = doc.get(hit.span);
    let Some(block) = doc.block_around(hit.span.start) else { return };
    if !matches!(block.kind, Kind::Paragraph | Kind::Heading | Kind::Note)
        || doc.in_book_title(hit.span.start)
        || doc.in_quotes(hit.span.start)
    {
        return;
    }
    let end = clause_end(doc, hit.span.end, block.span.end);
    let named = NAMING.contains(&word);
    let asked = if CLOSING.contains(&word) {
        closes(doc, hit.span, block.span.end)
    } else if DECIDING.contains(&word) {
        speaks_for_itself(doc, block.span.start, hit.span.start)
    } else if named {
        speaks_for_itself(doc, block.span.start, hit.span.start) && gives(doc.get(Span::new(hit.span.start, end)))
    } else {
        speaks_for_itself(doc, block.span.start, hit.span.start) && asks_a_superior(doc.get(Span::new(hit.span.end, end)))
    };
    // 报送请示，请予批准，已获批复: the request is over; 多次请求县财政支持 tells of the past.
    const GRANTED: &[&str] = &["已批复", "已获", "获得批", "批复同意", "已解决", "已批准", "得到"];
    const TOLD: &[&str] = &["先后", "多次", "积极", "主动", "到位", "争取到", "获得", "了"];
    let sentence = doc.get(doc.sentence_at(hit.span.start));
    let says = |words: &[&str]| around::has_any(sentence, words);
    let over = says(GRANTED) || ((word == "请求" || named) && says(TOLD));
    if !asked || over {
        return;
    }
    let span = Span::new(hit.span.start, end);
    let finding = RULE.finding(span, format!("“{}”是请示事项，不得写在报告里，应当另行请示", doc.get(span)));
    // 批转 was once asked of superiors in reports; 请求 may tell of what was asked.
    let softer = word.ends_with("批转") || word == "请求" || named;
    out.push(if softer { finding.at_most(Severity::Warning) } else { finding });
}

/// Where the clause ends that holds byte `at`: before 。！？； or the block's end.
fn clause_end(doc: &Document, at: usize, end: usize) -> usize {
    doc.marks(Span::new(at, end))
        .iter()
        .find(|mark| chars::ends_sentence(mark.char) || mark.char == '）' || mark.char == ')')
        .map_or(end, |mark| mark.at)
}

/// Whether words that close a request are followed by one: 妥否，请批示; 特此请示 is one by itself.
fn closes(doc: &Document, at: Span, end: usize) -> bool {
    let word = doc.get(at);
    if word.ends_with("请示") {
        let rest = doc.get(Span::new(at.end, end)).trim_start_matches(is_blank);
        return rest.is_empty() || rest.starts_with(|c| matches!(fold(c), '。' | '，' | '！' | '；'));
    }
    let rest = doc.get(Span::new(at.end, end)).trim_start_matches(|c| is_blank(c) || fold(c) == '，');
    const DECISIONS: &[&str] = &[
        "批示", "批复", "批准", "审批", "审定", "审核", "审示", "指示", "核示", "核准", "定夺", "决定", "答复", "领导", "上级",
        "县委", "市委", "区委", "政府", "予",
    ];
    let asks = rest.trim_start_matches(['敬', '恳', '特']);
    // 请专家评审 asks no superior.
    let asked = asks.strip_prefix('请').is_some_and(|asked| DECISIONS.iter().any(|word| asked.starts_with(word)));
    asked || rest.starts_with("盼复")
}

/// Words that may stand between the start of a clause and a request of the report's own body.
const OWN: &[&str] = &[
    "特",
    "现",
    "并",
    "也",
    "故",
    "因此",
    "为此",
    "在此",
    "同时",
    "最后",
    "再次",
    "此外",
    "对此",
    "我",
    "本",
    "以上",
    "如无不妥",
    "报告",
    "妥",
    "当",
    "专此",
];

/// Whether the reporting body is who asks: nobody else is the subject of the clause.
fn speaks_for_itself(doc: &Document, floor: usize, at: usize) -> bool {
    let start = doc
        .marks(Span::new(floor, at))
        .iter()
        .rev()
        .find(|mark| matches!(fold(mark.char), '，' | '。' | '；' | '：' | '！' | '？' | '）'))
        .map_or(floor, |mark| mark.span().end);
    // 妥否，请批示 was told with its first word.
    let head = around::before(doc.text, start, 6);
    if CLOSING.iter().any(|word| head.trim_end_matches(['，', ',']).ends_with(word)) {
        return false;
    }
    let subject = doc.get(Span::new(start, at)).trim_matches(is_blank);
    // 申请批准, 报请批准: the first character of another verb.
    let verb =
        subject.ends_with(['申', '提', '报', '呈', '邀', '聘', '恳', '敬', '特', '商', '函', '电']) && !matches!(subject, "特");
    let own = subject.is_empty() || OWN.iter().any(|word| subject.starts_with(word));
    own && !verb && subject.chars().count() <= 10
}

/// Whether the superiors named behind 请 are asked to give or settle something, and nothing else is said of them.
fn gives(asked: &str) -> bool {
    const NAMES: &[&str] = &[
        "请",
        "县委",
        "市委",
        "区委",
        "省委",
        "县政府",
        "市政府",
        "区政府",
        "省政府",
        "上级",
        "部门",
        "党委",
        "政府",
        "主管",
        "有关",
        "、",
        "和",
    ];
    const GIVING: &[&str] =
        &["给予", "协调", "解决", "批准", "支持", "拨付", "增加", "研究解决", "帮助解决", "统筹解决", "加大", "尽快", "予以"];
    let mut rest = asked;
    while let Some(name) = NAMES.iter().find(|name| rest.starts_with(**name)) {
        rest = rest.get(name.len()..).unwrap_or("");
    }
    GIVING.iter().any(|verb| rest.starts_with(verb))
}

/// Whether what follows asks a superior to decide, give or settle something.
fn asks_a_superior(rest: &str) -> bool {
    const SUPERIORS: &[&str] = &[
        "上级",
        "县委",
        "市委",
        "区委",
        "省委",
        "旗委",
        "州委",
        "县政府",
        "市政府",
        "区政府",
        "省政府",
        "人民政府",
        "政府",
        "领导",
        "贵",
        "组织",
        "主管部门",
        "有关部门",
        "相关部门",
        "司法局",
        "司法厅",
        "财政",
        "编办",
        "人大",
        "局",
        "厅",
    ];
    const GIVES: &[&str] = &[
        "批准", "批复", "批示", "解决", "增加", "拨付", "核增", "核定", "支持", "协调", "给予", "配备", "帮助", "同意", "审批",
        "明确", "安排", "调剂", "倾斜", "加大", "补助", "追加", "减免",
    ];
    let harmless = ["批评指正", "指正", "审阅", "审议", "监督", "谅解", "提出宝贵", "关注", "参观"]
        .iter()
        .any(|word| rest.starts_with(word) || rest.ends_with(word));
    let near: String = rest.chars().take(24).collect();
    !harmless
        && (around::has_any(&near, SUPERIORS)
            || ["批准", "批复", "解决", "给予", "拨付", "同意", "支持"].iter().any(|word| rest.starts_with(word)))
        && around::has_any(rest, GIVES)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    #[test]
    fn flags_formulas_of_a_request() {
        flags(&RULE, "以上报告⟦妥否，请批示⟧。");
        flags(&RULE, "⟦当否,请审定⟧。⟦特此请示⟧。");
        flags(&RULE, "综合行政执法车辆已到报废年限，⟦请予批准更新⟧。");
        flags(&RULE, "以上意见，⟦请批复⟧；如无不妥，⟦请批转各镇执行⟧。");
    }

    #[test]
    fn flags_what_is_asked_of_superiors() {
        flags(&RULE, "执法力量不足，⟦恳请上级批准增加编制⟧。");
        flags(&RULE, "为此，⟦请求县政府解决执法经费30万元⟧。同时⟦恳请县司法局在人员培训上给予支持⟧。");
        flags(&RULE, "在此⟦恳请给予政策倾斜和资金支持⟧。");
    }

    #[test]
    fn flags_superiors_asked_by_name() {
        flags(&RULE, "办公场所不足，⟦请县委、县政府给予支持解决⟧。");
        flags(&RULE, "同时，⟦请上级部门协调解决执法车辆问题⟧。");
        accepts(&RULE, "以上报告，请县委、县政府审阅。提请县政府研究解决问题12个，邀请县政府领导授课。");
        accepts(&RULE, "请县政府法律顾问帮助审查合同12份，请市委党校支持师资，请上级加大支持，争取到资金30万元。");
    }

    #[test]
    fn accepts_requests_that_ask_no_decision() {
        accepts(&RULE, "专此报告，请审阅。以上报告，请予审议。不足之处，敬请批评指正。");
        accepts(&RULE, "敬请社会各界监督。当否，请批评指正。论证项目是否可行，请专家评审；处罚是否妥当，请法律顾问把关。");
        accepts(&RULE, "当事人申请批准延期缴纳罚款，报请批准后执行，提请批准事项3件。");
    }

    #[test]
    fn accepts_requests_of_others_and_of_the_past() {
        accepts(&RULE, "村民请求镇政府解决土地权属争议，原告请求法院支持其诉讼请求。");
        accepts(&RULE, "年初报送《关于增设执法岗位、请予批准的请示》，向县委编办请求增加编制3名，已获批复。");
        accepts(&RULE, "积极向上争取，请求县财政支持执法装备经费30万元；恳请上级支持增加编制3名，得到县委编办批复。");
        accepts(&RULE, "对能否适用简易程序、可否从轻处罚，及时请示县司法局。");
        accepts(&RULE, "推行“请予支持”回访卡，调处群众反映强烈的诉求，请求事项办结率100%。");
    }
}
