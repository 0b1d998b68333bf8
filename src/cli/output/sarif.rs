//! SARIF as a stream: the head, the results of one report after another, the tail.

use std::path::Path;

use super::Failure;
use crate::report::Report;
use crate::report::sarif::{COLUMN_KIND, Invocation, SCHEMA, VERSION, findings, relative_uri, tool};

/// Up to the first result.
pub fn head() -> String {
    format!(
        "{{\"$schema\":\"{SCHEMA}\",\"version\":\"{VERSION}\",\"runs\":[{{\"tool\":{},\"language\":\"zh-CN\",\
         \"columnKind\":\"{COLUMN_KIND}\",\"results\":[",
        json(&tool())
    )
}

/// Behind the last result.
pub fn tail(failures: &[Failure]) -> String {
    let told = failures.iter().map(|failure| (failure.message.clone(), failure.name.as_deref().map(uri)));
    format!("\n],\"invocations\":[{}]}}]}}\n", json(&Invocation::new(told)))
}

/// The results of one report, one on each line, with commas between them.
pub fn results(report: &Report, content: &str, name: &str) -> String {
    let results = findings(report, content, &uri(name)).into_iter().map(|finding| format!("\n{}", json(&finding)));
    results.collect::<Vec<_>>().join(",")
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// A file's name as a URI reference: relative as it was given, or `file://` and the whole path.
fn uri(name: &str) -> String {
    let root = if name.starts_with(['/', '\\']) { "file://" } else { "file:///" };
    let root = if Path::new(name).is_absolute() { root } else { "" };
    format!("{root}{}", relative_uri(name))
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn names_become_uris() {
        assert_eq!(uri("a b/清.txt"), "a%20b/%E6%B8%85.txt");
        #[cfg(unix)]
        assert_eq!(uri("/tmp/a.txt"), "file:///tmp/a.txt");
    }
}
