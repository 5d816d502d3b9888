//! The firms of a request for a group.

use dure_domain::{FederationId, FirmId, GroupRequestId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "group_request_firms")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub request_id: GroupRequestId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub firm_id: FirmId,
    pub federation_id: FederationId,
}

impl ActiveModelBehavior for ActiveModel {}
