//! A firm invited to a founding, and what its executive answered.

use dure_domain::{
    FederationId, FirmId, FoundingId, GroupId, InvitationId, InvitationState, Moment, PersonId,
};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invitations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InvitationId,
    pub federation_id: FederationId,
    pub founding_id: FoundingId,
    pub firm_id: FirmId,
    pub person_id: Option<PersonId>,
    pub leaves_id: Option<GroupId>,
    pub state: InvitationState,
    pub answer: String,
    pub invited_at: Moment,
    pub answered_at: Option<Moment>,
    pub joined_at: Option<Moment>,
    pub reminded_at: Option<Moment>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
