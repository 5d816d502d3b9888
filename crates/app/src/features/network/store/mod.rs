//! Queries of the network: ties counted by the database, as the viewer may know them.

mod firms;
mod known;
mod quiet;
mod ties;

pub use self::firms::{Shown, firms_of, firms_shown, groups_of};
pub use known::Known;
pub use quiet::{PER_PAGE, quiet, quiet_count};
pub use ties::{Wanted, given, offered};
