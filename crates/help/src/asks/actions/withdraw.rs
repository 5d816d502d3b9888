//! The asking side takes a request back, or no longer needs an offer.

use dure_domain::{AskId, AskState, EventKind};
use dure_tables::asks;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::Result;

use super::trail::{Trail, thing_of};
use crate::asks::rules::{self, Step};
use crate::asks::store::{self, Names};
use crate::asks::{access, letters};

/// Takes a request back and tells the helper. Gives the request; one that has ended stays as it is.
///
/// # Errors
/// [`dure_web::error::Error::NotFound`], [`dure_web::error::Error::Forbidden`]
pub async fn withdraw(app: &App, viewer: &Viewer, id: AskId) -> Result<asks::Model> {
    app.act(viewer, |tx| {
        let viewer = viewer.clone();
        async move {
            let request = store::ask(tx.db(), id).await?;
            let difficulty = store::difficulty(tx.db(), request.difficulty_id).await?;
            access::ASK.require(&viewer, &thing_of(&difficulty, &[]))?;
            if rules::after(request.state, Step::Withdraw).is_none() {
                tx.quiet();
                return Ok(request);
            }
            let trail = Trail { tx: &tx, difficulty: &difficulty, actor: Some(viewer.person) };
            let after = trail.move_on("asks.withdraw", &request, AskState::Withdrawn, None).await?;
            trail.tell(EventKind::Withdrawn, Some(id), "").await?;
            trail.keep_in_step().await?;
            let names = Names::read(tx.db(), [request.person_id, difficulty.author_id], []).await?;
            letters::withdrawn(&tx, &difficulty, &after, &names).await?;
            Ok(after)
        }
    })
    .await
}
