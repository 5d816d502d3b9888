//! Why a firm joined; several each.

use dure_domain::{FederationId, FirmId, JoiningReason};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "joining_reasons")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub firm_id: FirmId,
    pub federation_id: FederationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub reason: JoiningReason,
}

impl ActiveModelBehavior for ActiveModel {}
