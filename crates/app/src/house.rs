//! The house: every feature's part, one line each.

use crate::shell::Part;
use crate::{accounts, api, features, mail, shell, ui};

/// Everything that the program serves, runs and finds.
pub fn house() -> Part {
    Part::default()
        .with(accounts::part())
        .with(features::asks::part())
        .with(features::difficulties::part())
        .with(features::experts::part())
        .with(features::federation::part())
        .with(features::firms::part())
        .with(features::formation::part())
        .with(features::foundings::part())
        .with(features::groups::part())
        .with(features::home::part())
        .with(features::knowledge::part())
        .with(features::ledger::part())
        .with(features::meetings::part())
        .with(features::members::part())
        .with(features::network::part())
        .with(features::programmes::part())
        .with(features::resources::part())
        .with(features::roster::part())
        .with(features::seek::part())
        .with(api::part())
        .with(mail::part())
        .with(shell::health::part())
        .with(ui::part())
}
