//! `dure restore`: a backup back into a database of either kind.

use std::path::{Path, PathBuf};

use dure_store::StoreError;
use dure_store::backup::{Fault, How, restore};
use dure_texts::{Lang, cli};
use serde_json::json;

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
}

/// Its texts.
pub fn words(lang: Lang, command: clap::Command) -> clap::Command {
    command
        .about(cli::restore_about(lang))
        .mut_arg("file", |arg| arg.help(cli::restore_file(lang)))
        .mut_arg("replace", |arg| arg.help(cli::restore_replace(lang)))
        .mut_arg("mend", |arg| arg.help(cli::restore_mend(lang)))
}

/// Restores, and says where the old database is kept.
pub async fn run(global: &Global, args: Args) -> Done {
    let lang = global.lang;
    let bar = progress::bar(global, cli::restore_bar);
    let restored =
        restore(&global.location, &args.file, How { replace: args.replace, mend: args.mend }, bar).await;
    let restored = restored.map_err(|error| worded(global, &args.file, error))?;
    let kept = restored.kept.map(|path| path.display().to_string());
    let rows = restored.header.total();
    let done = cli::restore_done(lang, global.location.to_string(), rows);
    let words = match &kept {
        Some(kept) => format!("{done}\n{}", cli::restore_kept(lang, kept)),
        None => done,
    };
    let json = json!({ "rows": rows, "tables": restored.header.rows, "made_at": restored.header.made_at, "kept": kept });
    global.print(words, &json);
    Ok(())
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
