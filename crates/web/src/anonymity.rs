//! What figures must leave out, on whatever floor they are counted; who may know a poster is the rule of `help`.

use dure_tables::difficulties;
use sea_orm::ColumnTrait;
use sea_orm::sea_query::{Query, SelectStatement};

/// Keys of the anonymous difficulties, for figures. A number that moves when one is posted, helped with or
/// solved would tell whose it is, so they count for no group and no firm that others look at.
pub fn unnamed() -> SelectStatement {
    Query::select()
        .column(difficulties::Column::Id)
        .from(difficulties::Entity)
        .and_where(difficulties::Column::Anonymous.eq(true))
        .to_owned()
}
