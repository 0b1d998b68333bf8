//! Places where a character is almost certainly lost.

use crate::diagnostic::{Edit, Fix};
use crate::document::Document;
use crate::facts::lost_chars::{self, Kind};
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, Words, around, chars, fold};

use super::typo_certain::difference;

crate::declare_rule! {
    /// 检查什么：很可能漏了字的地方：“我”后直接跟动词（漏“镇”“局”等）、“借”后直接跟平台名（漏“助”）、“细化各村居，”（漏“任务”等）、固定名称少字（“党的二十精神”）。
    ///
    /// 为什么：公文发出前应当逐字校核，漏字会使句子不通。
    ///
    /// 示例：2025年，我调解矛盾纠纷153件 → 2025年，我镇调解矛盾纠纷153件
    ///
    /// 修改：建议补上漏掉的字，请核对原意。
    ///
    /// 不算：我国、我们、我省、自我约束等，引号内的话，个人述职述法中的“我”，凭借、假借等词。
    "missing-char-pattern", "疑似漏字", Terms, Warning, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第二十条",
    Check::Needles(lost_chars::needles, check),
}

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let Some(lost) = lost_chars::all().get(usize::from(hit.needle)) else { return };
    if doc.in_book_title(hit.span.start) {
        return;
    }
    match lost.kind {
        Kind::OwnWord => own_word(doc, hit.span, out),
        Kind::Platform => platform(doc, hit.span, out),
        Kind::Object => object(doc, hit.span, out),
        Kind::Name => name(doc, hit.span, lost.wrong, lost.right, out),
    }
}

/// 我调解: 镇, 局 or 县 is wanting.
fn own_word(doc: &Document, span: Span, out: &mut Findings) {
    if doc.in_quotes(span.start) || !is_subject(doc.text, span.start) || is_personal(doc, span.start) {
        return;
    }
    let word = doc.get(span);
    // 我共产党, 我党委托, 我调解中心.
    let longer = ["我共产", "我共和", "我共青", "我党委托", "我推动者", "我调解中心", "我调解室", "我调解委员会", "我调解组织"];
    if around::followed_by(doc.text, span.start, &longer).is_some() {
        return;
    }
    let own = doc.profile.own_word(doc.organ.as_deref()).filter(|_| doc.profile_known);
    let wanting = own.map_or_else(|| "单位自称".to_owned(), |own| format!("“{own}”"));
    let mut finding = RULE.finding(span, format!("“{word}”疑似漏字，“我”后缺{wanting}"));
    if let Some(own) = own {
        let at = span.start + "我".len();
        finding = finding.fix(Fix::suggested(format!("补上“{own}”"), vec![Edit::insert(at, own)]));
    }
    out.push(finding);
}

/// Whether 我 at byte `at` opens a clause or follows a time, so that it is no part of 自我 or 忘我.
fn is_subject(text: &str, at: usize) -> bool {
    const BEFORE: [&str; 22] = [
        "年",
        "年度",
        "月",
        "日",
        "以来",
        "年来",
        "中",
        "下",
        "后",
        "间",
        "时",
        "期间",
        "同时",
        "目前",
        "一年",
        "今年",
        "年底",
        "过程中",
        "此外",
        "因此",
        "经",
        "由",
    ];
    match chars::before(text, at) {
        None => true,
        Some(c) if !chars::is_han(c) => !c.is_ascii_digit() || c == '年',
        Some(_) => around::preceded_by(text, at, &BEFORE).is_some(),
    }
}

/// Whether the text is one person's account: a title with 述, 本人 in the same sentence, or words in which only a person
/// says 我.
fn is_personal(doc: &Document, at: usize) -> bool {
    let title = doc
        .title
        .as_ref()
        .is_some_and(|title| crate::document::is_account_of_leaders(&title.text) || title.text.contains("述职"));
    title || doc.get(doc.sentence_at(at)).contains("本人") || doc.once(Person::of).speaks
}

/// Whether 我 stands somewhere where only a person says it.
struct Person {
    speaks: bool,
}

impl Person {
    /// For [`Document::once`].
    fn of(doc: &Document) -> Self {
        static WORDS: Words = Words::new(&["我个人", "我本人", "我作为", "我担任", "将我履行", "我的职责", "我的工作", "我任职"]);
        Self { speaks: WORDS.are_in(doc.text) }
    }
}

/// 借学习强国等平台: 助 is wanting.
fn platform(doc: &Document, span: Span, out: &mut Findings) {
    const COMPOUNDS: &str = "凭假租出外转商筹拆求告暂赊";
    if chars::before(doc.text, span.start).is_some_and(|c| COMPOUNDS.contains(c)) {
        return;
    }
    // 借网络名义 and 借信息化之机 are right.
    let clause = around::after(doc.text, span.start, 16);
    let end = clause.find(|c: char| matches!(fold(c), '、' | '，' | '。' | '；' | '”' | '（')).unwrap_or(clause.len());
    let phrase = clause.get(..end).unwrap_or(clause);
    if around::has_any(phrase, &["名义", "之名", "之机", "之口", "之手", "契机", "机会", "东风", "势", "力量推", "给", "款"])
    {
        return;
    }
    let whole = Span::new(span.start, (span.start + phrase.len()).max(span.end));
    let at = span.start + "借".len();
    out.push(
        RULE.finding(whole, format!("“{}”疑似漏字，“借”后缺“助”", doc.get(whole)))
            .fix(Fix::suggested("补上“助”", vec![Edit::insert(at, "助")])),
    );
}

/// 细化各村居，: what of the villages is refined is not said.
fn object(doc: &Document, span: Span, out: &mut Findings) {
    const UNITS: [&str; 22] = [
        "村（社区）",
        "村（居）",
        "村居",
        "村社",
        "村级",
        "行政村",
        "村",
        "社区",
        "部门",
        "科室",
        "办公室",
        "站所",
        "单位",
        "镇街",
        "乡镇",
        "街道",
        "网格",
        "成员单位",
        "责任部门",
        "责任单位",
        "环节",
        "岗位",
    ];
    let Some(unit) = around::followed_by(&around::folded(around::after(doc.text, span.end, 6)), 0, &UNITS)
        .map(str::chars)
        .map(Iterator::count)
    else {
        return;
    };
    let end = span.end + around::after(doc.text, span.end, unit).len();
    let Some(mark) = chars::after(doc.text, end).filter(|&c| matches!(fold(c), '，' | '。' | '；')) else { return };
    let whole = Span::new(span.start, end + mark.len_utf8());
    out.push(
        RULE.finding(whole, format!("“{}”疑似漏字，没有写明细化、压实的是什么", doc.get(Span::new(span.start, end))))
            .fix(Fix::suggested("补上“任务”", vec![Edit::insert(end, "任务")])),
    );
}

fn name(doc: &Document, span: Span, wrong: &'static str, right: &'static str, out: &mut Findings) {
    let before = chars::before(doc.text, span.start);
    let other_word = match wrong {
        // 健全依法治国机制.
        "全依法治国" => before.is_some_and(|c| "健完安齐周".contains(c)),
        "近平法治思想" => before == Some('习'),
        _ => false,
    };
    if other_word {
        return;
    }
    out.push(
        RULE.finding(span, format!("“{wrong}”疑似漏字，应为“{right}”"))
            .fix(Fix::suggested(format!("改为“{right}”"), vec![difference(span, wrong, right)])),
    );
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_a_body_that_calls_itself_only_wo() {
        flags(&RULE, "2025年，⟦我调解⟧矛盾纠纷153件。一年来⟦我积极⟧开展普法。");
        flags(&RULE, "⟦我始终⟧把法治建设摆在突出位置；今年以来⟦我开展⟧宣传12场。");
        fixes(&RULE, "2025年，我调解矛盾纠纷153件。", "2025年，我镇调解矛盾纠纷153件。");
    }

    #[test]
    fn flags_platforms_that_are_borrowed() {
        flags(&RULE, "引导干部职工⟦借灯塔党建在线网络学院⟧、学习强国等网络平台学习。");
        flags(&RULE, "⟦借“学习强国⟧”平台开展学习。");
        fixes(&RULE, "借微信公众号推送普法信息186条。", "借助微信公众号推送普法信息186条。");
    }

    #[test]
    fn flags_verbs_without_their_object() {
        flags(&RULE, "研究制定工作措施,⟦细化各村居,⟧做到责任到人。");
        flags(&RULE, "层层传导压力，⟦压实各部门，⟧形成工作合力。");
    }

    #[test]
    fn flags_names_with_a_character_lost() {
        flags(&RULE, "⟦紧紧县委⟧、县政府中心工作，服务发展大局。");
        accepts(&RULE, "紧紧围绕县委、县政府中心工作，紧紧依靠群众，紧紧抓住关键少数。");
        flags(&RULE, "认真学习⟦党的二十精神⟧，推进⟦全依法治国⟧，履行⟦第一责任职责⟧。");
        fixes(&RULE, "以习近平新时代特色社会主义思想为指导。", "以习近平新时代中国特色社会主义思想为指导。");
    }

    #[test]
    fn accepts_wo_with_its_word() {
        accepts(&RULE, "我镇开展宣传12场，我国积极推进，我们始终坚持，提高自我约束、自我调解能力。");
        accepts(&RULE, "“我开展的服务您满意吗”活动持续开展，我省、我市、我县高度重视。");
        accepts(&RULE, "本人认真履职，我坚持带头学法。");
        accepts(&RULE, "现将我履行第一责任人职责的情况报告如下。我坚持带头尊法，我认真办理群众来信。");
    }

    #[test]
    fn accepts_other_uses_of_the_words() {
        accepts(&RULE, "凭借网络平台推送信息，严查假借网络名义诈骗，借助微信群开展宣传，借大数据发展契机提升能力。");
        accepts(&RULE, "细化各村居任务，压实各部门、各单位责任，细化各项措施，健全依法治国制度体系。");
        accepts(&RULE, "学习习近平法治思想，贯彻党的二十大精神和二十届四中全会精神。");
    }

    #[test]
    fn accepts_bodies_that_mediate() {
        accepts(&RULE, "我调解中心受理纠纷36件，我调解委员会调解12件。");
    }
}
