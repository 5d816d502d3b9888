//! Pure decisions about drafts.

mod form;
mod names;
mod numbering;
mod publish;
mod tables;
mod target;

pub use form::{DraftForm, LEAST_BROKERED, Source, Wanted, read, read_name, read_rules};
pub use names::{MOST_NAME, proposed, usual_place};
pub use numbering::{Seat, renumber};
pub use publish::{PublishForm, read_publishing};
pub use tables::{Tables, guests, seat};
pub use target::Target;
