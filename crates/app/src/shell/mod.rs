//! What every request passes through: state, configuration, who visits, and the protections.

pub mod config;
pub mod cookies;
pub mod error_pages;
pub mod fields;
pub mod headers;
pub mod links;
pub mod server;
pub mod state;
pub mod visit;

pub use config::Config;
pub use fields::Fields;
pub use state::App;
pub use visit::{Guest, Visit};
