//! Headings in every spelling seen, sequences, introduction and lead-in.

use super::{Block, Cue, Document, Heading, Kind, Ordinal, OrdinalStyle, SequenceItem, part_words::PartWords, trim};
use crate::text::{Ascending, Mark, Span, chars, fold, is_blank, numerals, sort_by_number};

/// Splits lines that hold several headings, finds the headings, their tree, sequences, introduction and lead-in.
pub fn read(doc: &mut Document) {
    split(doc);
    find(doc);
    nest(doc);
    sequences(doc);
    introduction(doc);
}

/// Cuts a body line where another heading begins inside it.
fn split(doc: &mut Document) {
    let one_piece = is_one_piece(doc);
    let mut blocks = Vec::with_capacity(doc.blocks.len());
    let mut body = doc.body.clone();
    for (i, block) in doc.blocks.iter().enumerate() {
        if i == doc.body.start {
            body.start = blocks.len();
        }
        if i == doc.body.end {
            body.end = blocks.len();
        }
        let cuts = if doc.body.contains(&i) { cuts(doc, block, one_piece) } else { Vec::new() };
        if cuts.is_empty() {
            blocks.push(block.clone());
            continue;
        }
        let mut from = block.line.start;
        for to in cuts.into_iter().chain([block.line.end]) {
            let line = Span::new(from, to);
            let span = trim(doc.text, line);
            if !span.is_empty() {
                blocks.push(Block { line, span, kind: Kind::Paragraph, heading: None, part: None });
            }
            from = to;
        }
    }
    if doc.body.end >= doc.blocks.len() {
        body.end = blocks.len();
    }
    body.start = body.start.min(body.end);
    doc.blocks = blocks;
    doc.body = body;
}

/// Whether the body stands on very few lines although it is long: line ends were lost.
fn is_one_piece(doc: &Document) -> bool {
    let length: usize = doc.body_blocks().map(|(_, block)| block.span.len()).sum();
    let lines = doc.body.len();
    lines > 0 && (length / lines > 1500 || (lines <= 2 && length > 600))
}

/// Where headings begin inside a block, its own start excluded.
fn cuts(doc: &Document, block: &Block, one_piece: bool) -> Vec<usize> {
    let span = block.span;
    let mut cuts = Vec::new();
    // Nothing else opens a heading of level 1.
    let numeral = doc.get(span).starts_with(numerals::is_ordinal_char);
    let first = if numeral { Ordinal::read(doc.text, span.start, span.end) } else { None };
    let level1_first = first.is_some_and(|o| o.style == OrdinalStyle::Han && o.mark.is_some());
    let mut last_level1 = first.filter(|_| level1_first).map_or(0, |o| o.value);
    let mut in_title = level1_first;
    let mut book_titles = 0;
    for mark in doc.marks(span) {
        let c = fold(mark.char);
        let at = mark.at;
        match c {
            '《' => book_titles += 1,
            '》' => book_titles -= 1,
            // 《……若干规定（一）》 holds no heading.
            _ if book_titles > 0 => continue,
            _ => {}
        }
        // （一） directly behind the words of a level-1 heading.
        if c == '（' && at > span.start {
            let previous = chars::before(doc.text, at);
            let sentence_ended = previous.is_some_and(|p| matches!(p, '。' | '！' | '？') || is_blank(p));
            if (in_title || (one_piece && sentence_ended))
                && let Some(ordinal) = Ordinal::read(doc.text, at, span.end)
                && ordinal.style == OrdinalStyle::HanBrackets
                && ordinal.close.is_some()
                && (sentence_ended || ordinal.value == 1)
            {
                cuts.push(at);
                in_title = false;
            }
            continue;
        }
        if matches!(c, '。' | '！' | '？' | '；') {
            in_title = false;
        }
        // 二、 behind the end of a sentence or a blank: the next level-1 heading.
        if matches!(mark.char, '、') {
            let start = numeral_before(doc.text, span.start, at);
            if start == span.start || start == at {
                continue;
            }
            let previous = chars::before(doc.text, start);
            // 现将有关情况报告如下：一、… where line ends were lost.
            let led_in = one_piece && previous.is_some_and(|p| fold(p) == '：');
            if (led_in || previous.is_some_and(|p| matches!(p, '。' | '！' | '？') || is_blank(p)))
                && let Some(ordinal) = Ordinal::read(doc.text, start, span.end)
                && ordinal.style == OrdinalStyle::Han
            {
                let rest = doc.get(Span::new(ordinal.span.end, span.end));
                let head: String = rest
                    .chars()
                    .take_while(|&c| !chars::ends_sentence(c) && !is_blank(c) && c != '（' && c != '(')
                    .take(60)
                    .collect();
                let follows = ordinal.value == last_level1 + 1 && (one_piece || level1_first);
                if PartWords::read(&head).is_strong() || follows {
                    cuts.push(start);
                    last_level1 = ordinal.value;
                    in_title = true;
                }
            }
        }
    }
    cuts
}

/// Where the run of Chinese numerals begins that ends at byte `at`.
fn numeral_before(text: &str, start: usize, at: usize) -> usize {
    let mut from = at;
    for (i, c) in text.get(start..at).unwrap_or("").char_indices().rev() {
        if !numerals::is_ordinal_char(c) {
            break;
        }
        from = start + i;
    }
    from
}

/// Finds the headings among the body's blocks.
fn find(doc: &mut Document) {
    let mut headings = Vec::new();
    let mut bare = Vec::new();
    let numbers: Vec<Option<Ordinal>> = doc.body_blocks().map(|(_, block)| read_number(doc, block)).collect();
    let numbered_level1 = numbers.iter().flatten().filter(|o| o.style == OrdinalStyle::Han && o.mark.is_some()).count();
    let lead = doc.body_blocks().find(|(_, block)| doc.has_cue(block.span, Cue::AsFollows)).map(|(i, _)| i);
    for ((i, block), number) in doc.body_blocks().zip(numbers) {
        let heading = match number {
            Some(number) => numbered(doc, i, block, number, &mut bare),
            // An unnumbered line is a heading by its words alone; above the lead-in it is none.
            None if lead.is_none_or(|lead| lead < i) => unnumbered(doc, i, block, numbered_level1),
            None => None,
        };
        headings.extend(heading);
    }
    admit_bare(&mut headings, bare);
    if numbered_level1 > 0 {
        drop_contents_list(doc, &mut headings);
    }
    drop_lines_between(&mut headings);
    arabic_top(&mut headings);
    half_brackets(&mut headings);
    for heading in &headings {
        if let Some(block) = doc.blocks.get_mut(heading.block) {
            block.kind = Kind::Heading;
        }
    }
    doc.headings = headings;
}

/// Takes in the lines 二规范执法, whose 、 was lost, where the numbers before and behind say that they are headings.
fn admit_bare(headings: &mut Vec<Heading>, bare: Vec<Heading>) {
    if bare.is_empty() {
        return;
    }
    let value = |heading: &Heading| heading.number.map(|n| n.value);
    let mut tops: Vec<(usize, Option<u32>)> = headings.iter().filter(|h| h.level == 1).map(|h| (h.block, value(h))).collect();
    tops.extend(bare.iter().map(|h| (h.block, value(h))));
    sort_by_number(&mut tops, |top| top.0 as u64);
    for heading in bare {
        let Ok(place) = tops.binary_search_by_key(&heading.block, |top| top.0) else { continue };
        let number = value(&heading).unwrap_or(0);
        let before = place.checked_sub(1).and_then(|k| tops.get(k)).map(|top| top.1.unwrap_or(0));
        let after = tops.get(place + 1).map(|top| top.1.unwrap_or(0));
        let follows = if number == 1 { before.is_none() && after.is_some() } else { before == Some(number - 1) };
        if follows && after.is_none_or(|after| after == number + 1) {
            let at = headings.partition_point(|h| h.block < heading.block);
            headings.insert(at, heading);
        }
    }
}

/// Takes out the lines that only their words made headings of level 1, where （一） above counts on to （二） below them,
/// or where they stand for the （一） between 一、 and （二）.
fn drop_lines_between(headings: &mut Vec<Heading>) {
    let number = |heading: Option<&Heading>| heading.and_then(|h| Some((h.level, h.number?.value)));
    let keep: Vec<bool> = (0..headings.len())
        .map(|i| {
            let lost = headings.get(i).is_some_and(|h| h.level == 1 && h.number.is_none());
            let above = number(i.checked_sub(1).and_then(|k| headings.get(k)));
            let below = number(headings.get(i + 1)).filter(|&(level, value)| level > 1 && value > 1);
            let between = match (above, below) {
                (Some((1, _)), Some(_)) => true,
                (Some((above, a)), Some((below, b))) => above == below && a < b,
                _ => false,
            };
            !(lost && between)
        })
        .collect();
    let mut keep = keep.into_iter();
    headings.retain(|_| keep.next().unwrap_or(true));
}

/// Where 1. stands above （一） and nothing above it, the levels are read so.
fn arabic_top(headings: &mut [Heading]) {
    let first = headings.first().and_then(|h| h.number).map(|n| n.style);
    if first == Some(OrdinalStyle::Arabic) && headings.iter().all(|h| h.level > 1) && headings.iter().any(|h| h.level == 2) {
        for heading in headings.iter_mut().filter(|h| h.level == OrdinalStyle::Arabic.level()) {
            heading.level = 1;
        }
    }
}

/// 2） that counts on from 1. stands beside it.
fn half_brackets(headings: &mut [Heading]) {
    let level = OrdinalStyle::Arabic.level();
    let mut previous: Option<(u8, u32)> = None;
    for heading in headings {
        let Some(number) = heading.number else {
            previous = None;
            continue;
        };
        let half = number.style == OrdinalStyle::ArabicBrackets && number.open.is_none() && number.close.is_some();
        if half && previous.is_some_and(|(above, value)| above == level && value > 0 && value + 1 == number.value) {
            heading.level = level;
        }
        previous = Some((heading.level, number.value));
    }
}

fn read_number(doc: &Document, block: &Block) -> Option<Ordinal> {
    Ordinal::read(doc.text, block.span.start, block.span.end)
}

/// The heading that `number` opens. A line whose numeral lacks its mark and that names no part goes to `bare`.
fn numbered(doc: &Document, i: usize, block: &Block, number: Ordinal, bare: &mut Vec<Heading>) -> Option<Heading> {
    let start = number.span.end + blanks_at(doc.text, number.span.end, block.span.end);
    let (title, end_mark) = words(doc, Span::new(start, block.span.end));
    let (title, end_mark) = match before_blank(doc, title) {
        Some(words) => (words, None),
        None => (title, end_mark),
    };
    let text = doc.get(title);
    let mark_end = end_mark.map_or(title.end, |mark: Mark| mark.span().end);
    let run_in = !trim(doc.text, Span::new(mark_end, block.span.end)).is_empty();
    let level = number.style.level();
    let heading = Heading { block: i, level, number: Some(number), title, end_mark, run_in, parent: None, end: 0 };
    if number.style == OrdinalStyle::Han && number.mark.is_none() {
        // A numeral whose mark was lost needs the words of a part behind it: 一主要举措和成效.
        let spaced = start > number.span.end;
        // 三大工程, 一年来, 两个责任: a numeral that counts what follows.
        let counts = text.starts_with(|c| "大个项类级年届次中方些般线切定起同步批系条位名种体站窗网门把手直路律旦".contains(c));
        if !spaced && (counts || end_mark.is_some_and(|m| m.char == '。')) {
            return None;
        }
        let n = text.chars().count();
        let names_part = n <= 60 && title.end + 6 >= block.span.end && PartWords::read(text).is_strong();
        let set_apart = spaced && n <= 30;
        if !names_part && !set_apart {
            if end_mark.is_none() && (4..=45).contains(&n) {
                bare.push(heading);
            }
            return None;
        }
    }
    // 一、… as a whole paragraph of prose is still a heading with its first sentence run in.
    Some(heading)
}

/// The words of a part's heading where a blank and a sentence follow them: line ends became blanks.
fn before_blank(doc: &Document, title: Span) -> Option<Span> {
    let blank = doc.marks(title).iter().find(|mark| is_blank(mark.char))?;
    let words = Span::new(title.start, blank.at);
    let rest = doc.get(Span::new(blank.at, title.end)).trim_start_matches(is_blank);
    (rest.chars().count() >= 12 && PartWords::read(doc.get(words)).is_strong()).then_some(words)
}

/// A standalone line that names a part, or (where no level-1 heading has a number) any short line without end mark between paragraphs.
fn unnumbered(doc: &Document, i: usize, block: &Block, numbered_level1: usize) -> Option<Heading> {
    let named = part_number(doc.get(block.span));
    // A paragraph: longer than any heading with its mark.
    if named == 0 && block.span.len() > 64 * 4 {
        return None;
    }
    let start = block.span.start + named;
    let (title, end_mark) = words(doc, trim(doc.text, Span::new(start, block.span.end)));
    let mark_end = end_mark.map_or(title.end, |mark| mark.span().end);
    let text = doc.get(title);
    if named > 0 && !text.is_empty() {
        let run_in = mark_end < block.span.end;
        return Some(Heading { block: i, level: 1, number: None, title, end_mark, run_in, parent: None, end: 0 });
    }
    if mark_end < block.span.end || title.len() > 45 * 4 {
        return None;
    }
    let n = text.chars().count();
    // 述法人：某镇镇长 is a field, not a heading.
    let field = doc.marks(title).iter().any(|mark| fold(mark.char) == '：');
    if field || !(3..=45).contains(&n) || end_mark.is_some_and(|m| fold(m.char) == '：' && numbered_level1 > 0) {
        return None;
    }
    if doc.has_cue(title, Cue::AsFollows)
        || text.contains("我镇将")
        || text.trim_end_matches(['.', '．']).ends_with("方面")
        || text.starts_with("一是")
    {
        return None;
    }
    let ended = end_mark.is_some_and(|m| m.char == '。');
    let own_line = (!ended || (n <= 24 && numbered_level1 == 0)) && PartWords::read(text).is_strong();
    (own_line && looks_like_heading(text)).then_some(Heading {
        block: i,
        level: 1,
        number: None,
        title,
        end_mark,
        run_in: false,
        parent: None,
        end: 0,
    })
}

/// The length in bytes of 第一部分 and the marks behind it at the start of a line; 0 where there is none.
fn part_number(text: &str) -> usize {
    let Some(rest) = text.strip_prefix('第') else { return 0 };
    let Some(tail) = rest.trim_start_matches(numerals::is_ordinal_char).strip_prefix("部分") else { return 0 };
    let tail = tail.trim_start_matches(|c| is_blank(c) || matches!(fold(c), '：' | '、' | '，'));
    if rest.starts_with("部分") { 0 } else { text.len() - tail.len() }
}

/// A heading is a noun phrase about the report: no subject with a verb of narration in front.
fn looks_like_heading(text: &str) -> bool {
    !["但", "同时", "虽然", "我", "现", "通过", "根据", "按照", "在", "为", "从"].iter().any(|word| text.starts_with(word))
        || text.starts_with("我镇法治")
        || text.starts_with("我县法治")
        || text.starts_with("我局法治")
        || text.starts_with("在法治")
}

/// The words of a heading that start `span`, and the mark behind them: up to the first 。！？； or 一是.
fn words(doc: &Document, span: Span) -> (Span, Option<Mark>) {
    let end = doc.marks(span).iter().find(|m| chars::ends_sentence(m.char));
    let sequence = doc
        .cues_in(Span::new(span.start, end.map_or(span.end, |mark| mark.at)))
        .iter()
        .find(|&&(cue, at)| cue == Cue::Sequence && at.start > span.start && doc.get(at) == "一是")
        .map(|&(_, at)| at.start);
    match (end, sequence) {
        (Some(_), Some(at)) => cut_before(doc, span, at),
        (Some(mark), None) => (trim(doc.text, Span::new(span.start, mark.at)), Some(*mark)),
        (None, Some(at)) => cut_before(doc, span, at),
        (None, None) => {
            let last =
                doc.marks(span).last().filter(|m| m.span().end == span.end && matches!(fold(m.char), '，' | '：' | '、' | '；'));
            (trim(doc.text, Span::new(span.start, last.map_or(span.end, |m| m.at))), last.copied())
        }
    }
}

/// Words that end where “一是” begins; a mark before it is their end mark.
fn cut_before(doc: &Document, span: Span, at: usize) -> (Span, Option<Mark>) {
    let end = doc.marks(Span::new(span.start, at)).last().filter(|m| m.span().end == at && !is_blank(m.char));
    (trim(doc.text, Span::new(span.start, end.map_or(at, |m| m.at))), end.copied())
}

fn blanks_at(text: &str, at: usize, end: usize) -> usize {
    let rest = text.get(at..end).unwrap_or("");
    rest.len() - rest.trim_start_matches(is_blank).len()
}

/// Takes out the headings of a contents list: level-1 numbers that come again in the same order with text between.
fn drop_contents_list(doc: &Document, headings: &mut Vec<Heading>) {
    let level1: Vec<usize> =
        (0..headings.len()).filter(|&i| headings.get(i).is_some_and(|h| h.level == 1 && h.number.is_some())).collect();
    let value = |k: usize| level1.get(k).and_then(|&i| headings.get(i)).and_then(|h| h.number).map_or(0, |n| n.value);
    let Some(restart) = (1..level1.len()).find(|&k| value(k) == 1) else { return };
    let adjacent = (1..restart).all(|k| {
        match (level1.get(k - 1).and_then(|&i| headings.get(i)), level1.get(k).and_then(|&i| headings.get(i))) {
            (Some(a), Some(b)) => {
                (a.block + 1..b.block).all(|i| doc.blocks.get(i).is_none_or(|block| doc.get(block.span).chars().count() < 40))
            }
            _ => false,
        }
    });
    if restart >= 2
        && adjacent
        && let Some(&first_real) = level1.get(restart)
    {
        headings.drain(..first_real);
    }
}

/// Gives every heading its parent and the end of its section, every block its innermost heading.
fn nest(doc: &mut Document) {
    let mut open: Vec<usize> = Vec::new();
    let body_end = doc.body.end;
    for i in 0..doc.headings.len() {
        let Some((level, block)) = doc.headings.get(i).map(|h| (h.level, h.block)) else { continue };
        while let Some(&top) = open.last() {
            let Some(heading) = doc.headings.get_mut(top) else { break };
            if heading.level < level {
                break;
            }
            heading.end = block;
            open.pop();
        }
        if let Some(heading) = doc.headings.get_mut(i) {
            heading.parent = open.last().copied();
        }
        open.push(i);
    }
    for i in open {
        if let Some(heading) = doc.headings.get_mut(i) {
            heading.end = body_end;
        }
    }
    let mut current = None;
    let mut next = 0;
    for i in doc.body.clone() {
        if doc.headings.get(next).is_some_and(|h| h.block == i) {
            current = Some(next);
            next += 1;
        }
        if let Some(block) = doc.blocks.get_mut(i) {
            block.heading = current;
        }
    }
}

/// Finds “一是”, “二是” … at the start of a block or behind a mark; 统一是 and 之一是 are words.
fn sequences(doc: &mut Document) {
    let mut items = Vec::new();
    for &(cue, span) in &doc.cues {
        if cue != Cue::Sequence {
            continue;
        }
        let Some(block) = doc.block_at(span.start) else { continue };
        let Some(info) = doc.blocks.get(block) else { continue };
        if matches!(info.kind, Kind::Residue | Kind::Title) {
            continue;
        }
        let mut span = span;
        let mut before = chars::before(doc.text, span.start);
        // 十一是: the cue found 一是 behind 十.
        if before == Some('十') {
            span.start -= '十'.len_utf8();
            before = chars::before(doc.text, span.start);
        }
        let opens = span.start == info.span.start
            || before.is_some_and(|c| is_blank(c) || chars::is_mark(c))
            || doc.heading_of(info).is_some_and(|h| h.title.end == span.start);
        let numeral = doc.get(Span::new(span.start, span.end - '是'.len_utf8()));
        // 一是一、二是二 is a saying; 一是一体推进 is an item.
        let said = doc.text.get(span.end..).and_then(|rest| rest.strip_prefix(numeral));
        let opens = opens && !said.is_some_and(|rest| rest.starts_with(chars::is_mark) || rest.is_empty());
        if let Some(value) = numerals::parse_han(numeral).filter(|_| opens) {
            items.push(SequenceItem { block, value, span });
        }
    }
    doc.sequence = Ascending::new(items);
}

fn introduction(doc: &mut Document) {
    let first = doc.headings.first().map_or(doc.body.end, |h| h.block);
    doc.intro = doc.body.start..first.max(doc.body.start);
    // The lead-in may stand below the first heading's number too (生态局, 大盛镇): the introduction only is read here.
    let blocks = doc.intro.clone().filter_map(|i| doc.blocks.get(i));
    let mut found = None;
    for block in blocks {
        for sentence in doc.sentences(block.span) {
            if doc.has_cue(sentence, Cue::AsFollows) {
                found = Some(sentence);
            }
        }
    }
    doc.lead_in = found;
}
