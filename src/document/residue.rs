//! Page furniture that is pasted along with a report from a web page.

use crate::text::{fold, is_blank};

/// Names of metadata fields; blanks inside are dropped before the look-up.
const FIELDS: &[&str] = &[
    "索引号",
    "信息索取号",
    "索取号",
    "公开属性",
    "公开类别",
    "信息分类",
    "主题分类",
    "体裁分类",
    "组配分类",
    "内容分类",
    "信息类别",
    "发文字号",
    "文号",
    "发布机构",
    "发文机关",
    "发文单位",
    "发布单位",
    "公开单位",
    "责任部门",
    "公开主体",
    "成文日期",
    "生成日期",
    "生效日期",
    "废止日期",
    "发布日期",
    "发布时间",
    "发文日期",
    "发文时间",
    "公开日期",
    "公开时间",
    "公开方式",
    "公开范围",
    "公开时限",
    "有效性",
    "有效性/截止日期",
    "效力状态",
    "公文时效",
    "时效性",
    "时效",
    "效用状态",
    "效力级别",
    "服务对象",
    "目录名称",
    "题裁分类",
    "审核程序",
    "关键词",
    "主题词",
    "名称",
    "标题",
    "时间",
    "日期",
    "来源",
    "信息来源",
    "文章来源",
    "稿源",
    "作者",
    "责任编辑",
    "编辑",
    "审核",
    "浏览次数",
    "浏览量",
    "访问量",
    "访问次数",
    "点击数",
    "点击量",
    "点击率",
    "阅读次数",
    "阅读量",
    "阅读",
    "字体",
    "字号",
    "字体大小",
    "背景颜色",
    "视力保护色",
    "分享到",
    "分享",
    "打印",
    "信息公开类别",
    "公文种类",
    "语种",
    "信息名称",
    "文件编号",
    "统一编号",
    "开本",
    "当前位置",
    "您当前的位置",
    "您的位置",
    "你的位置",
    "您现在的位置",
    "扫一扫在手机打开当前页",
    "上一篇",
    "下一篇",
];

/// Lines that are furniture as a whole.
const LINES: &[&str] = &[
    "首页",
    "打印",
    "打印本页",
    "打印文本",
    "关闭",
    "关闭窗口",
    "关闭本页",
    "正文",
    "返回",
    "返回顶部",
    "收藏",
    "加入收藏",
    "设为首页",
    "登录",
    "注册",
    "登录|注册",
    "网站地图",
    "无障碍阅读",
    "无障碍",
    "长者版",
    "长者助手",
    "适老版",
    "繁体",
    "简体",
    "繁体|简体",
    "分享",
    "微信扫一扫",
    "语音播报",
    "智能问答",
    "AI脑图",
    "×",
    "X",
    "x",
    "A+",
    "A-",
    "大中小",
    "【打印】",
    "【关闭】",
    "进入老年模式",
    "退出老年模式",
    "微信",
    "微博",
    "QQ空间",
    "扫一扫在手机打开当前页",
    "相关附件",
    "政务公开",
    "政府信息公开",
    "信息公开目录",
    "法定主动公开内容",
    "【打印本页】【关闭窗口】",
    "我要纠错",
    "附件下载",
];

/// Whether a line, without its surrounding blanks, is page furniture.
#[must_use]
pub fn is_residue(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| is_blank(c) || matches!(c, '•' | '·' | '*' | '|' | '-' | '○' | '▪'));
    if line.is_empty() || line.chars().count() > 120 {
        return line.is_empty();
    }
    let tight: String = line.chars().filter(|&c| !is_blank(c)).map(fold).collect();
    let plain = tight.trim_matches(['|', '【', '】', '［', '］', '<', '>']);
    if LINES.contains(&plain) || LINES.contains(&tight.as_str()) {
        return true;
    }
    if is_clock(&tight) || is_menu(&tight) || tight.starts_with("今天是：") {
        return true;
    }
    if tight.starts_with('>')
        || (tight.contains("首页") && tight.contains(['>', '›', '»', '/', '＞']))
        || tight.contains("您当前的位置")
        || tight.contains("当前位置：")
    {
        return true;
    }
    if let Some((field, rest)) = tight.split_once('：') {
        // 来源：…, 时间：… are furniture; 标题：, 名称： only repeat the title.
        if FIELDS.contains(&field.trim_matches(['【', '】', '［', '］', '|', '（', '）'])) {
            return !rest.contains('。');
        }
        if field.ends_with("浏览次数")
            || rest.contains("来源：")
            || rest.contains("浏览次数：")
            || rest.contains("字体：")
            || rest.contains("字号：")
        {
            return true;
        }
    }
    if is_table_row(line) || is_bracketed_field(&tight) || is_bare_field(plain) {
        return true;
    }
    if tight.starts_with("（责任编辑") || tight.starts_with("（编辑") || tight.starts_with("责编") {
        return true;
    }
    (tight.contains("简体") && tight.contains("繁体"))
        || tight.contains("大中小")
        || (tight.contains("打印") && ["关闭", "字体"].iter().any(|word| tight.contains(word)))
}

/// Whether a line begins with a date and the time of day: 2026-01-20 17:01 | 临河县水务局.
fn is_clock(tight: &str) -> bool {
    let digits = |text: &str, n: usize| text.len() >= n && text.bytes().take(n).all(|b| b.is_ascii_digit());
    let dated = digits(tight, 4) && tight.get(4..5) == Some("-") && tight.get(5..).is_some_and(|rest| digits(rest, 2));
    let Some((_, time)) = tight.get(10..).filter(|_| dated).and_then(|rest| rest.split_once('：')) else {
        return false;
    };
    digits(time, 2) && !tight.contains(['。', '，', '；'])
}

/// Whether a line is a menu of the page: 中国政府网|繁体|无障碍.
fn is_menu(tight: &str) -> bool {
    let items = || tight.split('|').filter(|item| !item.is_empty());
    items().count() > 1 && items().any(|item| LINES.contains(&item)) && items().all(|item| item.chars().count() <= 12)
}

/// Fields that stand in a table without a colon: 索引号 0152 发布机构 某局, | 文号 | |.
const CELLS: &[&str] = &[
    "索引号",
    "信息索取号",
    "信息分类",
    "主题分类",
    "体裁分类",
    "组配分类",
    "发文字号",
    "文号",
    "发布机构",
    "制发机构",
    "发文机关",
    "成文日期",
    "生成日期",
    "发布日期",
    "公开方式",
    "公开范围",
    "公开目录",
    "有效性",
    "主题词",
    "浏览量",
    "标题",
];

/// Whether a line is a row of such a table: its first cell is a field and no sentence stands in it.
fn is_table_row(line: &str) -> bool {
    if line.contains(['。', '，', ',', '；']) {
        return false;
    }
    let bars = line.starts_with('|') || line.contains(" |");
    let mut cells = line
        .split(|c: char| if bars { c == '|' } else { is_blank(c) })
        .map(|cell| cell.chars().filter(|&c| !is_blank(c)).collect::<String>());
    let first = cells.find(|cell| !cell.is_empty()).unwrap_or_default();
    let more = cells.any(|cell| !cell.is_empty());
    CELLS.contains(&first.as_str()) && (bars || more || matches!(first.as_str(), "主题词" | "文号" | "索引号"))
}

/// Whether a line is nothing but the name of a field, whose value stands on the next line.
/// The short names (时间, 审核) are words of any text.
#[must_use]
pub fn is_bare_field(line: &str) -> bool {
    let tight: String = line.chars().filter(|&c| !is_blank(c) && !matches!(c, '•' | '·' | '*' | '|' | '-' | '○' | '▪')).collect();
    let name = tight.trim_end_matches(['：', ':']);
    (name.chars().count() >= 3 || name == "文号") && FIELDS.contains(&name)
}

/// Whether a line begins with a field in brackets and is no sentence: [ 索引号 ] 1150/2021-00088 [ 发文字号 ].
fn is_bracketed_field(tight: &str) -> bool {
    let Some(rest) = tight.strip_prefix(['[', '［', '【']) else { return false };
    let Some((field, rest)) = rest.split_once([']', '］', '】']) else { return false };
    FIELDS.contains(&field) && !rest.contains(['。', '；'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_furniture_from_text() {
        for line in [
            "首页",
            ">政府信息公开>信息公开目录>公告公示",
            "• 索引号:11371082004363132M/2023-07896",
            "时间:2023年12月14日 20:19 来源:荣成市滕家镇 浏览次数:",
            "字体：[大 中 小]",
            "• 有效性/截止日期:",
            "发布日期：2026-01-20",
            "【打印】 【关闭】",
            "索取号:AB2301-2026-003 发布日期:2026-02-06 公开属性:主动公开",
            "字号:[大] [中] [小]",
            "无障碍 简体| 繁体",
            "索引号 01526405-X/20260313-00001 发布机构 昌宁县教育体育局",
            "索 引 号 | 11620300013909010R | 主题分类 | 金政发 |",
            "文号 浏览量",
            "[ 索引号 ] 1150/2021-00088 [ 发文字号 ]",
            "[ 主题分类 ] 卫生 [ 体裁分类 ] 工作报告",
            "【发布机构】 临河县教育局",
            "放大字体 缩小字体 收藏 打印",
            "• 发布日期",
            "时效性",
            "今天是:",
            "2026-01-20 17:01  |  临河县水务局",
            "中国政府网|繁体|无障碍",
        ] {
            assert!(is_residue(line), "{line}");
        }
        for line in [
            "市政府：",
            "中共荣成市委、荣成市人民政府：",
            "清溪镇2025年度法治政府建设报告",
            "一、主要举措",
            "附件：1.统计表",
            "临政发〔2026〕5号",
            "现将有关情况报告如下：",
            "审核合法性文件12件。",
            "签发人：王某",
            "标题 新颖，内容充实。",
            "【时间】 上报材料逾期2件；已经整改。",
            "[2025]5号",
            "打印材料120份，发放到各村。",
            "2026-01-20 17:01，召开会议。",
            "12-20日 17:01 会议",
        ] {
            assert!(!is_residue(line), "{line}");
        }
    }
}
