//! What hangs on things of every kind, and knows none of them: files.

pub mod files;
