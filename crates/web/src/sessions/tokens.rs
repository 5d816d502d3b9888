//! Whom a personal token stands for.

use dure_domain::TokenId;
use dure_store::Actor;
use dure_tables::{people, tokens};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use sha2::{Digest, Sha256};

use crate::App;
use crate::error::Result;

/// By this a token is known wherever it is found.
pub const MARK: &str = "dure_";
/// `used_at` is written at most so often, in seconds.
const NOTED_SECS: i64 = 3_600;

/// The person behind a token, if it is good.
pub async fn person_of(app: &App, text: &str) -> Result<Option<people::Model>> {
    if !text.starts_with(MARK) {
        return Ok(None);
    }
    let db = app.store.read();
    let found = tokens::Entity::find().filter(tokens::Column::TokenHash.eq(hash_of(text))).one(db).await?;
    let now = app.now();
    let Some(token) = found.filter(|token| token.expires_at.is_none_or(|until| until > now)) else {
        return Ok(None);
    };
    if token.used_at.is_none_or(|used| now.secs_since(used) >= NOTED_SECS) {
        note_use(app, token.id).await?;
    }
    Ok(people::Entity::find_by_id(token.person_id).one(db).await?.filter(|person| person.left_at.is_none()))
}

async fn note_use(app: &App, id: TokenId) -> Result<()> {
    app.store
        .write(Actor::System, |tx| async move {
            tx.quiet();
            let used = tokens::ActiveModel { used_at: Set(Some(tx.at())), ..Default::default() };
            tokens::Entity::update_many().set(used).filter(tokens::Column::Id.eq(id)).exec(tx.db()).await?;
            Ok(())
        })
        .await
}

/// What the table keeps of a token.
pub fn hash_of(text: &str) -> Vec<u8> {
    Sha256::digest(text).to_vec()
}
