//! An uploaded roster with its mapping and its report, both JSON; no person when it came by the
//! command line.

use dure_domain::{FederationId, ImportId, Moment, PersonId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "imports")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ImportId,
    pub federation_id: FederationId,
    pub person_id: Option<PersonId>,
    pub file_name: String,
    pub file: Vec<u8>,
    pub mapping: String,
    pub report: String,
    pub state: String,
    pub created_at: Moment,
    pub finished_at: Option<Moment>,
}

impl ActiveModelBehavior for ActiveModel {}
