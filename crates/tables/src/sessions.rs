//! A signed-in session; the cookie holds the token, the table its SHA-256.

use dure_domain::{Moment, PersonId, SessionId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sessions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SessionId,
    pub token_hash: Vec<u8>,
    pub person_id: PersonId,
    pub created_at: Moment,
    pub seen_at: Moment,
    pub expires_at: Moment,
    pub agent: String,
    /// `password`, `link`, `invitation`, `persona`: how the person came in.
    pub opened_by: String,
}

impl ActiveModelBehavior for ActiveModel {}
