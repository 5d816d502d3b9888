//! The state that handlers share.

use std::ops::Deref;
use std::sync::Arc;

use dure_domain::Moment;
use dure_store::{Actor, Store, Tx};
use tokio::sync::Notify;

use crate::access::Viewer;
use crate::error::Result;
use crate::jobs::{Jobs, Tidy};
use crate::links::SigningKey;
use crate::own::Own;
use crate::routes::Routes;
use crate::search::{Search, Source};
use crate::sessions::ViewerCache;
use crate::{Config, Holder, Part, Place};

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
    /// What runs jobs of which kind.
    pub jobs: Jobs,
    /// Where documents of the index come from.
    pub sources: Vec<Source>,
    /// Where one can go, in the order of the menu.
    pub places: Vec<Place>,
    /// Things on which files hang and under which people talk.
    pub holders: Vec<Holder>,
    /// What clears away, every hour, what nobody needs any more.
    pub tidies: Vec<Tidy>,
    own: Own,
}

impl App {
    /// Puts the application together of what its house brings, and gives the routes to be served; the index is still
    /// empty (see [`crate::search::follow`]).
    ///
    /// # Errors
    /// When the signing key can be neither read nor written.
    pub async fn new(config: Config, store: Store, house: Part) -> Result<(Self, Routes)> {
        let Part { routes, jobs, sources, places, holders, tidies } = house;
        let key = SigningKey::load_or_make(&store).await?;
        let parts = Parts {
            config,
            store,
            search: Search::default(),
            key,
            viewers: ViewerCache::default(),
            jobs_wanted: Notify::new(),
            jobs,
            sources,
            places,
            holders,
            tidies,
            own: Own::default(),
        };
        Ok((Self(Arc::new(parts)), routes))
    }

    /// Does something in one transaction, in the viewer's name: see [`Store::write`]. It may be done again, when another
    /// got in between.
    ///
    /// # Errors
    /// Those of the act, and the database's.
    pub async fn act<T, F, Fut>(&self, viewer: &Viewer, act: F) -> Result<T>
    where
        F: FnMut(Tx) -> Fut,
        Fut: Future<Output = Result<T>>,
    {
        self.store.write(Actor::Person(viewer.person), act).await
    }

    /// What one feature keeps in memory while the program runs, made at first use: nobody else can name it.
    pub fn own<T: Default + Send + Sync + 'static>(&self) -> Arc<T> {
        self.own.of()
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
