//! A personal token of the JSON interface.

use dure_domain::{Moment, PersonId, TokenId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tokens")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TokenId,
    pub token_hash: Vec<u8>,
    pub person_id: PersonId,
    pub name: String,
    pub created_at: Moment,
    pub used_at: Option<Moment>,
    pub expires_at: Option<Moment>,
}

impl ActiveModelBehavior for ActiveModel {}
