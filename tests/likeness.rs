//! Honest reports share nothing, and copies are found however the names and figures were changed.

use hegui::review::{Group, Likeness, Reading, Source, compare};

fn corpus(folder: &str) -> Vec<(String, String)> {
    let folder = format!("{}/tests/corpus/{folder}", env!("CARGO_MANIFEST_DIR"));
    let paths = std::fs::read_dir(folder).expect("the corpus is there").flatten().map(|entry| entry.path());
    let mut texts: Vec<(String, String)> = paths
        .filter(|path| path.extension().is_some_and(|kind| kind == "txt"))
        .map(|path| (path.display().to_string(), std::fs::read_to_string(&path).expect("a report is text")))
        .collect();
    texts.sort();
    texts
}

fn likeness<'t>(texts: impl IntoIterator<Item = &'t (String, String)>) -> Likeness {
    compare(texts.into_iter().map(|(id, text)| Reading::new(Source { id, text, group: Group::ThisYear })).collect())
}

/// The names of places in the corpus.
const PLACES: &[&str] =
    &["澄州", "宁澜", "安渠", "临河", "锦川", "江岭", "锦绣", "临湖", "望澜", "浦岭", "白鹭", "柳泉", "东澜", "石门", "宁川"];

/// The text with its places' names replaced, what it calls itself, and every figure changed.
fn copied(text: &str) -> String {
    let words = [("我镇", "本镇"), ("全镇", "镇域"), ("我局", "本局"), ("全市", "我市"), ("全县", "我县"), ("全省", "我省")];
    let text = PLACES.iter().fold(text.to_owned(), |text, name| text.replace(name, "石头店子"));
    let text = words.iter().fold(text, |text, (old, new)| text.replace(old, new));
    let digit = |c: char| char::from_digit((c.to_digit(10)? + 3) % 10, 10);
    text.chars().map(|c| if c.is_ascii_digit() { digit(c).unwrap_or(c) } else { c }).collect()
}

#[test]
fn honest_reports_share_nothing() {
    let mut all = corpus("correct");
    all.extend(corpus("flawed"));
    assert!(all.len() >= 25);
    let found = likeness(&all);
    assert!(found.pairs.is_empty() && found.skipped.is_empty(), "{found:?}");
    // Two by two: then no wording counts as common.
    for (i, one) in all.iter().enumerate() {
        for other in all.iter().skip(i + 1) {
            let found = likeness([one, other]);
            assert!(found.pairs.is_empty(), "{:?}", found.pairs);
        }
    }
}

#[test]
fn copies_with_other_names_and_figures_are_found() {
    let originals = corpus("correct");
    let copies = originals.iter().map(|(id, text)| (format!("{id}-copy"), copied(text)));
    let all: Vec<(String, String)> = originals.iter().cloned().chain(copies).collect();
    let found = likeness(&all);
    assert_eq!(found.pairs.len(), originals.len(), "{:?}", found.pairs.iter().map(|pair| &pair.ids).collect::<Vec<_>>());
    for pair in &found.pairs {
        assert_eq!(pair.ids[1], format!("{}-copy", pair.ids[0]));
        assert!(pair.percent >= 90, "{:?}: {}%", pair.ids, pair.percent);
    }
    assert!(found.pairs.is_sorted_by(|one, other| one.percent >= other.percent));
}

#[test]
fn a_report_that_borrows_one_part_is_found() {
    let all = corpus("correct");
    let [one, other] = ["town-law-order-2025", "zone-2025"].map(|name| {
        let found = all.iter().find(|(id, _)| id.contains(name));
        found.cloned().unwrap_or_else(|| panic!("{name} is there"))
    });
    let longest = copied(one.1.lines().max_by_key(|line| line.len()).expect("a line"));
    let borrowed =
        other.1.lines().map(|line| if line.starts_with("二、") { format!("{longest}\n{line}\n") } else { format!("{line}\n") });
    let texts = [one.clone(), (other.0, borrowed.collect())];
    let found = likeness(&texts);
    assert_eq!(found.pairs.len(), 1, "{found:?}");
    let pair = &found.pairs[0];
    assert!((5..30).contains(&pair.percent) && pair.passages.len() == 1, "{pair:?}");
    assert!(!pair.passages[0].changed.is_empty(), "{pair:?}");
}
