//! Gathers how the server does, and tries a letter.

use dure_domain::Moment;
use dure_files::Failed;
use dure_store::{About, LAST_BACKUP, Trouble};
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::Result;

use super::letters;
use super::store::{self, Letters, Work};

/// How the server does.
pub struct State {
    /// The database itself.
    pub about: About,
    /// Why writes are not kept, where they are not.
    pub trouble: Option<Trouble>,
    /// Documents of the index, none while it is being built.
    pub documents: Option<usize>,
    /// Work to be done.
    pub work: Work,
    /// Letters.
    pub letters: Letters,
    /// How many files are attached, and their bytes.
    pub files: (u64, u64),
    /// Where they lie; empty for nowhere.
    pub files_at: String,
    /// Why that place cannot be used, where it cannot.
    pub files_trouble: Option<Failed>,
    /// Whether letters leave the house at all.
    pub mails: bool,
    /// When the last backup was made.
    pub backup: Option<Moment>,
    /// The present instant.
    pub now: Moment,
}

/// How the server does now.
pub async fn state(app: &App) -> Result<State> {
    let (db, now) = (app.store.read(), app.now());
    let backup = app.store.setting(LAST_BACKUP).await?;
    Ok(State {
        about: app.store.about().await?,
        trouble: app.store.trouble().await,
        documents: app.search.is_ready().then(|| app.search.index().len()),
        work: store::work(db, now).await?,
        letters: store::letters(db, now.plus_days(-1)).await?,
        files: store::files(db).await?,
        files_at: app.config.files.place(),
        files_trouble: app.config.files.is_in_its_place().err(),
        mails: app.config.smtp.is_some(),
        backup: backup.and_then(|text| text.parse().ok()).map(Moment::from_millis),
        now,
    })
}

/// Sends the viewer a letter by the way of all letters; false where they have no address.
pub async fn try_letter(app: &App, viewer: &Viewer) -> Result<bool> {
    app.act(viewer, |tx| async move {
        tx.quiet();
        letters::trial(&tx, viewer).await
    })
    .await
}
