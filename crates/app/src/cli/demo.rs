//! `dure demo`: fills a new database with the demo.

use dure_demo::{FIRMS, GROUPS, Options};
use dure_domain::{Day, Moment};
use dure_texts::{Lang, cli};
use dure_web::error::Error;
use indicatif::{ProgressBar, ProgressStyle};

use crate::cli::{Done, Failure, Global, Said, open_or_make_store};
use crate::demo;

/// Its options.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, default_value_t = 1, value_name = "N")]
    seed: u64,
    #[arg(long, default_value_t = GROUPS, value_name = "N")]
    groups: usize,
    #[arg(long, default_value_t = FIRMS, value_name = "N")]
    firms: usize,
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Day>,
}

/// Its texts.
pub fn words(lang: Lang, command: clap::Command) -> clap::Command {
    command
        .about(cli::demo_about(lang))
        .mut_arg("seed", |arg| arg.help(cli::demo_seed(lang)))
        .mut_arg("groups", |arg| arg.help(cli::demo_groups(lang)))
        .mut_arg("firms", |arg| arg.help(cli::demo_firms(lang)))
        .mut_arg("today", |arg| arg.help(cli::demo_today(lang)))
}

/// Fills the database and tells what is in it.
pub async fn run(global: &Global, args: Args) -> Done {
    let lang = global.lang;
    check(lang, &args)?;
    let store = open_or_make_store(global).await?;
    let today = args.today.unwrap_or_else(|| store.now().day());
    let options = Options { seed: args.seed, groups: args.groups, firms: args.firms, today };
    let summary = demo::fill(&store, &options, shown(global)).await.map_err(|error| match error {
        Error::ChangedMeanwhile => not_empty(global),
        other => other.into(),
    })?;
    store.close().await?;
    let place = global.location.to_string();
    let [groups, firms, people, difficulties, cases, meetings] = [
        summary.groups,
        summary.firms,
        summary.people,
        summary.difficulties,
        summary.cases,
        summary.meetings,
    ]
    .map(|count| i64::try_from(count).unwrap_or(i64::MAX));
    global.print(cli::demo_done(lang, place, groups, firms, people, difficulties, cases, meetings), &summary);
    Ok(())
}

/// Further firms need groups to sit in: one firm of an industry to a group.
fn check(lang: Lang, args: &Args) -> Result<(), Failure> {
    let (groups, firms) = (args.groups.max(1), args.firms);
    if firms > groups.saturating_mul(dure_demo::scale::SEATS)
        || args.groups == 0
        || (args.groups > GROUPS && firms <= FIRMS)
    {
        let (groups, firms) =
            (i64::try_from(groups).unwrap_or(i64::MAX), i64::try_from(firms).unwrap_or(i64::MAX));
        let said = Said::new(
            "demo_does_not_fit",
            cli::demo_fit_what(lang, firms, groups),
            cli::demo_fit_why(lang),
            cli::demo_fit_do(lang),
        );
        return Err(said.into());
    }
    Ok(())
}

fn not_empty(global: &Global) -> Failure {
    let lang = global.lang;
    let what = cli::demo_not_empty_what(lang, global.location.to_string());
    Said::new("database_not_empty", what, cli::demo_not_empty_why(lang), cli::demo_not_empty_do(lang)).into()
}

/// A bar for people; nothing for programs, and nothing where no terminal is.
fn shown(global: &Global) -> impl Fn(u64, u64) + use<> {
    let bar = if global.json { ProgressBar::hidden() } else { ProgressBar::new(0) };
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {percent:>3}% {elapsed}") {
        bar.set_style(style);
    }
    move |done, total| {
        bar.set_length(total);
        bar.set_position(done);
        if done == total {
            bar.finish_and_clear();
        }
    }
}

/// Fills a database that has just been made, for `dure serve --demo`.
pub async fn fill_if_empty(store: &dure_store::Store, now: Moment) -> Result<(), Error> {
    if demo::is_empty(store).await? {
        demo::fill(store, &Options::gangwon(now.day()), |_, _| {}).await?;
    }
    Ok(())
}
