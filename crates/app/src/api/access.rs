//! Rows of the permission table: what the interface is. Its calls have the rows of the features.

use dure_web::access::{Relation, Row};

/// Reading what the interface offers.
pub const ABOUT: Row = Row::new("api.about", &[Relation::Anyone]);
