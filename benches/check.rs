//! How fast a check is: `cargo bench --bench check`. Prints the best of many runs per size.

use std::hint::black_box;
use std::time::Instant;

fn main() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/correct");
    let mut paths: Vec<_> = std::fs::read_dir(folder).expect("the corpus is there").flatten().map(|e| e.path()).collect();
    paths.sort();
    let all: String = paths.iter().map(|p| std::fs::read_to_string(p).expect("a report is text") + "\n").collect();
    let example = include_str!("../www/example.txt");
    run("the example", example);
    for size in [10_000, 100_000, 1_000_000, 10_000_000] {
        let mut text = all.repeat(size / all.len() + 1);
        let mut end = size;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.truncate(end);
        run(&format!("{} kB", size / 1000), &text);
    }
}

fn run(name: &str, text: &str) {
    let options = hegui::Options::default();
    let started = Instant::now();
    let mut best = f64::MAX;
    let mut findings = 0;
    while started.elapsed().as_secs_f64() < 1.5 {
        let start = Instant::now();
        findings = black_box(hegui::check(black_box(text), &options)).findings.len();
        best = best.min(start.elapsed().as_secs_f64());
    }
    println!("{name:>12}: {:8.3} ms, {:6.1} MB/s, {findings} findings", best * 1e3, text.len() as f64 / best / 1e6);
}
