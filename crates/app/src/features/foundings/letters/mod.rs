//! Letters about foundings.

mod brought;
mod founded;
mod invited;

use dure_tables::foundings;
use dure_texts::{Lang, foundings as texts};

use crate::mail::Button;
use crate::shell::App;

pub use brought::{asked_for_a_group, proposed, request_closed, sent_back};
pub use founded::{all_answered, founded, joined, withdrawn};
pub use invited::{Invited, invited, reminder};

/// The button that opens the founding.
fn open_button(app: &App, lang: Lang, founding: &foundings::Model) -> Button {
    Button {
        label: texts::letter_open(lang).to_owned(),
        url: app.config.url(&format!("/foundings/{}", founding.id)),
    }
}
