//! Attached files of a running program: they go with the backup and come back, and a place that is full, gone or not
//! what was entered is told.

use std::net::SocketAddr;
use std::path::Path;

use serde_json::Value;

use super::full_disk::{Disk, fill};
use super::process::{Server, complaint, run};
use super::{http, roster};

/// Posts a difficulty; gives its address.
fn posted(at: SocketAddr, cookie: &str) -> String {
    let answer = http::post(at, cookie, "/difficulties", &roster::form("녹이 습니다")).unwrap();
    let location = answer.head.lines().find_map(|line| line.strip_prefix("location: ")).unwrap();
    location.split('?').next().unwrap().to_owned()
}

fn attach(at: SocketAddr, cookie: &str, page: &str, name: &str, content: &str) -> http::Answer {
    let to = format!("/files/on/difficulty/{}", page.rsplit('/').next().unwrap());
    http::attach(at, cookie, &to, name, content).unwrap()
}

/// The address of the only file on the page.
fn file_on(at: SocketAddr, cookie: &str, page: &str) -> String {
    let body = http::get(at, cookie, page).unwrap().body;
    let key = body.split(r#"data-file=""#).nth(1).and_then(|rest| rest.split('"').next());
    format!("/files/{}", key.unwrap_or_else(|| panic!("no file: {body}")))
}

fn told(words: &[&str]) -> Value {
    let output = run(words);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", complaint(&output)))
}

fn checks(said: &Value) -> Vec<&str> {
    said["findings"].as_array().unwrap().iter().map(|finding| finding["check"].as_str().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn files_go_with_the_backup_and_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (database, backup, other) = (path("dure.db"), path("all.backup"), path("other.db"));
    let cookie = roster::settle(&database).await;
    let server = Server::start(&database);
    let page = posted(server.at, &cookie);
    let kept = attach(server.at, &cookie, &page, "drawing.pdf", "%PDF-1.7 받침쇠");
    assert_eq!(kept.status, 303, "{}", kept.body);
    let file = file_on(server.at, &cookie, &page);
    let said = told(&["backup", "--json", &backup, "--database-url", &database]);
    assert_eq!((said["files"].as_u64(), said["files_left_out"].as_u64()), (Some(1), Some(0)), "{said:#}");
    assert_eq!(told(&["check", "--json", "--database-url", &database])["sound"], true);
    assert!(server.stop());

    // What lies there is lost, and something else lies there.
    let place = format!("{database}-files");
    let key = file.rsplit('/').next().unwrap();
    std::fs::remove_dir_all(Path::new(&place).join(key)).unwrap();
    std::fs::write(Path::new(&place).join("stray"), "?").unwrap();
    let week_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(7 * 86_400);
    std::fs::File::options()
        .append(true)
        .open(Path::new(&place).join("stray"))
        .unwrap()
        .set_modified(week_ago)
        .unwrap();
    let said = told(&["check", "--json", "--database-url", &database]);
    assert_eq!(checks(&said), ["file_missing", "file_left_over"], "{said:#}");
    let swept = told(&["check", "--json", "--sweep", "--database-url", &database]);
    assert_eq!(checks(&swept), ["file_missing"], "{swept:#}");

    let said = told(&["restore", "--json", &backup, "--database-url", &other]);
    assert_eq!(said["files"], 1, "{said:#}");
    assert_eq!(told(&["check", "--json", "--database-url", &other])["sound"], true);
    let server = Server::start(&other);
    let again = http::get(server.at, &cookie, &file).unwrap();
    assert_eq!((again.status, again.body.as_str()), (200, "%PDF-1.7 받침쇠"));
    // A backup of what is not all there says so.
    let partly = path("partly.backup");
    let said = told(&["backup", "--json", &partly, "--database-url", &database]);
    assert_eq!((said["files"].as_u64(), said["files_missing"].as_u64()), (Some(0), Some(1)), "{said:#}");
    let without = path("without.backup");
    let said = told(&["backup", "--json", "--files", "no", &without, "--database-url", &other]);
    assert_eq!((said["files"].as_u64(), said["files_left_out"].as_u64()), (Some(0), Some(1)), "{said:#}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_that_is_full_or_gone_is_told_and_the_words_are_kept() {
    let Some(disk) = Disk::make() else {
        println!("this machine lets no disk be made: not tried");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("dure.db").to_str().unwrap().to_owned();
    let cookie = roster::settle(&database).await;
    let place = disk.at("files").to_str().unwrap().to_owned();
    let server = Server::start_with(&database, &["--files-url", &place]);
    let page = posted(server.at, &cookie);
    let large = format!("%PDF-1.7 {}", "x".repeat(200_000));
    fill(&disk.at("ballast"));
    let refused = attach(server.at, &cookie, &page, "a.pdf", &large);
    assert_eq!(refused.status, 507, "{}", refused.body);
    assert!(refused.body.contains("글은 그대로 있습니다"), "{}", refused.body);
    assert!(http::get(server.at, &cookie, &page).unwrap().body.contains("녹이 습니다"));
    std::fs::remove_file(disk.at("ballast")).unwrap();
    assert_eq!(attach(server.at, &cookie, &page, "a.pdf", &large).status, 303);
    let file = file_on(server.at, &cookie, &page);

    // Moved away while the program runs: nothing is laid into a folder of the same name.
    std::fs::rename(&place, disk.at("elsewhere")).unwrap();
    assert_eq!(attach(server.at, &cookie, &page, "b.pdf", "%PDF-1.7 b").status, 503);
    assert_eq!(http::get(server.at, &cookie, &file).unwrap().status, 503);
    assert!(!Path::new(&place).exists());
    std::fs::rename(disk.at("elsewhere"), &place).unwrap();
    assert_eq!(attach(server.at, &cookie, &page, "b.pdf", "%PDF-1.7 b").status, 303);
    assert_eq!(http::get(server.at, &cookie, &file).unwrap().status, 200);
    let said = told(&["check", "--json", "--database-url", &database, "--files-url", &place]);
    assert_eq!(said["sound"], true, "{said:#}");
}

#[test]
fn a_place_that_cannot_be_made_is_told_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("dure.db").to_str().unwrap().to_owned();
    let occupied = folder.path().join("a file");
    std::fs::write(&occupied, "").unwrap();
    let place = occupied.join("below").to_str().unwrap().to_owned();
    let words = ["--database-url", &database, "serve", "--listen", "127.0.0.1:0", "--files-url", &place];
    let output = run(&words);
    assert!(!output.status.success());
    assert!(complaint(&output).contains("붙인 파일을 둘 곳을 열 수 없습니다"), "{}", complaint(&output));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_in_a_file_tells_what_failed_without_colours_and_without_names() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let database = path("dure.db").to_str().unwrap().to_owned();
    let cookie = roster::settle(&database).await;
    let log = std::fs::File::create(path("log")).unwrap();
    let server = Server::start_logging(&database, &[], log.into());
    let page = posted(server.at, &cookie);
    std::fs::rename(path("dure.db-files"), path("elsewhere")).unwrap();
    assert_eq!(attach(server.at, &cookie, &page, "secret.pdf", "%PDF-1.7").status, 503);
    assert!(server.stop());
    let log = std::fs::read_to_string(path("log")).unwrap();
    assert!(log.contains("WARN") && log.contains("could not be kept"), "{log}");
    assert!(!log.contains('\u{1b}') && !log.contains("secret"), "{log}");
}
