//! Stories that pass through several crates.

mod files;
mod firms;
mod founding;
mod groups;
mod help;
mod members;
mod tokens;
