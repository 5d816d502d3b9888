//! The list, one founding, and what the federation does with it.

use axum::response::Redirect;
use dure_domain::{FirmId, FoundingId, InvitationId};
use dure_web::error::{Error, Result};
use dure_web::paths::Key;
use dure_web::{Fields, Visit};
use maud::Markup;

use super::page;
use crate::foundings::actions::{self, Settings};
use crate::foundings::pages;

/// `GET /foundings`
pub async fn list(visit: Visit) -> Result<Markup> {
    let asked = Fields::of_address(&visit.path);
    let ended = asked.text("show") == "ended";
    let listed = actions::list(&visit.app, &visit.viewer, ended, page(&asked)).await?;
    Ok(pages::list(&visit, &listed, ended, page(&asked), asked.text("done")))
}

/// `GET /foundings/{id}`
pub async fn show(visit: Visit, Key(founding): Key<FoundingId>) -> Result<Markup> {
    let scene = actions::scene(&visit.app, &visit.viewer, founding).await?;
    let asked = Fields::of_address(&visit.path);
    Ok(pages::show(&visit, &scene, asked.text("done")))
}

/// `GET /foundings/{id}/recruits`
pub async fn recruits(visit: Visit, Key(founding): Key<FoundingId>) -> Result<Markup> {
    let recruiting = actions::recruiting(&visit.app, &visit.viewer, founding).await?;
    let asked = Fields::of_address(&visit.path);
    let picked = actions::picked(&visit.app, &visit.viewer, &[], asked.text("q")).await?;
    Ok(pages::recruits(&visit, &recruiting, &picked))
}

fn back(founding: FoundingId, done: &str) -> Redirect {
    Redirect::to(&format!("/foundings/{founding}?done={done}"))
}

/// `POST /foundings/{id}/invite`
pub async fn invite(visit: Visit, Key(founding): Key<FoundingId>, fields: Fields) -> Result<Redirect> {
    let firm: FirmId = fields.read("firm").ok_or_else(|| Error::BadRequest("firm".into()))?;
    let written = actions::invite_one(&visit.app, &visit.viewer, founding, firm).await?;
    Ok(back(founding, if written { "invited" } else { "invited-unreached" }))
}

/// `POST /foundings/{id}/invitations/{invitation}/withdraw`
pub async fn withdraw_invitation(
    visit: Visit,
    Key((founding, invitation)): Key<(FoundingId, InvitationId)>,
) -> Result<Redirect> {
    actions::withdraw_invitation(&visit.app, &visit.viewer, founding, invitation).await?;
    Ok(back(founding, "invitation-withdrawn"))
}

/// `POST /foundings/{id}/withdraw`
pub async fn give_up(visit: Visit, Key(founding): Key<FoundingId>, fields: Fields) -> Result<Redirect> {
    actions::give_up(&visit.app, &visit.viewer, founding, fields.text("word")).await?;
    Ok(back(founding, "withdrawn"))
}

/// `POST /foundings/{id}/settings`
pub async fn set(visit: Visit, Key(founding): Key<FoundingId>, fields: Fields) -> Result<Redirect> {
    let settings =
        Settings { name: fields.text("name").to_owned(), needed: fields.read("needed").unwrap_or_default() };
    let founded = actions::set(&visit.app, &visit.viewer, founding, &settings).await?;
    Ok(back(founding, if founded { "founded" } else { "saved" }))
}

/// `POST /foundings/{id}/register`
pub async fn register(visit: Visit, Key(founding): Key<FoundingId>) -> Result<Redirect> {
    actions::register(&visit.app, &visit.viewer, founding).await?;
    Ok(back(founding, "founded"))
}

/// `POST /foundings/{id}/return`
pub async fn send_back(visit: Visit, Key(founding): Key<FoundingId>, fields: Fields) -> Result<Redirect> {
    actions::send_back(&visit.app, &visit.viewer, founding, fields.text("word")).await?;
    Ok(back(founding, "returned"))
}
