//! 교류회 창립: firms are invited to new groups and answer by one tap; a group is founded when enough have
//! accepted. Requests for a group, and groups that executives who know each other register.

mod access;
pub mod actions;
mod letters;
mod links;
pub mod rules;
mod store;

#[cfg(test)]
mod tests;

pub use actions::REMIND;
