//! Rows of the permission table: the federation's page.

use dure_web::access::{Relation, Row};

/// Seeing the federation: its groups, and how lively it is.
pub const SEE: Row = Row::new("federation.see", &[Relation::Federation]);
/// Statistics of the members, with the lists behind them, and which groups are silent.
pub const FIGURES: Row = Row::new(
    "federation.figures",
    &[Relation::Staff, Relation::Official, Relation::Chair, Relation::Secretary],
);
