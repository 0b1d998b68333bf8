//! How fast a check is: `cargo bench --bench check`. Prints the best of many runs per size, and lines that begin with
//! `figure` for `scripts/bench`.

use std::hint::black_box;
use std::time::Instant;

use hegui::Options;
use hegui::rule::Family;

/// Rules that tell every place by itself: as many findings for every repetition of a text.
const TOLD_ONE_BY_ONE: &[&str] = &["fazhi-term", "typo-certain", "percent-missing"];

/// A paragraph with a flaw for each of them.
const FLAWED: &str = "全面推进法制政府建设，犹其注重调解，调解成功率达98.2，群众满意。\n";

fn main() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/correct");
    let mut paths: Vec<_> = std::fs::read_dir(folder).expect("the corpus is there").flatten().map(|e| e.path()).collect();
    paths.sort();
    let all: String = paths.iter().map(|p| std::fs::read_to_string(p).expect("a report is text") + "\n").collect();
    println!("Full check");
    let example = run("the example", include_str!("../www/example.txt"));
    println!("figure\tnative-example\t{:.3}", example * 1e3);
    let mut costs = Vec::new();
    for size in [1_000, 10_000, 100_000, 1_000_000, 10_000_000] {
        let text = start(&all.repeat(size / all.len() + 1), size).to_owned();
        costs.push(run(&format!("{} kB", size / 1000), &text) / text.len() as f64);
    }
    let [_, _, hundred_kb, _, ten_mb] = costs.as_slice() else { return };
    println!("figure\tnative-100kB\t{:.1}", 1e-6 / hundred_kb);
    println!("figure\tnative-10MB-cost\t{:.2}", ten_mb / hundred_kb);

    println!("Cost by family of rules, 100 kB");
    by_family(start(&all.repeat(100_000 / all.len() + 1), 100_000));

    println!("Findings per repetition of a flawed paragraph");
    let per_repetition = [1_000, 10_000, 100_000, 1_000_000, 10_000_000].map(findings_per_repetition);
    let same = per_repetition == [TOLD_ONE_BY_ONE.len() as f64; 5];
    println!("figure\tnative-10MB-findings\t{}", if same { "same" } else { "different" });
}

/// The first `size` bytes of `text`, or up to three fewer.
fn start(text: &str, size: usize) -> &str {
    (0..4).find_map(|less| text.get(..size - less)).unwrap_or(text)
}

/// Prints what reading `text` takes without any rule, and what each family's rules take besides, in shares of a full check.
/// What rules of several families ask of a report is found once in a full check, and counted here for each of them.
fn by_family(text: &str) {
    let full = best(text, &Options::default()).0;
    let reading = best(text, &Options { only: vec!["no rule"], ..Options::default() }).0;
    let row = |name: &str, rules: usize, seconds: f64| {
        println!("{name:>12}: {:8.3} ms, {:5.1} %, {rules} rules", seconds * 1e3, 100.0 * seconds / full);
    };
    row("reading", 0, reading);
    for family in Family::ALL {
        let only: Vec<&str> =
            hegui::rules::all().iter().filter(|rule| rule.family == family && rule.on).map(|rule| rule.id).collect();
        let rules = only.len();
        row(family.id(), rules, best(text, &Options { only, ..Options::default() }).0 - reading);
    }
}

/// The seconds of the fastest check of `text`.
fn run(name: &str, text: &str) -> f64 {
    let (best, findings) = best(text, &Options::default());
    println!("{name:>12}: {:8.3} ms, {:6.1} MB/s, {findings} findings", best * 1e3, text.len() as f64 / best / 1e6);
    best
}

/// The seconds of the fastest check with these options, and how many findings it gives.
fn best(text: &str, options: &Options) -> (f64, usize) {
    let started = Instant::now();
    let mut best = f64::MAX;
    let mut findings = 0;
    while started.elapsed().as_secs_f64() < 1.5 {
        let start = Instant::now();
        findings = black_box(hegui::check(black_box(text), options)).findings.len();
        best = best.min(start.elapsed().as_secs_f64());
    }
    (best, findings)
}

fn findings_per_repetition(size: usize) -> f64 {
    let times = size / FLAWED.len();
    let text = FLAWED.repeat(times);
    let checked = hegui::check(&text, &Options::default());
    let found = checked.findings.iter().filter(|finding| TOLD_ONE_BY_ONE.contains(&finding.rule.id)).count();
    println!("{:>9} kB: {found} in {times} repetitions", size / 1000);
    found as f64 / times as f64
}
