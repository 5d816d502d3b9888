//! Queries of files.

use std::collections::BTreeMap;

use dure_domain::{FileId, PersonId, Subject};
use dure_tables::{files, people};
use dure_web::error::Result;
use dure_web::names;
use files::Column;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

/// One file.
pub async fn find<C: ConnectionTrait>(db: &C, id: FileId) -> Result<Option<files::Model>> {
    Ok(files::Entity::find_by_id(id).one(db).await?)
}

/// The files of some things of one kind, the oldest first.
pub async fn of<C: ConnectionTrait>(db: &C, kind: Subject, things: Vec<Uuid>) -> Result<Vec<files::Model>> {
    if things.is_empty() {
        return Ok(Vec::new());
    }
    let found = files::Entity::find()
        .filter(Column::ThingKind.eq(kind))
        .filter(Column::ThingId.is_in(things))
        .order_by_asc(Column::AddedAt)
        .order_by_asc(Column::Digest);
    Ok(found.all(db).await?)
}

/// Every file.
pub async fn all<C: ConnectionTrait>(db: &C) -> Result<Vec<files::Model>> {
    Ok(files::Entity::find().all(db).await?)
}

/// Whether anything hangs on a thing.
pub async fn any<C: ConnectionTrait>(db: &C, kind: Subject, thing: Uuid) -> Result<bool> {
    Ok(taken(db, kind, thing).await?.0 > 0)
}

/// The same file on the same thing.
pub async fn same<C: ConnectionTrait>(
    db: &C,
    kind: Subject,
    thing: Uuid,
    digest: &str,
) -> Result<Option<files::Model>> {
    let found = files::Entity::find()
        .filter(Column::ThingKind.eq(kind))
        .filter(Column::ThingId.eq(thing))
        .filter(Column::Digest.eq(digest));
    Ok(found.one(db).await?)
}

/// How many files hang on a thing, and the bytes of all of them.
pub async fn taken<C: ConnectionTrait>(db: &C, kind: Subject, thing: Uuid) -> Result<(u64, u64)> {
    let on = files::Entity::find().filter(Column::ThingKind.eq(kind)).filter(Column::ThingId.eq(thing));
    let sizes: Vec<i64> = on.clone().select_only().column(Column::Bytes).into_tuple().all(db).await?;
    Ok((on.count(db).await?, sizes.iter().map(|bytes| bytes.unsigned_abs()).sum()))
}

/// Who added files: the firm, else the person.
pub async fn senders<C: ConnectionTrait>(
    db: &C,
    ids: impl IntoIterator<Item = PersonId>,
) -> Result<BTreeMap<PersonId, String>> {
    let ids: Vec<PersonId> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let found = people::Entity::find().filter(people::Column::Id.is_in(ids)).all(db).await?;
    let firms = names::firms(db, found.iter().filter_map(|person| person.firm_id)).await?;
    let name = |person: people::Model| {
        let firm = person.firm_id.and_then(|firm| firms.get(&firm).cloned());
        (person.id, firm.unwrap_or(person.name))
    };
    Ok(found.into_iter().map(name).collect())
}
