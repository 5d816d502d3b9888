//! A person: delegate, deputy, expert, official or staff. Active while `left_at` is empty.

use dure_domain::{FederationId, FirmId, Moment, PersonId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "people")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PersonId,
    pub federation_id: FederationId,
    pub firm_id: Option<FirmId>,
    pub name: String,
    pub title: String,
    pub email: Option<String>,
    pub phone: String,
    pub lang: String,
    pub password_hash: Option<String>,
    pub created_at: Moment,
    pub left_at: Option<Moment>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
