//! Finds the article of a page and leaves out what is page furniture.

use super::lines::{SILENT, Writer};
use super::marks::{CONTAINERS, FURNITURE, is_marked};
use super::tree::{Element, Tree};
use crate::document::is_residue;
use crate::text::chars::count_han;
use crate::text::{fold, is_blank, is_han};

/// Furniture that holds more than this share of the page's text, in per cent, is none.
const MOST_FURNITURE: usize = 40;

/// A container holds at least this share of the text, in per cent, where nothing names it.
const DENSE: usize = 80;

/// What a page says.
pub struct Article {
    /// Its lines, the title first.
    pub lines: Vec<String>,
    /// Whether there is text beside the article.
    pub left_out: bool,
    /// Pictures in it.
    pub pictures: usize,
}

impl Article {
    /// The article of a page; nothing for a page without text.
    #[must_use]
    pub fn of(tree: &Tree) -> Self {
        let silent =
            |at: usize| tree.element(at).is_some_and(|element| element.hidden || SILENT.contains(&element.name.as_str()));
        let all = Weights::new(tree, silent);
        let total = all.sum(0..tree.nodes.len());
        let is_furniture = |at: usize| {
            tree.element(at).is_some_and(|element| is_marked(element, FURNITURE) || element.name == "footer")
                && all.sum(at..tree.end(at)) * 100 <= total * MOST_FURNITURE
        };
        let left_out = |at: usize| silent(at) || is_furniture(at);
        let weights = Weights::new(tree, left_out);
        let container = named(tree, &weights).unwrap_or_else(|| densest(tree, &weights));
        let mut writer = Writer::new(tree, &left_out);
        match container {
            Some(at) => writer.write(at),
            None => roots(tree).for_each(|at| writer.write(at)),
        }
        let pictures = writer.pictures;
        let mut lines = trimmed(writer.into_lines());
        if let Some(title) = title(tree, &weights, container).filter(|title| !opens_with(&lines, title)) {
            lines.insert(0, title);
        }
        let kept: usize = lines.iter().map(|line| count_han(line)).sum();
        Self { lines, left_out: kept < total, pictures }
    }
}

/// Chinese characters that count for an article, by node: none in links.
struct Weights(Vec<usize>);

impl Weights {
    fn new(tree: &Tree, left_out: impl Fn(usize) -> bool) -> Self {
        let mut sums = Vec::with_capacity(tree.nodes.len() + 1);
        let (mut sum, mut silent_to) = (0, 0);
        sums.push(0);
        for (at, node) in tree.nodes.iter().enumerate() {
            if at >= silent_to {
                match &node.kind {
                    super::tree::Kind::Text(text) => sum += count_han(text),
                    super::tree::Kind::Element(element) if element.name == "a" || left_out(at) => silent_to = node.end,
                    super::tree::Kind::Element(_) => {}
                }
            }
            sums.push(sum);
        }
        Self(sums)
    }

    fn sum(&self, nodes: std::ops::Range<usize>) -> usize {
        let to = |at: usize| self.0.get(at).copied().unwrap_or(0);
        to(nodes.end).saturating_sub(to(nodes.start))
    }
}

/// The container that its id or class names, where it holds enough of the text: the innermost of the fullest.
fn named(tree: &Tree, weights: &Weights) -> Option<Option<usize>> {
    let total = weights.sum(0..tree.nodes.len());
    let weigh = |at: usize| weights.sum(at..tree.end(at));
    let best = |is: &dyn Fn(&Element) -> bool| {
        let fullest = tree.elements().filter(|(_, element)| is(element)).map(|(at, _)| (weigh(at), at)).max();
        fullest.filter(|&(weight, _)| weight > 0 && weight * 100 >= total * MOST_FURNITURE).map(|(_, at)| at)
    };
    let found = best(&|element| is_marked(element, CONTAINERS));
    found.or_else(|| best(&|element| element.name == "article")).map(Some)
}

/// The smallest element that holds nearly all of the text; `None` where that is the whole page.
fn densest(tree: &Tree, weights: &Weights) -> Option<usize> {
    let weigh = |at: usize| weights.sum(at..tree.end(at));
    let heaviest = |nodes: &mut dyn Iterator<Item = usize>, least: usize| {
        let blocks = nodes.filter(|&at| tree.element(at).is_some_and(|element| element.is_block() && element.name != "p"));
        blocks.filter(|&at| weigh(at) > 0 && weigh(at) * 100 >= least * DENSE).last()
    };
    let mut found = heaviest(&mut roots(tree), weights.sum(0..tree.nodes.len()))?;
    while let Some(inner) = heaviest(&mut tree.children(found), weigh(found)) {
        found = inner;
    }
    Some(found)
}

/// The nodes that stand in no other.
fn roots(tree: &Tree) -> impl Iterator<Item = usize> {
    std::iter::successors(Some(0), |&at| Some(tree.end(at))).take_while(|&at| at < tree.nodes.len())
}

/// The title that the page gives outside of its article: what the rules for government sites call ArticleTitle, a
/// heading, a line above the article, or what stands in the window's bar before the site's name.
fn title(tree: &Tree, weights: &Weights, container: Option<usize>) -> Option<String> {
    let plausible = |text: String| {
        let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let names_site = text.contains("网站") || text.contains("门户") || text.chars().count() > 80;
        (count_han(&text) >= 6 && !names_site).then_some(text)
    };
    let meta = tree.elements().find(|(_, element)| element.name == "meta" && element.marks == "articletitle");
    let meta = meta.and_then(|(_, element)| element.content.clone()).and_then(plausible);
    let heading = || tree.elements().filter(|(_, element)| element.name == "h1").find_map(|(at, _)| plausible(tree.text(at)));
    let above = || {
        let reports = |at: &usize| weights.sum(*at..at + 1) > 0 && tree.text(*at).contains("报告");
        let line = (0..container?).rev().find(reports)?;
        let block = (0..line).rev().find(|&at| tree.end(at) > line && tree.element(at).is_some_and(Element::is_block))?;
        plausible(tree.text(block))
    };
    let bar = || {
        let (at, _) = tree.elements().find(|(_, element)| element.name == "title")?;
        let text = tree.text(at);
        let first = text.split(['_', '|', '-']).map(str::trim).find(|piece| piece.contains("报告"))?;
        plausible(first.to_owned())
    };
    meta.or_else(heading).or_else(above).or_else(bar)
}

/// Whether the article says its title itself, however it breaks the lines.
fn opens_with(lines: &[String], title: &str) -> bool {
    let tight = |text: &str| text.chars().filter(|&c| !is_blank(c)).map(fold).collect::<String>();
    let head: String = lines.iter().take(8).map(|line| tight(line)).collect();
    let is_title =
        |line: &String| line.contains("报告") && line.contains("法治") && !line.contains('。') && line.chars().count() < 60;
    head.contains(&tight(title)) || lines.iter().take(3).any(is_title)
}

/// The lines without furniture at both ends.
fn trimmed(mut lines: Vec<String>) -> Vec<String> {
    let is_stamp = |line: &String| !line.contains(|c: char| is_han(c) || c.is_ascii_alphabetic());
    let is_foot = |line: &String| {
        const WORDS: &[&str] =
            &["版权所有", "ICP备", "公网安备", "网站标识码", "扫一扫", "分享到", "相关链接", "相关阅读", "责任编辑"];
        line.chars().count() < 80 && WORDS.iter().any(|word| line.contains(word))
    };
    let first = lines.iter().position(|line| !(is_residue(line) || is_stamp(line) || is_foot(line))).unwrap_or(lines.len());
    lines.drain(..first);
    let last = lines.iter().rposition(|line| !(is_residue(line) || is_foot(line))).map_or(0, |last| last + 1);
    lines.truncate(last);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(page: &str) -> Vec<String> {
        Article::of(&Tree::new(page).expect("not too many nodes")).lines
    }

    const BODY: &str = "全面推进法治政府建设，各项工作取得新的成效，行政执法更加规范，群众满意度进一步提高";

    #[test]
    fn the_named_container_is_the_article() {
        let side = "栏目里也有很多文字，".repeat(3);
        let page = format!("<div>{side}</div><div class='view TRS_Editor'><p>{BODY}。</p></div><div>{side}</div>");
        assert_eq!(article(&page), [format!("{BODY}。")]);
        let near = format!("<div>{side}</div><div class='TRS_Editors'><p>{BODY}。</p></div>");
        assert_eq!(article(&near).len(), 2, "only whole names count");
    }

    #[test]
    fn furniture_is_left_out_unless_it_holds_the_text() {
        let page = format!("<div><div class=share>分享到微信</div><p>{BODY}。</p><ul class='a nav'><li>上级网站导航</ul></div>");
        assert_eq!(article(&page), [format!("{BODY}。")]);
        assert_eq!(article(&format!("<div class=print><p>{BODY}。</p></div>")), [format!("{BODY}。")]);
        assert_eq!(
            article(&format!("<div><p>{BODY}。<p>2026年1月20日<p style='display: none'>隐藏<p>责任编辑：某</div>")).len(),
            2
        );
    }

    #[test]
    fn a_title_outside_of_the_article_goes_first_and_is_not_said_twice() {
        let title = "青石县人民政府2025年度法治政府建设报告";
        let body = format!("<div id=zoom><p>{BODY}。</p></div>");
        for outside in [
            format!("<meta name=ArticleTitle content='{title}'><title>青石县</title>{body}"),
            format!("<h1>{title}</h1>{body}"),
            format!("<table><tr><td>青石县人民政府<br>2025年度法治政府建设报告<tr><td>{body}</table>"),
            format!("<title>{title}_青石县人民政府门户网站</title>{body}"),
        ] {
            assert_eq!(article(&outside), [title.to_owned(), format!("{BODY}。")], "{outside}");
        }
        let inside = format!("<h1>{title}</h1><div id=zoom><p>青石县人民政府<p>2025年度法治政府建设报告<p>{BODY}。</div>");
        assert_eq!(article(&inside).len(), 3);
        assert_eq!(article(&format!("<title>青石县人民政府门户网站</title>{body}")), [format!("{BODY}。")]);
    }
}
