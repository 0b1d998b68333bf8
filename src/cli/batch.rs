//! Many inputs on all cores, answered in their order, with a bar on the terminal for a long run.

use std::collections::VecDeque;
use std::io::{IsTerminal as _, stdout};
use std::sync::mpsc;

use indicatif::{ProgressBar, ProgressStyle};

/// How many inputs a core may be ahead of the one that is answered next: what waits is held in memory, and one large file
/// must not keep the other cores waiting.
const AHEAD: usize = 16;
/// A run of fewer inputs shows no bar.
const MANY: usize = 20;

/// Does `work` for each item on all cores and hands each result to `done`, in the order of the items and as soon as it and
/// all before it are there. Only a few results are held at a time, however many items there are.
pub fn in_order<T: Send, R: Send>(items: Vec<T>, work: impl Fn(T) -> R + Sync, mut done: impl FnMut(R)) {
    let window = rayon::current_num_threads() * AHEAD;
    let work = &work;
    rayon::in_place_scope(|scope| {
        let mut items = items.into_iter();
        let mut due = VecDeque::with_capacity(window);
        loop {
            for item in items.by_ref().take(window - due.len()) {
                let (answer, waiting) = mpsc::sync_channel(1);
                // Nobody waits any more only where this thread has panicked.
                scope.spawn(move |_| drop(answer.send(work(item))));
                due.push_back(waiting);
            }
            let Some(next) = due.pop_front() else { break };
            if let Ok(result) = next.recv() {
                done(result);
            }
        }
    });
}

/// How far a run is; shown on standard error where that is a terminal and standard output is not, so that the two do not mix.
pub struct Progress(ProgressBar);

impl Progress {
    /// Of a run over so many inputs.
    #[must_use]
    pub fn new(inputs: usize) -> Self {
        if inputs < MANY || stdout().is_terminal() {
            return Self(ProgressBar::hidden());
        }
        // Hides itself where standard error is no terminal.
        let bar = ProgressBar::new(inputs as u64);
        let style = ProgressStyle::with_template("{bar:30} {pos}/{len}，约需 {eta}");
        Self(style.map_or_else(|_| ProgressBar::hidden(), |style| bar.with_style(style)))
    }

    /// One more is done.
    pub fn step(&self) {
        self.0.inc(1);
    }

    /// Does what writes to standard error, the bar out of the way.
    pub fn aside<R>(&self, write: impl FnOnce() -> R) -> R {
        self.0.suspend(write)
    }

    /// The run is over.
    pub fn end(self) {
        self.0.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn results_come_in_order_and_few_are_held() {
        let window = rayon::current_num_threads() * AHEAD;
        let (begun, mut seen, mut most) = (AtomicUsize::new(0), 0, 0);
        let work = |n: usize| {
            begun.fetch_add(1, Ordering::SeqCst);
            // The first of every ten takes longest.
            (0..(10 - n % 10) * 1_000).fold(n, |sum, _| std::hint::black_box(sum));
            n
        };
        in_order((0..2_000).collect(), work, |n| {
            assert_eq!(n, seen);
            most = most.max(begun.load(Ordering::SeqCst) - seen);
            seen += 1;
        });
        assert_eq!(seen, 2_000);
        assert!(most <= window, "{most} held");
        in_order(Vec::<u8>::new(), |n| n, |_| panic!("nothing to do"));
    }
}
