//! Every way in that a person has, and its end.

use dure_domain::{Moment, PersonId, SessionId};
use dure_store::Tx;
use dure_tables::{people, sessions, sign_in_links, tokens};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

use crate::error::Result;

/// Ends every session but `kept`, every personal token, and every link that could still be opened. Whoever
/// calls records the act and forgets the viewers afterwards.
pub async fn end_all(tx: &Tx, person: PersonId, kept: Option<SessionId>) -> Result<()> {
    let mut open = sessions::Entity::delete_many().filter(sessions::Column::PersonId.eq(person));
    if let Some(kept) = kept {
        open = open.filter(sessions::Column::Id.ne(kept));
    }
    open.exec(tx.db()).await?;
    tokens::Entity::delete_many().filter(tokens::Column::PersonId.eq(person)).exec(tx.db()).await?;
    end_links(tx, person).await
}

/// Ends every link by which the person could still come in.
pub async fn end_links(tx: &Tx, person: PersonId) -> Result<()> {
    let links = sign_in_links::Entity::delete_many().filter(sign_in_links::Column::PersonId.eq(person));
    links.exec(tx.db()).await?;
    Ok(())
}

/// Ends all of these, and every link by which letters take an answer: whoever had any of them may be another.
pub async fn recover(tx: &Tx, person: PersonId) -> Result<()> {
    end_all(tx, person, None).await?;
    let from_now = people::ActiveModel { links_from: Set(Some(tx.at())), ..Default::default() };
    people::Entity::update_many().set(from_now).filter(people::Column::Id.eq(person)).exec(tx.db()).await?;
    Ok(())
}

/// Whether a link that was made `at` may still answer for this person.
pub fn link_is_good(person: &people::Model, at: Moment) -> bool {
    person.left_at.is_none() && person.links_from.is_none_or(|from| at > from)
}

/// Notes that the person has come in, the first time that it happens.
pub(super) async fn came_in(tx: &Tx, person: PersonId) -> Result<()> {
    let now = people::ActiveModel { came_in_at: Set(Some(tx.at())), ..Default::default() };
    let newcomer = people::Entity::update_many().set(now).filter(people::Column::Id.eq(person));
    newcomer.filter(people::Column::CameInAt.is_null()).exec(tx.db()).await?;
    Ok(())
}
