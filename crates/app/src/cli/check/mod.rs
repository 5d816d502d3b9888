//! `dure check`: verifies every invariant of a database and says in words what is wrong.

mod files;
mod sentences;

use std::sync::Arc;

use dure_store::check::{Finding, Report};
use dure_store::{Chance, Store, SystemClock};
use dure_texts::{Lang, cli};
use serde_json::json;

use crate::cli::{Done, Failure, Global, progress};

/// Its options.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long)]
    sweep: bool,
}

/// Its texts.
pub fn words(lang: Lang, command: clap::Command) -> clap::Command {
    command.about(cli::check_about(lang)).mut_arg("sweep", |arg| arg.help(cli::check_sweep(lang)))
}

/// Checks; what is wrong makes the exit code 1.
pub async fn run(global: &Global, args: Args) -> Done {
    let chance = Arc::new(Chance::from_machine());
    let store = Store::connect(global.location.clone(), false, Arc::new(SystemClock), chance).await?;
    let mut bar = progress::bar(global, cli::check_bar);
    let mut report = store.check(|done, total| bar(done as u64, total as u64)).await?;
    // What an older program left behind has no files.
    if !report.findings.iter().any(|finding| finding.check == "schema_behind") {
        report.checked += 1;
        report.findings.extend(files::findings(global, &store, args.sweep).await?);
    }
    store.close().await?;
    let findings: Vec<_> = report.findings.iter().map(|finding| as_json(global.lang, finding)).collect();
    let json = json!({ "checked": report.checked, "sound": findings.is_empty(), "findings": findings });
    global.print(as_text(global, &report), &json);
    if report.findings.is_empty() { Ok(()) } else { Err(Failure::Told) }
}

fn as_text(global: &Global, report: &Report) -> String {
    let lang = global.lang;
    let place = global.location.to_string();
    if report.findings.is_empty() {
        return cli::check_sound(lang, place, report.checked);
    }
    let mut lines = vec![cli::check_unsound(lang, place, report.checked, report.findings.len())];
    for finding in &report.findings {
        let (sentence, what_to_do) = sentences::of(lang, finding.check);
        lines.push(format!("\n- {sentence}"));
        lines.push(format!("  {}", cli::check_rows(lang, &finding.place, finding.rows)));
        if !finding.examples.is_empty() {
            lines.push(format!("  {}", cli::check_examples(lang, finding.examples.join(", "))));
        }
        lines.push(format!("  {what_to_do}"));
    }
    lines.join("\n")
}

fn as_json(lang: Lang, finding: &Finding) -> serde_json::Value {
    let (sentence, what_to_do) = sentences::of(lang, finding.check);
    let Finding { check, place, rows, examples } = finding;
    json!({ "check": check, "place": place, "rows": rows, "examples": examples, "what": sentence, "do": what_to_do })
}
