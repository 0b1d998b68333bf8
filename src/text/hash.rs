//! Hashes of characters, and where each was seen: the same on every machine.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// FNV-1a over characters.
pub struct Hash(pub u64);

impl Hash {
    /// Of no characters.
    #[must_use]
    pub fn new() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }

    /// Adds a character.
    pub fn add(&mut self, c: char) {
        self.0 = (self.0 ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01B3);
    }
}

impl Default for Hash {
    fn default() -> Self {
        Self::new()
    }
}

/// A hash of `chars`, made two at a time.
#[must_use]
pub fn of(chars: &[char]) -> u64 {
    let with = |hash: u64, pair: u64| {
        let hash = (hash ^ pair).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        hash ^ hash >> 32
    };
    let (pairs, odd) = chars.as_chunks();
    let hash = pairs.iter().fold(0, |hash, &[a, b]| with(hash, u64::from(u32::from(a)) << 32 | u64::from(u32::from(b))));
    odd.iter().fold(hash, |hash, &c| with(hash, u64::from(u32::from(c))))
}

/// Where each hash was first seen.
pub type Seen = HashMap<u64, usize, BuildHasherDefault<Hashed>>;

/// Takes hashes as they are.
#[derive(Default)]
pub struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.0 = self.0 << 8 | u64::from(byte));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}
