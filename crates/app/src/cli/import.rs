//! `dure import roster`: a spreadsheet taken into a federation's roster.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use dure_domain::{FederationId, GroupId};
use dure_people::roster::actions::{self, Refused, Target, Upload};
use dure_people::roster::choices::{Choices, Scope};
use dure_people::roster::report::Report;
use dure_people::roster::words as worded;
use dure_roster::{Field, Mapping};
use dure_store::{Actor, Store};
use dure_texts::{Lang, roster as texts};
use dure_web::error::Error;
use serde_json::json;

use crate::cli::{Done, Failure, Global, Said, open_or_make_store, progress, read_file};

/// Its options.
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    #[command(name = "roster")]
    Roster(Roster),
}

#[derive(clap::Args)]
struct Roster {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long, value_name = "NAME", value_parser = crate::cli::typed)]
    federation: Option<String>,
    #[arg(long, value_name = "NAME", value_parser = crate::cli::typed)]
    group: Option<String>,
    #[arg(long, value_name = "NAME", value_parser = crate::cli::typed)]
    sheet: Option<String>,
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    bad_rows: Option<PathBuf>,
    #[arg(long)]
    dry_run: bool,
}

/// Its texts.
pub fn words(lang: Lang, command: clap::Command) -> clap::Command {
    command.about(texts::cli_import_about(lang)).mut_subcommand("roster", |roster| {
        roster
            .about(texts::cli_import_about(lang))
            .mut_arg("file", |arg| arg.help(texts::cli_file(lang)))
            .mut_arg("federation", |arg| arg.help(texts::cli_federation(lang)))
            .mut_arg("group", |arg| arg.help(texts::cli_group(lang)))
            .mut_arg("sheet", |arg| arg.help(texts::cli_sheet(lang)))
            .mut_arg("mapping", |arg| arg.help(texts::cli_mapping(lang)))
            .mut_arg("bad_rows", |arg| arg.help(texts::cli_bad_rows(lang)))
            .mut_arg("dry_run", |arg| arg.help(texts::cli_dry_run(lang)))
    })
}

/// Takes the file in, or says what it would do.
pub async fn run(global: &Global, args: Args) -> Done {
    let What::Roster(args) = args.what;
    let bytes = read_file(global.lang, &args.file)?;
    let mapping = args.mapping.as_deref().map(|file| read_mapping(global.lang, file)).transpose()?;
    let store = open_or_make_store(global).await?;
    let (federation, name) = federation(global.lang, &store, args.federation.as_deref(), true).await?;
    let group = match &args.group {
        Some(name) => Some(self::group(global.lang, &store, federation, name, true).await?),
        None => None,
    };
    let choices = Choices { sheet: args.sheet.clone(), ..Choices::default() };
    let (report, bad_rows) =
        perform(global, &store, &args, (federation, group), bytes, choices, mapping).await?;
    let written = match (&args.bad_rows, bad_rows) {
        (Some(path), Some(workbook)) => {
            std::fs::write(path, workbook)?;
            Some(path.display().to_string())
        }
        _ => None,
    };
    tell(global, &args, &name, &report, written);
    Ok(store.close().await?)
}

async fn perform(
    global: &Global,
    store: &Store,
    args: &Roster,
    (federation, group): (FederationId, Option<GroupId>),
    bytes: Vec<u8>,
    mut choices: Choices,
    mapping: Option<BTreeMap<String, Field>>,
) -> Result<(Report, Option<Vec<u8>>), Failure> {
    let lang = global.lang;
    let file_name = args.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if mapping.is_some() || args.dry_run {
        let mapping = mapping.unwrap_or_default();
        choices.mapping = Some(columns(lang, args, &bytes, &file_name, &choices, &mapping)?);
    }
    let target = Target { federation, group, scope: Scope::Federation };
    let upload = Upload { file_name, bytes, choices };
    let import = if args.dry_run {
        actions::unkept(store, &target, upload)
    } else {
        let kept = actions::bring_in(store, Actor::System, &target, upload).await;
        let id = kept.map_err(|refused| refusal(lang, &args.file, refused))?;
        actions::kept(store, id).await?
    };
    let report = if args.dry_run {
        actions::preview_of(store, import.clone(), Scope::Federation).await?.report
    } else {
        let bar = Mutex::new(progress::bar(global, texts::cli_taking_in));
        let progress = |done: usize, of: usize| {
            let mut bar = bar.lock().unwrap_or_else(PoisonError::into_inner);
            bar(done as u64, of as u64);
        };
        actions::take_in(store, import.clone(), Actor::System, Scope::Federation, &progress).await?
    };
    let wanted = args.bad_rows.is_some() && report.bad > 0;
    let workbook = if wanted {
        Some(actions::bad_rows(import, &report, move |remark| worded::remark(lang, remark)).await?)
    } else {
        None
    };
    Ok((report, workbook))
}

/// The federation of that name, made if `make` says so; without a name, the only one.
pub async fn federation(
    lang: Lang,
    store: &Store,
    name: Option<&str>,
    make: bool,
) -> Result<(FederationId, String), Failure> {
    let known = actions::federations(store).await?;
    let names = || known.iter().take(20).map(|one| one.name.clone()).collect::<Vec<_>>().join(", ");
    if let Some(name) = name {
        return match actions::federation_named(store, name, make).await {
            Err(Error::NotFound) => Err(no_such_name(lang, name, names())),
            found => Ok((found?, name.to_owned())),
        };
    }
    match known.as_slice() {
        [only] => Ok((only.id, only.name.clone())),
        _ => {
            let why = texts::cli_which_federation_why(lang, names());
            let what_to_do = texts::cli_which_federation_do(lang);
            Err(Said::new("which_federation", texts::cli_which_federation(lang), why, what_to_do).into())
        }
    }
}

/// The group of that name, made if `make` says so.
pub async fn group(
    lang: Lang,
    store: &Store,
    federation: FederationId,
    name: &str,
    make: bool,
) -> Result<GroupId, Failure> {
    match actions::group_named(store, federation, name, make).await {
        Err(Error::NotFound) => {
            let known = actions::group_names(store, federation).await?;
            Err(no_such_name(lang, name, known.join(", ")))
        }
        found => Ok(found?),
    }
}

fn no_such_name(lang: Lang, name: &str, known: String) -> Failure {
    let what = texts::cli_no_such_name(lang, name);
    Said::new("no_such_name", what, texts::cli_known_names(lang, known), texts::cli_known_names_do(lang))
        .into()
}

fn refusal(lang: Lang, file: &Path, refused: Refused) -> Failure {
    match refused {
        Refused::Other(error) => error.into(),
        Refused::Unreadable(error) => {
            let what = texts::cli_unreadable(lang, file.display().to_string());
            let why = worded::unreadable(lang, &error);
            Said::new("unreadable", what, why, texts::cli_unreadable_do(lang)).into()
        }
    }
}

fn read_mapping(lang: Lang, file: &Path) -> Result<BTreeMap<String, Field>, Failure> {
    let text = std::fs::read_to_string(file)?;
    serde_json::from_str(&text).map_err(|error| bad_mapping(lang, file, &error.to_string()))
}

fn bad_mapping(lang: Lang, file: &Path, why: &str) -> Failure {
    let what = texts::cli_bad_mapping(lang, file.display().to_string());
    let fields: Vec<&str> = Field::ALL.iter().map(|field| field.as_str()).collect();
    Said::new("mapping", what, why, texts::cli_bad_mapping_do(lang, fields.join(", "))).into()
}

/// Headers and numbers of a mapping file as columns of this file; other columns as guessed.
fn columns(
    lang: Lang,
    args: &Roster,
    bytes: &[u8],
    file_name: &str,
    choices: &Choices,
    wanted: &BTreeMap<String, Field>,
) -> Result<Mapping, Failure> {
    let (header, mut mapping) = actions::columns_of(bytes, file_name, choices)
        .map_err(|error| refusal(lang, &args.file, Refused::Unreadable(error)))?;
    for (name, field) in wanted {
        let by_header = header.iter().position(|header| header == name);
        let column = by_header.or_else(|| name.parse().ok().filter(|column| *column < header.len()));
        let file = args.mapping.as_deref().unwrap_or(&args.file);
        mapping.columns.insert(column.ok_or_else(|| bad_mapping(lang, file, name))?, *field);
    }
    Ok(mapping)
}

fn tell(global: &Global, args: &Roster, federation: &str, report: &Report, bad_rows: Option<String>) {
    let lang = global.lang;
    let file = args.file.display().to_string();
    let mut lines = vec![if args.dry_run {
        texts::cli_would_import(lang, &file)
    } else {
        texts::cli_imported(lang, &file, federation)
    }];
    lines.push(texts::cli_summary(lang, report.new, report.changed, report.same, report.bad));
    if !report.groups.is_empty() {
        lines.push(texts::new_groups(lang, report.groups.join(", ")));
    }
    lines.extend(remarks(lang, report));
    lines.extend(bad_rows.as_ref().map(|file| texts::cli_bad_rows_written(lang, file)));
    let json = json!({
        "file": file, "federation": federation, "dry_run": args.dry_run, "rows": report.of,
        "new": report.new, "changed": report.changed, "unchanged": report.same, "bad": report.bad,
        "groups": report.groups, "bad_rows": bad_rows,
        "remarks": report.remarks.iter().map(|remark| json!({
            "row": remark.row, "column": remark.column, "original": remark.original,
            "kind": remark.kind, "words": worded::remark(lang, remark),
        })).collect::<Vec<_>>(),
    });
    global.print(lines.join("\n"), &json);
}

/// Remarks of one kind in one line, with a few rows as examples.
fn remarks(lang: Lang, report: &Report) -> Vec<String> {
    const EXAMPLES: usize = 5;
    let mut by_words: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for remark in &report.remarks {
        let row = texts::row_number(lang, remark.row);
        let example = if remark.original.is_empty() { row } else { format!("{row} {}", remark.original) };
        by_words.entry(worded::kind(lang, &remark.kind)).or_default().push(example);
    }
    let mut kinds: Vec<_> = by_words.into_iter().collect();
    kinds.sort_by_key(|(_, examples)| std::cmp::Reverse(examples.len()));
    kinds
        .iter()
        .map(|(words, examples)| {
            let shown = examples.iter().take(EXAMPLES).cloned().collect::<Vec<_>>().join(" · ");
            format!(
                "  {}\n    {}",
                texts::cli_remarks(lang, examples.len(), words),
                texts::cli_remarks_such(lang, shown)
            )
        })
        .collect()
}
