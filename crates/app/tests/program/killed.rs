//! A write that was acknowledged survives `kill -9` at any moment.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::process::{Server, complaint, run};
use super::{http, roster};

const WRITERS: usize = 3;

/// Titles of posts that the server has acknowledged.
#[derive(Default)]
struct Acknowledged(Mutex<BTreeSet<String>>);

impl Acknowledged {
    fn count(&self) -> usize {
        self.0.lock().unwrap().len()
    }
}

/// Posts one difficulty after the other until the server is gone.
fn write(at: SocketAddr, cookie: &str, round: usize, writer: usize, over: &AtomicBool, good: &Acknowledged) {
    for number in 0.. {
        let title = format!("녹이 습니다 {round}-{writer}-{number}");
        match http::post(at, cookie, "/difficulties", &roster::form(&title)) {
            Ok(answer) if answer.status == 303 => {
                good.0.lock().unwrap().insert(title);
            }
            Ok(answer) => panic!("not posted: {} {}", answer.status, answer.body),
            Err(_) if over.load(Ordering::SeqCst) => return,
            Err(error) => panic!("the server went away by itself: {error}"),
        }
        if over.load(Ordering::SeqCst) {
            return;
        }
    }
}

/// Starts the server, lets it write for a while, and kills it.
fn round(database: &str, cookie: &str, number: usize, good: &Acknowledged) {
    let server = Server::start(database);
    let at = server.at;
    let over = AtomicBool::new(false);
    let before = good.count();
    std::thread::scope(|scope| {
        for writer in 0..WRITERS {
            let (over, good) = (&over, good);
            scope.spawn(move || write(at, cookie, number, writer, over, good));
        }
        // Something must have been written before the end; after that, any moment will do.
        let began = Instant::now();
        while good.count() == before && began.elapsed() < Duration::from_secs(30) {
            std::thread::sleep(Duration::from_millis(2));
        }
        let dice = u64::from_le_bytes(uuid::Uuid::new_v4().as_bytes()[..8].try_into().unwrap());
        std::thread::sleep(Duration::from_micros(dice % 150_000));
        over.store(true, Ordering::SeqCst);
        server.kill();
    });
    assert!(good.count() > before, "round {number} wrote nothing");
}

async fn verify(database: &str, good: &Acknowledged) {
    let there: BTreeSet<String> = roster::titles(database).await.into_iter().collect();
    let good = good.0.lock().unwrap().clone();
    let lost: Vec<_> = good.difference(&there).collect();
    assert!(lost.is_empty(), "acknowledged, but lost: {lost:?}");
    let checked = run(&["check", "--json", "--database-url", database]);
    let said: Value =
        serde_json::from_slice(&checked.stdout).unwrap_or_else(|_| panic!("{}", complaint(&checked)));
    assert_eq!(said["sound"], true, "{said:#}");
}

/// `rounds` of killing, and on until `posts` have been acknowledged.
async fn story(rounds: usize, posts: usize) {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("dure.db").to_str().unwrap().to_owned();
    let cookie = roster::settle(&database).await;
    let good = Acknowledged::default();
    let mut number = 0;
    while number < rounds || good.count() < posts {
        number += 1;
        round(&database, &cookie, number, &good);
        verify(&database, &good).await;
    }
    println!("{} acknowledged posts in {number} rounds, none lost", good.count());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_survives_twenty_kills() {
    story(20, 0).await;
}

/// `make nightly`
#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes; make nightly"]
async fn what_was_acknowledged_survives_a_thousand_posts_and_two_hundred_kills() {
    story(200, 1_000).await;
}
