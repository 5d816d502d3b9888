//! Firms that ask for a group (결성 요청).

use dure_domain::{FederationId, GroupRequestId, Moment, PersonId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "group_requests")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: GroupRequestId,
    pub federation_id: FederationId,
    pub title: String,
    pub note: String,
    pub asked_by: Option<PersonId>,
    pub asked_at: Moment,
    pub closed_at: Option<Moment>,
    pub closed_by: Option<PersonId>,
    pub closing: String,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
