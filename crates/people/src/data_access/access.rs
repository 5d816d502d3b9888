//! Rows of the permission table: the log of access to personal data.

use dure_web::access::{Relation, Row};

/// Seeing who took people out of the program, and why.
pub const SEE: Row = Row::new("data_access.see", &[Relation::Staff, Relation::Operator]);
