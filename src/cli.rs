//! The command line: `hegui check | fix | compare | rules | explain`.

mod batch;
mod compare;
mod input;
mod output;
mod records;
mod reference;
mod run;
mod setup;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::diagnostic::Severity;
use crate::document::Profile;

#[derive(Parser)]
#[command(name = "hegui", version, about = "合规：检查法治政府建设年度报告")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// 检查报告
    Check(CheckArgs),
    /// 修改报告中有把握的问题
    Fix(FixArgs),
    /// 比对多份报告，找出互相照抄的文字
    Compare(compare::CompareArgs),
    /// 列出全部规则
    Rules {
        /// 输出格式
        #[arg(long, value_enum, default_value_t = RulesFormat::Text)]
        format: RulesFormat,
    },
    /// 说明一条规则：检查什么、为什么、依据、示例
    Explain {
        /// 规则编号，如 number-gap
        rule: String,
    },
}

#[derive(Args)]
struct CheckArgs {
    /// 文件或文件夹；- 为标准输入，省略亦同
    paths: Vec<PathBuf>,
    /// 输出格式；--records 只用 jsonl
    #[arg(long, value_enum, default_value_t = Format::Text, default_value_if("records", "true", "jsonl"))]
    format: Format,
    /// 输入是一行一条的记录（JSON 对象，有 id 和 text），输出也一行一条
    #[arg(long)]
    records: bool,
    #[command(flatten)]
    context: Context,
    /// 只用这些规则（逗号分隔）
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
    /// 另用这些默认不用的规则（逗号分隔）
    #[arg(long, value_delimiter = ',')]
    on: Vec<String>,
    /// 不用这些规则（逗号分隔）
    #[arg(long, value_delimiter = ',')]
    skip: Vec<String>,
    /// 上年报告的文件，用来对比
    #[arg(long)]
    previous: Option<PathBuf>,
    /// 达到此级别时以状态 1 退出
    #[arg(long, value_enum, default_value_t = FailOn::Error)]
    fail_on: FailOn,
}

#[derive(Args)]
struct FixArgs {
    /// 文件；- 为标准输入
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// 连同需要斟酌的建议一并修改
    #[arg(long)]
    r#unsafe: bool,
    /// 只显示改动
    #[arg(long, conflicts_with = "write")]
    diff: bool,
    /// 写回原文件
    #[arg(long)]
    write: bool,
    #[command(flatten)]
    context: Context,
}

/// What the user knows better than the text.
#[derive(Args)]
struct Context {
    /// 单位类型：auto、township、subdistrict、county、county-dept、city、city-dept、province、province-dept、zone
    #[arg(long, value_parser = profile)]
    profile: Option<Kind>,
    /// 报告年度
    #[arg(long, value_parser = clap::value_parser!(u32).range(1990..2100))]
    year: Option<u32>,
    /// 设置文件；省略时用报告所在文件夹（或其上最近的文件夹）里的 hegui.toml
    #[arg(long)]
    config: Option<PathBuf>,
}

/// A kind of body, or `None` for auto.
#[derive(Clone, Copy)]
struct Kind(Option<Profile>);

fn profile(id: &str) -> Result<Kind, String> {
    if id == "auto" {
        return Ok(Kind(None));
    }
    Profile::from_id(id).map(|profile| Kind(Some(profile))).ok_or_else(|| {
        let known: Vec<&str> = Profile::ALL.iter().map(|p| p.id()).collect();
        format!("没有“{id}”这种单位类型，可用：auto、{}", known.join("、"))
    })
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    Jsonl,
    Csv,
    Sarif,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum RulesFormat {
    Text,
    Json,
    Markdown,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    Error,
    Warning,
    Never,
}

impl FailOn {
    fn reached(self, counts: crate::report::Counts) -> bool {
        match self {
            Self::Error => counts.error > 0,
            Self::Warning => counts.error + counts.warning > 0,
            Self::Never => false,
        }
    }
}

/// Runs the command line on the process's arguments.
///
/// Exit status: 0 nothing at or above `--fail-on`, 1 something was, 2 the call or an input was wrong.
#[must_use]
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let status = match &cli.command {
        Command::Check(args) => run::check(args),
        Command::Fix(args) => run::fix(args),
        Command::Compare(args) => compare::compare(args),
        Command::Rules { format } => run::rules(*format),
        Command::Explain { rule } => run::explain(rule),
    };
    ExitCode::from(status)
}

/// The rule of `id`, or a message that names the nearest.
fn known_rule(id: &str) -> Result<&'static crate::rule::Rule, String> {
    crate::rules::find(id).ok_or_else(|| match crate::rules::nearest(id) {
        Some(near) => format!("没有“{id}”这条规则，是否指 {near}？（hegui rules 列出全部规则）"),
        None => format!("没有“{id}”这条规则（hegui rules 列出全部规则）"),
    })
}

/// The mark of a severity in text output.
fn mark(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "●",
        Severity::Warning => "▲",
        Severity::Info => "■",
    }
}
