//! Blanks of a template that nobody filled in.

use crate::diagnostic::Severity;
use crate::document::{Document, Kind};
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, chars, fold, is_blank, is_han};

crate::declare_rule! {
    /// 检查什么：留在文中的占位符：×××、XX、**、____、“召开会议*次”“20XX年”、空的〔〕（）《》、“召开会议　次”、（待补）、【请填写：…】，以及代替丢失文字的“?”（“城关、?河两镇”）。
    ///
    /// 为什么：占位符说明内容没有填完，报告不能这样报送或公开。
    ///
    /// 示例：召开会议*次 → 召开会议4次
    ///
    /// 修改：补上实际的数字、名称或文字。
    ///
    /// 不算：数字之间的乘号；身份证号、电话号码中隐去的几位；案件中隐去的姓名（张××）；Markdown 的加粗；网址；整行的分隔线。
    "placeholder-left", "占位符未补", Content, Error, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第二十条",
    Check::Needles(needles, check),
}

macro_rules! before_measures {
    ($($sign:literal),*) => {
        before_measures!(@ [$($sign),*] "次" "场" "件" "个" "人" "项" "名" "起" "期" "份" "条" "户" "家" "处" "万" "余" "篇" "批" "轮" "年" "月" "日" "%" "镇" "乡" "村" "县" "市" "区" "局" "街")
    };
    (@ [$($sign:literal),*] $($measure:literal)*) => { before_measures!(# [$($sign),*] [$($measure),*]) };
    (# [$first:literal, $second:literal, $third:literal, $fourth:literal] [$($measure:literal),*]) => {
        &[
            "、?", "，?", "（?", "?、", "?，", "?。", "?；",
            "××", "XX", "xx", "ＸＸ", "**", "＊＊", "__", "＿＿", "□□", "△△",
            "〔〕", "（）", "《》", "【】", "（ ", "（　", "〔 ", "〔　",
            "【请", "【此处", "【填写", "【待", "【插入", "【模板", "【在此", "（请填", "（此处填", "［请填", "［此处",
            "（待补", "（待填", "（待定", "（待核", "（待完善", "（待更新", "［待补", "［待填", "（暂缺", "（数据待", "（数字待", "某某",
            "  次", "　次", "  件", "　件", "  场", "　场", "  人次", "　人次", "  份", "　份", "  万元", "　万元",
            "  项", "　项", "  条", "　条", "  起", "　起", "  期", "　期", "  名", "　名", "  家", "　家", "  户", "　户", "  处", "　处", "  %", "　%",
            $(concat!($first, $measure),)* $(concat!($second, $measure),)* $(concat!($third, $measure),)* $(concat!($fourth, $measure),)*
        ]
    };
}

fn needles() -> &'static [&'static str] {
    before_measures!["×", "X", "x", "*"]
}

/// Signs that stand for what is left open.
fn is_sign(c: char) -> bool {
    matches!(c, '×' | 'X' | 'x' | 'Ｘ' | '*' | '＊' | '_' | '＿' | '□' | '△')
}

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let start = hit.span.start;
    let word = doc.get(hit.span);
    if let Some(at) = word.find(['?', '？']).map(|i| start + i) {
        if chars::stands_for_lost(doc.text, at) && doc.block_around(at).is_some_and(|block| block.is_running()) {
            let message = "“?”像是转换时丢失的文字，请对照原稿补上";
            out.push(RULE.finding(Span::new(at, at + 1), message).at_most(Severity::Warning));
        }
        return;
    }
    let found = match chars::after(doc.text, start).map(fold) {
        Some('【') => bracket(doc, start, '】'),
        Some('［') => bracket(doc, start, '］'),
        Some(open @ ('（' | '〔' | '《')) => note_or_gap(doc, hit.span, open),
        Some('某') => nobody(doc, hit.span),
        Some(c) if is_sign(c) => signs(doc, start, c),
        Some(c) if is_blank(c) => number_left_out(doc, hit.span).map(|span| (span, Severity::Warning)),
        Some(_) => Some((hit.span, Severity::Error)),
        None => None,
    };
    if let Some((span, severity)) = found {
        let message = if severity == Severity::Warning {
            format!("“{}”前面像是少了数字", doc.get(span).trim_start_matches(is_blank))
        } else if severity == Severity::Error {
            format!("“{}”处没有填写", doc.get(span))
        } else {
            format!("“{}”像是没有填写的占位符，若是有意隐去可以保留", doc.get(span))
        };
        out.push(RULE.finding(span, message).at_most(severity));
    }
}

/// How many characters a prompt or a note has at most.
const PROMPT: usize = 120;

/// 【请填写：…】 to its closing bracket; 【】 empty.
fn bracket(doc: &Document, start: usize, close: char) -> Option<(Span, Severity)> {
    let block = doc.block_around(start)?;
    let rest = doc.get(Span::new(start, block.span.end));
    // 【请示】 is a kind of document.
    if ["请示", "请求", "请假", "请进"].iter().any(|word| rest.chars().skip(1).take(2).eq(word.chars())) {
        return None;
    }
    // A prompt that is never closed ends with its first words.
    let closed = rest.char_indices().take(PROMPT).find(|&(_, c)| fold(c) == close);
    let end = closed.map_or_else(|| rest.chars().take(3).map(char::len_utf8).sum(), |(i, c)| i + c.len_utf8());
    Some((Span::new(start, start + end), Severity::Error))
}

/// （待补） to its closing bracket, or an empty pair such as 〔　〕.
fn note_or_gap(doc: &Document, at: Span, open: char) -> Option<(Span, Severity)> {
    let block = doc.block_around(at.start)?;
    let rest = doc.get(Span::new(at.start, block.span.end));
    let close = match open {
        '（' => '）',
        '〔' => '〕',
        _ => '》',
    };
    let (i, c) = rest.char_indices().take(PROMPT).find(|&(_, c)| fold(c) == close)?;
    let inside = rest.get(chars::after(rest, 0)?.len_utf8()..i)?;
    let empty = inside.chars().all(is_blank);
    let spaced = doc.get(at).ends_with(is_blank);
    // f() is code; an empty pair behind Chinese text is a gap. 待定 goes on: （待补充完善后印发的…） is prose.
    let code = chars::before(doc.text, at.start).is_some_and(|c| c.is_ascii_alphanumeric() && open == '（');
    let note = !spaced && !empty && inside.chars().count() <= 14;
    ((empty && !code) || note).then(|| (Span::new(at.start, at.start + i + c.len_utf8()), Severity::Error))
}

/// 召开会议  次: blanks where a number should be, in a sentence, and no word that the measure ends.
fn number_left_out(doc: &Document, at: Span) -> Option<Span> {
    const ENDS: &str = "一二三四五六七八九十百千万两几数多每首本第上下再这那各单同此层档其依场人批名班初屡历逐频文案事条信邮证要零组稿部软硬附急现市操广立月年身省";
    let block = doc.block_around(at.start)?;
    let head = doc.get(Span::new(block.span.start, at.start)).trim_end_matches(is_blank);
    let before = head.chars().next_back()?;
    let after = chars::after(doc.text, at.end);
    let told = after.is_none_or(|c| !is_han(c) || "专研法以讨检培审对".contains(c));
    let run_in = doc.heading_of(block).is_some_and(|heading| heading.run_in && heading.title.end < at.start);
    if !(block.kind == Kind::Paragraph || run_in) || !told || !is_han(before) || ENDS.contains(before) {
        return None;
    }
    // A row of a table is no sentence. Looked at for every gap: a paragraph, not a whole text without line ends.
    let text = doc.get(block.span);
    let sentence = text.len() <= 6000 && text.contains('。') && !text.contains(['\t', '|']);
    sentence.then(|| Span::new(block.span.start + head.len(), at.end))
}

/// 某某镇 in title, addressee or signature; elsewhere 某某 hides a name on purpose.
fn nobody(doc: &Document, at: Span) -> Option<(Span, Severity)> {
    let kind = doc.block_around(at.start).map(|block| block.kind)?;
    matches!(kind, Kind::Title | Kind::Addressee | Kind::Signature).then_some((at, Severity::Error))
}

/// A run of signs: what stands before and behind tells what it is for.
fn signs(doc: &Document, start: usize, sign: char) -> Option<(Span, Severity)> {
    let before = chars::before(doc.text, start);
    // Only the first sign of a run speaks.
    if before.is_some_and(is_sign) {
        return None;
    }
    let text = doc.text.get(start..)?;
    let len = text.find(|c| !is_sign(c)).unwrap_or(text.len());
    let span = Span::new(start, start + len);
    let count = doc.get(span).chars().count();
    let after = chars::after(doc.text, span.end);
    let block = doc.block_around(start)?;
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    // A line of signs divides; 3×4 multiplies; 138****1234 hides; MAXX, x_y and addresses are words.
    let whole_line = block.span == span && !matches!(sign, '×' | 'X' | 'x');
    if whole_line
        || (digit(before) && digit(after))
        || letter(before)
        || letter(after)
        || matches!(before, Some('/' | '.' | '@' | '-'))
    {
        return None;
    }
    let measured = after
        .is_some_and(|c| is_han(c) && "次场件个人项名起期份条户家处万亿余多篇批轮年月日时元倍天吨亩号".contains(c))
        || matches!(after, Some('%' | '％' | '.'));
    // The ** of a bold line stand outside its block.
    if matches!(sign, '*' | '＊')
        && (!block.span.contains(span)
            || (start == block.span.start && !after.is_some_and(is_han))
            || (!measured && is_markdown(doc, block.line)))
    {
        return None;
    }
    // 4×100米, 5* rating: a digit before the sign, unless a year is left open: 202X年.
    if digit(before) && !(measured && after == Some('年')) && matches!(sign, '×' | 'x' | 'X' | '*') && count == 1 {
        return None;
    }
    if measured || digit(before) || digit(after) || matches!(sign, '_' | '＿' | '□' | '△') {
        return Some((span, Severity::Error));
    }
    if matches!(block.kind, Kind::Title | Kind::Addressee | Kind::Signature | Kind::Date | Kind::DocNumber | Kind::Heading) {
        return Some((span, Severity::Error));
    }
    if count == 1 && !after.is_some_and(|c| "镇乡村县市区局街".contains(c)) {
        return None;
    }
    // 张××, 李X某: a person's name hidden on purpose.
    let person =
        count <= 2 && before.is_some_and(|c| SURNAMES.contains(c)) && !after.is_some_and(|c| "镇乡村县市区局街".contains(c));
    if person {
        return None;
    }
    let in_case = ["公司", "案", "店", "厂", "集团", "企业", "路", "小区", "与", "诉", "某"]
        .iter()
        .any(|word| doc.text.get(span.end..).is_some_and(|rest| rest.starts_with(word)));
    // 身份证号***: hidden on purpose.
    let masked = matches!(sign, '*' | '＊') && before.is_some_and(|c| "号码话证".contains(c));
    Some((span, if in_case || masked { Severity::Info } else { Severity::Error }))
}

/// The commonest surnames: before ×× they stand for a hidden name.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤某";

/// Whether the asterisks of a block come in pairs around words: **一是**加强….
fn is_markdown(doc: &Document, block: Span) -> bool {
    let text = doc.get(block);
    // Looked at once for every asterisk: a paragraph, not a whole text without line ends.
    if text.len() > 6000 {
        return false;
    }
    let pieces: Vec<&str> = text.split("**").collect();
    // An even number of pairs, each opening directly before a word and closing directly behind one.
    pieces.len() >= 3
        && pieces.len() % 2 == 1
        && pieces.iter().skip(1).step_by(2).all(|inner| {
            !inner.is_empty()
                && !inner.starts_with(is_blank)
                && !inner.ends_with(is_blank)
                && inner.chars().next().is_some_and(|c| !"次场件个人项名，。；、,;".contains(c))
        })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    #[test]
    fn flags_numbers_left_open() {
        for text in [
            "召开会议⟦*⟧次，研究议题⟦**⟧个。",
            "参与研究项目、审查合同⟦××⟧份，提出意见190余条。",
            "召开会议⟦XX⟧次，培训⟦xx⟧人次，覆盖率⟦××⟧%。",
            "开展检查⟦____⟧次，立案⟦×⟧件。",
            "20⟦××⟧年全镇化解纠纷12件，202⟦X⟧年化解15件。",
            "印发《关于⟦×××⟧的通知》。",
            "⟦X⟧月⟦X⟧日，镇长带队检查。",
            "满意度⟦XX⟧.X%。",
        ] {
            flags(&RULE, text);
        }
    }

    #[test]
    fn flags_gaps_and_prompts() {
        for text in [
            "根据临政发⟦〔〕⟧5号文件要求，开展自查。",
            "印发⟦《》⟧，明确任务12项。",
            "镇长带队检查⟦（待补）⟧。",
            "调解成功率⟦（数据待核实）⟧。",
            "主要原因是⟦【请填写：主客观原因】⟧。",
            "主要原因是⟦【请填写:主客观原因】⟧。",
            "⟦【此处填写会议名称】⟧召开2次。",
            "打造“⟦（　）⟧”品牌。",
            "⟦XX⟧镇党委高度重视，⟦××⟧村率先落实。",
        ] {
            flags(&RULE, text);
        }
        flags(
            &RULE,
            "⟦××⟧镇人民政府2025年度法治政府建设情况报告\n\n⟦某某⟧县人民政府：\n\n现将有关情况报告如下：\n\n一、主要举措和成效\n\n完成任务12项。\n",
        );
    }

    #[test]
    fn flags_what_an_encoding_lost() {
        flags(&RULE, "联合城关、⟦?⟧河两镇执法，考评位列前3⟦?⟧。");
        accepts(&RULE, "“满不满意?”，如何提升?、怎样改进？，见http://a.example.cn/?a=1，问卷3?4题。");
    }

    #[test]
    fn flags_blanks_where_a_number_should_be() {
        flags(&RULE, "一、主要成效\n（一）规范执法。全年办理案件⟦   件⟧，办结率达⟦  %⟧，研究议题⟦　　项⟧。");
        flags(&RULE, "局党组会议研究⟦  次⟧，制定文件⟦  件⟧，办理案件⟦　　件⟧。");
        for text in [
            "第一  次会议，多  次研究，档  次提升，案  件3  件。",
            "全年召开会议3  次，制定文件12　件。",
            "会议  次数不限，文件  件件落实。",
            "会议  次\n文件  件",
            "（一）办理案件  件件落实。全年召开会议3次。",
            "由张三  名义参加，第  条规定，每  户一册，各  家单位。",
        ] {
            accepts(&RULE, text);
        }
    }

    #[test]
    fn accepts_signs_with_a_meaning() {
        for text in [
            "绘制4×100米平面图，厂房面积3×5米，实行7×24小时值守。",
            "公布举报电话138****1234，身份证号3710**********123X。",
            "原告张××不服处罚决定，李××申请复议。",
            "**一是强化领导。**召开会议4次。**二是严格执法。**检查12次。",
            "**（一）强化领导。** 召开会议4次。",
            "**（一）强化领导**\n召开会议4次。",
            "行政执法队伍力量亟待补充，短板亟待补齐。",
            "详见http://www.example.gov.cn/xx_gk/12.html。",
            "落实《民法典》（2021年1月1日施行）和（ 一 ）项任务。",
            "会同XXL公司、MAXX超市开展培训，当事人某某已履行。",
            "【工作动态】镇政府印发【请示】格式。",
            "开展“双随机、一公开”检查（含2次夜查）。",
        ] {
            accepts(&RULE, text);
        }
        accepts(&RULE, "自二〇〇〇年以来，名单（略）。");
    }
}
