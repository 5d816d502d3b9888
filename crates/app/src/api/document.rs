//! The OpenAPI document of the interface.

use dure_domain::{DifficultyStatus, NeedKind, Visibility};
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};

use super::{difficulties, firms, groups, problem, ranking};

/// Everything that the interface offers; a test compares it with the routes.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Dure",
        version = "1",
        description = "Firms, groups and difficulties, for programs that act for a person. Authenticate with a personal token from the account page: `Authorization: Bearer dure_...`. A token sees and does what its person may. Texts come in the person's language. Lists are paged. Errors are problem documents (RFC 9457)."
    ),
    paths(
        firms::list,
        firms::show,
        groups::list,
        groups::show,
        difficulties::list,
        difficulties::post,
        difficulties::show,
        ranking::list,
    ),
    components(schemas(problem::Problem)),
    modifiers(&Bearer),
    security(("token" = []))
)]
pub struct Document;

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("token", SecurityScheme::Http(scheme));
    }
}

fn one_of(words: impl Iterator<Item = String>) -> Schema {
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words)).into()
}

/// The words for what a difficulty needs.
pub fn needs() -> Schema {
    one_of(NeedKind::ALL.iter().map(ToString::to_string))
}

/// The words for who may see a difficulty.
pub fn visibilities() -> Schema {
    one_of(Visibility::ALL.iter().map(ToString::to_string))
}

/// The words for where a difficulty stands.
pub fn statuses() -> Schema {
    one_of(DifficultyStatus::ALL.iter().map(ToString::to_string))
}
