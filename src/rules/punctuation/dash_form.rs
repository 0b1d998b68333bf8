//! -- and a single — where a dash stands between clauses.

use super::context::{before, is_chinese, runs};
use crate::diagnostic::Fix;
use crate::document::{Block, Document};
use crate::rule::{Check, Findings};
use crate::text::{Mark, Span, chars, is_han};

crate::declare_rule! {
    /// 检查什么：用“--”或者一个“—”代替破折号。
    ///
    /// 为什么：破折号为“——”，占两个字的位置；一字线“—”用于起止、连接。
    ///
    /// 示例：抓好头等大事--法治建设 → 抓好头等大事——法治建设
    ///
    /// 修改：改为“——”。
    ///
    /// 不算：年份、数值、时间、地点的起止（2021—2025年、济南—青岛），并列项目的连接（镇—村—组），标准号（GB/T 15834—2011），分隔线和代码。
    "dash-form", "破折号形式", Punctuation, Info, "GB/T 15834—2011 4.10",
    Check::Marks(&['-', '—', '–', '－'], check),
}

fn check(doc: &Document, marks: &[Mark], out: &mut Findings) {
    for (line, run, span) in runs(marks) {
        let Some(block) = doc.block_around(span.start).filter(|block| block.is_running()) else { continue };
        if is_wrong(doc, block, line, run, span) {
            out.push(
                RULE.finding(span, format!("“{}”不是规范的破折号，通常写作“——”", span.of(doc.text)))
                    .fix(Fix::safe_replace(span, "——")),
            );
        }
    }
}

fn is_wrong(doc: &Document, block: &Block, line: char, run: usize, span: Span) -> bool {
    let left = before(doc.text, block.span.start, span.start);
    let right = chars::after(doc.text, span.end).filter(|_| span.end < block.span.end);
    let chinese = |c: Option<char>| c.is_some_and(is_chinese);
    match (line, run) {
        // A rule, a table's line and an option are no dashes.
        ('-' | '–' | '－', 2) => chinese(right) && (chinese(left) || left.is_none()),
        ('-' | '–' | '－', 3) => chinese(right) && chinese(left),
        ('—', 1) => chinese(left) && chinese(right) && parts_clauses(doc, block, span),
        _ => false,
    }
}

/// Ends of names that a line joins: places, ranks, stations.
const JOINED: &str = "省市县区镇乡村组路街站港口桥州岛江河山级段期部司局所员季月日周年度";

/// Ends of what a dash goes on to name: 重点改革任务—行政执法体制改革.
const EXPLAINED: &[&str] = &[
    "任务", "工作", "重点", "目标", "主题", "品牌", "模式", "机制", "制度", "工程", "活动", "行动", "大事", "要事", "实事",
    "特色", "难题", "问题", "关键", "核心", "根本", "方式", "途径", "路径", "载体", "抓手", "举措", "做法", "经验", "平台",
    "内容", "方向", "要求", "理念", "主线", "新路", "名片", "阵地", "环节", "改革", "法宝", "底线", "短板", "体系",
];

/// Whether a single line parts clauses: both sides are long, neither names a place, and it is the sentence's only one.
fn parts_clauses(doc: &Document, block: &Block, line: Span) -> bool {
    const LONG: usize = 6;
    let sentence = doc.sentence_at(line.start);
    let alone = doc.marks(sentence).iter().filter(|m| m.char == '—').count() == 1;
    if !alone || doc.in_book_title(line.start) {
        return false;
    }
    let head = doc.get(Span::new(sentence.start.max(block.span.start), line.start));
    let tail = doc.get(Span::new(line.end, sentence.end.min(block.span.end)));
    // “码上办”—数字化平台.
    let closed = head.ends_with(['”', '》', '）', '，', '：']) || tail.starts_with(['“', '《']);
    let left: String = head.chars().rev().take_while(|&c| is_han(c)).take(LONG).collect();
    let right: String = tail.chars().take_while(|&c| is_han(c)).take(LONG).collect();
    let name = left.starts_with(|c| JOINED.contains(c)) || right.chars().take(4).any(|c| JOINED.contains(c));
    // 临河—清溪合作区 joins two names.
    let explained = EXPLAINED.iter().any(|word| head.ends_with(word));
    let (left, right) = (left.chars().count(), right.chars().count());
    !name && ((closed && left.max(right) >= 4) || (explained && left == LONG && right == LONG))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_hyphens_and_single_lines_between_clauses() {
        flags(&RULE, "抓好头等大事⟦--⟧法治建设，打造服务新模式⟦－－⟧一窗受理。");
        flags(&RULE, "全力推进重点改革任务⟦—⟧行政执法体制改革。建成“码上办”⟦—⟧数字化服务平台。");
        fixes(&RULE, "抓好头等大事--法治建设。", "抓好头等大事——法治建设。");
        fixes(&RULE, "打造普法品牌---“法治夜校”。", "打造普法品牌——“法治夜校”。");
        fixes(&RULE, "--坚持依法行政。", "——坚持依法行政。");
    }

    #[test]
    fn accepts_spans_places_and_chains() {
        accepts(&RULE, "落实2021—2025年规划，开通济南—青岛专线，完善镇—村—组三级网络，GB/T 15834—2011。");
        accepts(&RULE, "时间为上午9:00—11:30，成品油管道荣成滕家镇—威海文登区段，热线0631-7512345。");
    }

    #[test]
    fn accepts_lines_between_names() {
        accepts(&RULE, "推动共建临河古城片区—清溪湿地片区文旅协作示范带。");
        accepts(&RULE, "有序推进北山林场—南湾滩涂生态修复工程。");
    }

    #[test]
    fn accepts_right_dashes_rules_and_code() {
        accepts(&RULE, "抓好头等大事——法治建设，命令为ls --all，X--Y。");
        accepts(&RULE, "--------");
        accepts(&RULE, "----数据统计----");
    }
}
