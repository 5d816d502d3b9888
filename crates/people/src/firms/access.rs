//! Rows of the permission table: firms.

use dure_domain::GroupId;
use dure_tables::firms;
use dure_web::access::{Relation, Row, Thing};

/// Seeing a firm and the directory.
pub const SEE: Row = Row::new("firm.see", &[Relation::Federation]);
/// Changing what a firm says of itself.
pub const EDIT: Row = Row::new("firm.edit", &[Relation::Speaker, Relation::Secretary, Relation::Staff]);
/// Bringing a new firm into the directory.
pub const CREATE: Row = Row::new("firm.create", &[Relation::Secretary, Relation::Staff]);

/// What permissions look at in a firm; `secretariat` is the group that answers for it.
pub fn thing(firm: &firms::Model, secretariat: Option<GroupId>) -> Thing {
    Thing {
        federation: Some(firm.federation_id),
        firm: Some(firm.id),
        groups: secretariat.into_iter().collect(),
        ..Thing::default()
    }
}
