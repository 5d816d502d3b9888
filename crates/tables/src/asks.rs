//! One request to one helper, or one unasked offer.

use dure_domain::{AskId, AskState, DifficultyId, FederationId, FirmId, HelperKind, Moment, PersonId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "asks")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AskId,
    pub federation_id: FederationId,
    pub difficulty_id: DifficultyId,
    pub helper_kind: HelperKind,
    pub helper_key: Uuid,
    pub firm_id: Option<FirmId>,
    pub person_id: PersonId,
    pub asked_by: Option<PersonId>,
    pub passed_from: Option<AskId>,
    pub message: String,
    pub state: AskState,
    pub answer: String,
    pub asked_at: Moment,
    pub answered_at: Option<Moment>,
    pub reminded_at: Option<Moment>,
    pub seen_at: Option<Moment>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
