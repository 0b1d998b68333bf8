//! The parts of a .docx file: a zip archive, opened with distrust.

use std::cell::Cell;

use miniz_oxide::inflate::decompress_to_vec_with_limit;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};

use super::rels::Relations;
use crate::files::ReadError;

/// Parts a document may have; real ones have dozens, and hundreds where every page holds a picture.
const MOST_PARTS: usize = 8192;
/// Bytes all parts that are read may unpack to. A report of a million characters has about 50 MB of XML.
const MOST_BYTES: usize = 128 << 20;
/// How many times its packed size a part may unpack to once it is larger than [`SMALL`]; XML of Word packs to a tenth
/// or, in long tables, a sixtieth.
const MOST_RATIO: usize = 300;
/// Parts up to this size are never too well packed.
const SMALL: usize = 4 << 20;

/// An opened archive.
pub struct Package<'a> {
    archive: ZipSliceArchive<&'a [u8]>,
    parts: Vec<Part>,
    /// Bytes that may still be unpacked.
    left: Cell<usize>,
}

struct Part {
    name: String,
    place: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    encrypted: bool,
}

impl<'a> Package<'a> {
    /// Lists the parts.
    ///
    /// # Errors
    /// When the archive breaks off or has too many parts.
    pub fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let archive = ZipArchive::from_slice(bytes).map_err(|_| ReadError::Damaged)?;
        let mut parts = Vec::new();
        let mut entries = archive.entries();
        while let Some(entry) = entries.next_entry().map_err(|_| ReadError::Damaged)? {
            if parts.len() == MOST_PARTS {
                return Err(ReadError::Bomb);
            }
            parts.push(Part {
                // Some programs write the separator of their own system.
                name: String::from_utf8_lossy(entry.file_path().as_ref()).replace('\\', "/").trim_start_matches('/').to_owned(),
                place: entry.wayfinder(),
                method: entry.compression_method(),
                encrypted: entry.flags().is_encrypted(),
            });
        }
        Ok(Self { archive, parts, left: Cell::new(MOST_BYTES) })
    }

    /// Whether there is a part of this name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// The text of a part; `None` where there is none of this name.
    ///
    /// # Errors
    /// When it is damaged, encrypted, or unpacks to more than is plausible.
    pub fn part(&self, name: &str) -> Result<Option<String>, ReadError> {
        let Some(part) = self.find(name) else { return Ok(None) };
        if part.encrypted {
            return Err(ReadError::Encrypted);
        }
        let entry = self.archive.get_entry(part.place).map_err(|_| ReadError::Damaged)?;
        let packed = entry.data();
        let limit = self.left.get().min((packed.len().saturating_mul(MOST_RATIO)).max(SMALL));
        let bytes = if part.method == CompressionMethod::STORE {
            packed.to_vec()
        } else if part.method == CompressionMethod::DEFLATE {
            decompress_to_vec_with_limit(packed, limit).map_err(|failure| match failure.status {
                miniz_oxide::inflate::TINFLStatus::HasMoreOutput => ReadError::Bomb,
                _ => ReadError::Damaged,
            })?
        } else {
            return Err(ReadError::Foreign("用特殊方法压缩的文档"));
        };
        self.left.set(self.left.get().saturating_sub(bytes.len()));
        let claim = rawzip::ZipVerification { crc: crc32(&bytes), uncompressed_size: bytes.len() as u64 };
        entry.claim_verifier().valid(claim).map_err(|_| ReadError::Damaged)?;
        xml_text(bytes).map(Some).ok_or(ReadError::Damaged)
    }

    /// What the part `name` refers to; the empty name is the package itself.
    ///
    /// # Errors
    /// As [`Package::part`].
    pub fn relations(&self, name: &str) -> Result<Relations, ReadError> {
        let (folder, file) = name.rsplit_once('/').map_or((String::new(), name), |(folder, file)| (format!("{folder}/"), file));
        let xml = self.part(&format!("{folder}_rels/{file}.rels"))?;
        xml.map_or_else(|| Ok(Relations::default()), |xml| Relations::read(&xml, &folder))
    }

    fn find(&self, name: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.name.eq_ignore_ascii_case(name))
    }
}

/// The characters of an XML part: UTF-8, or UTF-16 behind its mark.
fn xml_text(bytes: Vec<u8>) -> Option<String> {
    let units = |read: fn([u8; 2]) -> u16| {
        let (pairs, _) = bytes.get(2..)?.as_chunks();
        String::from_utf16(&pairs.iter().map(|&pair| read(pair)).collect::<Vec<u16>>()).ok()
    };
    match bytes.as_slice() {
        [0xFF, 0xFE, ..] => units(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => units(u16::from_be_bytes),
        _ => String::from_utf8(bytes).ok(),
    }
}

/// The check sum of zip archives. Half a byte at a step: the table of `rawzip` would weigh 16 kB in the page.
fn crc32(bytes: &[u8]) -> u32 {
    const STEP: [u32; 16] = {
        let mut table = [0; 16];
        let mut i = 0;
        while i < 16 {
            let mut rest = i as u32;
            let mut bit = 0;
            while bit < 4 {
                rest = if rest & 1 == 1 { rest >> 1 ^ 0xEDB8_8320 } else { rest >> 1 };
                bit += 1;
            }
            table[i] = rest;
            i += 1;
        }
        table
    };
    let step = |sum: u32| sum >> 4 ^ STEP[(sum & 15) as usize];
    !bytes.iter().fold(!0, |sum, &byte| step(step(sum ^ u32::from(byte))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_sum_is_that_of_zip() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn parts_may_be_utf_16() {
        let bytes = |mark: &str| format!("{mark}<法/>").encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        assert_eq!(xml_text(bytes("\u{FEFF}")).as_deref(), Some("<法/>"));
        assert_eq!(xml_text(vec![b'<', 0xFF]), None);
    }
}
