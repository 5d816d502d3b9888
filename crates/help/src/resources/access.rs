//! Rows of the permission table: resources.

use dure_web::access::{Relation, Row};

/// Seeing what is shared.
pub const SEE: Row = Row::new("resource.see", &[Relation::Federation]);
/// Adding, changing and removing what a firm shares.
pub const KEEP: Row = Row::new("resource.keep", &[Relation::Speaker, Relation::Secretary, Relation::Staff]);
