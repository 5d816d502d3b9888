//! A commit whose answer never came: was it one?

use std::time::Duration;

use dure_domain::{AuditId, Id, Subject};
use dure_tables::audit;
use sea_orm::{DbBackend, DbErr, EntityTrait, Set};

use crate::error::Class;
use crate::{Store, StoreError, StoreResult};

/// So long the database may take to come back before the outcome is told as unknown: as long as a person waits.
const PATIENCE: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(250);
/// The entry that stands in the place of an act that was not kept.
const LOST: &str = "act.lost";

impl Store {
    /// Settles by the act's audit entry, on another connection, whether it was kept.
    ///
    /// # Errors
    /// `lost` when it was not, and never will be; [`StoreError::Unknown`] when the database cannot be
    /// asked, or the act left no entry.
    pub(super) async fn settle(&self, marker: Option<AuditId>, lost: StoreError) -> StoreResult<()> {
        tracing::warn!(error = %lost, "a commit is in doubt");
        let Some(marker) = marker else { return Err(StoreError::Unknown) };
        let found = tokio::time::timeout(PATIENCE, self.ask_until_answered(marker)).await;
        match found {
            Ok(true) => Ok(()),
            Ok(false) => Err(lost),
            Err(_) => Err(StoreError::Unknown),
        }
    }

    async fn ask_until_answered(&self, marker: AuditId) -> bool {
        loop {
            match self.was_kept(marker).await {
                Ok(kept) => return kept,
                Err(error) => tracing::warn!(%error, "a commit is still in doubt"),
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    async fn was_kept(&self, marker: AuditId) -> Result<bool, DbErr> {
        if self.writer.get_database_backend() == DbBackend::Postgres {
            self.take_its_place(marker).await?;
        }
        let entry = audit::Entity::find_by_id(marker).one(&self.writer).await?;
        Ok(entry.is_some_and(|entry| entry.action != LOST))
    }

    /// The session of the lost connection may still be committing. An entry under the same number waits
    /// for it, and then either meets its entry or keeps it from ever being kept.
    async fn take_its_place(&self, marker: AuditId) -> Result<(), DbErr> {
        let row = audit::ActiveModel {
            id: Set(marker),
            federation_id: Set(None),
            at: Set(self.now()),
            actor_id: Set(None),
            action: Set(LOST.to_owned()),
            subject_kind: Set(Subject::Setting.as_str().to_owned()),
            subject_id: Set(marker.uuid()),
            before_state: Set(None),
            after_state: Set(None),
        };
        match audit::Entity::insert(row).exec_without_returning(&self.writer).await {
            Ok(_) => Ok(()),
            Err(error) if Class::of(&error) == Class::Answer => Ok(()),
            Err(error) => Err(error),
        }
    }
}
