//! Who did what, with the state before and after as JSON.

use dure_domain::{AuditId, FederationId, Moment, PersonId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AuditId,
    pub federation_id: Option<FederationId>,
    pub at: Moment,
    pub actor_id: Option<PersonId>,
    pub action: String,
    pub subject_kind: String,
    pub subject_id: Uuid,
    pub before_state: Option<String>,
    pub after_state: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
