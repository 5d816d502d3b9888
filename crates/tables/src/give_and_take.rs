//! A confirmed entry of give and take.

use dure_domain::{
    DifficultyId, EntryId, FederationId, FirmId, GiveKind, Moment, PersonId, SettlementId, Won,
};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "give_and_take")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EntryId,
    pub federation_id: FederationId,
    pub settlement_id: SettlementId,
    pub difficulty_id: DifficultyId,
    pub kind: GiveKind,
    pub from_firm_id: Option<FirmId>,
    pub from_person_id: PersonId,
    pub to_firm_id: FirmId,
    pub worth_won: Won,
    pub worth_days: i32,
    pub at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
