//! Histories, told in the village.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use axum::http::StatusCode;
use dure_store::on_both;
use dure_tables::data_access;
use dure_texts::Lang;
use dure_web::testing::TestApp;
use sea_orm::EntityTrait;

use super::wording::{ACTIONS, did};
use crate::testing::Housed as _;

/// Names with a dot in the sources that are no actions of the audit: letters, jobs, rows, files, settings.
const OTHERS: &[&str] = &[
    "account.mail",
    "account.mail_moved",
    "account.password",
    "accounts.send_link",
    "acts.id",
    "address.person",
    "app.css",
    "app.js",
    "appearance.choose",
    "ask.remind",
    "assets.see",
    "backup.made_at",
    "changes.seq",
    "demo.personas",
    "difficulty.ask",
    "difficulty.offered",
    "digest.day",
    "dure.db",
    "dure.example",
    "evil.example",
    "fonts.css",
    "groups.csv",
    "health.see",
    "ledger.csv",
    "ledger.xlsx",
    "letter.address",
    "letter.network",
    "logo.svg",
    "mail.digest",
    "mail.send",
    "meeting.calendar",
    "meeting.invite",
    "meeting.letters",
    "openapi.json",
    "password.address",
    "password.network",
    "person.link",
    "probe.write",
    "report.css",
    "status.trial",
    "test.db",
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.is_dir() && !matches!(name, "tests" | "testing" | "whole" | "letters") {
            sources(&path, found);
        } else if name.ends_with(".rs")
            && !matches!(name, "access.rs" | "tests.rs" | "links.rs" | "letters.rs")
        {
            found.push(path);
        }
    }
}

#[test]
fn every_action_has_words() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    for part in ["people", "help", "founding", "gathering", "app", "web", "store"] {
        sources(&root.join(part).join("src"), &mut files);
    }
    let known: BTreeSet<&str> = ACTIONS.iter().map(|(name, _)| *name).collect();
    let mut wordless = BTreeSet::new();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a source");
        for piece in text.split('"').skip(1).step_by(2) {
            let parts: Vec<&str> = piece.split('.').collect();
            let is_word = |part: &&str| {
                !part.is_empty() && part.chars().all(|sign| sign.is_ascii_lowercase() || sign == '_')
            };
            if parts.len() == 2
                && parts.iter().all(is_word)
                && !known.contains(piece)
                && !OTHERS.contains(&piece)
            {
                wordless.insert(format!("{piece} ({})", file.display()));
            }
        }
    }
    assert!(wordless.is_empty(), "add words to wording.rs, or the name to OTHERS: {wordless:#?}");
    for lang in [Lang::Ko, Lang::En, Lang::Ja] {
        assert!(ACTIONS.iter().all(|(name, _)| !did(lang, name).is_empty()));
    }
}

on_both!(who_answers_for_a_firm_sees_what_became_of_it, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    let at = format!("/firms/{}", village.smithy);
    let form =
        [("name", "대장간"), ("representative", "김대장"), ("phone", "033-111-2222"), ("version", "1")];
    let sent = staff.post(&format!("{at}/edit"), &form).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    for person in [village.smith, village.secretary, village.staff] {
        let page = test.signed_in(person).await;
        assert!(page.get(&at).await.body.contains(&format!("{at}/history")));
        let told = page.get(&format!("{at}/history")).await;
        assert_eq!(told.status, StatusCode::OK);
        for words in ["회사 정보를 고쳤습니다", "033-111-2222", "전화"] {
            assert!(told.body.contains(words), "{words}: {}", told.body);
        }
        assert!(!told.body.contains("version") || !told.body.contains("{\""), "{}", told.body);
    }
    for person in [village.outsider, village.official] {
        let refused = test.signed_in(person).await.get(&format!("{at}/history")).await;
        assert!(matches!(refused.status, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN), "{}", refused.body);
    }
});

on_both!(the_federations_history_is_narrowed_and_its_file_asks_why, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    let form = [("reason", "dues"), ("format", "csv"), ("group", "")];
    staff.post("/roster/export", &form).await;
    let all = staff.get("/audit").await.body;
    assert!(all.contains("회원 명단을 내보냈습니다") && all.contains("회비"), "{all}");
    let other = staff.get("/audit?kind=meeting").await.body;
    assert!(other.contains("찾는 기록이 없습니다"), "{other}");
    let past = staff.get("/audit?to=1999-01-01&who=%EA%B9%80").await.body;
    assert!(past.contains("찾는 기록이 없습니다"), "{past}");
    let asked = staff.post("/audit/export", &[]).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    let file = staff.post("/audit/export", &[("reason", "other"), ("purpose", "감사")]).await;
    assert!(file.status == StatusCode::OK && file.body.contains("회원 명단을 내보냈습니다"), "{}", file.body);
    let log = data_access::Entity::find().all(test.app.store.read()).await.expect("the log");
    assert_eq!(log.len(), 2);
    for person in [village.smith, village.secretary, village.operator] {
        let refused = test.signed_in(person).await.get("/audit").await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    }
});
