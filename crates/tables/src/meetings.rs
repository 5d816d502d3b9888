//! A meeting of a group, or of the federation where no group is named.

use dure_domain::{FederationId, GroupId, MeetingId, MeetingKind, Moment};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "meetings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MeetingId,
    pub federation_id: FederationId,
    pub group_id: Option<GroupId>,
    pub kind: MeetingKind,
    pub title: String,
    pub place: String,
    pub body: String,
    pub starts_at: Moment,
    pub ends_at: Option<Moment>,
    pub invited_at: Option<Moment>,
    pub cancelled_at: Option<Moment>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
