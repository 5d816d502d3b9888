//! Where the stories of this crate are told.

use dure_web::Part;

/// The house of these stories: this crate, and what it stands on.
fn house() -> Part {
    dure_web::part().with(dure_talk::part()).with(crate::part())
}

dure_web::test_house!(house);
