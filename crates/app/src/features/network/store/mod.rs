//! Queries of the network: ties counted by the database, as the viewer may know them.

mod firms;
mod known;
mod quiet;
mod ties;

use dure_domain::GroupId;
use dure_tables::memberships;
use sea_orm::ColumnTrait;
use sea_orm::sea_query::{Query, SelectStatement};

pub use self::firms::{Shown, firms_of, firms_shown, groups_of};
pub use known::Known;
pub use quiet::{PER_PAGE, quiet, quiet_count};
pub use ties::{Wanted, given, offered};

fn members(group: GroupId) -> SelectStatement {
    Query::select()
        .column(memberships::Column::FirmId)
        .from(memberships::Entity)
        .and_where(memberships::Column::GroupId.eq(group))
        .and_where(memberships::Column::LeftOn.is_null())
        .to_owned()
}
