//! How fast many reports are compared: `cargo bench --bench compare`. Prints lines that begin with `figure` for `scripts/bench`.
//!
//! The reports are made up so that they are as hard as real ones: a third of their clauses are wording that every tenth
//! report has, a third stand in some ten reports each, the rest are their own; every tenth is a copy of another with the
//! place's name and the figures changed.
//!
//! `cargo bench --bench compare -- --write FOLDER` writes the thousand as `0.txt` to `999.txt` instead: `benches/desk.js` puts
//! them on the page.

use std::path::Path;
use std::time::Instant;

use hegui::review::{Group, Likeness, Reading, Source, compare};

/// Characters of a report.
const LENGTH: usize = 5_000;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    if let Some(at) = args.iter().position(|arg| arg == "--write") {
        let folder = Path::new(args.get(at + 1).expect("--write FOLDER"));
        for (i, text) in reports(1_000).iter().enumerate() {
            std::fs::write(folder.join(format!("{i}.txt")), text).expect("the folder can be written to");
        }
        return;
    }
    println!("Comparison");
    let mut seconds = [0.0; 2];
    for (size, seconds) in [100, 1_000].into_iter().zip(&mut seconds) {
        let reports = reports(size);
        let (read, found) = (0..3).map(|_| run(&reports)).min_by(|a, b| a.0[1].total_cmp(&b.0[1])).expect("three runs");
        *seconds = read[1];
        println!("{size:>6} reports: {:.2} s, {:.2} s of it for reading, {} pairs", read[1], read[0], found.pairs.len());
        assert_eq!(found.pairs.len(), size / 10, "every copy is found, and nothing else");
    }
    println!("figure\tcompare-1000\t{:.2}", seconds[1]);
}

/// The seconds until all are read and until the pairs are found.
fn run(reports: &[String]) -> ([f64; 2], Likeness) {
    let start = Instant::now();
    let readings = reports.iter().map(|text| Reading::new(Source { id: "", text, group: Group::ThisYear })).collect();
    let read = start.elapsed().as_secs_f64();
    let found = compare(readings);
    ([read, start.elapsed().as_secs_f64()], found)
}

/// Numbers that look random and are the same at every run (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}

fn reports(count: usize) -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/correct");
    let mut paths: Vec<_> = std::fs::read_dir(folder).expect("the corpus is there").flatten().map(|e| e.path()).collect();
    paths.sort();
    let corpus: String = paths.iter().map(|path| std::fs::read_to_string(path).expect("a report is text")).collect();
    let clauses = corpus.split(['，', '。', '；', '：', '\n']).filter(|clause| (8..24).contains(&clause.chars().count()));
    let national: Vec<String> = clauses.map(str::to_owned).collect();
    let chars: Vec<char> = corpus.chars().filter(|&c| hegui::text::is_han(c)).collect();
    let mut numbers = Numbers(2019);
    // Words of two characters in a new order.
    let new = |numbers: &mut Numbers| -> String {
        let words = 4 + numbers.below(4);
        (0..words).flat_map(|_| chars[numbers.below(chars.len() / 2 - 1) * 2..][..2].iter()).collect()
    };
    // As many clauses as give each to ten reports.
    let shared: Vec<String> = (0..count * LENGTH / 12 / 3 / 10).map(|_| new(&mut numbers)).collect();
    let mut reports: Vec<String> = Vec::new();
    for i in 0..count {
        if i % 10 == 9 {
            let copied = reports[i - 1 - numbers.below(9)].replace("清溪镇", "石头店镇").replace('7', "6");
            reports.push(copied);
            continue;
        }
        let mut text =
            "清溪镇人民政府2025年度法治政府建设情况报告\n\n一、2025年度推进法治政府建设的主要举措和成效\n\n".to_owned();
        for n in 1.. {
            if text.chars().count() >= LENGTH {
                break;
            }
            let clause = match numbers.below(3) {
                0 => national[numbers.below(national.len())].clone(),
                1 => shared[numbers.below(shared.len())].clone(),
                _ => new(&mut numbers),
            };
            text += &clause;
            text += match n % 30 {
                0 => "。\n\n",
                10 | 20 => "。清溪镇办理17件，",
                _ => "，",
            };
        }
        reports.push(text + "完成。\n\n清溪镇人民政府\n2026年1月20日\n");
    }
    reports
}
