//! The loop from a difficulty to confirmed help, what is kept of it, and what helps: resources, experts, programmes.

pub mod asks;
pub mod difficulties;
pub mod difficulty;
pub mod experts;
pub mod knowledge;
pub mod ledger;
pub mod programmes;
pub mod resources;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
