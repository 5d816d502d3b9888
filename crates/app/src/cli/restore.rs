//! `dure restore`: a backup back into a database of either kind.

use std::path::{Path, PathBuf};

use dure_files::{At, Files};
use dure_store::StoreError;
use dure_store::backup::{Fault, How, Unpacked, restore, unpack, verify};
use dure_texts::{Lang, cli};
use serde_json::json;

use crate::cli::backup::WithFiles;
use crate::cli::{Done, Failure, Global, Said, backup, progress};

/// Its options.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long)]
    replace: bool,
    #[arg(long)]
    mend: bool,
    #[arg(long, value_name = "yes|no")]
    files: Option<WithFiles>,
}

/// Its texts.
pub fn words(lang: Lang, command: clap::Command) -> clap::Command {
    command
        .about(cli::restore_about(lang))
        .mut_arg("file", |arg| arg.help(cli::restore_file(lang)))
        .mut_arg("replace", |arg| arg.help(cli::restore_replace(lang)))
        .mut_arg("mend", |arg| arg.help(cli::restore_mend(lang)))
        .mut_arg("files", |arg| arg.help(cli::restore_files(lang)).hide_possible_values(true))
}

/// Restores, and says where the old database is kept.
pub async fn run(global: &Global, args: Args) -> Done {
    let lang = global.lang;
    // First the files: rows must never name what is not there.
    let files = match args.files {
        Some(WithFiles::No) => Unpacked::default(),
        _ => unpacked(global, &args.file).await?,
    };
    let bar = progress::bar(global, cli::restore_bar);
    let restored =
        restore(&global.location, &args.file, How { replace: args.replace, mend: args.mend }, bar).await;
    let restored = restored.map_err(|error| worded(global, &args.file, error))?;
    let kept = restored.kept.map(|path| path.display().to_string());
    let rows = restored.header.total();
    let done = cli::restore_done(lang, global.location.to_string(), rows);
    let mut words = vec![done];
    words.extend(kept.as_ref().map(|kept| cli::restore_kept(lang, kept)));
    let place = || global.files.to_string();
    words.extend((files.kept > 0).then(|| cli::restore_files_done(lang, files.kept, place())));
    words.extend((files.missing > 0).then(|| cli::restore_files_missing(lang, files.missing)));
    let words = words.join("\n");
    let json = json!({ "files": files.kept, "files_missing": files.missing, "rows": rows, "tables": restored.header.rows, "made_at": restored.header.made_at, "kept": kept });
    global.print(words, &json);
    Ok(())
}

/// The attached files of the backup, in their place.
async fn unpacked(global: &Global, file: &Path) -> Result<Unpacked, Failure> {
    let lang = global.lang;
    let header = verify(file).map_err(|error| worded(global, file, error))?;
    if header.files == 0 {
        return Ok(Unpacked::default());
    }
    if global.files == At::Nowhere {
        let what = cli::restore_files_nowhere_what(lang, header.files);
        return Err(Said::new("no_place_for_files", what, "", cli::restore_files_nowhere_do(lang)).into());
    }
    let failed = |why: String| {
        let do_files = dure_texts::check::do_files(lang);
        Failure::from(Said::new("files_not_restored", cli::restore_files_failed(lang), why, do_files))
    };
    let files = Files::open(global.files.clone()).map_err(|error| failed(error.to_string()))?;
    let keep = |name: String, bytes: Vec<u8>| {
        let files = files.clone();
        async move {
            let kept = files.keep(&name, bytes).await;
            kept.map_err(|error| StoreError::File(std::io::Error::other(error.to_string())))
        }
    };
    unpack(file, keep).await.map_err(|error| match error {
        StoreError::File(error) => failed(error.to_string()),
        other => worded(global, file, other),
    })
}

fn worded(global: &Global, file: &Path, error: StoreError) -> Failure {
    let lang = global.lang;
    let name = file.display().to_string();
    let (code, why, what_to_do) = match error {
        StoreError::Backup(Fault::Foreign) => {
            ("not_a_backup", cli::backup_foreign(lang).to_owned(), cli::backup_choose(lang))
        }
        StoreError::Backup(Fault::Newer(what)) => {
            ("backup_newer", cli::backup_newer(lang, what), cli::newer_do(lang))
        }
        StoreError::Backup(Fault::CutOff) => {
            ("backup_cut_off", cli::backup_cut_off(lang).to_owned(), cli::backup_choose(lang))
        }
        StoreError::Backup(Fault::Damaged(_)) => {
            ("backup_damaged", cli::backup_damaged(lang).to_owned(), cli::backup_choose(lang))
        }
        StoreError::Backup(Fault::Unstorable { rows, named }) => {
            let why = cli::backup_unstorable(lang, rows, named.join(", "));
            ("backup_unstorable", why, cli::backup_unstorable_do(lang))
        }
        StoreError::File(error) => ("backup_unreadable", backup::reason(lang, &error), cli::file_do(lang)),
        other => return other.into(),
    };
    Said::new(code, cli::restore_what(lang, name), why, what_to_do).into()
}
