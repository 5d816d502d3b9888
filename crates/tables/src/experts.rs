//! An expert's profile.

use dure_domain::{ExpertId, FederationId, Moment, PersonId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "experts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ExpertId,
    pub federation_id: FederationId,
    pub person_id: PersonId,
    pub field: String,
    pub body: String,
    pub place_code: Option<i32>,
    pub removed_at: Option<Moment>,
}

impl ActiveModelBehavior for ActiveModel {}
