//! The way in: what stands on the shelf is answered at once, everything else goes through the router.

use super::surroundings;
use crate::clock::Stopwatch;
use crate::state::App;
use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::ConnectInfo;
use axum::http::{HeaderValue, Request};
use axum::response::Response;
use std::convert::Infallible;
use std::net::SocketAddr;
use tower::{BoxError, ServiceExt};

#[derive(Clone)]
pub struct Front {
    app: App,
    router: Router,
}

impl Front {
    pub fn new(app: App, router: Router) -> Self {
        Self { app, router }
    }

    /// Answers a request that came from `peer`.
    pub async fn answer<B>(&self, mut request: Request<B>, peer: SocketAddr) -> Result<Response, Infallible>
    where
        B: HttpBody<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        if let Some(response) = self.standing(&request) {
            return Ok(response);
        }
        request.extensions_mut().insert(ConnectInfo(peer));
        self.router.clone().oneshot(request.map(Body::new)).await
    }

    fn standing<B>(&self, request: &Request<B>) -> Option<Response> {
        let watch = Stopwatch::start();
        let standing = self.app.shelf.find(request.method(), request.uri(), self.app.clock.now())?;
        let mut response = standing.kept.answer(request.headers());
        if let Ok(id) = HeaderValue::from_str(&surroundings::request_id(&self.app)) {
            response.headers_mut().insert(surroundings::REQUEST_ID, id);
        }
        self.app.board.pages.found_on_shelf();
        self.app.board.requests.took(Some(standing.route.as_str()), response.status(), watch.seconds());
        Some(response)
    }
}
