//! Invitations that a secretary hands over: shown once, usable once, and only for somebody who has no other way in.

use dure_domain::{Id, PersonId};
use dure_store::Actor;
use dure_tables::{audit, people, sessions, sign_in_links, tokens};
use dure_texts::accounts as texts;
use dure_web::error::{Error, Result};
use dure_web::paths::Key;
use dure_web::sessions::OpenedBy;
use dure_web::{Visit, secretariat};
use maud::Markup;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::by_link::{make, path, record};
use super::pages;
use crate::accounts::access;
use crate::accounts::address::Holder;

/// Such a link is good this long.
const LASTS_DAYS: i64 = 7;
/// Records of the audit that show that somebody has come in.
const CAME_IN: [&str; 2] = ["link.use", "person.password"];

/// `POST /people/{id}/invitation/link`: the answer alone shows the link.
pub(super) async fn hand_out(visit: Visit, Key(id): Key<PersonId>) -> Result<Markup> {
    let app = &visit.app;
    let person = people::Entity::find_by_id(id).one(app.store.read()).await?;
    let person = person.filter(|person| person.left_at.is_none()).ok_or(Error::NotFound)?;
    access::HAND_OUT.require(&visit.viewer, &secretariat::person_thing(app.store.read(), &person).await?)?;
    let (lang, by) = (visit.lang(), visit.viewer.person);
    let link = app
        .store
        .write::<_, Error, _, _>(Actor::Person(by), |tx| {
            let person = person.clone();
            async move {
                if !has_no_way_in(tx.db(), &person).await? {
                    return Err(Error::Rule(texts::by_hand_refused(lang, &person.name)));
                }
                forget(tx.db(), person.id).await?;
                let until = tx.at().plus_days(LASTS_DAYS);
                let token = make(&tx, person.id, OpenedBy::ByHand, until, Some(by)).await?;
                tx.record(record("person.hand_out", &person));
                Ok(path(&token, "/"))
            }
        })
        .await?;
    Ok(pages::handed_out(&visit, &person, &app.config.url(&link), LASTS_DAYS))
}

/// Whether this person has never held an office, has nothing to sign in with, and never came in: whoever has a way in
/// uses it, and nobody else is given one.
///
/// # Errors
/// The database's.
pub async fn has_no_way_in(db: &impl ConnectionTrait, person: &people::Model) -> Result<bool> {
    let holder = Holder::load(db, person).await?;
    if person.password_hash.is_some() || person.left_at.is_some() || holder.ever_held() || holder.came_in {
        return Ok(false);
    }
    let id = person.id;
    let used = sign_in_links::Entity::find()
        .filter(sign_in_links::Column::PersonId.eq(id))
        .filter(sign_in_links::Column::UsedAt.is_not_null());
    let came_in = audit::Entity::find()
        .filter(audit::Column::SubjectId.eq(id.uuid()))
        .filter(audit::Column::Action.is_in(CAME_IN));
    let ways = used.count(db).await?
        + came_in.count(db).await?
        + sessions::Entity::find().filter(sessions::Column::PersonId.eq(id)).count(db).await?
        + tokens::Entity::find().filter(tokens::Column::PersonId.eq(id)).count(db).await?;
    Ok(ways == 0)
}

/// Links that were handed out before and not used are good no longer.
async fn forget(db: &impl ConnectionTrait, person: PersonId) -> Result<()> {
    sign_in_links::Entity::delete_many()
        .filter(sign_in_links::Column::PersonId.eq(person))
        .filter(sign_in_links::Column::Purpose.eq(OpenedBy::ByHand.as_str()))
        .exec(db)
        .await?;
    Ok(())
}

/// A link that was handed out is good only as long as its reader has no other way in.
pub(super) async fn still_good(db: &impl ConnectionTrait, link: &sign_in_links::Model) -> Result<bool> {
    if link.purpose != OpenedBy::ByHand.as_str() {
        return Ok(true);
    }
    match people::Entity::find_by_id(link.person_id).one(db).await? {
        Some(person) => has_no_way_in(db, &person).await,
        None => Ok(false),
    }
}
