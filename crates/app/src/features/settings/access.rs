//! Rows of the permission table: settings of the federation.

use dure_web::access::{Relation, Row};

/// Seeing and changing them.
pub const SET: Row = Row::new("federation.set", &[Relation::Staff]);
