//! Attempts of one subject in its current window.

use dure_domain::Moment;
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rate_limits")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub subject: String,
    pub window_start: Moment,
    pub hits: i32,
}

impl ActiveModelBehavior for ActiveModel {}
