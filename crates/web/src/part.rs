//! What a feature brings into the house.

use std::sync::Arc;

use axum::handler::Handler;
use dure_domain::{Id, Subject};
use dure_store::Tx;
use serde::de::DeserializeOwned;

use crate::access::{Row, Viewer};
use crate::error::Result;
use crate::jobs::Jobs;
use crate::jobs::Tidy;
use crate::routes::Routes;
use crate::search::Source;
use crate::{App, Hold, Holder, Place};

/// Routes, kinds of job, what is found by words and places in the menu: of one feature, or of several put together.
#[derive(Default)]
pub struct Part {
    /// Pages and acts.
    pub routes: Routes,
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
}

impl Part {
    /// A page.
    pub fn get<H, T>(mut self, path: &'static str, row: &'static Row, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.routes = self.routes.get(path, row, handler);
        self
    }

    /// An act.
    pub fn post<H, T>(mut self, path: &'static str, row: &'static Row, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.routes = self.routes.post(path, row, handler);
        self
    }

    /// A kind of job, whose payload is read as `P`.
    pub fn job<P, F>(mut self, kind: &'static str, act: fn(App, P) -> F) -> Self
    where
        P: DeserializeOwned + 'static,
        F: Future<Output = Result<()>> + Send + 'static,
    {
        self.jobs = self.jobs.on(kind, act);
        self
    }

    /// A kind of job that may take minutes: such run one after another beside the others, so that no mail waits for
    /// them.
    pub fn long_job<P, F>(mut self, kind: &'static str, act: fn(App, P) -> F) -> Self
    where
        P: DeserializeOwned + 'static,
        F: Future<Output = Result<()>> + Send + 'static,
    {
        self.jobs = self.jobs.on_long(kind, act);
        self
    }

    /// Rows that are found by their words.
    pub fn found_by_words(mut self, source: Source) -> Self {
        self.sources.push(source);
        self
    }

    /// A place in the menu.
    pub fn place(mut self, place: Place) -> Self {
        self.places.push(place);
        self
    }

    /// Clears away, every hour, what nobody needs any more.
    pub fn tidy<F>(mut self, act: fn(Tx) -> F) -> Self
    where
        F: Future<Output = Result<()>> + Send + 'static,
    {
        self.tidies.push(Box::new(move |tx| Box::pin(act(tx))));
        self
    }

    /// Things of this kind hold files; `hold` says what one of them lets a viewer do, and is not found where the viewer
    /// may not see it.
    pub fn holds<I, F>(mut self, subject: Subject, hold: fn(App, Arc<Viewer>, I) -> F) -> Self
    where
        I: Id + 'static,
        F: Future<Output = Result<Hold>> + Send + 'static,
    {
        self.holders.push(Holder::new(subject, hold));
        self
    }

    /// This part and that.
    pub fn with(mut self, other: Self) -> Self {
        self.routes = self.routes.with(other.routes);
        self.jobs = self.jobs.with(other.jobs);
        self.sources.extend(other.sources);
        self.places.extend(other.places);
        self.holders.extend(other.holders);
        self.tidies.extend(other.tidies);
        self
    }
}
