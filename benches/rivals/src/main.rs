//! Checks one file with one engine, in a process of its own: `rivals ENGINE FILE`. Prints the processor's seconds for a check,
//! what it found, and the most kilobytes the process held (0 where the system does not tell).

use std::hint::black_box;
use std::time::Instant;

/// Checks go on for this many seconds, and at least once.
const SECONDS: f64 = 1.0;
/// Of a second, in which Linux counts the time of processors.
const TICKS: f64 = 100.0;

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
    let (began, worked) = (Instant::now(), busy());
    let (mut checks, mut found) = (0, 0);
    while checks == 0 || began.elapsed().as_secs_f64() < SECONDS {
        found = black_box(check(black_box(&text)));
        checks += 1;
    }
    // The clock counts what other programs do meanwhile, too.
    let seconds = busy().zip(worked).map_or(began.elapsed().as_secs_f64(), |(now, worked)| now - worked);
    println!("{} {found} {}", seconds / f64::from(checks), peak());
}

/// A whole report: findings with their places and fixes, the four parts, the reviewer's table.
fn hegui(text: &str) -> usize {
    hegui::Report::new(&hegui::check(text, &hegui::Options::default()), None).findings.len()
}

/// The lines that it would change, with how.
fn autocorrect(text: &str) -> usize {
    autocorrect::lint_for(text, "text").lines.len()
}

/// The processor's seconds for all threads of this process so far, where the system tells.
fn busy() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The name, in brackets, may have blanks; user time and system time are the 14th and 15th fields.
    let fields = stat.rsplit(')').next()?.split_whitespace().skip(11).take(2);
    Some(fields.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / TICKS)
}

fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or(0)
}
