//! An office or special membership; runs until `until`.

use dure_domain::{AppointmentId, Day, FederationId, GroupId, Office, PersonId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "appointments")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AppointmentId,
    pub federation_id: FederationId,
    pub group_id: Option<GroupId>,
    pub person_id: PersonId,
    pub office: Office,
    pub since: Day,
    pub until: Option<Day>,
}

impl ActiveModelBehavior for ActiveModel {}
