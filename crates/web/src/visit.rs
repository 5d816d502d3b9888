//! Who visits: recognised once per request, then handed to handlers as [`Visit`] or [`Guest`].

use std::convert::Infallible;
use std::ops::Deref;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::Response;
use dure_texts::Lang;
use maud::Markup;

use crate::access::Viewer;
use crate::error::{Error, Result};
use crate::frame::{self, Frame, Room, Theme};
use crate::sessions;
use crate::settings::{self, Settings};
use crate::{App, cookies, mail};

/// What is known of who sent a request.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// The signed-in person.
    pub viewer: Option<Arc<Viewer>>,
    /// The language of the answer.
    pub lang: Lang,
    /// The look of the answer.
    pub theme: Theme,
    /// How many letters with news the person has not read.
    pub unread: u64,
    /// Settings of the viewer's federation; the usual ones for a guest.
    pub settings: Arc<Settings>,
}

/// A request by anyone.
#[derive(Clone)]
pub struct Guest {
    /// The application.
    pub app: App,
    /// Who, and how they read.
    pub visitor: Visitor,
    /// Path and query of the request.
    pub path: String,
}

/// A request by a person who is signed in.
#[derive(Clone)]
pub struct Visit {
    /// The person.
    pub viewer: Arc<Viewer>,
    guest: Guest,
}

impl Deref for Visit {
    type Target = Guest;
    fn deref(&self) -> &Guest {
        &self.guest
    }
}

impl Visit {
    /// What the list of this room has for the viewer: (address, words).
    pub fn doors(&self, room: Room) -> Vec<(String, String)> {
        let doors = frame::doors(self.lang(), &self.app.places, &self.viewer, room);
        doors.into_iter().map(|(href, words)| (href, self.called(words).into_owned())).collect()
    }

    /// Settings of the viewer's federation.
    pub fn settings(&self) -> &Settings {
        &self.visitor.settings
    }

    /// Words that stand alone, with the federation's own word for a group: see [`Settings::called`].
    pub fn called<'a>(&self, words: &'a str) -> std::borrow::Cow<'a, str> {
        self.settings().called(self.lang(), words)
    }

    /// The same request, if its sender is signed in.
    pub fn of(guest: &Guest) -> Option<Self> {
        let viewer = guest.visitor.viewer.clone()?;
        Some(Self { viewer, guest: guest.clone() })
    }
}

impl Guest {
    /// The language of the answer.
    pub fn lang(&self) -> Lang {
        self.visitor.lang
    }

    /// The same request, answered in the language of the person to whom a mail was written: whose
    /// link it is says more than how the browser is set.
    pub fn reading(mut self, tag: Option<&str>) -> Self {
        self.visitor.lang = tag.and_then(Lang::from_tag).unwrap_or(self.visitor.lang);
        self
    }

    /// A whole page around `body`; `title` is what the browser's tab says.
    pub fn page(&self, title: &str, body: Markup) -> Markup {
        self.framed(title, body, false)
    }

    /// Like [`Guest::page`], as wide as the screen allows also for those who are not signed in.
    pub fn wide_page(&self, title: &str, body: Markup) -> Markup {
        self.framed(title, body, true)
    }

    fn framed(&self, title: &str, body: Markup, wide: bool) -> Markup {
        let frame = Frame {
            lang: self.visitor.lang,
            theme: self.visitor.theme,
            places: &self.app.places,
            viewer: self.visitor.viewer.as_deref(),
            unread: self.visitor.unread,
            path: &self.path,
            demo: self.app.config.demo,
            wide,
            settings: &self.visitor.settings,
        };
        frame::page(&frame, title, body)
    }
}

/// Finds out who sent the request and notes it for all that follows.
///
/// Where the database cannot tell, the request goes on as far as the error pages, which say so.
pub async fn recognise(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let is_page = request.method() == Method::GET && !is_file(request.uri().path());
    match visitor_of(&app, request.uri().path(), request.headers(), is_page).await {
        Ok(visitor) => drop(request.extensions_mut().insert(visitor)),
        Err(error) => drop(request.extensions_mut().insert(error)),
    }
    next.run(request).await
}

/// Answers around which no frame stands: nobody sees a bell there.
fn is_file(path: &str) -> bool {
    ["/api/", "/assets/", "/files/"].iter().any(|start| path.starts_with(start))
}

async fn visitor_of(app: &App, path: &str, headers: &HeaderMap, is_page: bool) -> Result<Visitor> {
    let viewer = if path.starts_with("/api/") && headers.contains_key(header::AUTHORIZATION) {
        sessions::bearer_of(app, headers).await?
    } else {
        sessions::viewer_of(app, headers).await?
    };
    let theme = match cookies::get(headers, cookies::THEME) {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::Device,
    };
    let lang = viewer.as_ref().map_or_else(|| lang_of(headers), |viewer| viewer.lang);
    let unread = match &viewer {
        Some(viewer) if is_page => mail::unread(app.store.read(), viewer.person).await?,
        _ => 0,
    };
    let settings = match &viewer {
        Some(viewer) => settings::of(app, viewer.federation).await?,
        None => Arc::default(),
    };
    Ok(Visitor { viewer, lang, theme, settings, unread })
}

fn lang_of(headers: &HeaderMap) -> Lang {
    let chosen = cookies::get(headers, cookies::LANG).and_then(Lang::from_tag);
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    chosen.unwrap_or_else(|| Lang::negotiate(accepted.unwrap_or_default()))
}

impl FromRequestParts<App> for Guest {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let stranger = || Visitor {
            viewer: None,
            lang: lang_of(&parts.headers),
            theme: Theme::Device,
            settings: Arc::default(),
            unread: 0,
        };
        let visitor = parts.extensions.get::<Visitor>().cloned().unwrap_or_else(stranger);
        let path = parts.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        Ok(Self { app: app.clone(), visitor, path })
    }
}

impl FromRequestParts<App> for Visit {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let Ok(guest) = Guest::from_request_parts(parts, app).await;
        let viewer = guest.visitor.viewer.clone().ok_or(Error::SignInNeeded)?;
        Ok(Self { viewer, guest })
    }
}
