//! Rows of the permission table: histories. Each kind has its own; whoever answers for a thing sees what became of it.

pub use dure_people::groups::access::HISTORY as GROUP;
pub use dure_people::members::access::HISTORY as PERSON;
use dure_web::access::{Relation, Row};

/// Of a difficulty: whoever answers for it, and so knows its poster anyhow.
pub const DIFFICULTY: Row = Row::new(
    "difficulty.history.see",
    &[Relation::OwnFirm, Relation::Oneself, Relation::Chair, Relation::Secretary, Relation::Staff],
);
/// Of a firm: its own people and its secretariat.
pub const FIRM: Row =
    Row::new("firm.history.see", &[Relation::OwnFirm, Relation::Chair, Relation::Secretary, Relation::Staff]);
/// Of a meeting: whoever arranges it.
pub const MEETING: Row =
    Row::new("meeting.history.see", &[Relation::Chair, Relation::Secretary, Relation::Staff]);
/// Of a resource: the people of its firm and their secretariat.
pub const RESOURCE: Row = Row::new(
    "resource.history.see",
    &[Relation::OwnFirm, Relation::Chair, Relation::Secretary, Relation::Staff],
);
/// Of the federation.
pub const ALL: Row = Row::new("audit.list", &[Relation::Staff]);
