//! Where the stories of this crate are told.

use dure_web::Part;

/// The house of these stories: this crate, and what it stands on.
fn house() -> Part {
    dure_web::part()
        .with(crate::accounts::part())
        .with(crate::firms::part())
        .with(crate::groups::part())
        .with(crate::members::part())
        .with(crate::outbox::part())
        .with(crate::roster::part())
}

dure_web::test_house!(house);
