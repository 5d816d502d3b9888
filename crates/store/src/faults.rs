//! Places at which a test makes the database go away. In the program itself nothing is ever in the way.

#[cfg(feature = "testing")]
use std::sync::{Arc, Mutex, PoisonError};

use sea_orm::DbErr;

/// Where a write can lose its database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Point {
    /// Before the transaction begins.
    Begin,
    /// Before a statement of the act.
    Statement,
    /// Before the commit reaches the database.
    Commit,
    /// After the commit, before its answer is there.
    Answer,
    /// Before the transaction is undone.
    Rollback,
}

/// What is planned to go wrong; shared by all clones of a store.
#[derive(Debug, Clone, Default)]
pub(crate) struct Faults {
    #[cfg(feature = "testing")]
    plan: Arc<Mutex<Vec<(Point, u32)>>>,
}

impl Faults {
    /// Passes, or fails where a test has planned it.
    #[cfg(not(feature = "testing"))]
    #[allow(clippy::unused_self)]
    pub(crate) const fn meet(&self, _: Point) -> Result<(), DbErr> {
        Ok(())
    }

    /// Passes, or fails where a test has planned it.
    #[cfg(feature = "testing")]
    pub(crate) fn meet(&self, here: Point) -> Result<(), DbErr> {
        let mut plan = self.plan.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(at) = plan.iter().position(|(point, _)| *point == here) else { return Ok(()) };
        if plan[at].1 > 0 {
            plan[at].1 -= 1;
            return Ok(());
        }
        plan.remove(at);
        Err(DbErr::Conn(sea_orm::RuntimeErr::Internal(format!("gone at {here:?}"))))
    }
}

#[cfg(feature = "testing")]
impl crate::Store {
    /// Makes the database go away once at this point, after it was passed `after` times.
    pub fn lose_database(&self, at: Point, after: u32) {
        self.faults.plan.lock().unwrap_or_else(PoisonError::into_inner).push((at, after));
    }
}
