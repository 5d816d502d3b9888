//! A draft of the formation studio; `rules` is JSON, `progress` in thousandths.

use dure_domain::{DraftId, DraftPool, DraftState, FederationId, GroupRequestId, Moment, PersonId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "drafts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DraftId,
    pub federation_id: FederationId,
    pub name: String,
    pub pool: DraftPool,
    pub request_id: Option<GroupRequestId>,
    pub rules: String,
    pub state: DraftState,
    pub seed: i64,
    pub progress: i32,
    pub worth: Option<i64>,
    pub bound: Option<i64>,
    pub moves: Option<i64>,
    pub failure: String,
    pub made_by: Option<PersonId>,
    pub made_at: Moment,
    pub solved_at: Option<Moment>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
