//! Signing in and out, one's own account, sessions, tokens, and the personas of the demo.

pub mod access;
mod account;
pub mod address;
pub mod credentials;
mod device;
mod limits;
pub mod password;
pub mod personas;
pub mod sessions;
mod sign_in;
pub mod tokens;

pub use sign_in::{BY_HAND_DAYS, SEND_LINK, has_no_way_in, link_by_hand, send_link};

use crate::router::Routes;

/// Routes of signing in and of the account.
pub fn routes() -> Routes {
    Routes::default().with(account::routes()).with(personas::routes()).with(sign_in::routes()).post(
        "/sign-out",
        &access::SIGN_OUT,
        sessions::sign_out,
    )
}
