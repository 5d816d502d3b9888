//! Groups that fit: firms into groups of different industries, near each other, useful to each other.
//!
//! Pure: no I/O, no clock; chance is seeded.

pub mod add;
pub mod bound;
pub mod check;
pub mod diverse;
mod exact;
mod grouping;
mod locks;
mod place;
mod problem;
pub mod read;
pub mod rotation;
mod search;
mod solve;
pub mod split;
mod tiles;

pub use bound::Bound;
pub use diverse::Diverse;
pub use grouping::Grouping;
pub use locks::{Clash, Contradiction};
pub use place::{Metric, Point};
pub use problem::{Anchor, Firm, FirmNo, Pair, Problem, Radius, Weights};
pub use search::Limit;
pub use solve::{Answer, Effort, search, solve};
