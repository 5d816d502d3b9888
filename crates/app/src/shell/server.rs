//! The server: all layers around all routes, started and stopped in good order.

use std::net::SocketAddr;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware;
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use crate::error::Error;
use crate::shell::{App, error_pages, headers, visit};
use crate::{jobs, router, search};

/// The largest file that may be sent to the server, in megabytes.
pub const MOST_UPLOAD_MB: u64 = 20;

/// All routes within all protections.
pub fn service(app: App) -> Router {
    let limit = usize::try_from(MOST_UPLOAD_MB * 1_000_000).unwrap_or(usize::MAX);
    router::routes()
        .into_router()
        .fallback(async || Error::NotFound)
        .layer(DefaultBodyLimit::max(limit))
        .layer(CatchPanicLayer::new())
        .layer(middleware::from_fn(headers::same_site))
        .layer(middleware::from_fn_with_state(app.clone(), error_pages::word))
        .layer(middleware::from_fn_with_state(app.clone(), visit::recognise))
        .layer(middleware::from_fn_with_state(app.clone(), headers::strict))
        .layer(CompressionLayer::new())
        .with_state(app)
}

/// Serves until `stop` resolves; requests under way are finished first.
///
/// # Errors
/// When the listener fails.
pub async fn serve(
    app: App,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let background = [tokio::spawn(search::follow(app.clone())), tokio::spawn(jobs::run(app.clone()))];
    let service = service(app).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stop).await?;
    for task in background {
        task.abort();
    }
    Ok(())
}
