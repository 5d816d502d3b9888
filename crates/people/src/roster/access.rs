//! Rows of the permission table: bringing rosters in, merging firms, taking rosters out.

use dure_web::access::{Relation, Row};

/// Bringing a roster in: a secretary for the own group, the secretariat for the federation.
pub const IMPORT: Row =
    Row::new("roster.import", &[Relation::Secretary, Relation::Staff, Relation::Operator]);
/// Seeing an import, changing its choices and taking it in.
pub const SEE_IMPORT: Row =
    Row::new("roster.import.see", &[Relation::Oneself, Relation::Staff, Relation::Operator]);
/// Seeing and merging firms that stand in the roster twice.
pub const MERGE: Row = Row::new("roster.merge", &[Relation::Secretary, Relation::Staff, Relation::Operator]);
/// Taking the roster of one's groups out, without what is personal.
pub const EXPORT: Row = Row::new("roster.export", &[Relation::Group, Relation::Staff, Relation::Operator]);
/// Having mobile numbers and mail addresses of people in it.
pub const PERSONAL: Row = Row::new(
    "roster.personal.see",
    &[Relation::Chair, Relation::Secretary, Relation::Staff, Relation::Operator],
);
