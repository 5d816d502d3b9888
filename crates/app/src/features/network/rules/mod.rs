//! Pure decisions about the network: periods, the rows of the table, what fits into the picture.

mod period;
mod picture;
#[cfg(test)]
mod tests;
mod ties;

pub use period::Period;
pub use picture::{Picture, best_tied, partners, picture};
pub use ties::{Pair, Sort, Tie, TieKind, pairs, sort};
