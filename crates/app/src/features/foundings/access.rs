//! Rows of the permission table: foundings, invitations, requests for a group.

use dure_tables::{foundings, invitations};

use crate::access::{Relation, Row, Thing};

/// Inviting firms to new groups or to move: the federation alone.
pub const OPEN: Row = Row::new("founding.open", &[Relation::Staff]);

/// A founding as permissions see it: of its federation, and of every person who was invited.
pub fn thing(founding: &foundings::Model, invited: &[invitations::Model]) -> Thing {
    Thing {
        person: founding.opened_by,
        asked: invited.iter().filter_map(|one| one.person_id).collect(),
        ..Thing::of_federation(founding.federation_id)
    }
}
