//! Letters about foundings.

mod brought;
mod founded;
mod invited;

use dure_tables::foundings;
use dure_texts::{Lang, foundings as texts};
use dure_web::mail::Button;

pub use brought::{asked_for_a_group, proposed, request_closed, sent_back};
pub use founded::{all_answered, founded, joined, withdrawn};
pub use invited::{Invited, invited, reminder};

/// The page of the founding.
fn page(founding: &foundings::Model) -> String {
    format!("/foundings/{}", founding.id)
}

/// The button that opens the founding.
fn open_button(lang: Lang, founding: &foundings::Model) -> Button {
    Button::page(texts::letter_open(lang), page(founding))
}
