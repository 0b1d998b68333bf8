//! How the copy of the page that opens without its server stands.

use yew::prelude::*;

use crate::app::interop::offline::{OfflineCopy, Watch};

/// How the offline copy stands, now and after every change.
#[hook]
pub fn use_offline_copy() -> OfflineCopy {
    let copy = use_state_eq(|| OfflineCopy::Coming);
    let setter = copy.setter();
    use_effect_with((), move |()| {
        let watch = Watch::new(move |now| setter.set(now));
        move || drop(watch)
    });
    *copy
}
