//! The only way to make a route, which asks for its row of the permission table.

use axum::Router;
use axum::extract::Request;
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::{MethodFilter, MethodRouter};

use crate::App;
use crate::access::Row;
use crate::error::Result;
use crate::typed;
use crate::visit::Visitor;

/// Routes with their rows.
#[derive(Default)]
pub struct Routes {
    router: Router<App>,
    list: Vec<Route>,
}

/// One route, as the test that walks the router sees it; nothing else reads it.
#[derive(Debug, Clone)]
pub struct Route {
    /// `GET`, `POST`, …
    pub method: Method,
    /// With `{parameters}`.
    pub path: &'static str,
    /// Its row of the permission table.
    pub row: &'static Row,
}

impl Routes {
    /// A page.
    pub fn get<H, T>(self, path: &'static str, row: &'static Row, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.on(Method::GET, MethodFilter::GET, path, row, handler)
    }

    /// An act.
    pub fn post<H, T>(self, path: &'static str, row: &'static Row, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.on(Method::POST, MethodFilter::POST, path, row, handler)
    }

    fn on<H, T>(
        mut self,
        method: Method,
        filter: MethodFilter,
        path: &'static str,
        row: &'static Row,
        handler: H,
    ) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        let at_the_door = middleware::from_fn(move |request, next| admit(row, request, next));
        let route = MethodRouter::new().on(filter, handler).layer(at_the_door);
        self.router = self.router.route(path, route);
        self.list.push(Route { method, path, row });
        self
    }

    /// These routes and those.
    pub fn with(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.list.extend(other.list);
        self
    }

    /// The router, without its list.
    pub fn into_router(self) -> Router<App> {
        self.router
    }

    /// Every route with its row.
    #[cfg(any(test, feature = "testing"))]
    pub fn list(&self) -> &[Route] {
        &self.list
    }
}

async fn admit(row: &'static Row, request: Request, next: Next) -> Result<Response> {
    let visitor = request.extensions().get::<Visitor>();
    row.admit(visitor.and_then(|visitor| visitor.viewer.as_deref()))?;
    Ok(next.run(typed::cleaned(request).await?).await)
}
