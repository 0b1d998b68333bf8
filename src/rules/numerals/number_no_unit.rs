//! 化解纠纷153，: a count without its measure word.

use crate::diagnostic::{Edit, Finding, Fix};
use crate::document::{Block, Document};
use crate::facts::rates;
use crate::rule::{Check, Findings};
use crate::text::{Number, Span, Words, around, chars, fold, is_han};

crate::declare_rule! {
    /// 检查什么：表示数量的数字后面没有量词或者单位就停顿，如“化解纠纷153，”“罚款30万，”“截至2025底”。
    ///
    /// 为什么：数字与量词、计量单位一起才说明是多少什么；多为漏写。
    ///
    /// 示例：化解纠纷153，群众满意。 → 化解纠纷153件，群众满意。
    ///
    /// 修改：核对后补上量词或者单位。
    ///
    /// 不算：年份、编号、热线号码、条款，得分、名次、比值，“分别为12、8件”等列举，比率缺百分号（另有规则检查）。
    "number-no-unit", "数字缺单位", Numerals, Info, "GB/T 15835—2011 4.1.1",
    Check::Numbers(check),
}

/// Verbs that count what they did, and what grew or fell.
static ACTS: Words = Words::new(&[
    "化解", "调解", "受理", "办理", "办结", "排查", "发放", "印发", "开展", "组织", "举办", "召开", "检查", "立案", "结案",
    "培训", "审查", "审核", "制定", "修订", "清理", "公开", "培育", "建成", "建立", "聘请", "解答", "出动", "接待", "处罚",
    "整改", "发现", "查处", "提供", "讲授", "开设", "创建", "听取", "采纳", "征求", "发布", "制发", "移送", "调处", "走访",
    "宣讲", "处置", "答复", "废止", "收到", "新增", "覆盖", "惠及", "评选", "选聘", "配备", "完成", "增长", "增加", "减少",
    "下降", "共计", "累计", "总数", "出庭",
]);

/// Things counted, where their number stands directly behind them.
static THINGS: Words = Words::new(&[
    "案件",
    "纠纷",
    "会议",
    "议题",
    "资料",
    "文件",
    "合同",
    "人员",
    "企业",
    "群众",
    "线索",
    "投诉",
    "举报",
    "建议",
    "建议书",
    "意见",
    "问题",
    "隐患",
    "讲座",
    "培训",
    "活动",
    "干部",
    "党员",
    "学员",
    "村民",
    "居民",
    "职工",
    "商户",
    "场所",
    "事项",
    "意见书",
    "提案",
    "报告",
]);

/// Words whose number is no count.
static OTHERS: Words = Words::new(&[
    "第",
    "号",
    "热线",
    "电话",
    "编号",
    "代码",
    "编码",
    "邮编",
    "序号",
    "版本",
    "版",
    "得分",
    "评分",
    "分数",
    "成绩",
    "平均分",
    "总分",
    "考核",
    "排名",
    "位列",
    "名次",
    "平台",
    "网址",
    "标准",
    "指数",
    "比例",
    "率",
    "度",
    "占比",
    "比重",
    "系数",
    "纲要",
    "规划",
    "计划",
    "拨打",
    "图",
    "表",
    "附件",
    "例如",
    "代号",
    "章",
    "节",
    "条",
    "款",
    "至",
    "到",
    "学习强国",
]);

fn check(doc: &Document, block: &Block, numbers: &[Number], out: &mut Findings) {
    if !block.is_running() {
        return;
    }
    for &number in numbers {
        let rest = doc.get(Span::new(number.span.end, block.span.end));
        if let Some(finding) = money(doc, block, number, rest).or_else(|| year(doc, number, rest)) {
            out.push(finding);
            continue;
        }
        let next = rest.chars().find(|&c| !chars::is_blank(c)).map(fold);
        if !matches!(next, Some('，' | '。' | '；')) || !counts(doc, block, number) {
            continue;
        }
        // 覆盖率达100 lacks its sign.
        if !doc.once(rates::all).within(number.span).is_empty() {
            continue;
        }
        let words = around::han_before(doc.text, number.span.start, 6);
        let message = format!("“{words}{}”后面似缺量词或者单位，建议核对", doc.get(number.span));
        out.push(RULE.finding(number.span, message));
    }
}

/// Sums of money, where their number stands behind them.
static MONEY: Words = Words::new(&[
    "金额",
    "资金",
    "投资",
    "罚款",
    "罚没款",
    "经费",
    "补贴",
    "补助",
    "补助金",
    "救助金",
    "款项",
    "赔偿款",
    "工资",
    "产值",
    "税收",
    "收入",
    "损失",
    "标的额",
    "贷款",
    "奖金",
]);

/// 罚款30万，: 元 is wanting.
fn money(doc: &Document, block: &Block, number: Number, rest: &str) -> Option<Finding> {
    const FILLERS: [&str; 10] = ["累计", "共计", "达到", "合计", "达", "共", "约", "近", "超", "为"];
    let behind = rest.strip_prefix(['万', '亿'])?;
    let behind = behind.strip_prefix('余').unwrap_or(behind);
    let ends = behind.chars().next().is_some_and(|c| matches!(fold(c), '，' | '。' | '；'));
    let head = doc.get(Span::new(block.span.start, number.span.start));
    let bare = FILLERS.iter().fold(head, |head, filler| head.strip_suffix(filler).unwrap_or(head));
    let held = doc.in_book_title(number.span.start) || doc.in_quotes(number.span.start);
    let sum = (ends && !held).then(|| MONEY.ending(bare)).flatten()?;
    let span = Span::new(number.span.start, number.span.end + rest.len() - behind.len());
    let message = format!("“{sum}{}”后面似缺“元”，建议核对", doc.get(span));
    Some(RULE.finding(span, message).fix(Fix::suggested("补上“元”", vec![Edit::insert(span.end, "元")])))
}

/// 截至2025底: 年 is wanting.
fn year(doc: &Document, number: Number, rest: &str) -> Option<Finding> {
    const BEHIND: [&str; 6] = ["底", "末", "以来", "全年", "上半年", "下半年"];
    if number.digits != 4 || number.decimals > 0 || !(2000..2100).contains(&number.mantissa) {
        return None;
    }
    let word = BEHIND.into_iter().find(|word| rest.starts_with(word))?;
    let alone = chars::before(doc.text, number.span.start).is_none_or(|c| is_han(c) || chars::is_mark(c));
    let held = doc.in_book_title(number.span.start) || doc.in_quotes(number.span.start);
    // 2025底座 and 2025末端 are names.
    let longer = rest.get(word.len()..).is_some_and(|rest| rest.starts_with(['座', '端', '层', '数', '盘', '板', '色', '位']));
    (alone && !held && !longer).then(|| {
        let span = Span::new(number.span.start, number.span.end + word.len());
        RULE.finding(span, format!("“{}”缺“年”", doc.get(span)))
            .fix(Fix::suggested("补上“年”", vec![Edit::insert(number.span.end, "年")]))
    })
}

/// Whether a number counts what the verb before it names.
fn counts(doc: &Document, block: &Block, number: Number) -> bool {
    let head = doc.get(Span::new(block.span.start, number.span.start));
    let year = number.digits == 4 && (1949..2100).contains(&number.mantissa);
    // 12345, 110, 12388: lines of the public.
    let thing = THINGS.ending(head).is_some();
    let line =
        number.digits == 5 && number.mantissa / 1000 == 12 || (!thing && matches!(number.mantissa, 110 | 114 | 119 | 120 | 122));
    if number.decimals > 0
        || year
        || line
        || number.digits > 6
        || !head.ends_with(is_han)
        || OTHERS.ending(head).is_some()
        || doc.in_book_title(number.span.start)
        || doc.in_quotes(number.span.start)
    {
        return false;
    }
    // 检查、立案、办结分别为12、8、6件 and 得分…为95 speak of something else.
    let marks = doc.marks(Span::new(block.span.start, number.span.start));
    let point = marks.iter().rev().find(|m| matches!(fold(m.char), '，' | '。' | '；' | '：'));
    let clause = doc.get(Span::new(point.map_or(block.span.start, |m| m.span().end), number.span.start));
    let scored =
        around::has_any(clause, &["分别", "得分", "考核", "排名", "分值", "比值", "编号", "成绩", "评分", "均分", "总分"]);
    !scored && (thing || ACTS.are_in(clause))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_counts_without_a_measure_word() {
        flags(&RULE, "全年化解矛盾纠纷⟦153⟧，群众满意；组织法治培训⟦12⟧，发放宣传资料⟦3200⟧。");
        flags(&RULE, "投诉量同比下降⟦15⟧，全年审查合同⟦86⟧；发出司法建议书⟦8⟧，行政复议案件⟦3⟧，培训执法人员⟦120⟧。");
    }

    #[test]
    fn flags_sums_without_yuan() {
        flags(&RULE, "查处案件12件，罚款⟦30万⟧，追回资金共⟦1.2亿⟧；发放救助金约⟦86万余⟧。");
        fixes(&RULE, "落实经费26万，添置设备。", "落实经费26万元，添置设备。");
        accepts(&RULE, "罚款30万元，资金1.2亿元，惠及群众3万，浏览量达12万，从资金30万、40万元两档中选。");
    }

    #[test]
    fn flags_years_without_nian() {
        flags(&RULE, "截至⟦2025底⟧，全镇调解纠纷86件；⟦2025全年⟧办案12件，⟦2024以来⟧无败诉案件。");
        fixes(&RULE, "截至2025底全部办结。", "截至2025年底全部办结。");
        accepts(&RULE, "截至2025年底全部办结，推广“2025全年红”活动，建设V2025底座，余额达2025元。");
    }

    #[test]
    fn accepts_years_lines_and_codes() {
        accepts(&RULE, "受理热线12345，开展宣传2025，办理依据是行政处罚法第33，拨打12348，接到110，办理编号153。");
        accepts(&RULE, "组织考核得分98，培训成绩平均分为95，完成任务排名第3，检查、立案、办结数分别为12，发布《清单2》。");
    }

    #[test]
    fn accepts_numbers_with_a_unit_and_rates() {
        accepts(&RULE, "化解矛盾纠纷153件，组织培训12期，公开征求意见86条，采纳31条，发放资料3.2万份。");
        accepts(&RULE, "调解成功率达98，办理满意度为97，检查比例为1：3，共12、15、18件。");
    }
}
