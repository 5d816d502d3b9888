//! An exchange group (교류회).

use dure_domain::{Day, FederationId, GroupId, Moment};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "groups")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: GroupId,
    pub federation_id: FederationId,
    pub name: String,
    pub founded_on: Option<Day>,
    pub place_code: Option<i32>,
    pub meeting_place: String,
    pub rhythm: String,
    pub charter: String,
    pub created_at: Moment,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
