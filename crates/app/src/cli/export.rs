//! `dure export`: the roster as a workbook or as CSV.

use std::path::PathBuf;

use dure_domain::DataOutlet;
use dure_people::data_access::rules::{self, Taking, WhyForm};
use dure_people::roster::actions::{self, Format};
use dure_roster::WriteError;
use dure_texts::{Lang, roster as texts};
use dure_web::error::Error;
use serde_json::json;

use crate::cli::{Done, Failure, Global, Said, import, open_store};

/// Its options.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = "NAME", value_parser = crate::cli::typed)]
    federation: Option<String>,
    #[arg(long, value_name = "NAME", value_parser = crate::cli::typed)]
    group: Option<String>,
    #[arg(long, default_value = "xlsx", value_name = "xlsx|csv", value_parser = ["xlsx", "csv"], hide_possible_values = true)]
    format: String,
    #[arg(long, default_value = "utf-8", value_name = "utf-8|cp949", value_parser = ["utf-8", "cp949"], hide_possible_values = true)]
    encoding: String,
    #[arg(long, default_value = "", hide_default_value = true, value_name = "assembly|dues|print|other", value_parser = ["", "assembly", "dues", "print", "other"], hide_possible_values = true)]
    why: String,
    #[arg(long, default_value = "", hide_default_value = true, value_name = "WORDS", value_parser = crate::cli::typed)]
    note: String,
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Its texts.
pub fn words(lang: Lang, command: clap::Command) -> clap::Command {
    command
        .about(texts::cli_export_about(lang))
        .mut_arg("federation", |arg| arg.help(texts::cli_export_federation(lang)))
        .mut_arg("group", |arg| arg.help(texts::cli_export_group(lang)))
        .mut_arg("format", |arg| arg.help(texts::cli_format(lang)))
        .mut_arg("encoding", |arg| arg.help(texts::cli_encoding(lang)))
        .mut_arg("why", |arg| arg.help(texts::cli_why(lang)))
        .mut_arg("note", |arg| arg.help(texts::cli_note(lang)))
        .mut_arg("out", |arg| arg.help(texts::cli_out(lang)))
}

/// Writes the file.
pub async fn run(global: &Global, args: Args) -> Done {
    let lang = global.lang;
    let form = WhyForm { reason: args.why.clone(), purpose: args.note.clone() };
    let why = rules::read(&form).map_err(|_| {
        Said::new(
            "why_needed",
            texts::cli_why_what(lang),
            texts::cli_why_why(lang),
            texts::cli_why_needed(lang),
        )
    })?;
    let store = open_store(global).await?;
    let (federation, _) = import::federation(lang, &store, args.federation.as_deref(), false).await?;
    let group = match &args.group {
        Some(name) => Some(import::group(lang, &store, federation, name, false).await?),
        None => None,
    };
    let rows = actions::rows_of(&store, federation, group).await?;
    let (count, persons) = (rows.len(), actions::persons(&rows));
    let (format, ending) = match (args.format.as_str(), args.encoding.as_str()) {
        ("csv", "cp949") => (Format::Cp949, "csv"),
        ("csv", _) => (Format::Csv, "csv"),
        _ => (Format::Xlsx, "xlsx"),
    };
    let bytes = actions::write(rows, format).await.map_err(|error| failure(lang, &error))?;
    let what = if format == Format::Xlsx { DataOutlet::RosterXlsx } else { DataOutlet::RosterCsv };
    actions::noted_by_command(&store, &Taking { federation, group, what, persons }, &why).await?;
    let out = args.out.unwrap_or_else(|| PathBuf::from(format!("roster.{ending}")));
    std::fs::write(&out, bytes)?;
    let file = out.display().to_string();
    global.print(texts::cli_exported(lang, count, &file), &json!({ "file": file, "firms": count }));
    Ok(store.close().await?)
}

fn failure(lang: Lang, error: &WriteError) -> Failure {
    match error {
        WriteError::NotInCp949 { character } => {
            Error::Rule(texts::export_not_in_cp949(lang, character.to_string())).into()
        }
        other => Error::Internal(other.to_string()).into(),
    }
}
