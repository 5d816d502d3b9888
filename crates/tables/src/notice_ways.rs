//! How letters of one kind come to a person; where there is no row, at once.

use dure_domain::{NoticeKind, NoticeWay, PersonId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notice_ways")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: NoticeKind,
    pub way: NoticeWay,
}

impl ActiveModelBehavior for ActiveModel {}
