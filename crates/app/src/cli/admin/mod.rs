//! `dure admin`: the first administrator, and ways in for those who cannot get in.

mod create;
mod link;
mod list;
mod reset;
#[cfg(test)]
mod tests;

use dure_people::accounts::BY_HAND_DAYS;
use dure_texts::{Lang, cli};
use serde_json::json;

use crate::cli::{Done, Failure, Global, Said, typed};

/// Its commands.
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(clap::Subcommand)]
enum Act {
    Create(create::Args),
    Reset(Whom),
    Link(Whom),
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
        Act::Reset(whom) => reset::run(global, whom).await,
        Act::Link(whom) => link::run(global, whom).await,
        Act::List => list::run(global).await,
    }
}

/// For whom a link is made.
#[derive(clap::Args)]
struct Whom {
    #[arg(value_name = "EMAIL", value_parser = typed)]
    email: String,
    #[arg(long, env = "DURE_BASE_URL", default_value = "http://127.0.0.1:8080", value_name = "URL")]
    base_url: String,
}

impl Whom {
    /// Its texts.
    fn words(lang: Lang, command: clap::Command) -> clap::Command {
        command
            .mut_arg("email", |arg| arg.help(cli::admin_reset_email(lang)))
            .mut_arg("base_url", |arg| arg.help(cli::admin_base_url(lang)))
    }

    /// What the link begins with.
    fn base(&self) -> &str {
        self.base_url.trim_end_matches('/')
    }

    /// Prints the link under a line about whose it is; says so where nobody uses the address.
    fn print(&self, global: &Global, made: Option<(String, String)>, line: impl Fn(&str) -> String) -> Done {
        let lang = global.lang;
        let Some((name, link)) = made else { return Err(unknown(lang, &self.email)) };
        let words = format!("{}\n{}", line(&name), link_in_words(lang, &link));
        global.print(words, &json!({ "email": self.email, "name": name, "link": link }));
        Ok(())
    }
}

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
