//! Rows of the permission table: groups.

use dure_tables::groups;
use dure_web::access::{Relation, Row, Thing};

/// Seeing a group and its roster.
pub const SEE: Row = Row::new("group.see", &[Relation::Federation]);
/// Founding a group.
pub const CREATE: Row = Row::new("group.create", &[Relation::Staff]);
/// Changing name, rhythm, place and charter.
pub const EDIT: Row = Row::new("group.edit", &[Relation::Secretary, Relation::Staff]);
/// Taking in and seeing off member firms, naming delegates.
pub const KEEP_MEMBERS: Row = Row::new("group.keep_members", &[Relation::Secretary, Relation::Staff]);
/// Giving and ending offices.
pub const APPOINT: Row = Row::new("group.appoint", &[Relation::Secretary, Relation::Staff]);

/// Seeing what became of it.
pub const HISTORY: Row =
    Row::new("group.history.see", &[Relation::Chair, Relation::Secretary, Relation::Staff]);

/// What permissions look at in a group.
pub fn thing(group: &groups::Model) -> Thing {
    Thing { federation: Some(group.federation_id), groups: vec![group.id], ..Thing::default() }
}
