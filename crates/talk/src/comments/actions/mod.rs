//! The verbs of talk: read, say, change, take back.

mod change;
mod read;
mod say;

pub use change::{change, erase_old, take_back, to_change};
pub use read::{Told, has_answered, history, thread, told};
pub use say::{reader_of, say};

use dure_store::Record;
use dure_tables::comments;
use serde_json::json;

/// What is kept of it: that something was said, not what, which can be erased.
fn record(action: &'static str, row: &comments::Model) -> Record {
    Record {
        action,
        subject: dure_domain::Subject::Comment,
        id: row.id.0,
        federation: Some(row.federation_id),
        before: None,
        after: Some(json!({ "on": row.thing_id, "letters": row.body.chars().count() })),
    }
}
