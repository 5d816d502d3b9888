//! What was decided about two firms that look alike.

use dure_domain::{FederationId, FirmId, Moment, PersonId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "firm_pairs")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub firm_id: FirmId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub other_id: FirmId,
    pub federation_id: FederationId,
    pub verdict: String,
    pub decided_by: Option<PersonId>,
    pub decided_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
