//! Letters are what they were made of: no text of a member makes a button, and links reach the mailbox alone.

mod links;
mod sly;
