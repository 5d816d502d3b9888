//! Two servers on one PostgreSQL: what is written on one is found on the other within a second.

use std::time::{Duration, Instant};

use super::process::Server;
use super::{http, roster};

#[tokio::test(flavor = "multi_thread")]
async fn a_write_on_one_node_is_found_on_the_other_within_a_second() {
    let database = dure_store::testing::postgres_clone().await;
    let cookie = roster::settle(&database).await;
    let (one, other) = (Server::start(&database), Server::start(&database));
    for server in [&one, &other] {
        until_ready(server);
    }
    for (number, word) in ["염수분무", "메밀", "갈탄"].into_iter().enumerate() {
        let (writer, reader) = if number % 2 == 0 { (&one, &other) } else { (&other, &one) };
        let title = format!("{word} 시험을 맡길 곳을 찾습니다");
        let posted = http::post(writer.at, &cookie, "/difficulties", &roster::form(&title)).unwrap();
        assert_eq!(posted.status, 303, "{}", posted.body);
        let began = Instant::now();
        let path = format!("/difficulties?scope=all&q={}", http::encoded(word));
        let found = std::iter::repeat_with(|| http::get(reader.at, &cookie, &path).unwrap())
            .take_while(|_| began.elapsed() < Duration::from_secs(1))
            .any(|answer| answer.body.contains(&title));
        assert!(found, "{title} was not found on the other node within a second");
    }
}

/// The index is built in the background after the start.
fn until_ready(server: &Server) {
    let began = Instant::now();
    while began.elapsed() < Duration::from_secs(20) {
        if http::get(server.at, "", "/health").unwrap().body.contains("\"search\":\"ready\"") {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("the index was not built");
}
