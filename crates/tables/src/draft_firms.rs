//! A firm of a draft: in which of its groups; none when left out.

use dure_domain::{DraftId, FederationId, FirmId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "draft_firms")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub draft_id: DraftId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub firm_id: FirmId,
    pub federation_id: FederationId,
    pub number: Option<i32>,
    pub locked: bool,
}

impl ActiveModelBehavior for ActiveModel {}
