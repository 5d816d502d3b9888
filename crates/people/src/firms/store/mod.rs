//! Queries of firms.

mod facets;
mod list;
mod one;

pub use facets::{Facets, facets};
pub use list::{Narrowed, Order, by_place, ids_among, owners, page, places_of, rows};
pub use one::{Ties, find, is_taken, members_of, people_of, solved_with, ties_of, with_secretariat};
