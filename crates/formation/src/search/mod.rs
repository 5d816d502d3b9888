//! The search: annealing in rounds, on several islands at once.

mod anneal;
mod arena;
mod chance;
mod divide;
mod effort;
mod state;

pub(crate) mod pure;
mod rounds;

pub use effort::Limit;

pub(crate) use arena::{Arena, MOST_NODES, most_worth};
pub(crate) use chance::Chance;
pub(crate) use effort::Stretch;
pub(crate) use rounds::Island;
