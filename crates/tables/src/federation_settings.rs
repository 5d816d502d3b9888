//! Settings of a federation; one without a row has the usual ones.

use dure_domain::{FederationId, Visibility};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "federation_settings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub federation_id: FederationId,
    pub group_word: String,
    pub phone: String,
    pub email: String,
    pub address: String,
    pub sender: String,
    pub reply_to: String,
    pub visibility: Visibility,
    pub fiscal_month: i32,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
