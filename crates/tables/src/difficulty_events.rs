//! One line of a difficulty's timeline.

use dure_domain::{AskId, DifficultyId, EventId, EventKind, FederationId, Moment, PersonId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "difficulty_events")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EventId,
    pub federation_id: FederationId,
    pub difficulty_id: DifficultyId,
    pub ask_id: Option<AskId>,
    pub actor_id: Option<PersonId>,
    pub kind: EventKind,
    pub body: String,
    pub at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
