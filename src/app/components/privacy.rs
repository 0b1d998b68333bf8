//! Where the texts go (nowhere), how to make sure of it, and the copy that opens without the server.

use yew::prelude::*;

use crate::app::hooks::use_offline_copy;
use crate::app::interop::offline::{OfflineCopy, make_copy, remove_copy};

/// How anyone can make sure that nothing leaves.
const PROOFS: &[&str] = &[
    "拔掉网线或打开飞行模式，照常检查、审查、导出。",
    "按 F12，在“网络”（Network）里看：打开本页以后，只有本页自己的文件，检查和导出时没有任何请求。",
    "在页面上点右键，选“查看网页源代码”：开头的内容安全策略（Content-Security-Policy）规定浏览器只准连接本页所在的服务器；单文件版一个连接也不准。",
];

/// Where the texts go, and how to make sure of it.
#[component]
pub fn Privacy() -> Html {
    let copy = use_offline_copy();
    html! {
        <>
            <h3>{ "文字去了哪里" }</h3>
            <p>{ "哪里也没去。检查在这台电脑的浏览器里完成，不联网；草稿、桌上的材料、忽略的问题和设置存在这个浏览器里，下次打开还在，清除浏览数据就没有了。" }</p>
            <p>{ "可以这样核实：" }</p>
            <ol class="proofs">{ for PROOFS.iter().map(|proof| html! { <li>{ *proof }</li> }) }</ol>
            <p class="offline-copy" role="status">
                { standing(copy) }
                { match copy {
                    OfflineCopy::Declined => html! { <button type="button" onclick={|_| make_copy()}>{ "留离线副本" }</button> },
                    OfflineCopy::Ready | OfflineCopy::Newer => {
                        html! { <button type="button" onclick={|_| remove_copy()}>{ "删除离线副本" }</button> }
                    }
                    OfflineCopy::Whole | OfflineCopy::None | OfflineCopy::Coming => Html::default(),
                } }
            </p>
        </>
    }
}

/// How the offline copy stands, in a sentence.
fn standing(copy: OfflineCopy) -> &'static str {
    match copy {
        OfflineCopy::Whole => "这是单文件版，不用服务器，断网也能打开。",
        OfflineCopy::None => "这个浏览器或这个网址不能留离线副本，打开本页要连服务器；单文件版（hegui.html）不用服务器。",
        OfflineCopy::Declined => "没有留离线副本，打开本页要连服务器。",
        OfflineCopy::Coming => "正在留离线副本。",
        OfflineCopy::Ready => "已留离线副本，断网或服务器停了也能打开本页。",
        OfflineCopy::Newer => "已留离线副本，另有新版可以换用。",
    }
}
