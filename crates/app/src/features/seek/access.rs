//! Rows of the permission table: searching. What is found follows from the rows of each feature.

use dure_web::access::{Relation, Row};

/// Searching.
pub const SEEK: Row = Row::new("search.do", &[Relation::SignedIn]);
