//! Rows of the permission table: signing in, one's own account, invitations.

use dure_web::access::{Relation, Row};

/// The ways in.
pub const SIGN_IN: Row = Row::new("session.open", &[Relation::Anyone]);
/// Ending one's own session.
pub const SIGN_OUT: Row = Row::new("session.end", &[Relation::SignedIn]);
/// Stepping into a persona; the handlers answer in demo mode alone.
pub const PERSONAS: Row = Row::new("personas.see", &[Relation::Anyone]);
/// One's own account.
pub const ACCOUNT: Row = Row::new("account.keep", &[Relation::SignedIn]);
/// One's own sessions and tokens, one at a time.
pub const OWN: Row = Row::new("account.revoke", &[Relation::Oneself]);
/// Confirming a new mail address by a link, in whatever browser it opens.
pub const CONFIRM_MAIL: Row = Row::new("account.confirm_mail", &[Relation::Anyone]);
/// Making a link by which somebody without any way in comes in, to be handed over.
pub const HAND_OUT: Row =
    Row::new("person.hand_out", &[Relation::Secretary, Relation::Staff, Relation::Operator]);
/// Inviting a person of the roster to come in.
pub const INVITE: Row =
    Row::new("person.invite", &[Relation::Chair, Relation::Secretary, Relation::Staff, Relation::Operator]);
