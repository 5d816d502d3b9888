//! Queries of the outbox.

use dure_domain::{MailId, PersonId};
use dure_tables::mails;
use dure_web::access::Reach;
use dure_web::error::Result;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
};

use super::rules::{Page, Which};

const ON_A_PAGE: u64 = 20;

/// The condition of a list.
pub fn within(reach: &Reach, demo: bool, which: Which, person: PersonId) -> Condition {
    let mut near = Condition::any();
    if demo || reach.everything {
        near = Condition::all();
    } else {
        near = near.add(mails::Column::FederationId.is_in(reach.federations.clone()));
        near = near.add_option(reach.oneself.map(|person| mails::Column::PersonId.eq(person)));
    }
    let which = match which {
        Which::All => None,
        Which::Mine => Some(Condition::all().add(mails::Column::PersonId.eq(person))),
        Which::Failed => {
            Some(Condition::all().add(mails::Column::Failure.ne("")).add(mails::Column::SentAt.is_null()))
        }
    };
    Condition::all().add(near).add_option(which)
}

/// One page of what fulfils the condition.
pub async fn page<C: ConnectionTrait>(db: &C, within: Condition, number: u64) -> Result<Page> {
    let newest = mails::Entity::find()
        .filter(within)
        .order_by_desc(mails::Column::CreatedAt)
        .order_by_desc(mails::Column::Id);
    let pages = newest.paginate(db, ON_A_PAGE);
    let counted = pages.num_items_and_pages().await?;
    let last = counted.number_of_pages.max(1);
    let number = number.min(last);
    let mails = pages.fetch_page(number - 1).await?;
    Ok(Page { mails, number, last })
}

/// One letter.
pub async fn find<C: ConnectionTrait>(db: &C, id: MailId) -> Result<Option<mails::Model>> {
    Ok(mails::Entity::find_by_id(id).one(db).await?)
}
