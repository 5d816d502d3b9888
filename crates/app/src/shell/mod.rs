//! What every request passes through: state, configuration, who visits, and the protections.

mod accept;
pub mod assets;
pub mod caller;
pub mod config;
pub mod cookies;
pub mod credentials;
pub mod error_pages;
pub mod fields;
mod frame;
pub mod headers;
pub mod health;
pub mod limits;
pub mod links;
mod once;
pub mod one_tap;
mod own;
mod part;
pub mod paths;
pub mod preferences;
pub mod routes;
pub mod sent;
pub mod server;
pub mod sessions;
pub mod state;
#[cfg(test)]
mod tests;
pub mod typed;
pub mod visit;

pub use caller::Caller;
pub use config::Config;
pub use fields::Fields;
pub use frame::Place;
pub use part::Part;
pub use state::App;
pub use visit::{Guest, Visit};
