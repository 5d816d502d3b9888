//! Rows of the permission table: the network. Which ties are in it follows from the difficulties
//! behind them: a tie is shown to whom its difficulty is shown, and to nobody outside the poster's
//! firm and the secretariat where the poster stays unnamed.

use dure_web::access::{Relation, Row};

/// Seeing who helps whom.
pub const SEE: Row = Row::new("network.see", &[Relation::Federation]);
