//! Who copied from whom.

use super::{Folder, correct};

/// The same report of another town, with other figures.
fn copy() -> String {
    let text = correct().replace("柳泉镇", "石头店镇").replace('3', "8");
    assert_ne!(text, correct());
    text
}

#[test]
fn copies_are_found_and_honest_reports_are_left_alone() {
    let folder = Folder::new("compare");
    let other = include_str!("../corpus/correct/zone-2025.txt");
    folder.file("a.txt", correct()).file("b.txt", other).file("in/copy.txt", copy());
    let honest = folder.run("compare a.txt b.txt").ends(0).out;
    assert!(honest.contains("没有发现雷同"), "{honest}");
    let out = folder.run("compare a.txt b.txt in").ends(1).out;
    for words in ["1. a.txt 与 in/copy.txt：约", "%相同", "a.txt:", "发现1对雷同"] {
        assert!(out.contains(words), "{words}: {out}");
    }
    let found = folder.run("compare a.txt b.txt in --format json").ends(1).json();
    assert_eq!(found["schema"], "hegui/likeness/1");
    assert_eq!(found["pairs"].as_array().map(Vec::len), Some(1));
    let pair = &found["pairs"][0];
    assert!(pair["percent"].as_u64().is_some_and(|percent| percent >= 90), "{pair}");
    let units: Vec<u16> = correct().encode_utf16().collect();
    for passage in pair["passages"].as_array().expect("a list") {
        let [start, end] = [0, 1].map(|end| passage["ranges"][0][end].as_u64().expect("a number") as usize);
        assert_eq!(Some(String::from_utf16_lossy(&units[start..end]).as_str()), passage["text"].as_str());
    }
    let table = folder.run("compare a.txt b.txt in --format csv").ends(1).out;
    assert!(table.starts_with('\u{FEFF}') && table.contains("\r\na.txt,"), "{table}");
}

#[test]
fn last_years_reports_are_given_apart_and_what_is_wrong_is_said() {
    let folder = Folder::new("compare-previous");
    folder.file("a.txt", correct()).file("old/a.txt", copy()).file("old/b.txt", correct()).file("empty.txt", "");
    let found = folder.run("compare a.txt --previous old --format json").ends(1).json();
    let pairs = found["pairs"].as_array().expect("a list");
    assert_eq!(pairs.len(), 2, "last year's are not compared with each other: {pairs:?}");
    assert!(pairs.iter().all(|pair| pair["kind"] == "last-year" && pair["ids"][0] == "a.txt"));
    folder.run("compare a.txt").complains(&["两份"]);
    folder.run("compare a.txt ./a.txt").complains(&["两份"]);
    folder.run("compare a.txt empty.txt old/b.txt").complains(&["empty.txt", "没有文字"]);
    folder.run("compare").ends(2);
    folder.run("compare a.txt old --format sarif").ends(2);
}

#[test]
fn what_all_share_is_told_of_each_and_not_pair_by_pair() {
    let folder = Folder::new("compare-template");
    for n in 0..15 {
        folder.file(&format!("{n:02}.txt"), correct());
    }
    let out = folder.run("compare .").ends(1).out;
    assert_eq!(out.matches("可能出自同一模板").count(), 15, "{out}");
    assert!(out.contains("发现0对雷同，另有15份"), "{out}");
}
