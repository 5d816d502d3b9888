//! Every page that a persona can reach, on a phone and on a desk, light and dark, looked at by axe.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::axe;
use crate::browser::Browser;
use crate::program::Program;

const ROLES: &[&str] = &["member", "newcomer", "secretary", "expert", "official", "staff", "operator"];
/// Pages of one kind that are visited, such as `/firms/{id}`.
const OF_A_KIND: usize = 1;
const NOT_PAGES: &[&str] = &[".xlsx", ".csv", ".ics", ".json", "/export", "/sign-out", "/print"];

/// The address with its identifiers left out, so that pages of one kind are counted together.
fn kind(path: &str) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let parts = path.split('/').map(|part| if part.len() == 36 || part.contains('.') { "{}" } else { part });
    let names: BTreeSet<&str> =
        query.split('&').map(|pair| pair.split('=').next().unwrap_or_default()).collect();
    format!("{}?{}", parts.collect::<Vec<_>>().join("/"), names.into_iter().collect::<Vec<_>>().join("&"))
}

async fn faults_of(browser: &Browser, axe: &str, path: &str, role: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (width, dark) in [(360, false), (1280, true)] {
        browser.look(width, dark).await;
        browser.go(path).await;
        let found = axe::faults(browser, axe).await;
        faults.extend(found.into_iter().map(|fault| format!("{role} {path} at {width}: {fault}")));
    }
    faults
}

/// Follows links from the home page; visits a few pages of each kind.
async fn walk(browser: &Browser, axe: &str, role: &str, known: &mut BTreeMap<String, usize>) -> Vec<String> {
    let mut faults = Vec::new();
    let mut waiting = VecDeque::from(["/".to_owned()]);
    let mut seen = BTreeSet::new();
    let own = |path: &str| matches!(path, "/" | "/difficulties" | "/account");
    while let Some(path) = waiting.pop_front() {
        let visited =
            known.entry(if own(&path) { format!("{role} {path}") } else { kind(&path) }).or_default();
        if *visited >= OF_A_KIND
            || !seen.insert(path.clone())
            || NOT_PAGES.iter().any(|part| path.contains(part))
        {
            continue;
        }
        *visited += 1;
        faults.extend(faults_of(browser, axe, &path, role).await);
        waiting.extend(browser.links().await);
    }
    faults
}

#[tokio::test(flavor = "multi_thread")]
async fn journey_every_page_can_be_read_by_everybody() {
    let program = Program::start();
    let browser = Browser::open(&program.address).await;
    let axe = axe::script();
    let mut known = BTreeMap::new();
    let mut faults = walk(&browser, &axe, "stranger", &mut known).await;
    for role in ROLES {
        browser.become_persona(role).await;
        faults.extend(walk(&browser, &axe, role, &mut known).await);
    }
    browser.close().await;
    println!("{} kinds of pages: {:?}", known.len(), known.keys());
    assert!(known.len() > 30, "too few pages were reached: {:?}", known.keys());
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
