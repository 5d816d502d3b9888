//! A difficulty (애로사항), from draft to closed.

use dure_domain::{
    DifficultyId, DifficultyStatus, FederationId, FirmId, GroupId, Moment, NeedKind, Outcome, PersonId,
    Visibility,
};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "difficulties")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DifficultyId,
    pub federation_id: FederationId,
    pub firm_id: FirmId,
    pub author_id: PersonId,
    pub group_id: Option<GroupId>,
    pub title: String,
    pub problem: String,
    pub present_state: String,
    pub tried: String,
    pub solved_when: String,
    pub need: NeedKind,
    pub visibility: Visibility,
    pub anonymous: bool,
    pub status: DifficultyStatus,
    pub outcome: Option<Outcome>,
    pub outcome_note: String,
    pub created_at: Moment,
    pub updated_at: Moment,
    pub posted_at: Option<Moment>,
    pub closed_at: Option<Moment>,
    pub version: i32,
    pub to_ask: String,
}

impl ActiveModelBehavior for ActiveModel {}
