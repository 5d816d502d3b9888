//! Work to be done after its transaction.

use dure_domain::{JobId, Moment};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "jobs")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: JobId,
    pub kind: String,
    pub payload: String,
    pub run_at: Moment,
    pub attempts: i32,
    pub taken_until: Option<Moment>,
    pub done_at: Option<Moment>,
    pub failure: String,
}

impl ActiveModelBehavior for ActiveModel {}
