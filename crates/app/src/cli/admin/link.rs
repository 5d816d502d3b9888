//! `dure admin link`: a sign-in link to hand over, where no mail can be sent. Nothing else changes.

use dure_people::accounts;
use dure_store::{Actor, Store};
use dure_texts::{Lang, cli};
use dure_web::error::Error;

use super::Whom;
use crate::cli::{Done, Global, open_store};

/// Its texts.
pub fn words(lang: Lang, command: clap::Command) -> clap::Command {
    Whom::words(lang, command.about(cli::admin_link_about(lang)))
}

/// Makes the link and prints it.
pub(super) async fn run(global: &Global, whom: Whom) -> Done {
    let store = open_store(global).await?;
    let made = link(&store, &whom.email, whom.base()).await?;
    store.close().await?;
    whom.print(global, made, str::to_owned)
}

/// Name and link of who uses this address; none where nobody does.
pub async fn link(store: &Store, email: &str, base_url: &str) -> Result<Option<(String, String)>, Error> {
    let wanted = [email, base_url].map(str::to_owned);
    store
        .write(Actor::System, |tx| {
            let [email, base_url] = wanted.clone();
            async move {
                let Some(person) = accounts::address::user_of(tx.db(), &email).await? else {
                    tx.quiet();
                    return Ok(None);
                };
                let link = accounts::link_by_hand(&tx, &person, &base_url).await?;
                Ok(Some((person.name, link)))
            }
        })
        .await
}
