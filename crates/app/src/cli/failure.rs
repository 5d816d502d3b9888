//! Why a command failed, told as what happened, why, and what to do.

use std::io::ErrorKind;
use std::path::Path;

use dure_store::StoreError;
use dure_texts::{Lang, cli};
use dure_web::error::Error;
use dure_web::error_pages;
use serde_json::json;

use crate::cli::Global;

/// What a command can fail with.
#[derive(Debug)]
pub enum Failure {
    /// The database's failure.
    Store(StoreError),
    /// A feature's failure, worded as on its page.
    App(Error),
    /// A file or the network.
    File(std::io::Error),
    /// Worded already.
    Said(Said),
    /// Everything has been printed; only the exit code is left.
    Told,
}

/// What happened, why, and what to do; `code` is the same in every language, for programs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// One stable word.
    pub code: &'static str,
    /// What happened.
    pub what: String,
    /// Why.
    pub why: String,
    /// What to do.
    pub what_to_do: String,
}

impl Said {
    /// From three texts.
    pub fn new(
        code: &'static str,
        what: impl Into<String>,
        why: impl Into<String>,
        what_to_do: impl Into<String>,
    ) -> Self {
        Self { code, what: what.into(), why: why.into(), what_to_do: what_to_do.into() }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::App(error)
    }
}

impl From<sea_orm::DbErr> for Failure {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::File(error)
    }
}

/// Reads a file that was named on the command line.
///
/// # Errors
/// The name of the file, what is wrong with it, and what to do.
pub fn read_file(lang: Lang, file: &Path) -> Result<Vec<u8>, Said> {
    std::fs::read(file).map_err(|error| {
        let why = match error.kind() {
            ErrorKind::NotFound => cli::file_missing(lang).to_owned(),
            ErrorKind::IsADirectory => cli::file_is_folder(lang).to_owned(),
            ErrorKind::PermissionDenied => cli::file_denied(lang).to_owned(),
            _ => error.to_string(),
        };
        Said::new("file", cli::file_unread(lang, file.display().to_string()), why, cli::file_unread_do(lang))
    })
}

impl From<Said> for Failure {
    fn from(said: Said) -> Self {
        Self::Said(said)
    }
}

impl Failure {
    /// Prints it to standard error.
    pub fn tell(&self, global: &Global) {
        let Some(said) = self.said(global) else { return };
        if global.json {
            let Said { code, what, why, what_to_do } = said;
            eprintln!("{}", json!({ "error": { "code": code, "what": what, "why": why, "do": what_to_do } }));
        } else {
            eprintln!("{}\n  {}\n  {}", said.what, said.why, said.what_to_do);
        }
    }

    fn said(&self, global: &Global) -> Option<Said> {
        match self {
            Self::Told => None,
            Self::Said(said) => Some(said.clone()),
            Self::Store(error) => Some(of_store(error, global)),
            Self::App(Error::Store(error)) => Some(of_store(error, global)),
            Self::App(error) => Some(of_app(error, global.lang)),
            Self::File(error) => {
                let lang = global.lang;
                Some(Said::new("file", cli::file_what(lang), error.to_string(), cli::file_do(lang)))
            }
        }
    }
}

fn of_app(error: &Error, lang: Lang) -> Said {
    let words = error_pages::words(error, lang, "-");
    let why = match error {
        Error::Internal(why) | Error::BadRequest(why) => why.clone(),
        _ => words.why,
    };
    Said::new("refused", words.title, why, words.what_to_do)
}

/// Each failure of the database that has words of its own: its code, and the three texts.
#[expect(clippy::too_many_lines, reason = "a table of texts, a row for each failure")]
fn of_store(error: &StoreError, global: &Global) -> Said {
    let lang = global.lang;
    let here = global.location.to_string();
    let said = |code, what: String, why: &str, what_to_do: &str| Said::new(code, what, why, what_to_do);
    match error {
        StoreError::Missing(place) => said(
            "database_missing",
            cli::missing_what(lang, place),
            cli::missing_why(lang),
            cli::missing_do(lang),
        ),
        StoreError::NoFolder(place) => said(
            "no_folder",
            cli::no_folder_what(lang, place),
            cli::no_folder_why(lang),
            cli::no_folder_do(lang),
        ),
        StoreError::NotAllowed(place) => said(
            "not_allowed",
            cli::not_allowed_what(lang, place),
            cli::not_allowed_why(lang),
            cli::not_allowed_do(lang),
        ),
        StoreError::Unreachable(place) => said(
            "unreachable",
            cli::unreachable_what(lang, if place.contains("://") { place } else { &here }),
            cli::unreachable_why(lang),
            cli::unreachable_do(lang),
        ),
        StoreError::Refused(why) => {
            said("refused", cli::refused_what(lang, here), why, cli::refused_do(lang))
        }
        StoreError::Unreadable(place) => {
            let place = if place.parse::<u32>().is_ok() { &here } else { place };
            let what = cli::unreadable_what(lang, place);
            said("database_unreadable", what, cli::unreadable_why(lang), cli::unreadable_do(lang))
        }
        StoreError::Newer(name) => said(
            "database_newer",
            cli::newer_what(lang, here),
            &cli::newer_why(lang, name),
            cli::newer_do(lang),
        ),
        StoreError::InUse(place) => said(
            "database_in_use",
            cli::in_use_what(lang, place),
            cli::in_use_why(lang),
            cli::in_use_do(lang),
        ),
        StoreError::NotEmpty(place) => said(
            "database_not_empty",
            cli::not_empty_what(lang, place),
            cli::not_empty_why(lang),
            cli::not_empty_do(lang),
        ),
        StoreError::DiskFull => said(
            "disk_full",
            cli::disk_full_what(lang).into(),
            cli::disk_full_why(lang),
            cli::disk_full_do(lang),
        ),
        other => said("database", cli::database_what(lang, here), &other.to_string(), cli::database_do(lang)),
    }
}
