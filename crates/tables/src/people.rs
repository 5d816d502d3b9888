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
    /// An address that the person had in other case than somebody else, and lost to them.
    pub twin_email: Option<String>,
    /// When the person first came in, other than as a persona of the demo.
    pub came_in_at: Option<Moment>,
    /// Links that answer by one tap are good if made after this.
    pub links_from: Option<Moment>,
    /// No mail between nine in the evening and eight in the morning.
    pub quiet_at_night: bool,
}

impl ActiveModelBehavior for ActiveModel {}
