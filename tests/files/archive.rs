//! Zip archives made for tests, as wrong as a test wants them.

/// One entry.
pub struct Entry<'a> {
    pub name: &'a str,
    pub bytes: Vec<u8>,
    /// 0 stored, 8 deflated, anything else a method that is not known.
    pub method: u16,
    pub flags: u16,
    /// Added to the right check sum.
    pub off: u32,
}

impl<'a> Entry<'a> {
    pub fn stored(name: &'a str, text: &str) -> Self {
        Self { name, bytes: text.as_bytes().to_vec(), method: 0, flags: 0, off: 0 }
    }

    pub fn deflated(name: &'a str, text: &str) -> Self {
        Self { method: 8, ..Self::stored(name, text) }
    }
}

/// An archive of these entries.
pub fn archive(entries: &[Entry]) -> Vec<u8> {
    let (mut files, mut directory) = (Vec::new(), Vec::new());
    for entry in entries {
        let packed = if entry.method == 8 { miniz_oxide::deflate::compress_to_vec(&entry.bytes, 9) } else { entry.bytes.clone() };
        let mut common = Vec::new();
        common.extend([20, 0]);
        common.extend(entry.flags.to_le_bytes());
        common.extend(entry.method.to_le_bytes());
        common.extend([0; 4]);
        common.extend(crc32(&entry.bytes).wrapping_add(entry.off).to_le_bytes());
        common.extend((packed.len() as u32).to_le_bytes());
        common.extend((entry.bytes.len() as u32).to_le_bytes());
        common.extend((entry.name.len() as u16).to_le_bytes());
        common.extend([0; 2]);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend((files.len() as u32).to_le_bytes());
        directory.extend(entry.name.as_bytes());
        files.extend(b"PK\x03\x04");
        files.extend(&common);
        files.extend(entry.name.as_bytes());
        files.extend(&packed);
    }
    let (at, length, count) = (files.len() as u32, directory.len() as u32, entries.len() as u16);
    files.extend(&directory);
    files.extend(b"PK\x05\x06\0\0\0\0");
    files.extend(count.to_le_bytes());
    files.extend(count.to_le_bytes());
    files.extend(length.to_le_bytes());
    files.extend(at.to_le_bytes());
    files.extend([0; 2]);
    files
}

fn crc32(bytes: &[u8]) -> u32 {
    let bit = |sum: u32| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 };
    !bytes.iter().fold(!0, |sum, &byte| (0..8).fold(sum ^ u32::from(byte), |sum, _| bit(sum)))
}
