//! Who took personal data out, when, how many persons, and why.

use dure_domain::{DataAccessId, DataOutlet, DataReason, FederationId, GroupId, Moment, PersonId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "data_access")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DataAccessId,
    pub federation_id: FederationId,
    pub at: Moment,
    pub person_id: Option<PersonId>,
    pub what: DataOutlet,
    pub group_id: Option<GroupId>,
    pub persons: i32,
    pub reason: DataReason,
    pub note: String,
}

impl ActiveModelBehavior for ActiveModel {}
