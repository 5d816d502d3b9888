//! Rows of the permission table: talk. The door is open to all who are signed in; the thing under which something is
//! said decides the rest, by its own rows.

use dure_web::access::{Relation, Row};

/// Saying something: whom the thing lets.
pub const SAY: Row = Row::new("comment.say", &[Relation::SignedIn]);
/// Changing what one said.
pub const OWN: Row = Row::new("comment.own", &[Relation::SignedIn]);
/// Taking it back: who said it, and the federation's staff.
pub const TAKE_BACK: Row = Row::new("comment.take_back", &[Relation::SignedIn]);
/// Reading what it said before: who said it, and the federation's staff, for disputes.
pub const HISTORY: Row = Row::new("comment.history", &[Relation::SignedIn]);
/// What a signed link in a mail opens; the link itself is the permission.
pub const REPLY: Row = Row::new("comment.reply", &[Relation::Anyone]);
