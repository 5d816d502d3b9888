//! A resource that a firm shares (경영자원).

use dure_domain::{FederationId, FirmId, Moment, ResourceId, ResourceKind};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "resources")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ResourceId,
    pub federation_id: FederationId,
    pub firm_id: FirmId,
    pub kind: ResourceKind,
    pub title: String,
    pub body: String,
    pub terms: String,
    pub created_at: Moment,
    pub removed_at: Option<Moment>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
