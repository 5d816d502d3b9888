//! A file that hangs on a thing.

use dure_domain::{FederationId, FileId, FileKind, Moment, PersonId, Subject};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "files")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FileId,
    pub federation_id: FederationId,
    pub thing_kind: Subject,
    pub thing_id: Uuid,
    pub name: String,
    pub kind: FileKind,
    pub bytes: i64,
    pub digest: String,
    pub width: i32,
    pub height: i32,
    pub added_by: PersonId,
    pub added_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
