//! What waits for one person.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{
    AskState, DifficultyId, DifficultyStatus, ExpertId, FirmId, Moment, PersonId, ProgrammeId, ResourceId,
    SettlementState,
};
use dure_tables::{asks, difficulties, experts, programmes, resources, settlements};
use dure_web::access::Viewer;
use dure_web::error::Result;
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Open requests to this person, the longest waiting first.
pub async fn waiting_for(db: &impl ConnectionTrait, person: PersonId, most: u64) -> Result<Vec<asks::Model>> {
    let rows = asks::Entity::find()
        .filter(asks::Column::PersonId.eq(person))
        .filter(asks::Column::State.eq(AskState::Asked))
        .order_by_asc(asks::Column::AskedAt)
        .order_by_asc(asks::Column::Id)
        .limit(most);
    Ok(rows.all(db).await?)
}

/// These difficulties, in any order.
pub async fn by_ids(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = DifficultyId>,
) -> Result<BTreeMap<DifficultyId, difficulties::Model>> {
    let ids: BTreeSet<DifficultyId> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = difficulties::Entity::find().filter(difficulties::Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// Statements of worth that wait, about helps in which the viewer's side has a part.
pub async fn standing_statements(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
) -> Result<Vec<(settlements::Model, asks::Model)>> {
    let mut own_asks = Condition::any().add(asks::Column::PersonId.eq(viewer.person));
    let mut own_difficulties = Condition::any().add(difficulties::Column::AuthorId.eq(viewer.person));
    if let Some(firm) = viewer.firm {
        own_asks = own_asks.add(asks::Column::FirmId.eq(firm));
        own_difficulties = own_difficulties.add(difficulties::Column::FirmId.eq(firm));
    }
    let helped = Query::select().column(asks::Column::Id).from(asks::Entity).cond_where(own_asks).to_owned();
    let posted = Query::select()
        .column(difficulties::Column::Id)
        .from(difficulties::Entity)
        .cond_where(own_difficulties)
        .to_owned();
    let mine = Condition::any()
        .add(settlements::Column::AskId.in_subquery(helped))
        .add(settlements::Column::DifficultyId.in_subquery(posted));
    let rows = settlements::Entity::find()
        .filter(settlements::Column::State.eq(SettlementState::Stated))
        .filter(settlements::Column::StatedBy.ne(viewer.person))
        .filter(mine)
        .order_by_asc(settlements::Column::StatedAt)
        .limit(20)
        .all(db)
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let asks = asks::Entity::find().filter(asks::Column::Id.is_in(rows.iter().map(|row| row.ask_id)));
    let asks: BTreeMap<_, _> = asks.all(db).await?.into_iter().map(|ask| (ask.id, ask)).collect();
    // A help of several kinds has several statements.
    Ok(rows.into_iter().filter_map(|row| asks.get(&row.ask_id).cloned().map(|ask| (row, ask))).collect())
}

/// Open difficulties of the firm, or written by the person for another firm, the newest first.
pub async fn open_of_firm(
    db: &impl ConnectionTrait,
    firm: FirmId,
    most: u64,
) -> Result<Vec<difficulties::Model>> {
    let rows = difficulties::Entity::find()
        .filter(difficulties::Column::FirmId.eq(firm))
        .filter(difficulties::Column::Status.is_in([DifficultyStatus::Open, DifficultyStatus::Helping]))
        .order_by_desc(difficulties::Column::PostedAt)
        .limit(most);
    Ok(rows.all(db).await?)
}

/// Whether the firm has ever posted a difficulty.
pub async fn has_posted(db: &impl ConnectionTrait, firm: FirmId) -> Result<bool> {
    let any = difficulties::Entity::find()
        .select_only()
        .column(difficulties::Column::Id)
        .filter(difficulties::Column::FirmId.eq(firm))
        .limit(1);
    Ok(any.into_tuple::<DifficultyId>().one(db).await?.is_some())
}

/// The person's drafts, the last touched first.
pub async fn drafts(
    db: &impl ConnectionTrait,
    person: PersonId,
    most: u64,
) -> Result<Vec<difficulties::Model>> {
    let rows = difficulties::Entity::find()
        .filter(difficulties::Column::AuthorId.eq(person))
        .filter(difficulties::Column::Status.eq(DifficultyStatus::Draft))
        .order_by_desc(difficulties::Column::UpdatedAt)
        .limit(most);
    Ok(rows.all(db).await?)
}

/// Requests about these difficulties as (difficulty, state, asked at).
pub async fn asks_about(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = DifficultyId>,
) -> Result<Vec<(DifficultyId, AskState, Moment)>> {
    let ids: Vec<DifficultyId> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = asks::Entity::find()
        .select_only()
        .columns([asks::Column::DifficultyId, asks::Column::State, asks::Column::AskedAt])
        .filter(asks::Column::DifficultyId.is_in(ids));
    Ok(rows.into_tuple().all(db).await?)
}

/// Those of the difficulties with which the person, or somebody of the firm, was already asked to help.
pub async fn asked(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[DifficultyId],
) -> Result<BTreeSet<DifficultyId>> {
    if ids.is_empty() {
        return Ok(BTreeSet::new());
    }
    let mut us = Condition::any().add(asks::Column::PersonId.eq(viewer.person));
    if let Some(firm) = viewer.firm {
        us = us.add(asks::Column::FirmId.eq(firm));
    }
    let rows = asks::Entity::find()
        .select_only()
        .column(asks::Column::DifficultyId)
        .filter(us)
        .filter(asks::Column::DifficultyId.is_in(ids.to_vec()));
    Ok(rows.into_tuple().all(db).await?.into_iter().collect())
}

/// The person's profile as an expert.
pub async fn expert_of(db: &impl ConnectionTrait, person: PersonId) -> Result<Option<ExpertId>> {
    let row = experts::Entity::find()
        .select_only()
        .column(experts::Column::Id)
        .filter(experts::Column::PersonId.eq(person))
        .filter(experts::Column::RemovedAt.is_null());
    Ok(row.into_tuple().one(db).await?)
}

/// Programmes that the person is the contact of.
pub async fn programmes_of(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<ProgrammeId>> {
    let rows = programmes::Entity::find()
        .select_only()
        .column(programmes::Column::Id)
        .filter(programmes::Column::ContactId.eq(person))
        .filter(programmes::Column::RemovedAt.is_null())
        .limit(8);
    Ok(rows.into_tuple().all(db).await?)
}

/// Resources that the firm shares.
pub async fn resources_of(db: &impl ConnectionTrait, firm: FirmId) -> Result<Vec<ResourceId>> {
    let rows = resources::Entity::find()
        .select_only()
        .column(resources::Column::Id)
        .filter(resources::Column::FirmId.eq(firm))
        .filter(resources::Column::RemovedAt.is_null())
        .limit(12);
    Ok(rows.into_tuple().all(db).await?)
}
