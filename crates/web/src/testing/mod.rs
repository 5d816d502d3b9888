//! A whole application for a test: a database of its own, a browser-like client, a clock to move. Each crate that
//! brings parts says with [`test_house!`](crate::test_house) which house its tests are told in.

pub mod letters;
pub mod village;
pub mod ways_in;

use std::str::FromStr;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use dure_domain::PersonId;
use dure_files::Files;
use dure_store::FixedClock;
use dure_tables::{mails, people};
use sea_orm::EntityTrait;
use tower::ServiceExt;

use crate::access::Viewer;
use crate::config::Smtp;
use crate::sessions::{self, OpenedBy};
use crate::{App, Config, Part, server};

pub use dure_store::testing::TestStore;

/// Gives a crate's tests `TestApp::on(db)` and its like, with this house: bring `Housed` into scope.
#[macro_export]
macro_rules! test_house {
    ($house:path) => {
        use $crate::testing::{TestApp, TestStore};

        /// The application of these tests.
        pub trait Housed {
            /// In demo mode on this database.
            async fn on(db: TestStore) -> TestApp {
                TestApp::started(db, $house(), true, None).await
            }

            /// As a federation runs it.
            async fn outside_the_demo(db: TestStore) -> TestApp {
                TestApp::started(db, $house(), false, None).await
            }

            /// One that hands its mail to this server.
            async fn with_mail_server(db: TestStore, url: &str) -> TestApp {
                TestApp::started(db, $house(), false, Some(url)).await
            }
        }

        impl Housed for TestApp {}
    };
}

/// The application under test.
pub struct TestApp {
    /// Its state.
    pub app: App,
    /// Its clock.
    pub clock: Arc<FixedClock>,
    service: Router,
    _db: TestStore,
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Where it leads, if it is a redirect.
    pub location: Option<String>,
    /// Its `Set-Cookie`, cut to `name=value`.
    pub cookie: Option<String>,
    /// Its body.
    pub body: String,
}

impl Answer {
    /// The key in the address to which it leads, which begins like this: `/firms/` in `/firms/{key}?done=…`.
    pub fn made<I: FromStr>(&self, begin: &str) -> I {
        let location = self.location.as_deref().unwrap_or_default();
        let key = location.strip_prefix(begin).and_then(|rest| rest.split(['/', '?']).next());
        key.and_then(|key| key.parse().ok()).unwrap_or_else(|| panic!("no {begin} in {location}"))
    }
}

impl TestApp {
    /// An application that serves this house on this database; it hands its mail to `mail_server`, if there is one.
    pub async fn started(db: TestStore, house: Part, demo: bool, mail_server: Option<&str>) -> Self {
        let from = || "두레 <dure@dure.example>".parse().expect("a mailbox");
        let smtp = mail_server.map(|url| Smtp { url: url.to_owned(), from: from() });
        let files = Files::in_memory();
        let config = Config { base_url: "http://dure.test".into(), demo, smtp, files };
        let made = App::new(config, db.store.clone(), house).await;
        let (app, routes) = made.expect("an application");
        Self { service: server::service(app.clone(), routes), app, clock: db.clock.clone(), _db: db }
    }

    /// A browser in which this person is signed in.
    pub async fn signed_in(&self, person: PersonId) -> Client<'_> {
        let cookie = sessions::open(&self.app, person, "test", OpenedBy::Persona).await.expect("a session");
        let text = cookie.to_str().expect("a cookie").split(';').next().unwrap_or_default().to_owned();
        Client { app: self, cookie: Some(text) }
    }

    /// A browser with this cookie.
    pub fn with_cookie(&self, cookie: &str) -> Client<'_> {
        Client { app: self, cookie: Some(cookie.to_owned()) }
    }

    /// A browser of a stranger.
    pub fn stranger(&self) -> Client<'_> {
        Client { app: self, cookie: None }
    }

    /// What permissions see of a person.
    pub async fn viewer(&self, person: PersonId) -> Viewer {
        let row = people::Entity::find_by_id(person).one(self.app.store.read()).await.expect("people");
        sessions::load_viewer(&self.app, row.expect("a person"), None).await.expect("a viewer")
    }

    /// A letter as it reaches its reader's mailbox.
    pub fn mailed(&self, mail: mails::Model) -> mails::Model {
        crate::mail::mailed(&self.app, mail)
    }

    /// Runs every job that is due, and takes every change into the index.
    pub async fn settle(&self) {
        crate::jobs::run_due(&self.app).await.expect("the jobs");
        crate::search::rebuild(&self.app).await.expect("the index");
    }
}

/// A browser.
pub struct Client<'a> {
    app: &'a TestApp,
    cookie: Option<String>,
}

impl Client<'_> {
    /// `GET path`
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).expect("a request")).await
    }

    /// `POST path` with a form.
    pub async fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        self.send(sent(path, form)).await
    }

    /// `POST path` with a form, as the bytes of a file.
    pub async fn posted_bytes(&self, path: &str, form: &[(&str, &str)]) -> Vec<u8> {
        let mut request = sent(path, form);
        if let Some(cookie) = &self.cookie {
            request.headers_mut().insert(header::COOKIE, cookie.parse().expect("a cookie"));
        }
        let response = self.app.service.clone().oneshot(request).await.expect("an answer");
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        axum::body::to_bytes(response.into_body(), usize::MAX).await.expect("a body").to_vec()
    }

    /// `POST path` with files, as a browser sends a form in which they were chosen.
    pub async fn send_files(&self, path: &str, files: &[(&str, &[u8])]) -> Answer {
        self.send(of_files(path).body(files_body(files)).expect("a request")).await
    }

    /// The same by the page's script, which is answered with JSON.
    pub async fn send_file_by_script(&self, path: &str, name: &str, bytes: &[u8]) -> Answer {
        let files: &[(&str, &[u8])] = &[(name, bytes)];
        let request = of_files(path).header(header::ACCEPT, "application/json");
        self.send(request.body(files_body(files)).expect("a request")).await
    }

    /// The headers of the answer to `GET path`.
    pub async fn headers(&self, path: &str) -> HeaderMap {
        let mut request = Request::get(path);
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let request = request.body(Body::empty()).expect("a request");
        self.app.service.clone().oneshot(request).await.expect("an answer").headers().clone()
    }

    /// `GET path`, as the bytes of a file.
    pub async fn bytes(&self, path: &str) -> Vec<u8> {
        let mut request = Request::get(path);
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let request = request.body(Body::empty()).expect("a request");
        let response = self.app.service.clone().oneshot(request).await.expect("an answer");
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        axum::body::to_bytes(response.into_body(), usize::MAX).await.expect("a body").to_vec()
    }

    /// Any request, with this browser's cookie.
    pub async fn send(&self, mut request: Request<Body>) -> Answer {
        if let Some(cookie) = &self.cookie {
            request.headers_mut().insert(header::COOKIE, cookie.parse().expect("a cookie"));
        }
        let response = self.app.service.clone().oneshot(request).await.expect("an answer");
        let text =
            |name| response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let (location, cookie) = (text(header::LOCATION), text(header::SET_COOKIE));
        let status = response.status();
        let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.expect("a body");
        let cookie = cookie.and_then(|line| line.split(';').next().map(str::to_owned));
        Answer { status, location, cookie, body: String::from_utf8_lossy(&bytes).into_owned() }
    }
}

/// The request of a form.
fn sent(path: &str, form: &[(&str, &str)]) -> Request<Body> {
    let encode = |text: &str| -> String {
        text.bytes()
            .map(|byte| {
                if byte.is_ascii_alphanumeric() { (byte as char).to_string() } else { format!("%{byte:02X}") }
            })
            .collect()
    };
    let body: Vec<String> =
        form.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
    let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    request.body(Body::from(body.join("&"))).expect("a request")
}

fn of_files(path: &str) -> axum::http::request::Builder {
    Request::post(path).header(header::CONTENT_TYPE, "multipart/form-data; boundary=cut")
}

fn files_body(files: &[(&str, &[u8])]) -> Body {
    let mut body = Vec::new();
    for (name, bytes) in files {
        let head =
            format!("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--cut--\r\n");
    Body::from(body)
}
