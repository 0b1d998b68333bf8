//! The page: mounts the application into the document. A worker, which has no document, gets the exports alone.

#[cfg(target_arch = "wasm32")]
fn main() {
    if web_sys::window().is_none() {
        return;
    }
    std::panic::set_hook(Box::new(|panic| hegui::app::interop::browser::show_failure(&panic.to_string())));
    yew::Renderer::<hegui::app::components::Root>::new().render();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this program is built for the browser: run scripts/serve");
    std::process::exit(1);
}
