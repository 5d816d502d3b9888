//! A member firm (회원사), active while `left_at` is empty.

use dure_domain::{Day, FederationId, FirmId, Moment, Motive, Won};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "firms")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FirmId,
    pub federation_id: FederationId,
    pub name: String,
    pub business_number: Option<String>,
    pub industry_code: Option<String>,
    pub industry_text: String,
    pub sector: Option<String>,
    pub place_code: Option<i32>,
    pub address: String,
    pub phone: String,
    pub fax: String,
    pub email: String,
    pub website: String,
    pub representative: String,
    pub products: String,
    pub offers: String,
    pub needs: String,
    pub notes: String,
    pub founded_on: Option<Day>,
    pub employees: Option<i32>,
    pub revenue_won: Option<Won>,
    pub motive: Option<Motive>,
    pub created_at: Moment,
    pub updated_at: Moment,
    pub left_at: Option<Moment>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
