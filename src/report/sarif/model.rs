//! The shapes of SARIF 2.1.0 that a log of ours has, under the names of the standard.

use serde::Serialize;

/// The words of a message, or of anything else.
#[derive(Debug, Serialize)]
pub struct Text {
    pub(super) text: String,
}

/// The tool: this program and its rules.
#[derive(Debug, Serialize)]
pub struct Tool {
    pub(super) driver: Driver,
}

/// What the tool is called, and its rules.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Driver {
    pub(super) name: &'static str,
    pub(super) full_name: &'static str,
    pub(super) version: &'static str,
    pub(super) semantic_version: &'static str,
    pub(super) language: &'static str,
    pub(super) short_description: Text,
    pub(super) rules: Vec<Descriptor>,
}

/// A rule.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Descriptor {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) short_description: Text,
    pub(super) full_description: Text,
    pub(super) help: Text,
    pub(super) default_configuration: Configuration,
    pub(super) properties: Properties,
}

/// How a rule is set by default.
#[derive(Debug, Serialize)]
pub struct Configuration {
    pub(super) level: &'static str,
    pub(super) enabled: bool,
}

/// What the format has no name for.
#[derive(Debug, Serialize)]
pub struct Properties {
    pub(super) tags: [&'static str; 1],
    pub(super) basis: &'static str,
}

/// One finding.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    pub(super) rule_id: &'static str,
    pub(super) rule_index: Option<usize>,
    pub(super) level: &'static str,
    pub(super) message: Text,
    pub(super) locations: Vec<Location>,
    pub(super) partial_fingerprints: Fingerprints,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) related_locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) fixes: Vec<Fix>,
}

/// What tells a finding from others, whatever line it stands on.
#[derive(Debug, Serialize)]
pub struct Fingerprints {
    #[serde(rename = "findingHash/v1")]
    pub(super) hash: String,
}

/// A place in a file, or a whole file.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) message: Option<Text>,
    pub(super) physical_location: PhysicalLocation,
}

/// A file, and a region of it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PhysicalLocation {
    pub(super) artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) region: Option<Region>,
}

/// A file.
#[derive(Clone, Debug, Serialize)]
pub struct Artifact {
    pub(super) uri: String,
}

/// A region of a file: lines and columns from 1.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Region {
    pub(super) start_line: u32,
    pub(super) start_column: u32,
    pub(super) end_line: u32,
    pub(super) end_column: u32,
}

/// A way to mend a finding.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Fix {
    pub(super) description: Text,
    pub(super) artifact_changes: [Change; 1],
}

/// What a fix changes in a file.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    pub(super) artifact_location: Artifact,
    pub(super) replacements: Vec<Replacement>,
}

/// One replacement.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Replacement {
    pub(super) deleted_region: Region,
    pub(super) inserted_content: Text,
}

/// How a run went.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Invocation {
    pub(super) execution_successful: bool,
    pub(super) tool_execution_notifications: Vec<Notification>,
}

/// Something that went wrong in a run.
#[derive(Debug, Serialize)]
pub struct Notification {
    pub(super) level: &'static str,
    pub(super) message: Text,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) locations: Vec<Location>,
}
