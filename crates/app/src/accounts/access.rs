//! Rows of the permission table: signing in.

use crate::access::{Relation, Row};

/// Stepping into a persona; the handlers answer in demo mode alone.
pub const PERSONAS: Row = Row::new("personas.see", &[Relation::Anyone]);
/// Ending one's own session.
pub const SIGN_OUT: Row = Row::new("session.end", &[Relation::SignedIn]);
