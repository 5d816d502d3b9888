//! Settings of a federation: what it calls its groups, how it is reached, how its letters go out. Every page needs
//! them, so they are kept for seconds.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use dure_domain::{FederationId, Moment, Visibility};
use dure_tables::federation_settings::{Entity, Model};
use dure_texts::Lang;
use sea_orm::EntityTrait;

use crate::App;
use crate::error::Result;

/// Other nodes see a change after so many seconds; the one that wrote it sees it at once.
const SECONDS: i64 = 10;
/// What texts call a group.
const GROUP: &str = "교류회";

/// The settings; empty texts where nothing is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// What a group is called (교류회, 융합회).
    pub group_word: String,
    /// The telephone of the secretariat.
    pub phone: String,
    /// Its mail address.
    pub email: String,
    /// Where it is.
    pub address: String,
    /// The name from which letters come.
    pub sender: String,
    /// Where answers to letters go.
    pub reply_to: String,
    /// What a new difficulty starts with.
    pub visibility: Visibility,
    /// First month of the fiscal year, 1 to 12.
    pub fiscal_month: i8,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            group_word: String::new(),
            phone: String::new(),
            email: String::new(),
            address: String::new(),
            sender: String::new(),
            reply_to: String::new(),
            visibility: Visibility::Federation,
            fiscal_month: 1,
        }
    }
}

impl From<Model> for Settings {
    fn from(row: Model) -> Self {
        Self {
            group_word: row.group_word,
            phone: row.phone,
            email: row.email,
            address: row.address,
            sender: row.sender,
            reply_to: row.reply_to,
            visibility: row.visibility,
            fiscal_month: i8::try_from(row.fiscal_month).unwrap_or(1),
        }
    }
}

impl Settings {
    /// Words of the menu or a heading, with the federation's own word for a group. In Korean alone, and in words that
    /// stand alone: in sentences the particles would not fit.
    pub fn called<'a>(&self, lang: Lang, words: &'a str) -> Cow<'a, str> {
        if lang != Lang::Ko || self.group_word.is_empty() || self.group_word == GROUP {
            return Cow::Borrowed(words);
        }
        Cow::Owned(words.replace(GROUP, &self.group_word))
    }

    /// How the secretariat is reached, in one line; empty where nothing is set.
    pub fn contact(&self) -> String {
        let said = [self.phone.as_str(), &self.email, &self.address];
        said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

/// Settings that were read, with the instant.
#[derive(Default)]
struct Kept(Mutex<HashMap<FederationId, (Moment, Arc<Settings>)>>);

/// The settings of a federation.
///
/// # Errors
/// The database's.
pub async fn of(app: &App, federation: FederationId) -> Result<Arc<Settings>> {
    let (kept, now) = (app.own::<Kept>(), app.now());
    let found = kept.0.lock().unwrap_or_else(PoisonError::into_inner).get(&federation).cloned();
    if let Some((_, settings)) = found.filter(|(at, _)| now.secs_since(*at).abs() < SECONDS) {
        return Ok(settings);
    }
    let row = Entity::find_by_id(federation).one(app.store.read()).await?;
    let settings = Arc::new(row.map(Settings::from).unwrap_or_default());
    kept.0.lock().unwrap_or_else(PoisonError::into_inner).insert(federation, (now, Arc::clone(&settings)));
    Ok(settings)
}

/// Forgets what was read, after a change.
pub fn forget(app: &App, federation: FederationId) {
    app.own::<Kept>().0.lock().unwrap_or_else(PoisonError::into_inner).remove(&federation);
}
