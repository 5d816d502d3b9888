//! Where the stories of this crate are told.

use dure_web::Part;

/// The house of these stories: this crate, and what it stands on.
fn house() -> Part {
    dure_web::part()
        .with(dure_people::accounts::part())
        .with(dure_people::firms::part())
        .with(dure_people::groups::part())
        .with(dure_people::members::part())
        .with(dure_people::outbox::part())
        .with(dure_people::roster::part())
        .with(dure_founding::foundings::part())
        .with(dure_founding::studio::part())
        .with(crate::meetings::part())
}

dure_web::test_house!(house);
