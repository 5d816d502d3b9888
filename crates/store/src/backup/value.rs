//! One value: from a row to JSON, and from JSON to a parameter.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sea_orm::{DbErr, QueryResult, Value};
use serde_json::Value as Json;
use uuid::Uuid;

use super::Fault;
use crate::schema::{Column, Kind};

/// The value at a position of a row.
pub fn to_json(row: &QueryResult, at: usize, kind: Kind) -> Result<Json, DbErr> {
    fn or_null<T: Into<Json>>(value: Option<T>) -> Json {
        value.map_or(Json::Null, Into::into)
    }
    Ok(match kind {
        Kind::Uuid => or_null(row.try_get_by_index::<Option<Uuid>>(at)?.map(|id| id.to_string())),
        Kind::Bytes => {
            or_null(row.try_get_by_index::<Option<Vec<u8>>>(at)?.map(|bytes| BASE64.encode(bytes)))
        }
        Kind::Text => or_null(row.try_get_by_index::<Option<String>>(at)?),
        Kind::Big | Kind::Counter => or_null(row.try_get_by_index::<Option<i64>>(at)?),
        Kind::Small => or_null(row.try_get_by_index::<Option<i32>>(at)?),
        Kind::Bool => or_null(row.try_get_by_index::<Option<bool>>(at)?),
    })
}

/// The parameter for a column.
pub fn to_parameter(json: &Json, column: &Column) -> Result<Value, Fault> {
    let wrong = || Fault::Damaged(format!("{json} does not fit the column {}", column.name));
    let text = || json.as_str().ok_or_else(wrong);
    if json.is_null() {
        return Ok(null(column.kind));
    }
    Ok(match column.kind {
        Kind::Uuid => Uuid::parse_str(text()?).map_err(|_| wrong())?.into(),
        Kind::Bytes => BASE64.decode(text()?).map_err(|_| wrong())?.into(),
        Kind::Text => text()?.into(),
        Kind::Big | Kind::Counter => json.as_i64().ok_or_else(wrong)?.into(),
        Kind::Small => json.as_i64().and_then(|number| i32::try_from(number).ok()).ok_or_else(wrong)?.into(),
        Kind::Bool => json.as_bool().ok_or_else(wrong)?.into(),
    })
}

fn null(kind: Kind) -> Value {
    match kind {
        Kind::Uuid => None::<Uuid>.into(),
        Kind::Bytes => None::<Vec<u8>>.into(),
        Kind::Text => None::<String>.into(),
        Kind::Big | Kind::Counter => None::<i64>.into(),
        Kind::Small => None::<i32>.into(),
        Kind::Bool => None::<bool>.into(),
    }
}
