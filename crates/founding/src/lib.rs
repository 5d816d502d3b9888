//! How groups come to be: the studio proposes them, foundings bring them about.

pub mod foundings;
pub mod studio;
#[cfg(any(test, feature = "testing"))]
pub mod testing;

use dure_web::Part;

/// Every feature of this crate, for houses in which their order in the menu does not matter: those of tests.
pub fn part() -> Part {
    Part::default().with(foundings::part()).with(studio::part())
}
