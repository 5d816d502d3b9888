//! The state that handlers share.

use std::ops::Deref;
use std::sync::Arc;

use dure_domain::Moment;
use dure_store::Store;
use tokio::sync::Notify;

use crate::accounts::sessions::ViewerCache;
use crate::error::Result;
use crate::features::formation::Memory;
use crate::search::Search;
use crate::shell::Config;
use crate::shell::links::SigningKey;

/// The running application. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// What an [`App`] is made of.
pub struct Parts {
    /// How the server was started.
    pub config: Config,
    /// The database.
    pub store: Store,
    /// The search index of this node, derived from the database.
    pub search: Search,
    /// Signs links in mails.
    pub key: SigningKey,
    /// Who is behind a session, remembered for seconds.
    pub viewers: ViewerCache,
    /// Says that a job has been written for which somebody waits.
    pub jobs_wanted: Notify,
    /// What the studio has worked out of the firms of its drafts.
    pub studio: Memory,
}

impl App {
    /// Puts the application together; the index is still empty (see [`crate::search::follow`]).
    ///
    /// # Errors
    /// When the signing key can be neither read nor written.
    pub async fn new(config: Config, store: Store) -> Result<Self> {
        let key = SigningKey::load_or_make(&store).await?;
        let parts = Parts {
            config,
            store,
            search: Search::default(),
            key,
            viewers: ViewerCache::default(),
            jobs_wanted: Notify::new(),
            studio: Memory::default(),
        };
        Ok(Self(Arc::new(parts)))
    }

    /// The present instant.
    pub fn now(&self) -> Moment {
        self.store.now()
    }
}

impl Deref for App {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}
