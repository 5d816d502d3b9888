//! What every request passes through and every feature stands on: who visits and what they may, forms, letters, jobs,
//! the index, the frame of pages, and the server. It names no feature; they bring their [`Part`].

mod accept;
pub mod access;
pub mod anonymity;
pub mod assets;
pub mod caller;
pub mod config;
pub mod cookies;
pub mod credentials;
pub mod error;
pub mod error_pages;
pub mod faults;
pub mod fields;
mod frame;
pub mod headers;
pub mod health;
pub mod holding;
pub mod jobs;
pub mod limits;
pub mod links;
pub mod mail;
pub mod names;
mod once;
pub mod one_tap;
mod own;
mod part;
pub mod paths;
pub mod preferences;
pub mod routes;
pub mod search;
pub mod secretariat;
pub mod sent;
pub mod server;
pub mod sessions;
pub mod settings;
pub mod stamp;
pub mod state;
#[cfg(feature = "testing")]
pub mod testing;
pub mod typed;
pub mod visit;

pub use caller::Caller;
pub use config::Config;
pub use fields::Fields;
pub use frame::{Place, Room};
pub use holding::{Hold, Holder};
pub use part::Part;
pub use state::App;
pub use visit::{Guest, Visit};

/// What is served whatever features there are: letters, assets, health, how pages look.
pub fn part() -> Part {
    Part::default().with(mail::part()).with(assets::part()).with(health::part()).with(preferences::part())
}
