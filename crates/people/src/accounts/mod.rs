//! Signing in and out, one's own account, sessions, tokens, and the personas of the demo.

pub mod access;
mod account;
pub mod address;
mod device;
mod limits;
mod own_sessions;
pub mod password;
pub mod personas;
mod sign_in;
pub mod tokens;

use dure_web::Part;

pub use sign_in::{BY_HAND_DAYS, has_no_way_in, link_by_hand};

/// The part of signing in and of the account.
pub fn part() -> Part {
    Part::default().with(account::part()).with(personas::part()).with(sign_in::part()).post(
        "/sign-out",
        &access::SIGN_OUT,
        own_sessions::sign_out,
    )
}
