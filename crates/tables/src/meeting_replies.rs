//! Who comes.

use dure_domain::{FederationId, MeetingId, Moment, PersonId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "meeting_replies")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub meeting_id: MeetingId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    pub federation_id: FederationId,
    pub coming: bool,
    pub at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
