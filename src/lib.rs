//! 合规 Hegui: checks the annual report on law-based government (法治政府建设年度报告).

#[cfg(target_arch = "wasm32")]
pub mod js;
