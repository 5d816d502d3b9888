//! Asks a running server for pages over and over, and says how fast it answers.
//!
//! `load ADDRESS COOKIE CONNECTIONS SECONDS PATH...` prints one line per path: requests per second,
//! and the times of the median, of the slowest in a hundred and of the slowest answer.
#![allow(clippy::print_stdout, clippy::disallowed_methods)]

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufStream};
use tokio::net::TcpStream;

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// What one connection has seen.
#[derive(Default)]
struct Seen {
    micros: Vec<u64>,
    bytes: u64,
    not_ok: usize,
}

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [at, cookie, connections, seconds, paths @ ..] = words.as_slice() else {
        return Err("load ADDRESS COOKIE CONNECTIONS SECONDS PATH...".into());
    };
    let (at, connections): (SocketAddr, usize) = (at.parse()?, connections.parse()?);
    let seconds = Duration::from_secs_f64(seconds.parse()?);
    println!("| page | connections | requests/s | p50 ms | p99 ms | slowest ms | kB | not 200 |");
    println!("| --- | --- | --- | --- | --- | --- | --- | --- |");
    for path in paths {
        // The first answers fill caches; they do not count.
        ask(at, path, cookie, connections, Duration::from_millis(500)).await?;
        let began = Instant::now();
        let seen = ask(at, path, cookie, connections, seconds).await?;
        println!("{}", line(path, connections, &seen, began.elapsed()));
    }
    Ok(())
}

fn line(path: &str, connections: usize, seen: &Seen, took: Duration) -> String {
    let mut micros = seen.micros.clone();
    micros.sort_unstable();
    let count = micros.len().max(1);
    let millis = |part: f64| {
        let at = ((count - 1) as f64 * part).round() as usize;
        micros.get(at).copied().unwrap_or_default() as f64 / 1_000.0
    };
    format!(
        "| `{path}` | {connections} | {:.0} | {:.2} | {:.2} | {:.2} | {:.1} | {} |",
        count as f64 / took.as_secs_f64(),
        millis(0.5),
        millis(0.99),
        millis(1.0),
        seen.bytes as f64 / count as f64 / 1_000.0,
        seen.not_ok,
    )
}

async fn ask(
    at: SocketAddr,
    path: &str,
    cookie: &str,
    connections: usize,
    seconds: Duration,
) -> Result<Seen, Failure> {
    let request = format!(
        "GET {path} HTTP/1.1\r\nhost: {at}\r\ncookie: {cookie}\r\naccept: text/html\r\n\
         accept-encoding: gzip\r\naccept-language: ko\r\n\r\n"
    );
    let until = Instant::now() + seconds;
    let callers: Vec<_> = (0..connections)
        .map(|_| {
            let request = request.clone();
            tokio::spawn(async move { converse(at, request.as_bytes(), until).await })
        })
        .collect();
    let mut all = Seen::default();
    for caller in callers {
        let seen = caller.await??;
        all.micros.extend(seen.micros);
        all.bytes += seen.bytes;
        all.not_ok += seen.not_ok;
    }
    Ok(all)
}

async fn converse(at: SocketAddr, request: &[u8], until: Instant) -> Result<Seen, Failure> {
    let stream = TcpStream::connect(at).await?;
    stream.set_nodelay(true)?;
    let mut stream = BufStream::new(stream);
    let mut seen = Seen::default();
    while Instant::now() < until {
        let began = Instant::now();
        stream.write_all(request).await?;
        stream.flush().await?;
        let (status, bytes) = answer(&mut stream).await?;
        seen.micros.push(u64::try_from(began.elapsed().as_micros())?);
        seen.bytes += bytes;
        seen.not_ok += usize::from(status != 200);
    }
    Ok(seen)
}

/// Reads one answer to its end: its status and the length of its body.
async fn answer(stream: &mut BufStream<TcpStream>) -> Result<(u16, u64), Failure> {
    let mut line = String::new();
    stream.read_line(&mut line).await?;
    let status = line.split(' ').nth(1).ok_or("the connection was closed")?.parse()?;
    let (mut length, mut in_pieces) = (0_u64, false);
    loop {
        line.clear();
        stream.read_line(&mut line).await?;
        let head = line.trim_end().to_ascii_lowercase();
        if head.is_empty() {
            break;
        }
        if let Some(value) = head.strip_prefix("content-length: ") {
            length = value.parse()?;
        }
        in_pieces |= head == "transfer-encoding: chunked";
    }
    if !in_pieces {
        skip(stream, length).await?;
        return Ok((status, length));
    }
    let mut total = 0;
    loop {
        line.clear();
        stream.read_line(&mut line).await?;
        let piece = u64::from_str_radix(line.trim_end(), 16)?;
        skip(stream, piece + 2).await?;
        total += piece;
        if piece == 0 {
            return Ok((status, total));
        }
    }
}

async fn skip(stream: &mut BufStream<TcpStream>, bytes: u64) -> Result<(), Failure> {
    let mut piece = stream.take(bytes);
    tokio::io::copy(&mut piece, &mut tokio::io::sink()).await?;
    Ok(())
}
