//! Rows of the permission table: the home page. Strangers see what Dure is and how to get in.

use dure_web::access::{Relation, Row};

/// Seeing the home page.
pub const SEE: Row = Row::new("home.see", &[Relation::Anyone]);
