//! Rows of the permission table: difficulties.
//!
//! A draft is its author's alone, whatever these rows say; [`super::actions::find_for`] sees to it.

use dure_web::access::{Relation, Row};

/// Whoever answers for a difficulty: the firm's people, who wrote it down, and the secretariat.
const ANSWERABLE: &[Relation] =
    &[Relation::OwnFirm, Relation::Oneself, Relation::Chair, Relation::Secretary, Relation::Staff];

/// Whoever its visibility names, whoever was asked, and whoever answers for it.
const AUDIENCE: &[Relation] = &[
    Relation::Audience,
    Relation::Asked,
    Relation::OwnFirm,
    Relation::Oneself,
    Relation::Chair,
    Relation::Secretary,
    Relation::Staff,
];

/// Opening the list; what is in it follows from [`SEE`].
pub const LIST: Row = Row::new("difficulty.list", &[Relation::SignedIn]);
/// Seeing a difficulty.
pub const SEE: Row = Row::new("difficulty.see", AUDIENCE);
/// Changing it, seeing its helpers, asking them, closing it.
pub const ACT: Row = Row::new("difficulty.act", ANSWERABLE);
/// Knowing which firm is behind an anonymous one.
pub const POSTER: Row = Row::new("difficulty.poster", ANSWERABLE);
/// Putting files to it: who answers for it, and whoever was asked to help.
pub const FILE: Row = Row::new(
    "difficulty.file",
    &[
        Relation::Asked,
        Relation::OwnFirm,
        Relation::Oneself,
        Relation::Chair,
        Relation::Secretary,
        Relation::Staff,
    ],
);
/// Leaving a remark.
pub const NOTE: Row = Row::new("difficulty.note", AUDIENCE);
/// Posting for one's own firm, or for a firm that one looks after.
pub const POST: Row = Row::new("difficulty.post", &[Relation::OwnFirm, Relation::Secretary, Relation::Staff]);
/// Choosing the firm for which one posts, such as for an executive who phones.
pub const ON_BEHALF: Row = Row::new("difficulty.on_behalf", &[Relation::Secretary, Relation::Staff]);
/// Throwing away one's own draft.
pub const DISCARD: Row = Row::new("difficulty.discard", &[Relation::Oneself]);
/// Being told what is like the words typed.
pub const SIMILAR: Row = Row::new("difficulty.similar", &[Relation::SignedIn]);
