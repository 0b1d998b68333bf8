//! The passages that two texts share.

use super::reading::{BREAK, Reading, Symbol};
use crate::facts::passages::GRAM;
use crate::text::{Seen, sort_by_number};

/// A passage has so many own characters: some two clauses, or one and a half lines of print. What two writers come to
/// write alike by chance, set phrases apart, is shorter.
const LEAST: usize = 30;
/// And so many of them without a change, so that usual phrases of a few characters in a row are no passage.
const CORE: usize = 12;
/// Names of places and people and dates that were replaced are no longer than this, in either text. No piece is so short, so
/// no other passage can lie between.
const GAP: usize = GRAM - 1;

/// A run of symbols that two texts share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its first symbol in the one text.
    pub a: usize,
    /// And in the other.
    pub b: usize,
    /// How many symbols it has.
    pub len: usize,
}

/// Runs with short differences between them.
#[derive(Debug)]
pub struct Run {
    /// In the order of both texts; never empty.
    pub pieces: Vec<Piece>,
    /// How many characters are shared, those of set phrases and common wording left out.
    pub own: usize,
}

/// Where each fingerprint of a text stands first.
pub struct Seeds {
    first: Seen,
    /// A bit for every hash by its low bits: most of what is asked for is not there, and this stays in the first cache.
    filter: Vec<u64>,
}

impl Seeds {
    /// Of a text.
    #[must_use]
    pub fn new(reading: &Reading) -> Self {
        let mut seeds = Self { first: Seen::default(), filter: vec![0; 1 << 10] };
        for print in &reading.prints {
            seeds.first.entry(u64::from(print.hash)).or_insert(print.at as usize);
            if let Some(word) = seeds.filter.get_mut(word(print.hash)) {
                *word |= 1 << (print.hash & 63);
            }
        }
        seeds
    }

    fn get(&self, hash: u32) -> Option<usize> {
        self.filter.get(word(hash)).filter(|word| *word >> (hash & 63) & 1 == 1)?;
        self.first.get(&u64::from(hash)).copied()
    }
}

fn word(hash: u32) -> usize {
    (hash >> 6) as usize & 0x3FF
}

/// The passages that `a` shares with `b`, whose fingerprints are `seeds`, in the order of `a`.
pub fn passages(a: &Reading, b: &Reading, seeds: &Seeds) -> Vec<Run> {
    let mut pieces = disjoint(extended(a, b, seeds), a.symbols.len(), b.symbols.len());
    sort_by_number(&mut pieces, |piece| piece.a as u64);
    let mut runs: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|last| follows(&a.symbols, &b.symbols, *last, piece)) => run.push(piece),
            _ => runs.push(vec![piece]),
        }
    }
    let own = |piece: &Piece| pairs(&a.symbols, &b.symbols, *piece).filter(|(a, b)| a.own && b.own).count();
    let long = |pieces: Vec<Piece>| {
        let counts: Vec<usize> = pieces.iter().map(own).collect();
        let all = counts.iter().sum();
        (all >= LEAST && counts.iter().any(|&count| count >= CORE)).then_some(Run { pieces, own: all })
    };
    runs.into_iter().filter_map(long).collect()
}

/// The symbols of a piece, side by side.
pub fn pairs<'s>(a: &'s [Symbol], b: &'s [Symbol], piece: Piece) -> impl Iterator<Item = (Symbol, Symbol)> + 's {
    let side = |symbols: &'s [Symbol], at: usize| symbols.get(at..at + piece.len).unwrap_or(&[]).iter().copied();
    side(a, piece.a).zip(side(b, piece.b))
}

/// The longest runs around every fingerprint that both texts have.
fn extended(a: &Reading, b: &Reading, seeds: &Seeds) -> Vec<Piece> {
    let like = |i: usize, k: usize| match (a.symbols.get(i), b.symbols.get(k)) {
        (Some(one), Some(other)) => one.char == other.char && one.char != BREAK,
        _ => false,
    };
    let mut pieces: Vec<Piece> = Vec::new();
    // Up to here long pieces reach: what overlaps them would be dropped, and need not be walked through again.
    let mut reach = 0;
    for print in &a.prints {
        let Some(b_at) = seeds.get(print.hash) else { continue };
        let a_at = print.at as usize;
        // The run around an earlier fingerprint may reach over this one.
        let known = |piece: &Piece| piece.a + b_at == piece.b + a_at && a_at < piece.a + piece.len;
        if a_at < reach || pieces.iter().rev().take(LEAST).any(known) {
            continue;
        }
        let behind = (0..).take_while(|&n| like(a_at + n, b_at + n)).count();
        let before = (1..=b_at.min(a_at - reach)).take_while(|&n| like(a_at - n, b_at - n)).count();
        // Another run may have the same hash.
        if behind >= GRAM {
            let piece = Piece { a: a_at - before, b: b_at - before, len: before + behind };
            reach = if piece.len >= LEAST { piece.a + piece.len } else { reach };
            pieces.push(piece);
        }
    }
    pieces
}

/// The pieces, the longest first, without what a longer one has in either text: nothing counts twice.
fn disjoint(mut pieces: Vec<Piece>, a_len: usize, b_len: usize) -> Vec<Piece> {
    sort_by_number(&mut pieces, |piece| u64::MAX - piece.len as u64);
    let (mut a_taken, mut b_taken) = (vec![false; a_len], vec![false; b_len]);
    let mut kept = Vec::new();
    for piece in pieces {
        let taken = |n: usize| {
            let of = |marks: &[bool], at: usize| marks.get(at + n).copied().unwrap_or(true);
            of(&a_taken, piece.a) || of(&b_taken, piece.b)
        };
        // A longer piece can only reach over an end.
        let skipped = (0..piece.len).take_while(|&n| taken(n)).count();
        let len = (skipped..piece.len).take_while(|&n| !taken(n)).count();
        if len < GRAM {
            continue;
        }
        let piece = Piece { a: piece.a + skipped, b: piece.b + skipped, len };
        a_taken.iter_mut().skip(piece.a).take(len).for_each(|taken| *taken = true);
        b_taken.iter_mut().skip(piece.b).take(len).for_each(|taken| *taken = true);
        kept.push(piece);
    }
    kept
}

/// Whether `next` goes on with the passage that `last` ends: a little further in both texts, in the same paragraph.
fn follows(a: &[Symbol], b: &[Symbol], last: Piece, next: Piece) -> bool {
    let close = |symbols: &[Symbol], from: usize, to: usize| {
        let between = if from <= to && to - from <= GAP { symbols.get(from..to) } else { None };
        between.is_some_and(|between| between.iter().all(|symbol| symbol.char != BREAK))
    };
    close(a, last.a + last.len, next.a) && close(b, last.b + last.len, next.b)
}
