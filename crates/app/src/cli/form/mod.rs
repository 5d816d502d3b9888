//! `dure form`: a file of firms into groups, with a report.

mod answer;
mod lock;
mod output;
mod read;
mod report;
mod said;
mod search;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use dure_domain::Level;
use dure_people::roster::words::unreadable;
use dure_pool::{BadRule, Preference, Rules, Wishes};
use dure_roster::ReadError;
use dure_texts::{Lang, form as texts};

use crate::cli::{Done, Failure, Global, Said, read_file};
use lock::Locks;
use read::Read;

/// Its options.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "FIRMS")]
    file: PathBuf,
    #[arg(long, default_value_t = 10, value_name = "N")]
    min: usize,
    #[arg(long, default_value_t = 20, value_name = "N")]
    max: usize,
    #[arg(long, default_value_t = 3, value_name = "2|3|5")]
    level: usize,
    #[arg(long, default_value = "40", value_name = "KM|any", value_parser = radius)]
    radius_km: Distance,
    #[arg(long)]
    from_meeting_place: bool,
    #[arg(long, value_name = "WHAT", value_delimiter = ',', value_parser = PossibleValuesParser::new(Preference::ALL.map(Preference::as_str)))]
    prefer: Vec<String>,
    #[arg(long, value_name = "FILE")]
    lock: Option<PathBuf>,
    #[arg(long, default_value_t = 1, value_name = "N")]
    seed: u64,
    #[arg(long, value_name = "N")]
    moves: Option<u64>,
    #[arg(long, value_name = "NAME", value_parser = crate::cli::typed)]
    sheet: Option<String>,
    #[arg(long, default_value = "groups.csv", value_name = "FILE")]
    out: PathBuf,
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

/// How far apart firms of a group may be: so many km, or any.
#[derive(Debug, Clone, Copy)]
struct Distance(Option<u32>);

fn radius(text: &str) -> Result<Distance, String> {
    match text {
        "any" => Ok(Distance(None)),
        km => km
            .parse()
            .map(|km| Distance(Some(km)))
            .map_err(|error: std::num::ParseIntError| error.to_string()),
    }
}

/// Its texts.
pub fn words(lang: Lang, command: clap::Command) -> clap::Command {
    command
        .about(texts::about(lang))
        .mut_arg("file", |arg| arg.help(texts::help_file(lang)))
        .mut_arg("min", |arg| arg.help(texts::help_min(lang)))
        .mut_arg("max", |arg| arg.help(texts::help_max(lang)))
        .mut_arg("level", |arg| arg.help(texts::help_level(lang)))
        .mut_arg("radius_km", |arg| arg.help(texts::help_radius(lang)))
        .mut_arg("from_meeting_place", |arg| arg.help(texts::help_meeting_place(lang)))
        .mut_arg("prefer", |arg| arg.help(texts::help_prefer(lang)))
        .mut_arg("lock", |arg| arg.help(texts::help_lock(lang)))
        .mut_arg("seed", |arg| arg.help(texts::help_seed(lang)))
        .mut_arg("moves", |arg| arg.help(texts::help_moves(lang)))
        .mut_arg("sheet", |arg| arg.help(texts::help_sheet(lang)))
        .mut_arg("out", |arg| arg.help(texts::help_out(lang)))
        .mut_arg("report", |arg| arg.help(texts::help_report(lang)))
}

/// Reads the firms, forms groups of them, writes what came out.
pub async fn run(global: &Global, args: Args) -> Done {
    let rules = rules(global.lang, &args)?;
    let read = firms(global.lang, &args, &rules)?;
    let locks = locks(global.lang, &args, &read)?;
    let answer = search::solve(global, &args, rules, read, locks).await?;
    output::write(global, &args, &answer)?;
    if answer.account.groups.is_empty() { Err(Failure::Told) } else { Ok(()) }
}

fn rules(lang: Lang, args: &Args) -> Result<Rules, Failure> {
    let rules = Rules {
        least: args.min,
        most: args.max,
        level: Level::of_digits(args.level).unwrap_or(Level::Section),
        radius_km: args.radius_km.0,
        from_meeting_place: args.from_meeting_place,
        ..Rules::default()
    };
    let wanted: Vec<Preference> = args.prefer.iter().filter_map(|name| Preference::named(name)).collect();
    let rules = rules.preferring(&wanted);
    let Err(bad) = rules.check() else { return Ok(rules) };
    let (what, what_to_do) = match bad.first() {
        Some(BadRule::LeastAboveMost) => {
            (texts::bad_least_above_most(lang, args.min, args.max), texts::bad_least_above_most_do(lang))
        }
        Some(BadRule::LeastBelowTwo) => (texts::bad_least(lang, args.min), texts::bad_least_do(lang)),
        Some(BadRule::MostTooMany) => {
            (texts::bad_most(lang, args.max, Rules::MOST), texts::bad_most_do(lang))
        }
        Some(BadRule::RadiusZero) => (texts::bad_radius(lang).to_owned(), texts::bad_radius_do(lang)),
        _ => (texts::bad_level(lang, args.level), texts::bad_level_do(lang)),
    };
    Err(Said::new("rules", what, texts::bad_rules_why(lang), what_to_do).into())
}

fn refused(lang: Lang, file: &Path, error: &ReadError) -> Failure {
    let what = texts::unreadable(lang, file.display().to_string());
    Said::new("unreadable", what, unreadable(lang, error), texts::unreadable_do(lang)).into()
}

fn file_name(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn firms(lang: Lang, args: &Args, rules: &Rules) -> Result<Read, Failure> {
    let bytes = read_file(lang, &args.file)?;
    let name = file_name(&args.file);
    let book = match &args.sheet {
        Some(sheet) => dure_roster::read_sheet(&bytes, &name, sheet),
        None => dure_roster::read(&bytes, &name),
    };
    let book = book.map_err(|error| refused(lang, &args.file, &error))?;
    let read = read::firms(&book.sheet, rules.radius_km.is_some()).map_err(|read::NoIndustryColumn| {
        let header = book.sheet.header.join(" · ");
        Failure::from(Said::new(
            "no_industry_column",
            texts::no_industry_column(lang, args.file.display().to_string()),
            texts::no_industry_column_why(lang, header),
            texts::no_industry_column_do(lang),
        ))
    })?;
    if read.firms.len() >= 2 {
        return Ok(read);
    }
    let what = match read.firms.first() {
        None => texts::no_firms(lang, args.file.display().to_string()),
        Some(only) => texts::one_firm(lang, args.file.display().to_string(), &only.name),
    };
    let why = if read.bad.is_empty() {
        texts::too_few_rows(lang).to_owned()
    } else {
        said::bad_rows(lang, &read.bad).join(" ")
    };
    Err(Said::new("too_few_firms", what, why, texts::too_few_do(lang)).into())
}

fn locks(lang: Lang, args: &Args, read: &Read) -> Result<Locks, Failure> {
    let Some(file) = &args.lock else {
        return Ok(Locks { wishes: Wishes::default(), bad: Vec::new() });
    };
    let bytes = read_file(lang, file)?;
    let rows =
        dure_roster::read_rows(&bytes, &file_name(file)).map_err(|error| refused(lang, file, &error))?;
    Ok(lock::read(&rows, &read.firms))
}
