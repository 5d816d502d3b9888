//! Rows of the permission table: programmes.

use dure_tables::programmes;
use dure_web::access::{Relation, Row, Thing};

/// Seeing programmes.
pub const SEE: Row = Row::new("programme.see", &[Relation::Federation]);
/// Announcing one; who does becomes its contact.
pub const ANNOUNCE: Row = Row::new("programme.announce", &[Relation::Official, Relation::Staff]);
/// Changing and withdrawing one: its contact, and staff.
pub const EDIT: Row = Row::new("programme.edit", &[Relation::Oneself, Relation::Staff]);

/// What permissions look at in a programme.
pub fn thing(programme: &programmes::Model) -> Thing {
    Thing { person: programme.contact_id, ..Thing::of_federation(programme.federation_id) }
}
