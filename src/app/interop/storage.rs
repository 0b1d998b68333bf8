//! The browser's storage: the draft, what is silenced, the settings, last year's report.

use super::settings::parse_kept;
use crate::app::previous::Previous;
use crate::app::state::State;
use crate::rules;
use crate::settings::{Settings, to_toml};

const TEXT: &str = "hegui/text";
const IGNORED: &str = "hegui/ignored";
const MUTED: &str = "hegui/muted";
const SETTINGS: &str = "hegui/settings";
const PREVIOUS: &str = "hegui/previous";

/// What is kept between visits.
pub struct Draft {
    /// The text.
    pub text: String,
    /// Names of the ignored findings.
    pub ignored: Vec<u64>,
    /// The rules silenced in it.
    pub muted: Vec<&'static str>,
    /// The settings.
    pub settings: Settings,
    /// Last year's report.
    pub previous: Option<Previous>,
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
    let muted = item(MUTED)?.split_whitespace().filter_map(|id| rules::find(id).map(|rule| rule.id)).collect();
    Ok(Draft {
        text: item(TEXT)?,
        ignored,
        muted,
        settings: parse_kept(&item(SETTINGS)?),
        previous: Previous::from_stored(&item(PREVIOUS)?),
    })
}

/// The kept settings alone.
///
/// # Errors
/// When the browser forbids storage.
pub fn settings() -> Result<Settings, Refused> {
    let kept = storage()?.get_item(SETTINGS).map_err(|_| Refused)?;
    Ok(parse_kept(&kept.unwrap_or_default()))
}

/// The kept text alone.
///
/// # Errors
/// When the browser forbids storage.
pub fn text() -> Result<String, Refused> {
    storage()?.get_item(TEXT).map(Option::unwrap_or_default).map_err(|_| Refused)
}

/// Keeps the draft: `text`, and what `state` knows of it.
///
/// # Errors
/// When the browser forbids storage or has no room.
pub fn store(text: &str, state: &State) -> Result<(), Refused> {
    let storage = storage()?;
    let ignored: String = state.ignored.iter().map(|name| format!("{name:016x}\n")).collect();
    let items = [(TEXT, text), (IGNORED, &ignored), (MUTED, &state.muted.join("\n")), (SETTINGS, &to_toml(&state.settings))];
    items.iter().try_for_each(|(key, value)| storage.set_item(key, value).map_err(|_| Refused))
}

/// Keeps last year's report, or lets it go.
///
/// # Errors
/// When the browser forbids storage or has no room.
pub fn store_previous(previous: Option<&Previous>) -> Result<(), Refused> {
    let storage = storage()?;
    let stored = match previous {
        Some(previous) => storage.set_item(PREVIOUS, &previous.to_stored()),
        None => storage.remove_item(PREVIOUS),
    };
    stored.map_err(|_| Refused)
}

fn storage() -> Result<web_sys::Storage, Refused> {
    // Reading the property itself throws where cookies are forbidden.
    web_sys::window().and_then(|window| window.local_storage().ok().flatten()).ok_or(Refused)
}
