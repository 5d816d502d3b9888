//! Queries of drafts.

mod contents;
mod drafts;
mod pool;
mod standing;

pub use contents::{Contents, contents};
pub use drafts::{Counts, PER_PAGE, counts, find, page, stamp, state};
pub use pool::{
    OpenRequest, groups_of, members_of, names_in_use, open_requests, request_firms, without_group,
    without_group_by_place,
};
pub use standing::{delegates, members};
