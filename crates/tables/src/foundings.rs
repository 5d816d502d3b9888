//! A group that is being founded, or firms that are to move into an existing one; `rules` is JSON.

use dure_domain::{
    DraftId, FederationId, FoundingId, FoundingPath, FoundingState, GroupId, GroupRequestId, Moment, PersonId,
};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "foundings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FoundingId,
    pub federation_id: FederationId,
    pub name: String,
    pub path: FoundingPath,
    pub draft_id: Option<DraftId>,
    pub request_id: Option<GroupRequestId>,
    pub group_id: Option<GroupId>,
    pub place_code: Option<i32>,
    pub meeting_place: String,
    pub charter: String,
    pub rules: String,
    pub needed: i32,
    pub message: String,
    pub word: String,
    pub state: FoundingState,
    pub opened_by: Option<PersonId>,
    pub opened_at: Moment,
    pub ended_at: Option<Moment>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
