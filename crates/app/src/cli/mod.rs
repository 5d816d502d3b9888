//! The command line: one file per command, help and errors in Korean, English or Japanese.
//!
//! A command's file holds `Args` (clap's derive), `words` (its texts, from `texts/*/cli.ftl`) and
//! `run`. It is entered below in one line. Exit codes: 0 done, 1 failed or found something wrong,
//! 2 the command line was not understood.

mod admin;
mod backup;
mod check;
mod demo;
mod export;
mod failure;
mod form;
mod global;
mod import;
mod language;
mod localise;
mod matching;
mod misread;
mod progress;
mod restore;
mod search;
mod serve;
#[cfg(test)]
mod tests;

use std::process::ExitCode;

use clap::{ArgMatches, CommandFactory, FromArgMatches};
use dure_texts::Lang;

pub use failure::{Failure, Said, read_file};
pub use global::{Global, open_or_make_store, open_store};

/// A word of the command line that is kept or compared, clean like a field of a form.
fn typed(text: &str) -> Result<String, std::convert::Infallible> {
    Ok(dure_domain::typed::one_line(text).trim().to_owned())
}

/// The result of a command.
pub type Done = Result<(), Failure>;

/// Enters commands: the name typed, the name of its variant, its file.
macro_rules! commands {
    ($($name:literal $variant:ident $file:ident,)*) => {
        #[derive(clap::Subcommand)]
        enum Command { $(#[command(name = $name)] $variant($file::Args),)* }

        impl Command {
            async fn run(self, global: &Global) -> Done {
                match self { $(Self::$variant(args) => $file::run(global, args).await,)* }
            }
        }

        fn worded(lang: Lang, command: clap::Command) -> clap::Command {
            $(let command = command.mut_subcommand($name, |sub| $file::words(lang, sub));)*
            command
        }
    };
}

commands! {
    "admin" Admin admin,
    "backup" Backup backup,
    "check" Check check,
    "demo" Demo demo,
    "export" Export export,
    "form" Form form,
    "import" Import import,
    "match" Match matching,
    "restore" Restore restore,
    "search" Search search,
    "serve" Serve serve,
}

#[derive(clap::Parser)]
#[command(name = "dure", version)]
struct Line {
    #[command(flatten)]
    global: global::Args,
    #[command(subcommand)]
    command: Command,
}

/// Runs the program.
pub fn main() -> ExitCode {
    let words: Vec<std::ffi::OsString> = std::env::args_os().collect();
    let lang = language::of(&words);
    let read = command(lang).try_get_matches_from(&words).and_then(|matches| line(&matches));
    match read {
        Ok(line) => perform(lang, line),
        Err(error) => misread::tell(lang, &error),
    }
}

/// The whole command line in a language.
fn command(lang: Lang) -> clap::Command {
    localise::all(lang, global::words(lang, worded(lang, Line::command())))
}

fn line(matches: &ArgMatches) -> Result<Line, clap::Error> {
    Line::from_arg_matches(matches)
}

fn perform(lang: Lang, line: Line) -> ExitCode {
    let global = Global::new(lang, line.global);
    global::start_log(matches!(line.command, Command::Serve(_)));
    let done = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => {
            let done = runtime.block_on(line.command.run(&global));
            // A blocking task that still runs must not hold back the end.
            runtime.shutdown_background();
            done
        }
        Err(error) => Err(error.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.tell(&global);
            ExitCode::FAILURE
        }
    }
}
