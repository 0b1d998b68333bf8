//! Says that a newer version of the page is there.

use yew::prelude::*;

use crate::app::hooks::use_offline_copy;
use crate::app::interop::offline::{OfflineCopy, change_over};

/// Says, over any view, that a newer version of the page is there; nothing changes before the user agrees.
#[component]
pub fn NewVersion() -> Html {
    let copy = use_offline_copy();
    let later = use_state(|| false);
    let put_off = {
        let later = later.clone();
        move |_| later.set(true)
    };
    if copy != OfflineCopy::Newer || *later {
        return Html::default();
    }
    html! {
        <div class="notice new-version" role="status">
            <p>{ "本页有新版。换用时页面重新打开，草稿还在。" }</p>
            <button type="button" onclick={|_| change_over()}>{ "换用新版" }</button>
            <button type="button" aria-label="以后再换" onclick={put_off}>{ "✕" }</button>
        </div>
    }
}
