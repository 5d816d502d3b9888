//! Rows of the permission table: experts.

use dure_domain::{FederationId, PersonId};
use dure_web::access::{Relation, Row, Thing};

/// Seeing experts.
pub const SEE: Row = Row::new("expert.see", &[Relation::Federation]);
/// Changing and withdrawing a profile.
pub const EDIT: Row = Row::new("expert.edit", &[Relation::Oneself, Relation::Staff]);
/// Writing a profile for somebody who has none.
pub const INTRODUCE: Row = Row::new("expert.introduce", &[Relation::Oneself, Relation::Staff]);

/// What permissions look at in an expert.
pub fn thing(federation: FederationId, person: PersonId) -> Thing {
    Thing { person: Some(person), ..Thing::of_federation(federation) }
}
