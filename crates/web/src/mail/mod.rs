//! Mail: written into the outbox with the act that causes it, handed to the mail server by a job. What a letter says
//! can be read in the outbox; its links that act for somebody go to that person's mailbox and nowhere else.

mod digest;
mod html;
mod letter;
pub mod notice;
mod parts;
mod plain;
mod post;
mod sealed;
mod send;
pub mod stored;

pub use letter::Letter;
pub use notice::unread;
pub use parts::{Body, Button, Paragraph};
pub use post::{Content, post};
pub use send::LINKS_GONE;
pub use stored::{forget_links, forget_old_links};

#[cfg(any(test, feature = "testing"))]
pub use send::{message_for_tests, message_with_for_tests};
#[cfg(any(test, feature = "testing"))]
pub use stored::mailed;

use crate::Part;

/// The kind of job that hands over one mail; its payload is the letter's id.
pub const SEND: &str = "mail.send";

/// The kind of job that sends one person what was gathered; its payload is the person's id.
pub const DIGEST: &str = "mail.digest";

/// The part of mail.
pub fn part() -> Part {
    Part::default().job(SEND, send::send).job(DIGEST, digest::send)
}
