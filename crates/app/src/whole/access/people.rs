//! Who walks: everybody of the village by role, and a stranger.

use std::sync::Arc;

use dure_domain::PersonId;
use dure_tables::people;
use dure_web::sessions;
use dure_web::testing::TestApp;
use dure_web::testing::village::Village;
use sea_orm::EntityTrait;

use super::Known;

/// One who tries every route.
pub struct Role {
    /// As in the brief of roles.
    pub name: &'static str,
    /// Whose session, none for a stranger.
    pub person: Option<PersonId>,
}

/// Everybody, the stranger first.
pub fn roles(village: &Village) -> Vec<Role> {
    let role = |name, person| Role { name, person: Some(person) };
    vec![
        Role { name: "stranger", person: None },
        role("member", village.smith),
        role("deputy", village.smiths_deputy),
        role("chair", village.plater_boss),
        role("secretary", village.secretary),
        role("member of another group", village.carpenter_boss),
        role("expert", village.expert),
        role("official", village.official),
        role("staff", village.staff),
        role("operator", village.operator),
        role("outsider", village.outsider),
    ]
}

/// What permissions know of the person.
pub async fn viewer(test: &TestApp, person: PersonId) -> Known {
    let row = people::Entity::find_by_id(person).one(test.app.store.read()).await.expect("the people");
    let viewer = sessions::load_viewer(&test.app, row.expect("the person"), None).await;
    Arc::new(viewer.expect("the viewer"))
}
