//! A disk that fills and empties again: every write that was acknowledged is there afterwards, also after the
//! server has ended and begun anew.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::process::{Server, run};
use super::{http, roster};

const SIZE: &str = "12m";

/// A small disk in memory; it is taken away when this is dropped.
pub struct Disk {
    folder: tempfile::TempDir,
}

impl Disk {
    /// None where the machine does not let this program make one.
    pub fn make() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={SIZE}"), "tmpfs"])
            .arg(folder.path())
            .output();
        mounted.is_ok_and(|done| done.status.success()).then_some(Self { folder })
    }

    pub fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        drop(Command::new("umount").arg("-l").arg(self.folder.path()).status());
    }
}

/// Writes zeros until nothing more fits.
pub fn fill(ballast: &Path) {
    use std::io::Write;
    let mut file = std::fs::File::options().append(true).create(true).open(ballast).unwrap();
    for size in [65_536, 4_096, 1] {
        while file.write_all(&vec![0; size]).is_ok() {}
    }
}

/// Posts and notes what was acknowledged; gives how many were and how many were refused.
fn posts(
    at: SocketAddr,
    cookie: &str,
    round: &str,
    many: usize,
    good: &mut BTreeSet<String>,
) -> (usize, usize) {
    let (mut taken, mut refused) = (0, 0);
    for number in 0..many {
        let title = format!("녹이 습니다 {round}-{number}");
        let answer = http::post(at, cookie, "/difficulties", &roster::form(&title)).unwrap();
        if answer.status == 303 {
            good.insert(title);
            taken += 1;
        } else {
            assert!(matches!(answer.status, 507 | 503), "{} {}", answer.status, answer.body);
            refused += 1;
        }
    }
    (taken, refused)
}

fn health(at: SocketAddr) -> (u16, Value) {
    let answer = http::get(at, "", "/health").unwrap();
    (answer.status, serde_json::from_str(&answer.body).unwrap())
}

async fn verify(database: &str, good: &BTreeSet<String>) {
    let there: BTreeSet<String> = roster::titles(database).await.into_iter().collect();
    let lost: Vec<_> = good.difference(&there).collect();
    assert!(lost.is_empty(), "{} acknowledged, but lost: {lost:?}", lost.len());
    let checked = run(&["check", "--json", "--database-url", database]);
    let said: Value = serde_json::from_slice(&checked.stdout).unwrap();
    assert_eq!(said["sound"], true, "{said:#}");
}

async fn story(rounds: usize) {
    let Some(disk) = Disk::make() else {
        println!("left out: this machine lets no test make a disk of its own");
        return;
    };
    let (database, ballast) = (disk.at("dure.db"), disk.at("ballast"));
    let database = database.to_str().unwrap();
    let cookie = roster::settle(database).await;
    let mut good = BTreeSet::new();
    for round in 0..rounds {
        let server = Server::start(database);
        let at = server.at;
        posts(at, &cookie, &format!("{round}a"), 5, &mut good);
        fill(&ballast);
        let (_, refused) = posts(at, &cookie, &format!("{round}b"), 60, &mut good);
        assert!(refused > 0, "the disk was never full");
        let (status, said) = health(at);
        assert_eq!((status, said["status"].as_str()), (503, Some("failing")), "{said}");
        assert_eq!(said["writes"], "failing", "{said}");
        assert!(said["why"] == "disk_full" || said["why"] == "disk", "{said}");
        assert_eq!(http::get(at, &cookie, "/difficulties").unwrap().status, 200, "reading goes on");
        if round % 2 == 0 {
            std::fs::remove_file(&ballast).unwrap();
            let (status, said) = health(at);
            assert_eq!(status, 200, "it recovers by itself: {said}");
            let (_, refused) = posts(at, &cookie, &format!("{round}c"), 40, &mut good);
            assert_eq!(refused, 0, "there is room again");
        }
        if round % 3 == 0 {
            server.kill()
        } else {
            assert!(server.stop(), "it ends well")
        }
        drop(std::fs::remove_file(&ballast));
        verify(database, &good).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_survives_a_full_disk() {
    story(4).await;
}

/// `make nightly`
#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes; make nightly"]
async fn what_was_acknowledged_survives_a_hundred_full_disks() {
    story(100).await;
}
