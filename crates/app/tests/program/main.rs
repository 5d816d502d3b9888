//! The program itself, as a process: how it starts and fails, what survives `kill -9`, what two of
//! them make of one database.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, missing_docs)]

mod edge;
mod files;
mod form;
mod full_disk;
mod http;
mod killed;
mod messages;
mod process;
mod roster;
mod two_nodes;
