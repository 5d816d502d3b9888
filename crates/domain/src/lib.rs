//! The shared words of Dure: typed identifiers, time, money, closed lists, industries and places.
//!
//! Pure: no I/O, no clock, no chance. With the feature `orm` the types are also column types.

mod contact;
mod id;
mod industry;
mod moment;
mod place;
pub mod typed;
mod won;
mod word;

pub use contact::{BadBusinessNumber, BadEmail, BadPhone, BusinessNumber, Email, Phone};
pub use id::*;
pub use industry::{BadIndustry, Industry, Level, Sector};
pub use moment::{BadDay, Day, Moment, seoul};
pub use place::{BadPlace, LatLon, Place, PlaceFound};
pub use won::Won;
pub use word::*;
