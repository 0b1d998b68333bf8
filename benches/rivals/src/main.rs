//! Checks one file with one engine, in a process of its own: `rivals ENGINE FILE`. Prints the seconds of the fastest check,
//! what it found, and the most kilobytes the process held (0 where the system does not tell).

use std::hint::black_box;
use std::time::Instant;

/// Checks go on for this many seconds, and at least once.
const SECONDS: f64 = 1.0;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [engine, file] = arguments.as_slice() else { panic!("usage: rivals ENGINE FILE") };
    let text = std::fs::read_to_string(file).expect("a text");
    let check: fn(&str) -> usize = match engine.as_str() {
        "hegui" => hegui,
        "autocorrect" => autocorrect,
        "none" => str::len,
        other => panic!("there is no engine {other}"),
    };
    let began = Instant::now();
    let (mut best, mut found) = (f64::MAX, 0);
    while best == f64::MAX || began.elapsed().as_secs_f64() < SECONDS {
        let start = Instant::now();
        found = black_box(check(black_box(&text)));
        best = best.min(start.elapsed().as_secs_f64());
    }
    println!("{best} {found} {}", peak());
}

/// A whole report: findings with their places and fixes, the four parts, the reviewer's table.
fn hegui(text: &str) -> usize {
    hegui::Report::new(&hegui::check(text, &hegui::Options::default()), None).findings.len()
}

/// The lines that it would change, with how.
fn autocorrect(text: &str) -> usize {
    autocorrect::lint_for(text, "text").lines.len()
}

fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or(0)
}
