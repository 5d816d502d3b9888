//! The house: every feature's part, one line each, in the order of the menu.

use dure_web::Part;

use crate::{accounts, api, features};

/// Everything that the program serves, runs, finds and leads to.
pub fn house() -> Part {
    Part::default()
        .with(features::home::part())
        .with(features::difficulties::part())
        .with(features::asks::part())
        .with(features::firms::part())
        .with(features::members::part())
        .with(features::meetings::part())
        .with(features::groups::part())
        .with(features::foundings::part())
        .with(features::resources::part())
        .with(features::experts::part())
        .with(features::programmes::part())
        .with(features::knowledge::part())
        .with(features::network::part())
        .with(features::ledger::part())
        .with(features::roster::part())
        .with(features::formation::part())
        .with(features::federation::part())
        .with(features::overview::part())
        .with(features::seek::part())
        .with(features::outbox::part())
        .with(dure_web::mail::part())
        .with(accounts::part())
        .with(api::part())
        .with(dure_web::assets::part())
        .with(dure_web::health::part())
        .with(dure_web::preferences::part())
}
