//! `dure backup`: everything into one file, while the server runs.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use dure_domain::Moment;
use dure_files::{At, Failed, Files};
use dure_store::backup::Fetch;
use dure_store::{Actor, Chance, LAST_BACKUP, Store, StoreError, StoreResult, SystemClock};
use dure_texts::{Lang, cli};
use futures::future::BoxFuture;
use serde_json::json;

use crate::cli::{Done, Failure, Global, Said, progress};

/// Its options.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long, value_name = "yes|no")]
    files: Option<WithFiles>,
}

/// Whether attached files go along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum WithFiles {
    /// They do.
    Yes,
    /// They stay where they lie.
    No,
}

/// Its texts.
pub fn words(lang: Lang, command: clap::Command) -> clap::Command {
    command
        .about(cli::backup_about(lang))
        .mut_arg("file", |arg| arg.help(cli::backup_file(lang)))
        .mut_arg("files", |arg| arg.help(cli::backup_files(lang)).hide_possible_values(true))
}

/// Writes the backup beside its name and gives it its name when it is whole.
pub async fn run(global: &Global, args: Args) -> Done {
    let lang = global.lang;
    if args.file.exists() {
        return Err(exists(lang, &args.file));
    }
    // As it is: a running server of an older version must not find its schema changed.
    let chance = Arc::new(Chance::from_machine());
    let store = Store::connect(global.location.clone(), false, Arc::new(SystemClock), chance).await?;
    let part = part_of(&args.file);
    let file = create(&part).map_err(|error| cannot_write(lang, &args.file, &error))?;
    let files = files_of(global, args.files)?;
    let missing = AtomicU64::new(0);
    let fetch = |name: String| -> BoxFuture<'_, StoreResult<Option<Vec<u8>>>> {
        let (files, missing) = (&files, &missing);
        Box::pin(async move {
            match files.read(&name).await {
                Ok(bytes) => Ok(Some(bytes)),
                Err(Failed::Missing(_)) => {
                    missing.fetch_add(1, Ordering::Relaxed);
                    Ok(None)
                }
                Err(failed) => Err(StoreError::File(io::Error::other(failed.to_string()))),
            }
        })
    };
    let fetch: Option<Fetch<'_>> = files.is_there().then_some(&fetch);
    let bar = progress::bar(global, cli::backup_bar);
    let written = store.back_up(BufWriter::new(&file), fetch, bar).await;
    let written = written.map_err(|error| match error {
        StoreError::File(error) => unread(lang, &error),
        other => other.into(),
    });
    let header = written.and_then(|header| {
        file.sync_all()
            .and_then(|()| fs::rename(&part, &args.file))
            .map_err(|error| cannot_write(lang, &args.file, &error))?;
        Ok(header)
    });
    let header = header.inspect_err(|_| drop(fs::remove_file(&part)))?;
    note(&store, header.made_at).await;
    store.close().await?;
    let (name, bytes, rows) =
        (args.file.display().to_string(), fs::metadata(&args.file)?.len(), header.total());
    let missing = missing.into_inner();
    let json = json!({
        "file": name, "bytes": bytes, "rows": rows, "tables": header.rows, "made_at": header.made_at,
        "files": header.files - missing, "files_missing": missing, "files_left_out": header.left_out,
    });
    let mut words = vec![cli::backup_done(lang, &name, rows, bytes.div_ceil(1_000))];
    words.extend((header.files > 0).then(|| cli::backup_files_in(lang, header.files - missing)));
    words.extend((missing > 0).then(|| cli::backup_files_missing(lang, missing)));
    let place = || global.files.to_string();
    words.extend((header.left_out > 0).then(|| cli::backup_files_out(lang, header.left_out, place())));
    global.print(words.join("\n"), &json);
    Ok(())
}

/// Those that go along: of a folder all, of a bucket only when asked.
fn files_of(global: &Global, with: Option<WithFiles>) -> Result<Files, Failure> {
    let go = match (&global.files, with) {
        (_, Some(with)) => with == WithFiles::Yes,
        (At::Bucket(_), None) => false,
        (At::Folder(folder), None) => folder.exists(),
        (At::Nowhere | At::Memory, None) => false,
    };
    let at = if go { global.files.clone() } else { At::Nowhere };
    Files::open(at).map_err(|failed| unread(global.lang, &io::Error::other(failed.to_string())))
}

fn unread(lang: Lang, error: &io::Error) -> Failure {
    let what = cli::backup_files_unread(lang);
    Said::new("files_not_read", what, error.to_string(), dure_texts::check::do_files(lang)).into()
}

/// Notes when it was made, for the page that says how the server does. The backup is good without the note, so where
/// nothing can be written that is no failure.
async fn note(store: &Store, made_at: Moment) {
    let text = &made_at.millis().to_string();
    let noted = store.write(Actor::System, |tx| async move {
        tx.quiet();
        tx.set_setting(LAST_BACKUP, text).await
    });
    if let Err(error) = noted.await {
        tracing::warn!(%error, "when the backup was made could not be noted");
    }
}

/// It holds what is confidential: nobody else on this machine may read it.
fn create(part: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(part)
}

fn part_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".part");
    name.into()
}

fn exists(lang: Lang, file: &Path) -> Failure {
    let what = cli::backup_exists_what(lang, file.display().to_string());
    Said::new("file_exists", what, cli::backup_exists_why(lang), cli::backup_exists_do(lang)).into()
}

fn cannot_write(lang: Lang, file: &Path, error: &io::Error) -> Failure {
    let what = cli::cannot_write_what(lang, file.display().to_string());
    Said::new("file_not_written", what, reason(lang, error), cli::cannot_write_do(lang)).into()
}

/// Why the machine did not do as it was asked, in words where they are known.
pub fn reason(lang: Lang, error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => cli::reason_not_found(lang).to_owned(),
        io::ErrorKind::PermissionDenied => cli::reason_not_allowed(lang).to_owned(),
        io::ErrorKind::StorageFull => cli::reason_full(lang).to_owned(),
        io::ErrorKind::IsADirectory => cli::reason_folder(lang).to_owned(),
        _ => error.to_string(),
    }
}
