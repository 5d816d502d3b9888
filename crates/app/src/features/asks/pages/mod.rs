//! Pages and the two pieces of the difficulty page.

mod answer;
mod next;
mod panel;
mod requests;
mod timeline;

pub use answer::{AnswerForm, already, decline_reasons, form_page, offer_page};
pub use panel::{panel, said};
pub use timeline::timeline;
