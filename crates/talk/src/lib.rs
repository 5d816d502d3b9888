//! What hangs on things of every kind, and knows none of them: files, and what people say.

pub mod comments;
pub mod files;

use dure_web::Part;

/// Every feature of this crate.
pub fn part() -> Part {
    Part::default().with(files::part()).with(comments::part())
}
