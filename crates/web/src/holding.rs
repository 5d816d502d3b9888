//! Things on which files hang and under which people talk. What a thing is, and who may see it, its own feature knows and says in its part; who
//! keeps the files asks here and names no feature.

use std::sync::Arc;

use dure_domain::{FederationId, FirmId, Id, PersonId, Subject};
use futures::future::BoxFuture;
use uuid::Uuid;

use crate::App;
use crate::access::Viewer;
use crate::error::{Error, Result};

/// What one thing lets one viewer do with its files. Whoever is given one may see them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// Whose federation the thing belongs to.
    pub federation: FederationId,
    /// What the thing is called.
    pub title: String,
    /// The address of the page on which its files are shown.
    pub path: String,
    /// Whether the viewer may add files.
    pub adds: bool,
    /// Whether the viewer may take away files that others added.
    pub keeps: bool,
    /// Whether the thing is without the name of who is behind it; who adds a file is then told what it gives away.
    pub anonymous: bool,
    /// Whether the viewer may not know who is behind it: neither names of files nor who added them are told.
    pub unnamed: bool,
    /// Who is behind it: the firm, and the person who put it there. What they say is said by 'its poster' to who may
    /// not know them.
    pub behind: Option<(FirmId, PersonId)>,
    /// Whether the viewer may say something under it.
    pub speaks: bool,
    /// Who is told when somebody says something.
    pub concerned: Vec<PersonId>,
}

impl Hold {
    /// A thing of which one only looks at the files.
    pub fn looked_at() -> Self {
        Self {
            federation: FederationId(Uuid::nil()),
            title: String::new(),
            path: "/".into(),
            adds: false,
            keeps: false,
            anonymous: false,
            unnamed: false,
            behind: None,
            speaks: false,
            concerned: Vec::new(),
        }
    }
}

type Ask = Arc<dyn Fn(App, Arc<Viewer>, Uuid) -> BoxFuture<'static, Result<Hold>> + Send + Sync>;

/// How things of one kind hold files.
#[derive(Clone)]
pub struct Holder {
    subject: Subject,
    ask: Ask,
}

impl Holder {
    pub(crate) fn new<I, F>(subject: Subject, hold: fn(App, Arc<Viewer>, I) -> F) -> Self
    where
        I: Id + 'static,
        F: Future<Output = Result<Hold>> + Send + 'static,
    {
        let ask: Ask = Arc::new(move |app, viewer, id| Box::pin(hold(app, viewer, I::from_uuid(id))));
        Self { subject, ask }
    }

    /// The kind of thing.
    pub fn subject(&self) -> Subject {
        self.subject
    }
}

impl App {
    /// What a thing lets the viewer do with its files.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such thing, the viewer may not see it, or nothing hangs on its kind.
    pub async fn hold(&self, viewer: &Arc<Viewer>, subject: Subject, id: Uuid) -> Result<Hold> {
        let holder = self.holders.iter().find(|holder| holder.subject == subject).ok_or(Error::NotFound)?;
        (holder.ask)(self.clone(), Arc::clone(viewer), id).await
    }
}
