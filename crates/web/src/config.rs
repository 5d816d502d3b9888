//! How a server was started.

use dure_files::Files;
use lettre::message::Mailbox;

/// Settings of one running server, from the command line and the environment.
#[derive(Debug, Clone)]
pub struct Config {
    /// The address that people use, without a slash at the end; links in mails begin with it.
    pub base_url: String,
    /// Demo mode: the personas' page is there, and nothing is mailed outside.
    pub demo: bool,
    /// Where mail is handed over; without it, mails stay in the outbox to be read there.
    pub smtp: Option<Smtp>,
    /// Where attached files lie.
    pub files: Files,
}

/// A mail server.
#[derive(Debug, Clone)]
pub struct Smtp {
    /// `smtps://user:password@host:port` or `smtp://…?tls=required`.
    pub url: String,
    /// The sender of all mails.
    pub from: Mailbox,
}

impl Config {
    /// For commands that use the application without serving it.
    pub fn offline() -> Self {
        Self { base_url: String::new(), demo: false, smtp: None, files: Files::default() }
    }

    /// True when people reach the server over HTTPS, so that cookies may insist on it.
    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }

    /// The full address of a path, for mails.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }
}
