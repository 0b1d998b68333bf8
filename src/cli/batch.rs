//! Many inputs on all cores, answered in their order, with a bar on the terminal for a long run.

use std::io::{IsTerminal as _, stdout};
use std::sync::mpsc;
use std::thread;

use indicatif::{ProgressBar, ProgressStyle};

/// How many inputs a core may be ahead of the one that is answered next: what waits is held in memory, and one large file
/// must not keep the other cores waiting.
const AHEAD: usize = 16;
/// A run of fewer inputs shows no bar.
const MANY: usize = 20;

/// Does `work` for each item on all cores and hands each result to `done`, in the order of the items and as soon as it and
/// all before it are there. Items are taken as there is room for them: only a few are held at a time, and fewer where `weight`
/// tells that they are large (1 is an ordinary one).
pub fn in_order<T: Send, R: Send>(
    items: impl Iterator<Item = T> + Send,
    weight: impl Fn(&T) -> usize + Send,
    work: impl Fn(T) -> R + Sync,
    mut done: impl FnMut(R),
) {
    let room = rayon::current_num_threads() * AHEAD;
    let work = &work;
    rayon::in_place_scope(|scope| {
        // Items may come slowly, as through a pipe; waiting for the next must not keep back what is done. The channels live
        // in here so that a panic in `done` ends the thread.
        thread::scope(|threads| {
            let (begun, due) = mpsc::channel();
            let (over, left) = mpsc::channel();
            threads.spawn(move || {
                let mut held = 0;
                for item in items {
                    let weight = weight(&item);
                    while held > 0 && held + weight > room {
                        let Ok(weight) = left.recv() else { return };
                        held -= weight;
                    }
                    held += weight;
                    let (answer, waiting) = mpsc::sync_channel(1);
                    // Nobody waits any more only where the other thread has panicked.
                    scope.spawn(move |_| drop(answer.send(work(item))));
                    let _ = begun.send((waiting, weight));
                }
            });
            for (waiting, weight) in due {
                if let Ok(result) = waiting.recv() {
                    done(result);
                }
                // The last ones find nobody who wants to know.
                let _ = over.send(weight);
            }
        });
    });
}

/// The weight of items none of which is known to be large.
pub fn alike<T>(_: &T) -> usize {
    1
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
    use std::time::Duration;

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
        let one = |_: &usize| 1;
        in_order(0..2_000, one, work, |n| {
            assert_eq!(n, seen);
            most = most.max(begun.load(Ordering::SeqCst) - seen);
            seen += 1;
        });
        assert_eq!(seen, 2_000);
        assert!(most <= window, "{most} held");
        in_order(0..0, one, |n| n, |_| panic!("nothing to do"));
    }

    #[test]
    fn large_items_leave_room_for_fewer() {
        let room = rayon::current_num_threads() * AHEAD;
        for (weight, held) in [(room / 4, 4), (room, 1), (room * 9, 1)] {
            let (begun, mut seen) = (AtomicUsize::new(0), 0);
            in_order(
                0..50,
                |_| weight,
                |_| begun.fetch_add(1, Ordering::SeqCst),
                |_| {
                    thread::sleep(Duration::from_millis(1));
                    assert!(begun.load(Ordering::SeqCst) - seen <= held, "{weight}");
                    seen += 1;
                },
            );
            assert_eq!(seen, 50);
        }
    }

    #[test]
    fn what_is_done_does_not_wait_for_the_next_to_come() {
        let (ask, asked) = mpsc::channel();
        ask.send(0).expect("somebody asks");
        let mut seen = Vec::new();
        // Each answer brings the next question.
        in_order(asked.into_iter(), |_| 1, |n: u8| n, {
            let mut ask = Some(ask);
            let seen = &mut seen;
            move |n| {
                seen.push(n);
                match &ask {
                    Some(asking) if n < 9 => asking.send(n + 1).expect("somebody asks"),
                    _ => ask = None,
                }
            }
        });
        assert_eq!(seen, (0..10).collect::<Vec<_>>());
    }
}
