//! A request that carried a key of its own, and what was answered.

use dure_domain::{ActId, Moment};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "acts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ActId,
    pub asked: Vec<u8>,
    pub at: Moment,
    pub answer: String,
}

impl ActiveModelBehavior for ActiveModel {}
