//! A group of a draft, by its number; an existing group is named.

use dure_domain::{DraftId, FederationId, GroupId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "draft_groups")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub draft_id: DraftId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub federation_id: FederationId,
    pub name: String,
    pub group_id: Option<GroupId>,
}

impl ActiveModelBehavior for ActiveModel {}
