//! What everything about a difficulty stands on: who may know its poster, and the question that it
//! puts to the index. Pages, lists, letters and interfaces ask here, so that they cannot disagree.

pub mod actions;
pub mod question;
pub mod rules;
pub mod sides;
mod store;
