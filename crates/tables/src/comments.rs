//! What somebody said under a thing.

use dure_domain::{CommentId, FederationId, Moment, PersonId, Subject};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "comments")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CommentId,
    pub federation_id: FederationId,
    pub thing_kind: Subject,
    pub thing_id: Uuid,
    pub answers: Option<CommentId>,
    pub author_id: PersonId,
    pub body: String,
    pub at: Moment,
    pub edited_at: Option<Moment>,
    pub deleted_at: Option<Moment>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
