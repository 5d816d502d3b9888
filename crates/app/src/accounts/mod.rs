//! Signing in and out, sessions, and the personas of the demo.

mod access;
mod personas;
pub mod sessions;

use crate::router::Routes;

/// Routes of signing in.
pub fn routes() -> Routes {
    Routes::default()
        .get("/personas", &access::PERSONAS, personas::page)
        .post("/personas/{person}", &access::PERSONAS, personas::step_into)
        .post("/sign-out", &access::SIGN_OUT, sessions::sign_out)
}
