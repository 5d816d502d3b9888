//! Callers who send too much or too slowly.

use std::io::Write;
use std::net::TcpStream;
use std::time::{Duration, Instant};

use super::process::Server;
use super::{http, roster};

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_of_50_megabytes_is_answered_with_a_page() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("a.db").to_str().unwrap().to_owned();
    let cookie = roster::settle(&database).await;
    let server = Server::start(&database);
    let mut stream = TcpStream::connect(server.at).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    let head = format!(
        "POST /difficulties HTTP/1.1\r\nhost: {}\r\ncookie: {cookie}\r\nconnection: close\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: 50000000\r\n\r\n",
        server.at
    );
    stream.write_all(head.as_bytes()).unwrap();
    let piece = vec![b'a'; 1_000_000];
    for _ in 0..50 {
        stream.write_all(&piece).unwrap();
    }
    let answer = http::read(&mut stream).unwrap();
    assert_eq!(answer.status, 413, "{}", answer.head);
    assert!(answer.body.contains("파일이 너무 큽니다") && answer.body.contains("20MB"));
    let megabytes = memory_kb(&server) / 1_000;
    assert!(megabytes < 400, "the file was not held in memory: {megabytes} MB");
    assert_eq!(http::get(server.at, &cookie, "/health").unwrap().status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn callers_who_dawdle_do_not_hold_up_others() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("a.db").to_str().unwrap().to_owned();
    let cookie = roster::settle(&database).await;
    let server = Server::start(&database);
    let dawdlers: Vec<TcpStream> = (0..200)
        .map(|_| {
            let mut stream = TcpStream::connect(server.at).unwrap();
            stream.write_all(b"GET / HTTP/1.1\r\nhost: a\r\nx-slow: ").unwrap();
            stream
        })
        .collect();
    let began = Instant::now();
    assert_eq!(http::get(server.at, &cookie, "/health").unwrap().status, 200);
    assert!(began.elapsed() < Duration::from_secs(5));
    drop(dawdlers);
}

fn memory_kb(server: &Server) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.id())).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}
