//! Rows of the permission table: solved cases.

use dure_web::access::{Relation, Row};

/// Opening the list; what is in it follows from [`SEE`].
pub const LIST: Row = Row::new("knowledge.list", &[Relation::SignedIn]);

/// Reading a case: whom its own visibility names, who took part, and the secretariat.
pub const SEE: Row = Row::new(
    "knowledge.see",
    &[
        Relation::Audience,
        Relation::Asked,
        Relation::OwnFirm,
        Relation::Oneself,
        Relation::Chair,
        Relation::Secretary,
        Relation::Staff,
    ],
);

/// Knowing whose case it was when it is kept without a name.
pub const POSTER: Row = Row::new(
    "knowledge.poster",
    &[Relation::OwnFirm, Relation::Oneself, Relation::Chair, Relation::Secretary, Relation::Staff],
);

/// Keeping a case is consent, and only the side that had the difficulty can give it.
pub const KEEP: Row = Row::new("knowledge.keep", &[Relation::OwnFirm, Relation::Oneself]);

/// Taking the consent back; the secretariat can do it when it is asked to.
pub const WITHDRAW: Row = Row::new(
    "knowledge.withdraw",
    &[Relation::OwnFirm, Relation::Oneself, Relation::Chair, Relation::Secretary, Relation::Staff],
);
