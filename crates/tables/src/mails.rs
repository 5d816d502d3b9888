//! A message in the outbox.

use dure_domain::{FederationId, MailId, Moment, NoticeWay, PersonId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mails")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MailId,
    pub federation_id: FederationId,
    pub person_id: Option<PersonId>,
    pub to_address: String,
    pub subject: String,
    pub body_text: String,
    pub body_html: String,
    pub purpose: String,
    pub created_at: Moment,
    pub sent_at: Option<Moment>,
    pub failure: String,
    pub parts: String,
    pub links: String,
    pub links_until: Option<Moment>,
    pub way: NoticeWay,
    pub read_at: Option<Moment>,
    pub gathered_at: Option<Moment>,
}

impl ActiveModelBehavior for ActiveModel {}
