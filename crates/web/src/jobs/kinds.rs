//! Which act runs which kind of job, as the features have registered them.

use std::collections::BTreeMap;

use dure_store::Lane;
use futures::FutureExt;
use futures::future::BoxFuture;
use serde::de::DeserializeOwned;

use crate::App;
use crate::error::{Error, Result};

type Act = Box<dyn Fn(App, &str) -> BoxFuture<'static, Result<()>> + Send + Sync>;

/// Acts by their kind.
#[derive(Default)]
pub struct Jobs {
    acts: BTreeMap<&'static str, Act>,
    long: Vec<&'static str>,
}

impl Jobs {
    /// A kind; its payload is read as JSON of `P`.
    ///
    /// # Panics
    /// When the kind is already another's, which every start would show.
    pub fn on<P, F>(mut self, kind: &'static str, act: fn(App, P) -> F) -> Self
    where
        P: DeserializeOwned + 'static,
        F: Future<Output = Result<()>> + Send + 'static,
    {
        let boxed: Act = Box::new(move |app, payload| match serde_json::from_str(payload) {
            Ok(payload) => act(app, payload).boxed(),
            Err(error) => std::future::ready(Err(Error::Internal(error.to_string()))).boxed(),
        });
        assert!(self.acts.insert(kind, boxed).is_none(), "two kinds of job are named {kind}");
        self
    }

    /// A kind that may take minutes.
    ///
    /// # Panics
    /// When the kind is already another's.
    pub fn on_long<P, F>(mut self, kind: &'static str, act: fn(App, P) -> F) -> Self
    where
        P: DeserializeOwned + 'static,
        F: Future<Output = Result<()>> + Send + 'static,
    {
        self.long.push(kind);
        self.on(kind, act)
    }

    /// These and those.
    ///
    /// # Panics
    /// When both have a kind.
    pub fn with(mut self, other: Self) -> Self {
        for (kind, act) in other.acts {
            assert!(self.acts.insert(kind, act).is_none(), "two kinds of job are named {kind}");
        }
        self.long.extend(other.long);
        self
    }

    /// Two lanes: what is quick, and what may take minutes.
    pub(super) fn lanes(&self) -> [Lane<'_>; 2] {
        [Lane::AllBut(&self.long), Lane::Only(&self.long)]
    }

    /// Runs the act of this kind.
    pub(super) async fn perform(&self, app: &App, kind: &str, payload: &str) -> Result<()> {
        match self.acts.get(kind) {
            Some(act) => act(app.clone(), payload).await,
            None => Err(Error::Internal(format!("no such kind of job: {kind}"))),
        }
    }
}
