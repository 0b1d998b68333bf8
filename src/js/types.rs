//! The TypeScript side of the surface; the shapes are those of [`crate::report`].

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &'static str = r#"
/** Half-open, in UTF-16 code units of the text. */
export type Range = [number, number];
export type Severity = "error" | "warning" | "info";
export type Part = "achievements" | "shortcomings" | "leader-duties" | "next-year";
export type Profile =
  | "township" | "subdistrict" | "county" | "county-dept" | "city" | "city-dept" | "province" | "province-dept" | "zone";
export type Family =
  | "structure" | "content" | "numbering" | "punctuation" | "numerals" | "date" | "terms" | "consistency";

export interface CheckOptions {
  /** The kind of body; "auto" (the default) takes it from the text. */
  profile?: Profile | "auto" | null;
  /** The report year, where the text does not say. */
  year?: number | null;
  /** Ids of the only rules to run. */
  only?: string[] | null;
  /** Ids of rules to run although they are off by default. */
  on?: string[] | null;
  /** Ids of rules to leave out. */
  skip?: string[] | null;
  /** The text of last year's report, to compare with. */
  previous?: string | null;
  /** What a hegui.toml says, as its table; the options above win. */
  settings?: Settings | null;
}
export interface FixOptions {
  /** Whether to make the fixes that need a look too. */
  unsafe?: boolean | null;
  /** What a hegui.toml says, as its table. */
  settings?: Settings | null;
}
export interface Settings {
  profile?: Profile | "auto";
  year?: number;
  /** Words accepted as they are. */
  terms?: string[];
  /** Ids of rules that are off, or on although they are off by default. */
  rules?: { off?: string[]; on?: string[] };
  severity?: Record<string, Severity>;
  /** Whether the order of the parts and an addressee are asked for. */
  habits?: { "part-order"?: boolean; addressee?: boolean };
  /** Margins in millimetres, names of fonts. */
  layout?: { margins?: Record<string, number>; fonts?: Record<string, string> };
}
export interface Fixed {
  text: string;
  /** Findings mended. */
  applied: number;
  /** Findings left because another fix stood in the way. */
  skipped: number;
}
export interface CompareText {
  /** What to call it, such as the file's name. */
  id: string;
  text: string;
  /** Which year's report it is; "this-year" is the default. */
  group?: "this-year" | "last-year" | null;
}
export interface Likeness {
  schema: "hegui/likeness/1";
  /** Wording in more texts than this is common wording and not counted. */
  limit: number;
  texts: ComparedText[];
  /** The most alike first. */
  pairs: LikePair[];
  skipped: { id: string; reason: string }[];
}
export interface ComparedText {
  id: string;
  group: "this-year" | "last-year";
  title: string | null;
  organ: string | null;
  year: number | null;
  /** YYYY-MM-DD. */
  date: string | null;
  /** Characters that count: no headings, marks, set phrases, titles of laws and common wording. */
  chars: number;
  /** Characters of common wording. */
  common: number;
}
export interface LikePair {
  ids: [string, string];
  kind: "peers" | "last-year";
  /** Of the shorter text's characters that count. */
  percent: number;
  chars: number;
  longest: number;
  /** In the order of the first text, disjoint in both. */
  passages: LikePassage[];
}
export interface LikePassage {
  /** In the first text and in the second. */
  ranges: [Range, Range];
  lines: [number, number];
  chars: number;
  /** As in the first text. */
  text: string;
  /** Names and figures that were replaced. */
  changed: { ranges: [Range, Range]; texts: [string, string] }[];
}
export interface RuleInfo {
  id: string;
  name: string;
  family: Family;
  severity: Severity;
  /** Whether it runs unless it is skipped. */
  on: boolean;
  basis: string;
  doc: string[];
}

export interface Report {
  schema: "hegui/report/1";
  file: string | null;
  title: string | null;
  organ: string | null;
  profile: Profile;
  year: number | null;
  /** YYYY-MM-DD. */
  date: string | null;
  verdict: "incomplete" | "revise" | "pass";
  counts: Record<Severity, number>;
  parts: PartReport[];
  requirements: Requirement[];
  findings: Finding[];
  ignored: { range: Range; reason: string }[];
  /** Of a file: what happened in the reading and what was left out of its text. */
  notes?: string[];
}
export interface FileText {
  text: string;
  /** What happened in the reading and what was left out. */
  notes: string[];
}
export interface PartReport {
  part: Part;
  status: "present" | "merged" | "embedded" | "missing";
  heading: string | null;
  range: Range | null;
  line: number | null;
  chars: number;
}
export interface Requirement {
  id: string;
  part: Part | null;
  state: "met" | "unmet" | "review" | "n/a";
  evidence: Range | null;
  message: string;
  basis: string;
}
export interface Finding {
  rule: string;
  severity: Severity;
  range: Range;
  line: number;
  column: number;
  text: string;
  message: string;
  basis: string;
  part: Part | null;
  related: { range: Range; message: string }[];
  occurrences?: Range[];
  fixes: Fix[];
}
export interface Fix {
  title: string;
  kind: "safe" | "unsafe";
  edits: { range: Range; text: string }[];
}
"#;
