//! A solved case kept as knowledge.

use dure_domain::{CaseId, DifficultyId, FederationId, FirmId, Moment, NeedKind, PersonId, Visibility};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cases")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CaseId,
    pub federation_id: FederationId,
    pub difficulty_id: DifficultyId,
    pub firm_id: Option<FirmId>,
    pub helper_firm_id: Option<FirmId>,
    pub helper_person_id: Option<PersonId>,
    pub title: String,
    pub problem: String,
    pub cure: String,
    pub effect: String,
    pub standard: String,
    pub need: NeedKind,
    pub visibility: Visibility,
    pub anonymous: bool,
    pub consented_by: PersonId,
    pub kept_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
