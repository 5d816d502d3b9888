//! Rows of the permission table: files. The door is open to all who are signed in; the thing on which a file hangs
//! says the rest, by its own rows.

use dure_web::access::{Relation, Row};

/// Opening a file: whoever may see the thing on which it hangs.
pub const SEE: Row = Row::new("file.see", &[Relation::SignedIn]);
/// Adding one: whom the thing lets.
pub const ADD: Row = Row::new("file.add", &[Relation::SignedIn]);
/// Taking one away: who added it, and who answers for the thing.
pub const REMOVE: Row = Row::new("file.remove", &[Relation::SignedIn]);
