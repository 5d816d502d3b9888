//! What cannot work is said in words: what happened, why, what to do. Nothing is touched.

use std::fs;
use std::net::TcpListener;

use serde_json::Value;

use super::process::{Server, complaint, dure, run};
use super::roster;

/// A failed command: exit code 1, words and no debug dump.
fn fails(words: &[&str], say: &[&str]) {
    let output = run(words);
    let text = complaint(&output);
    assert_eq!(output.status.code(), Some(1), "{words:?}: {text}");
    for part in say {
        assert!(text.contains(part), "{words:?} should say {part:?}: {text}");
    }
    assert_eq!(text.trim_end().lines().count(), 3, "what, why, what to do: {text}");
    assert!(!text.contains("Error") && !text.contains('{'), "{text}");
}

#[test]
fn a_port_in_use_is_said_before_the_database_is_touched() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let at = taken.local_addr().unwrap().to_string();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("new.db");
    let file_name = file.to_str().unwrap();
    let words = ["serve", "--listen", &at, "--database-url", file_name];
    fails(&words, &[&at, "다른 프로그램이 쓰고 있습니다", "다른 포트를 지정"]);
    assert!(!file.exists());
    let english = dure(&words).env("DURE_LANG", "en").output().unwrap();
    assert!(complaint(&english).contains("Another program uses this port."));
    let japanese = run(&[&words[..], &["--lang", "ja"]].concat());
    assert!(complaint(&japanese).contains("別のポートを指定"));
}

#[test]
fn a_missing_database_or_folder_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fails(&["check", "--database-url", &at("none.db")], &["데이터베이스가 없습니다", "dure serve"]);
    fails(&["backup", "out", "--database-url", &at("none.db")], &["데이터베이스가 없습니다"]);
    let inside = at("no/such/folder/new.db");
    let serve = ["serve", "--listen", "127.0.0.1:0", "--database-url", inside.as_str()];
    fails(&serve, &["폴더가 없습니다", "폴더를 먼저 만들거나"]);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing was made");
}

#[test]
fn a_file_that_is_no_database_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("minutes.db");
    let text = "회의록: 아무 데이터베이스도 아닙니다.\n".repeat(200);
    fs::write(&file, &text).unwrap();
    let name = file.to_str().unwrap();
    for command in [vec!["serve", "--listen", "127.0.0.1:0"], vec!["check"], vec!["admin", "list"]] {
        let words = [&command[..], &["--database-url", name]].concat();
        fails(&words, &["minutes.db", "데이터베이스로 읽을 수 없습니다", "건드리지 않았습니다"]);
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
    let a_folder = folder.path().to_str().unwrap();
    fails(&["check", "--database-url", a_folder], &["데이터베이스로 읽을 수 없습니다"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_newer_than_the_program_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let name = folder.path().join("newer.db").to_str().unwrap().to_owned();
    roster::open(&name).await.close().await.unwrap();
    let raw = sea_orm::Database::connect(format!("sqlite://{name}")).await.unwrap();
    let later = "insert into seaql_migrations (version, applied_at) values ('9999_later', 1)";
    sea_orm::ConnectionTrait::execute_unprepared(&raw, later).await.unwrap();
    raw.close().await.unwrap();
    for command in [vec!["serve", "--listen", "127.0.0.1:0"], vec!["check"], vec!["backup", "out"]] {
        let words = [&command[..], &["--database-url", &name]].concat();
        fails(&words, &["newer.db", "9999_later", "새 버전의 dure로"]);
    }
}

#[test]
fn a_database_server_that_is_out_of_reach_is_said_without_its_password() {
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let url = format!("postgres://dure:secret@{closed}/dure");
    let words = ["check", "--database-url", url.as_str()];
    fails(&words, &["대답하지 않습니다", "PostgreSQL이 켜져 있는지"]);
    assert!(!complaint(&run(&words)).contains("secret"));
    if let Ok(server) = std::env::var("DURE_TEST_POSTGRES") {
        let url = format!("{server}/there_is_none_of_this_name");
        fails(&["check", "--database-url", &url], &["there_is_none_of_this_name", "데이터베이스가 없습니다"]);
    }
}

#[test]
fn a_command_line_that_is_not_understood_has_exit_code_2() {
    for (words, says) in [
        (vec!["backupp"], "혹시 backup인가요?"),
        (vec!["serve", "--listen", "here"], "알맞지 않은 값"),
        (vec!["serve", "--smtp-url", "smtp://localhost"], "빠졌습니다"),
        (vec!["--json"], "명령이 빠졌습니다"),
    ] {
        let output = run(&words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(complaint(&output).contains(says), "{words:?}: {}", complaint(&output));
    }
    let alone = run(&[]);
    assert_eq!(alone.status.code(), Some(2));
    assert!(complaint(&alone).contains("쓰는 법"), "the program alone shows how it is used");
}

#[tokio::test(flavor = "multi_thread")]
async fn programs_are_answered_in_json() {
    let folder = tempfile::tempdir().unwrap();
    let name = folder.path().join("a.db").to_str().unwrap().to_owned();
    let missing = run(&["check", "--json", "--database-url", &name]);
    let said: Value = serde_json::from_str(&complaint(&missing)).unwrap();
    assert_eq!(said["error"]["code"], "database_missing");
    roster::settle(&name).await;
    let backup = folder.path().join("backup").to_str().unwrap().to_owned();
    let made = run(&["backup", &backup, "--json", "--database-url", &name]);
    let said: Value = serde_json::from_slice(&made.stdout).unwrap();
    assert_eq!(said["tables"]["people"], 1);
    let noted = roster::setting(&name, dure_store::LAST_BACKUP).await.expect("when it was made");
    assert!(noted.parse::<i64>().is_ok_and(|millis| millis > 0), "{noted}");
    let into = run(&["restore", &backup, "--json", "--database-url", &name]);
    let said: Value = serde_json::from_str(&complaint(&into)).unwrap();
    assert_eq!(said["error"]["code"], "database_not_empty");
    let sound = run(&["check", "--json", "--database-url", &name]);
    let said: Value = serde_json::from_slice(&sound.stdout).unwrap();
    assert_eq!(said["sound"], true, "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_in_use_keeps_its_database_and_ends_well_when_told() {
    let folder = tempfile::tempdir().unwrap();
    let name = folder.path().join("a.db").to_str().unwrap().to_owned();
    roster::settle(&name).await;
    let backup = folder.path().join("backup").to_str().unwrap().to_owned();
    let server = Server::start(&name);
    assert!(run(&["backup", &backup, "--database-url", &name]).status.success(), "backed up while it runs");
    fails(
        &["restore", &backup, "--replace", "--database-url", &name],
        &["다른 프로그램이 쓰고 있습니다", "dure serve를 멈춘"],
    );
    assert!(server.stop());
    assert!(!folder.path().join("a.db-wal").exists(), "the log is folded into the file");
    assert!(run(&["restore", &backup, "--replace", "--database-url", &name]).status.success());
    assert!(folder.path().join("a.db.before-restore-1").exists());
}
