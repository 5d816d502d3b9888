//! Where the stories of this crate are told.

use dure_web::Part;

/// The house of these stories: this crate, and what it stands on.
fn house() -> Part {
    dure_web::part()
        .with(dure_talk::part())
        .with(dure_people::part())
        .with(crate::asks::part())
        .with(crate::difficulties::part())
        .with(crate::experts::part())
        .with(crate::knowledge::part())
        .with(crate::ledger::part())
        .with(crate::programmes::part())
        .with(crate::resources::part())
}

dure_web::test_house!(house);
