//! `dure admin reset`: a new way in for somebody who cannot get in; the old ones are closed.

use dure_store::{Actor, Store};
use dure_tables::people;
use dure_texts::{Lang, cli};
use dure_web::error::Error;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use serde_json::json;

use super::{link_in_words, unknown};
use crate::accounts;
use crate::cli::{Done, Global, open_store};

/// Its options.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "EMAIL", value_parser = crate::cli::typed)]
    email: String,
    #[arg(long, env = "DURE_BASE_URL", default_value = "http://127.0.0.1:8080", value_name = "URL")]
    base_url: String,
}

/// Its texts.
pub fn words(lang: Lang, command: clap::Command) -> clap::Command {
    command
        .about(cli::admin_reset_about(lang))
        .mut_arg("email", |arg| arg.help(cli::admin_reset_email(lang)))
        .mut_arg("base_url", |arg| arg.help(cli::admin_base_url(lang)))
}

/// Resets, and prints the link.
pub async fn run(global: &Global, args: Args) -> Done {
    let lang = global.lang;
    let store = open_store(global).await?;
    let reset = reset(&store, &args.email, args.base_url.trim_end_matches('/')).await?;
    store.close().await?;
    let Some((name, link)) = reset else { return Err(unknown(lang, &args.email)) };
    let words = format!("{}\n{}", cli::admin_reset_done(lang, &name), link_in_words(lang, &link));
    global.print(words, &json!({ "email": args.email, "name": name, "link": link }));
    Ok(())
}

/// Ends every session, token and link, also those that answer by one tap; forgets the password, makes a link; gives name and link.
pub async fn reset(store: &Store, email: &str, base_url: &str) -> Result<Option<(String, String)>, Error> {
    let wanted = [email, base_url].map(str::to_owned);
    store
        .write(Actor::System, |tx| {
            let [email, base_url] = wanted.clone();
            async move {
                let Some(person) = accounts::address::user_of(tx.db(), &email).await? else {
                    tx.quiet();
                    return Ok(None);
                };
                dure_web::credentials::recover(&tx, person.id).await?;
                let row =
                    people::ActiveModel { password_hash: Set(None), ..person.clone().into_active_model() };
                row.update(tx.db()).await?;
                let link = accounts::link_by_hand(&tx, &person, &base_url).await?;
                Ok(Some((person.name, link)))
            }
        })
        .await
}
