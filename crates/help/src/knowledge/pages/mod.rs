//! Pages about solved cases.

mod keep;
mod list;
mod show;

pub use keep::{fields_of, keep_page, keeping_fields};
pub use list::list;
pub use show::show;
