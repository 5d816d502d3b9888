//! What stories about help begin with: rows of it, a difficulty that was asked about, one that was helped with.

pub mod asked;
pub mod helped;
#[cfg(test)]
mod house;
pub mod posting;
pub mod rows;
#[cfg(test)]
pub use house::Housed;
