//! The change feed, in the order of commits.

use dure_domain::{FederationId, Moment};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "changes")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub seq: i64,
    pub federation_id: Option<FederationId>,
    pub kind: String,
    pub subject_id: Uuid,
    pub at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
