//! What a comment said before.

use dure_domain::{CommentId, CommentVersionId, Moment};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "comment_versions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CommentVersionId,
    pub comment_id: CommentId,
    pub body: String,
    pub until: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
