//! Reads a file as text.

use wasm_bindgen_futures::JsFuture;
use web_sys::{File, TextDecoder, TextDecoderOptions};

use crate::app::sniff::{LARGEST_FILE, LONGEST_TEXT, Refusal, encodings};

/// The text of `file`, whatever its encoding.
///
/// # Errors
/// When it is no text, too large, or cannot be read.
pub async fn read(file: &File) -> Result<String, Refusal> {
    if file.size() > LARGEST_FILE as f64 {
        return Err(Refusal::TooLarge);
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| Refusal::Binary)?;
    decode(&mut js_sys::Uint8Array::new(&buffer).to_vec())
}

fn decode(bytes: &mut [u8]) -> Result<String, Refusal> {
    for encoding in encodings(bytes)? {
        let options = TextDecoderOptions::new();
        options.set_fatal(true);
        let decoder = TextDecoder::new_with_label_and_options(encoding, &options);
        if let Ok(text) = decoder.and_then(|decoder| decoder.decode_with_u8_array(bytes)) {
            // UTF-8 never takes fewer bytes than UTF-16 takes units.
            if text.len() > LONGEST_TEXT && text.encode_utf16().count() > LONGEST_TEXT {
                return Err(Refusal::TooLong);
            }
            return Ok(text);
        }
    }
    Err(Refusal::Encoding)
}
