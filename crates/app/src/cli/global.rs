//! What every command knows: the language, the database, and how to answer.

use std::fmt::Display;
use std::io::{IsTerminal, Write};
use std::sync::Arc;

use dure_files::At;
use dure_store::{Chance, Location, Store, StoreResult, SystemClock};
use dure_texts::{Lang, cli};
use serde::Serialize;
use tracing_subscriber::EnvFilter;

/// Options that stand before or after any command.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, global = true, env = "DURE_DATABASE_URL", default_value = "dure.db", value_name = "URL")]
    database_url: String,
    #[arg(long, global = true, env = "DURE_FILES_URL", value_name = "URL")]
    files_url: Option<String>,
    #[arg(long, global = true)]
    json: bool,
    #[arg(long, global = true, env = "DURE_LANG", value_name = "ko|en|ja", value_parser = ["ko", "en", "ja"], hide_possible_values = true)]
    lang: Option<String>,
}

/// Their texts.
pub fn words(lang: Lang, command: clap::Command) -> clap::Command {
    command
        .about(cli::dure_about(lang))
        .mut_arg("database_url", |arg| arg.help(cli::dure_database_url(lang)))
        .mut_arg("files_url", |arg| arg.help(cli::dure_files_url(lang)))
        .mut_arg("json", |arg| arg.help(cli::dure_json(lang)))
        .mut_arg("lang", |arg| arg.help(cli::dure_lang(lang)))
}

/// What every command is given.
#[derive(Debug, Clone)]
pub struct Global {
    /// The language of answers.
    pub lang: Lang,
    /// The database.
    pub location: Location,
    /// Where attached files lie.
    pub files: At,
    /// Whether answers are JSON for programs.
    pub json: bool,
}

impl Global {
    /// From the options.
    pub fn new(lang: Lang, args: Args) -> Self {
        let Ok(location) = args.database_url.parse();
        let files = args.files_url.map_or_else(|| beside(&location), |url| At::said(&url));
        Self { lang, location, files, json: args.json }
    }

    /// Prints a command's result: as words, or as one line of JSON.
    pub fn print(&self, words: impl Display, json: &impl Serialize) {
        let text =
            if self.json { serde_json::to_string(json).unwrap_or_default() } else { words.to_string() };
        // A reader that has gone away (`dure … | head`) is no reason to fail.
        drop(writeln!(std::io::stdout(), "{text}"));
    }
}

/// Beside a database that is a file; nowhere beside a server, whose nodes would each have files of their own.
fn beside(location: &Location) -> At {
    match location {
        Location::Sqlite(path) => {
            let mut name = path.as_os_str().to_owned();
            name.push("-files");
            At::Folder(name.into())
        }
        Location::Postgres(_) => At::Nowhere,
    }
}

/// Opens a database that must be there, and brings its schema up to date.
pub async fn open_store(global: &Global) -> StoreResult<Store> {
    open(global, false).await
}

/// Opens a database, and makes it if it is not there.
pub async fn open_or_make_store(global: &Global) -> StoreResult<Store> {
    open(global, true).await
}

async fn open(global: &Global, make: bool) -> StoreResult<Store> {
    let chance = Arc::new(Chance::from_machine());
    Store::open(global.location.clone(), make, Arc::new(SystemClock), chance).await
}

/// The log goes to standard error; `DURE_LOG=debug` shows more. Colours are for a terminal: in a file they are noise.
pub fn start_log(serving: bool) {
    let usual = if serving { "info,sea_orm_migration=warn" } else { "warn" };
    let filter = EnvFilter::try_from_env("DURE_LOG").unwrap_or_else(|_| EnvFilter::new(usual));
    let coloured =
        std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty());
    let log =
        tracing_subscriber::fmt().with_env_filter(filter).with_ansi(coloured).with_writer(std::io::stderr);
    // A second start in one process (tests) keeps the first log.
    drop(log.try_init());
}
