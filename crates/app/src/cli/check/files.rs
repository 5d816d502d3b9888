//! Attached files: what is entered against what lies in their place.

use dure_domain::Moment;
use dure_files::{At, Files, Kept};
use dure_store::Store;
use dure_store::check::Finding;
use dure_talk::files::{Compared, compare};
use dure_texts::cli;

use crate::cli::{Failure, Global};

/// How many of them are named.
const EXAMPLES: usize = 5;
/// What was laid down just now may be entered in a moment; what is older is left over (seconds).
const SETTLED: i64 = 3_600;
/// What is older than this is swept away (seconds).
const SWEPT: i64 = 86_400;

/// What is wrong with them; `sweep` takes away what is left over.
pub async fn findings(global: &Global, store: &Store, sweep: bool) -> Result<Vec<Finding>, Failure> {
    let place = match &global.files {
        // Looking makes nothing: a folder that is not there has no files.
        At::Folder(folder) if !folder.exists() => At::Nowhere,
        at => at.clone(),
    };
    let compared = match Files::open(place) {
        Ok(files) => match compare(store.read(), &files).await? {
            Ok(compared) => Ok((files, compared)),
            Err(failed) => Err(failed),
        },
        Err(failed) => Err(failed),
    };
    let (files, compared) = match compared {
        Ok(both) => both,
        Err(failed) => return Ok(vec![finding("files_unreachable", vec![failed.to_string()])]),
    };
    let Compared { missing, left_over } = compared;
    let older = |than: i64| {
        let before = store.now().plus_secs(-than);
        left_over.iter().filter(move |kept| Moment::from_millis(kept.written_at) < before)
    };
    let names = |kept: &Kept| kept.name.clone();
    let mut left: Vec<String> = older(SETTLED).map(names).collect();
    if sweep {
        let swept: Vec<String> = older(SWEPT).map(names).collect();
        for name in &swept {
            files.remove(name).await.map_err(|failed| std::io::Error::other(failed.to_string()))?;
        }
        left.retain(|name| !swept.contains(name));
        if !global.json {
            global.print(cli::check_swept(global.lang, swept.len()), &());
        }
    }
    let missing: Vec<String> = missing.iter().map(ToString::to_string).collect();
    let found = [finding("file_missing", missing), finding("file_left_over", left)];
    Ok(found.into_iter().filter(|finding| finding.rows > 0).collect())
}

fn finding(check: &'static str, mut names: Vec<String>) -> Finding {
    let rows = names.len() as u64;
    names.truncate(EXAMPLES);
    Finding { check, place: "files".into(), rows, examples: names }
}
