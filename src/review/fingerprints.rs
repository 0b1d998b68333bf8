//! Fingerprints of a text: a few of its runs of characters, chosen the same way in every text.
//!
//! Winnowing (Schleimer, Wilkerson, Aiken 2003): of every few runs in a row the one of least hash is kept, so that two
//! texts that share [`GRAM`] + [`WINDOW`] - 1 characters share a fingerprint.

use super::reading::{BREAK, Symbol};
use crate::facts::passages::{GRAM, grams};

/// Of so many runs in a row one is kept at least.
const WINDOW: usize = 5;

/// A run of characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Print {
    /// Its hash.
    pub hash: u32,
    /// The symbol it starts at.
    pub at: u32,
}

/// The fingerprints of `symbols`, ascending; none crosses a paragraph or lies in set phrases as a whole.
pub fn prints(symbols: &[Symbol]) -> Vec<Print> {
    let mut prints = Vec::with_capacity(symbols.len() / 2);
    let mut hashes = Vec::new();
    let mut start = 0;
    for paragraph in symbols.split(|symbol| symbol.char == BREAK) {
        hash_runs(paragraph, &mut hashes);
        winnow(&hashes, start, &mut prints);
        start += paragraph.len() + 1;
    }
    prints
}

/// The hash of a run without own words; never a fingerprint.
const NONE: u32 = u32::MAX;

/// The hash of every run of the paragraph.
fn hash_runs(paragraph: &[Symbol], hashes: &mut Vec<u32>) {
    hashes.clear();
    let mut own = paragraph.iter().take(GRAM - 1).filter(|symbol| symbol.own).count();
    let mut last = paragraph.iter().skip(GRAM - 1);
    for (first, run) in paragraph.iter().zip(grams(paragraph.iter().map(|symbol| symbol.char))) {
        own += usize::from(last.next().is_some_and(|symbol| symbol.own));
        // The high bits of the product depend on all of the run.
        let mixed = run.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
        hashes.push(if own == 0 { NONE } else { mixed as u32 });
        own -= usize::from(first.own);
    }
}

/// Keeps the last least hash of every window.
fn winnow(hashes: &[u32], start: usize, prints: &mut Vec<Print>) {
    let (mut least, mut kept) = ((NONE, 0), None);
    for (at, &hash) in hashes.iter().enumerate() {
        if hash <= least.0 {
            least = (hash, at);
        } else if least.1 + WINDOW <= at {
            // The least one left the window.
            let window = (at + 1 - WINDOW..).zip(hashes.get(at + 1 - WINDOW..=at).unwrap_or(&[]));
            least = window.fold((NONE, at), |least, (at, &hash)| if hash <= least.0 { (hash, at) } else { least });
        }
        let full = at + 1 >= WINDOW.min(hashes.len());
        if full && least.0 != NONE && kept.replace(least.1) != Some(least.1) {
            prints.push(Print { hash: least.0, at: (start + least.1) as u32 });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn symbols(text: &str) -> Vec<Symbol> {
        text.chars().map(|char| Symbol { char, start: 0, len: 0, own: true }).collect()
    }

    fn hashes(text: &str) -> Vec<u32> {
        prints(&symbols(text)).into_iter().map(|print| print.hash).collect()
    }

    #[test]
    fn texts_that_share_twelve_characters_share_a_fingerprint() {
        let shared = "建立镇村两级法律顾问联系制";
        for at in 0..=shared.chars().count() - (GRAM + WINDOW - 1) {
            let run: String = shared.chars().skip(at).take(GRAM + WINDOW - 1).collect();
            let (one, other) = (hashes(&format!("今年以来新建{run}并向群众宣传")), hashes(&format!("甲乙丙{run}丁戊")));
            assert!(one.iter().any(|hash| other.contains(hash)), "{run}");
        }
    }

    #[test]
    fn fingerprints_are_few_and_stand_in_one_paragraph() {
        let text = "依托综治中心整合司法所派出所力量全年排查矛盾纠纷成功调处\n组织调解员轮训完善村级调解室为群众提供一站式服务";
        let found = prints(&symbols(text));
        assert!(found.len() * 2 < text.chars().count() && found.len() >= 8, "{}", found.len());
        let line_end = text.chars().position(|c| c == BREAK).unwrap_or(0);
        assert!(found.iter().all(|print| !(print.at as usize..print.at as usize + GRAM).contains(&line_end)));
        assert!(hashes("短短的七个字呀").is_empty());
    }
}
