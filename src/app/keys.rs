//! Names for findings that survive edits elsewhere: what 忽略 remembers.

use crate::diagnostic::Finding;
use crate::text::sort_by_number;

/// Characters of context on each side that belong to a finding's name.
const CONTEXT: usize = 8;

/// A name for each of `findings` (of `text`), all different.
///
/// Made of the rule, the offending text and a little of its line around it, so that it changes only when
/// the place itself is edited; equal places are told apart by their order.
#[must_use]
pub fn keys(text: &str, findings: &[Finding]) -> Vec<u64> {
    let mut keys: Vec<u64> = findings.iter().map(|finding| name(text, finding)).collect();
    let mut places: Vec<usize> = (0..keys.len()).collect();
    sort_by_number(&mut places, |&place| keys.get(place).copied().unwrap_or(0));
    let mut last = None;
    for place in places {
        let Some(key) = keys.get_mut(place) else { continue };
        let nth = last.filter(|&(name, _)| name == *key).map_or(0, |(_, nth)| nth + 1);
        last = Some((*key, nth));
        *key = key.wrapping_add(nth);
    }
    keys
}

/// What `finding` shares with those of equal places.
fn name(text: &str, finding: &Finding) -> u64 {
    let mut hash = Fnv::new();
    hash.write(finding.rule.id);
    match finding.about {
        // What is missing has no place of its own: its name is what it speaks of.
        Some(part) => hash.write(part.id()),
        None => {
            let before = text.get(..finding.span.start).unwrap_or("");
            let after = text.get(finding.span.end..).unwrap_or("");
            for c in before.chars().rev().take_while(|&c| c != '\n').take(CONTEXT) {
                hash.write_char(c);
            }
            hash.write(finding.span.of(text));
            for c in after.chars().take_while(|&c| c != '\n').take(CONTEXT) {
                hash.write_char(c);
            }
        }
    }
    hash.0
}

/// The 64-bit FNV-1a hash.
struct Fnv(u64);

impl Fnv {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn write(&mut self, text: &str) {
        for byte in text.bytes().chain([0xff]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn write_char(&mut self, c: char) {
        self.write(c.encode_utf8(&mut [0; 4]));
    }
}

#[cfg(test)]
mod tests {
    use super::keys;
    use crate::check::{Options, check};

    fn keys_of(text: &str) -> Vec<u64> {
        let options = Options { only: vec!["fazhi-term"], ..Options::default() };
        keys(text, &check(text, &options).findings)
    }

    #[test]
    fn a_name_survives_edits_elsewhere() {
        let before = keys_of("甲。\n推进法制政府建设，取得成效。");
        let after = keys_of("甲乙丙。\n新的一段。\n全年推进法制政府建设，取得成效。全年");
        assert_eq!(before.len(), 1);
        assert_ne!(before, after, "the words directly around it are part of its name");
        assert_eq!(before, keys_of("甲乙丙。\n新的一段。\n推进法制政府建设，取得成效。全年受理。"));
    }

    #[test]
    fn equal_places_have_different_names() {
        let found = keys_of("推进法制政府建设。\n推进法制政府建设。");
        assert_eq!(found.len(), 2);
        assert_ne!(found[0], found[1]);
    }
}
