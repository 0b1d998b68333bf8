//! The page: mounts the application into the document.

// Links the library, and with it the functions it exports to JavaScript.
#[cfg(target_arch = "wasm32")]
use hegui as _;

#[cfg(target_arch = "wasm32")]
#[yew::component]
fn Page() -> yew::Html {
    yew::html! { <main><h1>{ "合规 Hegui" }</h1></main> }
}

#[cfg(target_arch = "wasm32")]
fn main() {
    yew::Renderer::<Page>::new().render();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this program is built for the browser: run scripts/serve");
    std::process::exit(1);
}
