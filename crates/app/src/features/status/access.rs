//! Rows of the permission table: the server's state.

use dure_web::access::{Relation, Row};

/// Seeing how the server does, and trying a letter to oneself.
pub const SEE: Row = Row::new("server.see", &[Relation::Operator]);
