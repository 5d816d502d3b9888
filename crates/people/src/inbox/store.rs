//! Queries of news.

use dure_domain::{MailId, Moment, PersonId};
use dure_tables::{mails, notice_ways, people};
use dure_web::error::Result;
use mails::Column;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, Select,
};

use super::rules::{Chosen, PER_PAGE};

/// Purposes of letters that are news begin so; those of one's account are none.
const NEWS: [&str; 5] = ["difficulty.", "settlement.", "comment.", "meeting.", "founding."];

fn news(person: PersonId) -> Select<mails::Entity> {
    let of_kind =
        NEWS.iter().fold(Condition::any(), |any, start| any.add(Column::Purpose.starts_with(*start)));
    mails::Entity::find().filter(Column::PersonId.eq(person)).filter(of_kind)
}

/// One page of a person's news, the newest first, and how many there are in all.
pub async fn page<C: ConnectionTrait>(
    db: &C,
    person: PersonId,
    unread: bool,
    number: u64,
) -> Result<(Vec<mails::Model>, u64)> {
    let mut found = news(person).order_by_desc(Column::CreatedAt).order_by_desc(Column::Id);
    if unread {
        found = found.filter(Column::ReadAt.is_null());
    }
    let pages = found.paginate(db, PER_PAGE);
    let total = pages.num_items().await?;
    Ok((pages.fetch_page(number.saturating_sub(1)).await?, total))
}

/// One letter.
pub async fn find<C: ConnectionTrait>(db: &C, id: MailId) -> Result<Option<mails::Model>> {
    Ok(mails::Entity::find_by_id(id).one(db).await?)
}

/// Marks as read what a person has not read yet: one letter, or all.
pub async fn read<C: ConnectionTrait>(
    db: &C,
    person: PersonId,
    id: Option<MailId>,
    at: Moment,
) -> Result<()> {
    let unread = mails::Entity::update_many()
        .col_expr(Column::ReadAt, Expr::value(at))
        .filter(Column::PersonId.eq(person))
        .filter(Column::ReadAt.is_null());
    let unread = match id {
        Some(id) => unread.filter(Column::Id.eq(id)),
        None => unread,
    };
    unread.exec(db).await?;
    Ok(())
}

/// What a person chose.
pub async fn chosen<C: ConnectionTrait>(db: &C, person: PersonId) -> Result<Chosen> {
    let rows = notice_ways::Entity::find().filter(notice_ways::Column::PersonId.eq(person)).all(db).await?;
    let reader = people::Entity::find_by_id(person).one(db).await?;
    Ok(Chosen {
        ways: rows.into_iter().map(|row| (row.kind, row.way)).collect(),
        quiet: reader.is_some_and(|reader| reader.quiet_at_night),
    })
}
