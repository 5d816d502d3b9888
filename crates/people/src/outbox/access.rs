//! Rows of the permission table: the outbox.

use dure_tables::mails;
use dure_web::access::{Relation, Row, Thing};

/// Reading a letter. In the demo the outbox is open to all who are inside.
pub const SEE: Row = Row::new("mail.see", &[Relation::Oneself, Relation::Staff, Relation::Operator]);
/// Handing a letter to the mail server once more.
pub const SEND_AGAIN: Row = Row::new("mail.send_again", &[Relation::Staff, Relation::Operator]);

/// What permissions look at in a letter.
pub fn thing(mail: &mails::Model) -> Thing {
    Thing { federation: Some(mail.federation_id), person: mail.person_id, ..Thing::default() }
}
