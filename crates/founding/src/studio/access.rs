//! Rows of the permission table: the formation studio.

use dure_tables::drafts;
use dure_web::access::{Relation, Row, Thing};

/// Seeing drafts: what is being considered concerns the firms only once it is put to them.
pub const SEE: Row = Row::new("formation.see", &[Relation::Staff]);
/// Making, changing, solving and publishing drafts.
pub const KEEP: Row = Row::new("formation.keep", &[Relation::Staff]);

/// Recruiting for a group, dividing it, seating its meetings: the work of its officers too.
pub const TEND: Row = Row::new("formation.tend", &[Relation::Chair, Relation::Secretary, Relation::Staff]);

/// What permissions look at in a draft.
pub fn thing(draft: &drafts::Model) -> Thing {
    Thing::of_federation(draft.federation_id)
}
