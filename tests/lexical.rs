//! Every row of the tables of misspellings and confusables has two sentences that must be accepted: the right word in its
//! place, and mostly the very characters of the wrong one where they belong to two words (公布署名文章 beside 布署).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use hegui::{Options, check};

/// The rules that read the tables.
const RULES: [&str; 2] = ["typo-certain", "confusable"];

/// What `name` holds below the package's root, rows without comments and the head.
fn rows(name: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
    let rows = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#') && !line.starts_with("wrong\t"));
    rows.map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

/// The sentences to accept, by the wrong form.
fn sentences() -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::<String, Vec<String>>::new();
    for [wrong, sentences @ ..] in ["tests/corpus/lexical/a.tsv", "tests/corpus/lexical/b.tsv"]
        .into_iter()
        .flat_map(rows)
        .filter_map(|row| <[String; 3]>::try_from(row).ok())
    {
        found.entry(wrong).or_default().extend(sentences);
    }
    found
}

#[test]
fn every_row_has_two_sentences_to_accept() {
    let sentences = sentences();
    let tables = ["src/facts/typos.tsv", "src/facts/collocations.tsv"];
    let without: Vec<String> = tables
        .into_iter()
        .flat_map(rows)
        .filter_map(|row| row.into_iter().next())
        .filter(|wrong| sentences.get(wrong).is_none_or(|sentences| sentences.len() < 2 || sentences.first() == sentences.get(1)))
        .collect();
    assert!(without.is_empty(), "tests/corpus/lexical has no two sentences for {without:?}");
}

#[test]
fn the_sentences_are_accepted() {
    let options = Options { only: RULES.to_vec(), ..Options::default() };
    let mut wrong = Vec::new();
    for sentence in sentences().into_values().flatten() {
        for finding in check(&sentence, &options).findings {
            wrong.push(format!("{sentence} {}: {}", finding.rule.id, finding.message));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
