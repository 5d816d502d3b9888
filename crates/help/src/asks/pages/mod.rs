//! Pages and the two pieces of the difficulty page.

mod answer;
mod next;
mod panel;
mod requests;
mod timeline;

pub use answer::{AnswerForm, already, decline_reasons, form_page, offer_page};
pub use panel::{panel, said};
pub use timeline::timeline;

use dure_tables::{asks, settlements};
use maud::Markup;

/// How a request shows what its help was worth: the statements that count, and whether it is the one thing on the page
/// that waits for the viewer. Handed in, for the ledger stands above.
pub type Worth<'a> = &'a dyn Fn(&asks::Model, &[&settlements::Model], bool) -> Markup;
