//! Connections: accepted, watched for callers who dawdle, and ended in good order.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower::ServiceExt;
use tower_http::timeout::TimeoutBody;

/// Connections at once; more wait at the door. Below the usual limit of 1,024 open files.
const MOST_CONNECTIONS: usize = 900;
/// The head of a request must be here within so long, also the next one on a quiet connection.
const HEAD_WITHIN: Duration = Duration::from_secs(30);
/// A body may pause so long between two pieces.
const BODY_PAUSE: Duration = Duration::from_secs(30);
/// How long requests under way may take to end once the server is told to stop.
const FAREWELL: Duration = Duration::from_secs(20);

/// Serves connections until `stop` resolves, then waits for what is under way.
pub async fn serve(listener: TcpListener, service: Router, stop: impl Future<Output = ()>) {
    let places = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    let farewell = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        let next = next(&listener, &places);
        let (stream, from, place) = tokio::select! {
            () = &mut stop => break,
            next = next => next,
        };
        tokio::spawn(converse(stream, from, service.clone(), farewell.watcher(), place));
    }
    drop(listener);
    drop(tokio::time::timeout(FAREWELL, farewell.shutdown()).await);
}

async fn next(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> (TcpStream, SocketAddr, Option<OwnedSemaphorePermit>) {
    loop {
        let place = places.clone().acquire_owned().await.ok();
        match listener.accept().await {
            Ok((stream, from)) => return (stream, from, place),
            Err(error) => rest_after(&error).await,
        }
    }
}

/// A caller who hung up at once is none of our business; anything else (no files left) passes.
async fn rest_after(error: &io::Error) {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    if !matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset) {
        tracing::error!(%error, "a connection could not be accepted");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

async fn converse(
    stream: TcpStream,
    from: SocketAddr,
    service: Router,
    watcher: Watcher,
    place: Option<OwnedSemaphorePermit>,
) {
    // Answers are whole when they are written; waiting for more would only delay them.
    drop(stream.set_nodelay(true));
    let answer = service_fn(move |request: Request<Incoming>| {
        let service = service.clone();
        async move { Ok::<Response, Infallible>(answer(service, request, from).await) }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_WITHIN)
        .serve_connection(TokioIo::new(stream), answer);
    if let Err(error) = watcher.watch(connection).await {
        tracing::debug!(%error, "a connection broke off");
    }
    drop(place);
}

async fn answer(service: Router, request: Request<Incoming>, from: SocketAddr) -> Response {
    let mut request = request.map(|body| Body::new(TimeoutBody::new(BODY_PAUSE, body)));
    request.extensions_mut().insert(ConnectInfo(from));
    let Ok(response) = service.oneshot(request).await;
    response
}
