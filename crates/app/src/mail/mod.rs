//! Mail: written into the outbox with the act that causes it, handed to the mail server by a job. What a letter says
//! can be read in the outbox; its links that act for somebody go to that person's mailbox and nowhere else.

mod html;
mod letter;
mod outbox;
mod parts;
mod plain;
mod post;
mod sealed;
mod send;
mod stored;
#[cfg(test)]
mod tests;

pub use letter::Letter;
pub use parts::{Button, Paragraph};
pub use post::{Content, post};
pub use stored::{forget_links, forget_old_links};

#[cfg(test)]
pub use stored::mailed;

use crate::shell::Part;

/// The kind of job that hands over one mail; its payload is the letter's id.
pub const SEND: &str = "mail.send";

/// The part of the outbox.
pub fn part() -> Part {
    outbox::part().job(SEND, send::send)
}
