//! Personal tokens: how a program reads Dure on behalf of a person. The token is shown once; the
//! table keeps its SHA-256.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use dure_domain::{Id, Moment, PersonId, Subject, TokenId};
use dure_store::{Actor, Record};
use dure_tables::tokens;
use dure_web::App;
use dure_web::access::{Thing, Viewer};
use dure_web::error::{Error, Result};
use dure_web::sessions::tokens::{MARK, hash_of};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, Set,
};

use super::access;

/// More tokens than this nobody keeps apart.
pub const MOST: u64 = 20;

/// Makes a token and gives its text; none where the person has [`MOST`] already.
///
/// # Errors
/// When the database fails.
pub async fn make(app: &App, person: PersonId, name: &str, days: i64) -> Result<Option<String>> {
    let secret: [u8; 32] = app.store.chance().bytes();
    let text = format!("{MARK}{}", BASE64.encode(secret));
    let made = app
        .store
        .write::<_, Error, _, _>(Actor::Person(person), |tx| {
            let (name, hash) = (name.to_owned(), hash_of(&text));
            async move {
                if live(tx.db(), person, tx.at()).await? >= MOST {
                    tx.quiet();
                    return Ok(false);
                }
                let row = tokens::ActiveModel {
                    id: Set(tx.id()),
                    token_hash: Set(hash),
                    person_id: Set(person),
                    name: Set(name),
                    created_at: Set(tx.at()),
                    used_at: Set(None),
                    expires_at: Set(Some(tx.at().plus_days(days))),
                };
                let row = row.insert(tx.db()).await?;
                tx.record(record("token.make", row.id));
                Ok(true)
            }
        })
        .await?;
    Ok(made.then_some(text))
}

/// A person's tokens, newest first.
pub async fn of(app: &App, person: PersonId) -> Result<Vec<tokens::Model>> {
    let own = tokens::Entity::find().filter(tokens::Column::PersonId.eq(person));
    Ok(own.order_by_desc(tokens::Column::CreatedAt).all(app.store.read()).await?)
}

/// Takes a token back: from now on it opens nothing.
///
/// # Errors
/// [`Error::NotFound`] for a token that is not the viewer's.
pub async fn revoke(app: &App, viewer: &Viewer, id: TokenId) -> Result<()> {
    let row = tokens::Entity::find_by_id(id).one(app.store.read()).await?.ok_or(Error::NotFound)?;
    let thing = Thing { person: Some(row.person_id), ..Thing::default() };
    access::OWN.require(viewer, &thing).map_err(|_| Error::NotFound)?;
    app.act(viewer, |tx| async move {
        tokens::Entity::delete_by_id(id).exec(tx.db()).await?;
        tx.record(record("token.revoke", id));
        Ok(())
    })
    .await
}

async fn live(db: &impl ConnectionTrait, person: PersonId, now: Moment) -> Result<u64> {
    let own = tokens::Entity::find().filter(tokens::Column::PersonId.eq(person));
    Ok(own.filter(tokens::Column::ExpiresAt.gt(now)).count(db).await?)
}

fn record(action: &'static str, id: TokenId) -> Record {
    Record { action, subject: Subject::Token, id: id.uuid(), federation: None, before: None, after: None }
}
