//! Who may know which posters, for many difficulties at once.

use std::collections::BTreeSet;

use dure_domain::DifficultyId;
use dure_tables::difficulties;
use dure_web::access::Viewer;
use dure_web::error::Result;
use sea_orm::ConnectionTrait;

use super::rules::{Standing, shows_poster};
use super::store;

/// Those of the difficulties whose poster the viewer may know: see [`shows_poster`].
pub async fn posters_known(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    difficulties: impl IntoIterator<Item = &difficulties::Model>,
) -> Result<BTreeSet<DifficultyId>> {
    let rows: Vec<&difficulties::Model> = difficulties.into_iter().collect();
    let anonymous = rows.iter().filter(|row| row.anonymous).map(|row| row.id);
    let requests = store::requests(db, anonymous.collect()).await?;
    let knows = |row: &&&difficulties::Model| {
        let about = requests.iter().filter(|ask| ask.difficulty_id == row.id);
        shows_poster(row, &Standing::of(viewer, row, about))
    };
    Ok(rows.iter().filter(knows).map(|row| row.id).collect())
}
