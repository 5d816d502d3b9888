//! `dure admin`: the first administrator, and ways in for those who cannot get in.

mod create;
mod link;
mod list;
mod reset;
#[cfg(test)]
mod tests;

use dure_texts::{Lang, cli};

use crate::accounts::BY_HAND_DAYS;
use crate::cli::{Done, Failure, Global, Said};

/// Its commands.
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(clap::Subcommand)]
enum Act {
    Create(create::Args),
    Reset(reset::Args),
    Link(link::Args),
    List,
}

/// Its texts.
pub fn words(lang: Lang, command: clap::Command) -> clap::Command {
    command
        .about(cli::admin_about(lang))
        .mut_subcommand("create", |sub| create::words(lang, sub))
        .mut_subcommand("reset", |sub| reset::words(lang, sub))
        .mut_subcommand("link", |sub| link::words(lang, sub))
        .mut_subcommand("list", |sub| sub.about(cli::admin_list_about(lang)))
}

/// Does what is asked.
pub async fn run(global: &Global, args: Args) -> Done {
    match args.act {
        Act::Create(args) => create::run(global, args).await,
        Act::Reset(args) => reset::run(global, args).await,
        Act::Link(args) => link::run(global, args).await,
        Act::List => list::run(global).await,
    }
}

/// Who uses this address now.
fn link_in_words(lang: Lang, link: &str) -> String {
    cli::admin_link(lang, BY_HAND_DAYS, link)
}

fn unknown(lang: Lang, email: &str) -> Failure {
    let what = cli::admin_unknown_what(lang, email);
    Said::new("email_unknown", what, cli::admin_unknown_why(lang), cli::admin_unknown_do(lang)).into()
}

fn bad_email(lang: Lang, email: &str) -> Failure {
    let what = cli::admin_bad_email_what(lang, email);
    Said::new("bad_email", what, cli::admin_bad_email_why(lang), cli::admin_bad_email_do(lang)).into()
}
