//! Rows of the permission table: people.

use dure_tables::people;
use dure_web::access::{Relation, Row, Thing};

/// Seeing a person and how to reach them.
pub const SEE: Row = Row::new("person.see", &[Relation::Federation]);
/// Changing name, title and contact.
pub const EDIT: Row =
    Row::new("person.edit", &[Relation::Oneself, Relation::Speaker, Relation::Secretary, Relation::Staff]);
/// Adding a person to a firm.
pub const ADD: Row = Row::new("person.add", &[Relation::Speaker, Relation::Secretary, Relation::Staff]);
/// Bringing in somebody who belongs to no firm: an expert, an official.
pub const BRING: Row = Row::new("person.bring", &[Relation::Secretary, Relation::Staff]);
/// Noting that a person has left.
pub const LEAVE: Row = Row::new("person.leave", &[Relation::Speaker, Relation::Secretary, Relation::Staff]);

/// Seeing what became of it.
pub const HISTORY: Row =
    Row::new("person.history.see", &[Relation::Oneself, Relation::Secretary, Relation::Staff]);

/// What permissions to see look at in a person; those to act ask [`dure_web::secretariat::person_thing`].
pub fn seen(person: &people::Model) -> Thing {
    Thing { firm: person.firm_id, person: Some(person.id), ..Thing::of_federation(person.federation_id) }
}
