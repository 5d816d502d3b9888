//! The house: every feature's part, one line each, in the order of each room's list.

use dure_web::Part;

use crate::api;

/// Everything that the program serves, runs, finds and leads to.
pub fn house() -> Part {
    Part::default()
        .with(crate::features::home::part())
        .with(dure_help::difficulties::part())
        .with(dure_help::asks::part())
        .with(dure_help::knowledge::part())
        .with(dure_help::ledger::part())
        .with(dure_gathering::meetings::part())
        .with(crate::features::seek::part())
        .with(dure_people::firms::part())
        .with(dure_people::groups::part())
        .with(crate::features::overview::part())
        .with(dure_people::members::part())
        .with(dure_help::resources::part())
        .with(dure_help::experts::part())
        .with(dure_help::programmes::part())
        .with(crate::features::network::part())
        .with(dure_people::roster::part())
        .with(dure_founding::foundings::part())
        .with(dure_founding::studio::part())
        .with(crate::features::federation::part())
        .with(dure_people::data_access::part())
        .with(crate::features::history::part())
        .with(crate::features::settings::part())
        .with(crate::features::status::part())
        .with(dure_talk::part())
        .with(dure_people::inbox::part())
        .with(dure_people::outbox::part())
        .with(dure_people::accounts::part())
        .with(api::part())
        .with(dure_web::part())
}
