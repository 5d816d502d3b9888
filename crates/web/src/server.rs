//! The server: all layers around all routes, started and stopped in good order.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware;
use tokio::net::TcpListener;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use crate::error::Error;
use crate::routes::Routes;
use crate::{App, accept, error_pages, headers, limits, once, visit};
use crate::{jobs, search};

/// These routes within all protections.
pub fn service(app: App, routes: Routes) -> Router {
    routes
        .into_router()
        .fallback(async || Error::NotFound)
        .layer(middleware::from_fn_with_state(app.clone(), once::once))
        .layer(DefaultBodyLimit::max(limits::most_upload()))
        .layer(middleware::from_fn(limits::time))
        .layer(CatchPanicLayer::custom(limits::panicked))
        .layer(middleware::from_fn(limits::size))
        .layer(middleware::from_fn(headers::same_site))
        .layer(middleware::from_fn_with_state(app.clone(), error_pages::word))
        .layer(middleware::from_fn_with_state(app.clone(), visit::recognise))
        .layer(middleware::from_fn_with_state(app.clone(), headers::strict))
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .with_state(app)
}

/// Serves these routes, runs jobs and follows the feed until `stop` resolves; requests under way are finished first.
pub async fn serve(app: App, routes: Routes, listener: TcpListener, stop: impl Future<Output = ()>) {
    let background = [
        tokio::spawn(search::follow(app.clone())),
        tokio::spawn(jobs::run(app.clone())),
        tokio::spawn(jobs::keep_tidy(app.clone())),
    ];
    accept::serve(listener, service(app, routes), stop).await;
    for task in background {
        task.abort();
    }
}
