//! Rows of the permission table: news.

use dure_tables::mails;
use dure_web::access::{Relation, Row, Thing};

/// One's own list, and how it comes.
pub const OWN: Row = Row::new("news.own", &[Relation::SignedIn]);
/// One piece of news: its reader alone, also where others may see that the letter went out.
pub const SEE: Row = Row::new("news.see", &[Relation::Oneself]);

/// What permissions look at in it.
pub fn thing(mail: &mails::Model) -> Thing {
    Thing { person: mail.person_id, ..Thing::default() }
}
