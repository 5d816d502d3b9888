//! `dure admin reset`: a new way in for somebody who cannot get in; the old ones are closed.

use dure_people::accounts;
use dure_store::{Actor, Store};
use dure_tables::people;
use dure_texts::{Lang, cli};
use dure_web::error::Error;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};

use super::Whom;
use crate::cli::{Done, Global, open_store};

/// Its texts.
pub fn words(lang: Lang, command: clap::Command) -> clap::Command {
    Whom::words(lang, command.about(cli::admin_reset_about(lang)))
}

/// Resets, and prints the link.
pub(super) async fn run(global: &Global, whom: Whom) -> Done {
    let store = open_store(global).await?;
    let made = reset(&store, &whom.email, whom.base()).await?;
    store.close().await?;
    whom.print(global, made, |name| cli::admin_reset_done(global.lang, name))
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
