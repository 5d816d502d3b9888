//! `dure backup`: everything into one file, while the server runs.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use dure_domain::Moment;
use dure_store::{Actor, Chance, LAST_BACKUP, Store, SystemClock};
use dure_texts::{Lang, cli};
use serde_json::json;

use crate::cli::{Done, Failure, Global, Said, progress};

/// Its options.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Its texts.
pub fn words(lang: Lang, command: clap::Command) -> clap::Command {
    command.about(cli::backup_about(lang)).mut_arg("file", |arg| arg.help(cli::backup_file(lang)))
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
    let written = store.back_up(BufWriter::new(&file), progress::bar(global, cli::backup_bar)).await;
    let header = written.map_err(Failure::from).and_then(|header| {
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
    let json = json!({ "file": name, "bytes": bytes, "rows": rows, "tables": header.rows, "made_at": header.made_at });
    global.print(cli::backup_done(lang, &name, rows, bytes.div_ceil(1_000)), &json);
    Ok(())
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
