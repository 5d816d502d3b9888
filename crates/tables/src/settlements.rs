//! What one help was worth: stated by one side, confirmed by the other.

use dure_domain::{
    AskId, DifficultyId, FederationId, GiveKind, Moment, PersonId, SettlementId, SettlementState, Won,
};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "settlements")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SettlementId,
    pub federation_id: FederationId,
    pub difficulty_id: DifficultyId,
    pub ask_id: AskId,
    pub kind: GiveKind,
    pub worth_won: Won,
    pub worth_days: i32,
    pub note: String,
    pub state: SettlementState,
    pub stated_by: PersonId,
    pub stated_at: Moment,
    pub answered_by: Option<PersonId>,
    pub answered_at: Option<Moment>,
    pub dispute: String,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
