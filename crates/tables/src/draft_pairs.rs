//! Two firms of a draft that must be together or apart; the lesser identifier comes first.

use dure_domain::{DraftId, FederationId, FirmId, PairWish};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "draft_pairs")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub draft_id: DraftId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub firm_id: FirmId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub other_id: FirmId,
    pub federation_id: FederationId,
    pub wish: PairWish,
}

impl ActiveModelBehavior for ActiveModel {}
