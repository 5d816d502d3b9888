//! Rows of the permission table: asking, answering, offering.

use dure_web::access::{Relation, Row};

/// Asking helpers, and taking a request back: the poster, the poster's firm, the secretariat.
pub const ASK: Row = Row::new(
    "asks.ask",
    &[Relation::OwnFirm, Relation::Oneself, Relation::Chair, Relation::Secretary, Relation::Staff],
);

/// Offering help without having been asked: whoever may see the difficulty by its own visibility.
pub const OFFER: Row = Row::new("asks.offer", &[Relation::Audience, Relation::Asked]);

/// Answering in the program: who was asked, colleagues in the same firm, and the secretariat that
/// writes down what it was told by telephone. The thing is the request, not the difficulty.
pub const ANSWER: Row = Row::new(
    "asks.answer",
    &[
        Relation::Asked,
        Relation::Oneself,
        Relation::OwnFirm,
        Relation::Chair,
        Relation::Secretary,
        Relation::Staff,
    ],
);

/// Saying that one has a request in view: who was asked, and nobody else.
pub const SEEN: Row = Row::new("asks.seen", &[Relation::Oneself]);

/// Answering through a signed link of a mail; the link itself says who and what.
pub const LINK: Row = Row::new("asks.answer_by_link", &[Relation::Anyone]);
