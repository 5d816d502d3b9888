//! A regional federation (연합회).

use dure_domain::{FederationId, Moment};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "federations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FederationId,
    pub name: String,
    pub region: String,
    pub created_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
