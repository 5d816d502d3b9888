//! Rows of the permission table: histories. Each kind has its own; whoever answers for a thing sees what became of it.

use dure_web::access::{Relation, Row};

/// Of a difficulty: whoever answers for it, and so knows its poster anyhow.
pub const DIFFICULTY: Row = Row::new(
    "difficulty.history.see",
    &[Relation::OwnFirm, Relation::Oneself, Relation::Chair, Relation::Secretary, Relation::Staff],
);
/// Of a firm: its own people and its secretariat.
pub const FIRM: Row =
    Row::new("firm.history.see", &[Relation::OwnFirm, Relation::Chair, Relation::Secretary, Relation::Staff]);
/// Of a group: its officers.
pub const GROUP: Row =
    Row::new("group.history.see", &[Relation::Chair, Relation::Secretary, Relation::Staff]);
/// Of a person: the person, and whoever acts for the person.
pub const PERSON: Row =
    Row::new("person.history.see", &[Relation::Oneself, Relation::Secretary, Relation::Staff]);
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
