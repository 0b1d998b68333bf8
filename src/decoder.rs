//! Old encodings, by what the platform has: `encoding_rs` natively, in the page the browser's `TextDecoder`.

/// Decodes `bytes` as the encoding of the label `gb18030` or `big5`; `None` where they do not fit.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

/// Decodes `bytes` as the encoding of the label `gb18030` or `big5`; `None` where they do not fit.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    let options = web_sys::TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = web_sys::TextDecoder::new_with_label_and_options(label, &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}

/// The bytes of `text` in an encoding, behind a byte order mark if `marked`; `None` where a character has none.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn encode(text: &str, encoding: crate::files::Encoding, marked: bool) -> Option<Vec<u8>> {
    use crate::files::Encoding;
    let mark = if marked { "\u{FEFF}" } else { "" };
    let units = || mark.encode_utf16().chain(text.encode_utf16());
    let old = |encoding: &'static encoding_rs::Encoding| {
        let (bytes, _, lost) = encoding.encode(text);
        (!lost).then(|| bytes.into_owned())
    };
    match encoding {
        Encoding::Utf8 => Some([mark, text].concat().into_bytes()),
        Encoding::Utf16Le => Some(units().flat_map(u16::to_le_bytes).collect()),
        Encoding::Utf16Be => Some(units().flat_map(u16::to_be_bytes).collect()),
        Encoding::Gb18030 => old(encoding_rs::GB18030),
        Encoding::Big5 => old(encoding_rs::BIG5),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Encoding;

    #[test]
    fn loses_no_character_an_old_encoding_cannot_write() {
        assert_eq!(encode("法治𠮷😀", Encoding::Big5, false), None);
        assert_eq!(encode("法治", Encoding::Gb18030, false).and_then(|bytes| decode("gb18030", &bytes)).as_deref(), Some("法治"));
    }
}
