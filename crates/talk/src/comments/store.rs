//! Queries of talk.

use std::collections::BTreeMap;

use comments::Column;
use dure_domain::{CommentId, Moment, PersonId, Subject};
use dure_tables::{comment_versions, comments, people};
use dure_web::error::Result;
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// One comment.
pub async fn find<C: ConnectionTrait>(db: &C, id: CommentId) -> Result<Option<comments::Model>> {
    Ok(comments::Entity::find_by_id(id).one(db).await?)
}

/// What was said under a thing, the oldest first.
pub async fn of<C: ConnectionTrait>(db: &C, kind: Subject, thing: Uuid) -> Result<Vec<comments::Model>> {
    let found = comments::Entity::find()
        .filter(Column::ThingKind.eq(kind))
        .filter(Column::ThingId.eq(thing))
        .order_by_asc(Column::At)
        .order_by_asc(Column::Id);
    Ok(found.all(db).await?)
}

/// The same words of the same person under the same thing since then.
pub async fn same<C: ConnectionTrait>(
    db: &C,
    (kind, thing): (Subject, Uuid),
    author: PersonId,
    answers: Option<CommentId>,
    body: &str,
    since: Moment,
) -> Result<Option<comments::Model>> {
    let found = comments::Entity::find()
        .filter(Column::ThingKind.eq(kind))
        .filter(Column::ThingId.eq(thing))
        .filter(Column::AuthorId.eq(author))
        .filter(Column::Body.eq(body))
        .filter(Column::At.gte(since));
    let found = match answers {
        Some(to) => found.filter(Column::Answers.eq(to)),
        None => found.filter(Column::Answers.is_null()),
    };
    Ok(found.one(db).await?)
}

/// People by their keys.
pub async fn people<C: ConnectionTrait>(
    db: &C,
    ids: impl IntoIterator<Item = PersonId>,
) -> Result<BTreeMap<PersonId, people::Model>> {
    let ids: Vec<PersonId> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = people::Entity::find().filter(people::Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// What a comment said before, the newest first.
pub async fn versions<C: ConnectionTrait>(db: &C, id: CommentId) -> Result<Vec<comment_versions::Model>> {
    let found = comment_versions::Entity::find()
        .filter(comment_versions::Column::CommentId.eq(id))
        .order_by_desc(comment_versions::Column::Until);
    Ok(found.all(db).await?)
}

/// Erases what comments said that were deleted before this.
pub async fn erase<C: ConnectionTrait>(db: &C, before: Moment) -> Result<()> {
    let deleted = Query::select()
        .column(Column::Id)
        .from(comments::Entity)
        .and_where(Column::DeletedAt.lt(before))
        .to_owned();
    comment_versions::Entity::delete_many()
        .filter(comment_versions::Column::CommentId.in_subquery(deleted))
        .exec(db)
        .await?;
    Ok(())
}
