//! A firm's membership in a group, with its delegate and deputy.

use dure_domain::{Day, FederationId, FirmId, GroupId, MembershipId, Moment, PersonId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "memberships")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MembershipId,
    pub federation_id: FederationId,
    pub group_id: GroupId,
    pub firm_id: FirmId,
    pub delegate_id: Option<PersonId>,
    pub deputy_id: Option<PersonId>,
    pub industry_slot: Option<String>,
    pub joined_on: Option<Day>,
    pub left_on: Option<Day>,
    pub created_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
