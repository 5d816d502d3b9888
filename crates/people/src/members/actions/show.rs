//! A person with all that the page tells.

use dure_domain::{Office, PersonId};
use dure_tables::people;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::Result;
use dure_web::secretariat;

use super::super::store::Ties;
use super::super::{access, rules, store};
use crate::accounts;
use crate::accounts::address::Holder;

/// What the page of a person tells.
pub struct Portrait {
    /// The person.
    pub person: people::Model,
    /// Firm, groups and offices.
    pub ties: Ties,
    /// Whether it is the viewer.
    pub oneself: bool,
    /// Whether the viewer may change name, title and contact.
    pub may_edit: bool,
    /// Whether the viewer may see its history.
    pub sees_history: bool,
    /// Whether the viewer may note that the person has left.
    pub may_leave: bool,
    /// Whether the viewer may write the profile that this expert lacks.
    pub may_introduce: bool,
    /// Whether the viewer may send an invitation.
    pub may_invite: bool,
    /// Whether the viewer may make a link to be handed over.
    pub may_hand_out: bool,
}

/// The person for the page.
pub async fn show(app: &App, viewer: &Viewer, id: PersonId) -> Result<Portrait> {
    let person = super::find_for(app, viewer, id).await?;
    let ties = store::ties(app.store.read(), &person).await?;
    let thing = secretariat::person_thing(app.store.read(), &person).await?;
    let oneself = viewer.person == id;
    let here = person.left_at.is_none();
    let holder = Holder::load(app.store.read(), &person).await?;
    let may_touch = rules::may_touch(viewer, oneself, &ties.held());
    let lacks_profile = ties.held().contains(&Office::Expert) && ties.expert.is_none();
    let hands_out = here && !oneself && accounts::access::HAND_OUT.allows(viewer, &thing);
    Ok(Portrait {
        may_hand_out: hands_out && accounts::has_no_way_in(app.store.read(), &person).await?,
        may_introduce: here && lacks_profile && (oneself || viewer.holds(Office::Staff)),
        sees_history: access::HISTORY.allows(viewer, &thing),
        may_edit: here && may_touch && access::EDIT.allows(viewer, &thing),
        may_leave: here
            && !oneself
            && rules::may_see_off(viewer, &holder)
            && access::LEAVE.allows(viewer, &thing),
        may_invite: here && !oneself && person.email.is_some() && access::BRING.allows(viewer, &thing),
        person,
        ties,
        oneself,
    })
}
