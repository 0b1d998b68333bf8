//! The bar at the bottom.

use yew::prelude::*;

use super::parts::grouped;
use crate::app::state::{Saving, State};
use crate::report::count_characters;

/// The bar at the bottom.
pub fn footer(state: &State) -> Html {
    let tenths = state.check_micros / 100;
    let saved = match &state.saving {
        Saving::Nothing => "草稿自动保存在本机".to_owned(),
        Saving::Pending => "正在保存…".to_owned(),
        Saving::Saved(time) => format!("已保存 {time}"),
        Saving::Refused | Saving::Forked => "没有保存".to_owned(),
    };
    html! {
        <footer class="foot">
            <span>{ format!("{} 字", grouped(count_characters(&state.text))) }</span>
            if !state.text.is_empty() {
                <span>{ format!("检查用时 {}.{} 毫秒", tenths / 10, tenths % 10) }</span>
            }
            <span class="keys"><kbd>{ "F8" }</kbd>{ "下一个问题" }</span>
            <span class="saved" data-refused={matches!(state.saving, Saving::Refused | Saving::Forked).to_string()}>{ saved }</span>
            <span class="local">{ "离线可用 · 文字不离开本机" }</span>
        </footer>
    }
}
