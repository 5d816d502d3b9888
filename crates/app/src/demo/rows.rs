//! Writes the rows of a part, many at a time.

use dure_demo::Part;
use dure_tables::{
    appointments, asks, cases, comments, difficulties, difficulty_events, experts, federations, firms,
    foundings, give_and_take, group_request_firms, group_requests, groups, invitations, joining_reasons,
    meeting_replies, meetings, memberships, people, programmes, resources, settlements,
};
use dure_web::error::Result;
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, Iterable};

/// SQLite takes 32,766 values in a statement, PostgreSQL 65,535.
const VALUES: usize = 30_000;

/// In an order in which no row refers to one that is not there yet.
pub(super) async fn put(db: &impl ConnectionTrait, part: &Part) -> Result<()> {
    many::<federations::Entity>(db, &part.federations).await?;
    many::<groups::Entity>(db, &part.groups).await?;
    many::<firms::Entity>(db, &part.firms).await?;
    many::<firms::Entity>(db, &part.newcomers).await?;
    many::<people::Entity>(db, &part.people).await?;
    many::<memberships::Entity>(db, &part.memberships).await?;
    many::<joining_reasons::Entity>(db, &part.joining_reasons).await?;
    many::<appointments::Entity>(db, &part.appointments).await?;
    many::<resources::Entity>(db, &part.resources).await?;
    many::<experts::Entity>(db, &part.experts).await?;
    many::<programmes::Entity>(db, &part.programmes).await?;
    many::<difficulties::Entity>(db, &part.difficulties).await?;
    many::<asks::Entity>(db, &part.asks).await?;
    many::<difficulty_events::Entity>(db, &part.events).await?;
    many::<comments::Entity>(db, &part.comments).await?;
    many::<settlements::Entity>(db, &part.settlements).await?;
    many::<give_and_take::Entity>(db, &part.entries).await?;
    many::<cases::Entity>(db, &part.cases).await?;
    many::<meetings::Entity>(db, &part.meetings).await?;
    many::<meeting_replies::Entity>(db, &part.replies).await?;
    many::<group_requests::Entity>(db, &part.requests).await?;
    many::<group_request_firms::Entity>(db, &part.request_firms).await?;
    many::<foundings::Entity>(db, &part.foundings).await?;
    many::<invitations::Entity>(db, &part.invitations).await
}

async fn many<E>(db: &impl ConnectionTrait, rows: &[E::Model]) -> Result<()>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
    E::ActiveModel: ActiveModelTrait<Entity = E> + Send,
{
    let columns = E::Column::iter().count();
    for chunk in rows.chunks(VALUES / columns.max(1)) {
        let rows = chunk.iter().cloned().map(IntoActiveModel::into_active_model);
        E::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}
