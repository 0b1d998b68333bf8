//! The browser's storage: the draft, the ignored findings, the settings.

use super::settings::parse_kept;
use crate::settings::{Settings, to_toml};

const TEXT: &str = "hegui/text";
const IGNORED: &str = "hegui/ignored";
const SETTINGS: &str = "hegui/settings";

/// What is kept between visits.
pub struct Draft {
    /// The text.
    pub text: String,
    /// Names of the ignored findings.
    pub ignored: Vec<u64>,
    /// The settings.
    pub settings: Settings,
}

/// Storage that is forbidden or full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

/// The kept draft; what was never kept is empty.
///
/// # Errors
/// When the browser forbids storage.
pub fn load() -> Result<Draft, Refused> {
    let storage = storage()?;
    let item = |key| storage.get_item(key).map(Option::unwrap_or_default).map_err(|_| Refused);
    let ignored = item(IGNORED)?.split_whitespace().filter_map(|hex| u64::from_str_radix(hex, 16).ok()).collect();
    Ok(Draft { text: item(TEXT)?, ignored, settings: parse_kept(&item(SETTINGS)?) })
}

/// The kept text alone.
///
/// # Errors
/// When the browser forbids storage.
pub fn text() -> Result<String, Refused> {
    storage()?.get_item(TEXT).map(Option::unwrap_or_default).map_err(|_| Refused)
}

/// Keeps the draft.
///
/// # Errors
/// When the browser forbids storage or has no room.
pub fn store(text: &str, ignored: &[u64], settings: &Settings) -> Result<(), Refused> {
    let storage = storage()?;
    let mut names = String::new();
    for name in ignored {
        names.push_str(&format!("{name:016x}\n"));
    }
    let items = [(TEXT, text), (IGNORED, &names), (SETTINGS, &to_toml(settings))];
    items.iter().try_for_each(|(key, value)| storage.set_item(key, value).map_err(|_| Refused))
}

fn storage() -> Result<web_sys::Storage, Refused> {
    // Reading the property itself throws where cookies are forbidden.
    web_sys::window().and_then(|window| window.local_storage().ok().flatten()).ok_or(Refused)
}
