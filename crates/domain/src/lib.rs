//! The shared words of Dure: typed identifiers, time, money, closed lists, industries and places.
//!
//! Pure: no I/O, no clock, no chance. With the feature `orm` the types are also column types.

mod id;
mod industry;
mod moment;
mod won;
mod word;

pub use id::*;
pub use industry::{BadIndustry, Industry, Level, Sector};
pub use moment::{BadDay, Day, Moment, seoul};
pub use won::Won;
pub use word::*;

