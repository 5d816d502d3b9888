//! A support programme of an agency.

use dure_domain::{Day, FederationId, Moment, PersonId, ProgrammeId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "programmes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ProgrammeId,
    pub federation_id: FederationId,
    pub title: String,
    pub body: String,
    pub agency: String,
    pub eligibility: String,
    pub region: String,
    pub place_code: Option<i32>,
    pub contact_id: Option<PersonId>,
    pub opens_on: Option<Day>,
    pub closes_on: Option<Day>,
    pub removed_at: Option<Moment>,
}

impl ActiveModelBehavior for ActiveModel {}
