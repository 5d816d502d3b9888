//! All that a draft holds.

use std::collections::BTreeMap;

use dure_domain::{DraftId, FirmId, FoundingId, FoundingState, GroupId};
use dure_tables::{draft_firms, draft_groups, draft_pairs, drafts, firms, foundings, groups};
use dure_web::error::Result;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

/// A draft with its groups, firms and wishes. Firms stand in the order of their ids, which gives each its number.
#[derive(Debug, Clone)]
pub struct Contents {
    /// The draft.
    pub draft: drafts::Model,
    /// Its groups, by number.
    pub groups: BTreeMap<i32, draft_groups::Model>,
    /// Its firms, in the same order as `firms`.
    pub placed: Vec<draft_firms::Model>,
    /// What is known of them.
    pub firms: Vec<firms::Model>,
    /// Who shall be together or apart.
    pub pairs: Vec<draft_pairs::Model>,
    /// What it was put to the firms as: foundings with their names and where they stand.
    pub foundings: Vec<(FoundingId, String, FoundingState)>,
    /// Groups that exist already and are named by the draft.
    pub existing: BTreeMap<GroupId, groups::Model>,
}

/// Everything of one draft, in a handful of queries.
pub async fn contents<C: ConnectionTrait>(db: &C, id: DraftId) -> Result<Option<Contents>> {
    let Some(draft) = super::find(db, id).await? else { return Ok(None) };
    let groups = draft_groups::Entity::find().filter(draft_groups::Column::DraftId.eq(id)).all(db).await?;
    let of_draft = draft_firms::Entity::find().filter(draft_firms::Column::DraftId.eq(id));
    let mut placed: BTreeMap<FirmId, draft_firms::Model> =
        of_draft.clone().all(db).await?.into_iter().map(|row| (row.firm_id, row)).collect();
    let ids = of_draft.select_only().column(draft_firms::Column::FirmId).into_query();
    let firms = firms::Entity::find()
        .filter(firms::Column::Id.in_subquery(ids))
        .order_by_asc(firms::Column::Id)
        .all(db)
        .await?;
    let pairs = draft_pairs::Entity::find()
        .filter(draft_pairs::Column::DraftId.eq(id))
        .order_by_asc(draft_pairs::Column::FirmId)
        .order_by_asc(draft_pairs::Column::OtherId)
        .all(db)
        .await?;
    let opened = foundings::Entity::find()
        .select_only()
        .columns([foundings::Column::Id, foundings::Column::Name, foundings::Column::State])
        .filter(foundings::Column::DraftId.eq(id))
        .order_by_asc(foundings::Column::Name);
    let named: Vec<GroupId> = groups.iter().filter_map(|group| group.group_id).collect();
    let existing = if named.is_empty() {
        Vec::new()
    } else {
        groups::Entity::find().filter(groups::Column::Id.is_in(named)).all(db).await?
    };
    Ok(Some(Contents {
        draft,
        groups: groups.into_iter().map(|group| (group.number, group)).collect(),
        placed: firms.iter().filter_map(|firm| placed.remove(&firm.id)).collect(),
        firms,
        pairs,
        foundings: opened.into_tuple().all(db).await?,
        existing: existing.into_iter().map(|group| (group.id, group)).collect(),
    }))
}
