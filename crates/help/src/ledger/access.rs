//! Rows of the permission table: closing, saying what a help was worth, confirming, reading the account.

use dure_web::access::{Relation, Row};

/// Closing a difficulty and opening it again: the poster's side and the secretariat.
pub const CLOSE: Row = Row::new(
    "ledger.close",
    &[Relation::OwnFirm, Relation::Oneself, Relation::Chair, Relation::Secretary, Relation::Staff],
);

/// Saying what a help was worth: both sides, and the secretariat for one of them.
pub const STATE: Row = Row::new(
    "ledger.state",
    &[
        Relation::OwnFirm,
        Relation::Oneself,
        Relation::Asked,
        Relation::Chair,
        Relation::Secretary,
        Relation::Staff,
    ],
);

/// Confirming or disputing a statement: the two sides; [`super::rules::may_answer`] says which one.
pub const ANSWER: Row = Row::new("ledger.answer", &[Relation::OwnFirm, Relation::Oneself, Relation::Asked]);

/// Confirming or disputing through a signed link of a mail.
pub const LINK: Row = Row::new("ledger.answer_by_link", &[Relation::Anyone]);

/// Opening the account; whose account follows from the viewer.
pub const SEE: Row = Row::new("ledger.see", &[Relation::SignedIn]);
