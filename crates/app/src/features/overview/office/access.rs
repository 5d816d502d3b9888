//! Rows of the permission table: the secretariat's front page.

use dure_web::access::{Relation, Row};

/// Opening it; each door is offered to those alone who may go through it.
pub const SEE: Row = Row::new("office.see", &[Relation::Secretary, Relation::Staff, Relation::Operator]);
