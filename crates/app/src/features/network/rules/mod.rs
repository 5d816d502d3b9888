//! Pure decisions about the network: periods, the rows of the table, what fits into the picture.

mod period;
mod picture;
#[cfg(test)]
mod tests;
mod ties;

pub use period::Period;
pub use picture::{Picture, best_tied, partners, picture};
pub use ties::{Link, Pair, Sort, Tie, TieKind, links_of, pairs, sort};
