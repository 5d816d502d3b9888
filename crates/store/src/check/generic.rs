//! What follows from the schema: the file, the indexes, references, unique rules, closed lists.

use dure_domain::{
    AskState, DataOutlet, DataReason, DifficultyStatus, EventKind, FileKind, GiveKind, HelperKind,
    MeetingKind, Motive, NeedKind, NoticeWay, Office, Outcome, ResourceKind, SettlementState, Subject,
    Visibility,
};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend};

use super::{Finding, Question, finding, query};
use crate::StoreResult;
use crate::migrate::MIGRATIONS;
use crate::schema::{tables, uniques};

pub const NAMES: &[&str] =
    &["file", "schema_behind", "index_missing", "reference", "twice", "word", "counter", "federation"];

pub fn questions() -> Vec<Question> {
    [references(), twice(), words(), federations()].concat()
}

/// SQLite looks through its own file.
pub async fn file(tx: &DatabaseTransaction) -> StoreResult<Option<Finding>> {
    let rows = query(tx, "pragma integrity_check(5)").await?;
    let said: Vec<String> = rows.iter().filter_map(|row| row.try_get_by_index(0).ok()).collect();
    Ok(finding("file", "integrity_check", said.into_iter().filter(|line| line != "ok").collect()))
}

/// Indexes that guard rules must be there; and a counter must be ahead of its rows.
pub async fn indexes(tx: &DatabaseTransaction) -> StoreResult<Vec<Finding>> {
    let postgres = ConnectionTrait::get_database_backend(tx) == DbBackend::Postgres;
    let (sql, counter) = if postgres {
        (
            "select indexname::text from pg_indexes where schemaname = current_schema()",
            // After a restore the counter stands at a number that it has yet to give.
            "select c.seq from changes c where c.seq > \
             (select case when is_called then last_value else last_value - 1 end from changes_seq_seq)",
        )
    } else {
        (
            "select name from sqlite_master where type = 'index'",
            "select c.seq from changes c where c.seq > coalesce((select seq from sqlite_sequence where name = 'changes'), 0)",
        )
    };
    let rows = query(tx, sql).await?;
    let there: Vec<String> = rows.iter().filter_map(|row| row.try_get_by_index(0).ok()).collect();
    let missing =
        uniques().into_iter().map(|unique| unique.name).filter(|name| !there.contains(name)).collect();
    let late = query(tx, counter).await?.iter().map(super::named).collect();
    let found = [finding("index_missing", "schema", missing), finding("counter", "changes.seq", late)];
    Ok(found.into_iter().flatten().collect())
}

/// Nothing refers to a row that is not there.
fn references() -> Vec<Question> {
    let mut questions = Vec::new();
    for table in tables(MIGRATIONS.len()) {
        for column in &table.columns {
            let Some((other, key)) = &column.refers_to else { continue };
            let (name, id, column) = (&table.name, &table.key[0], &column.name);
            questions.push(Question {
                check: "reference",
                place: format!("{name}.{column}"),
                sql: format!(
                    "select t.{id} from {name} t where t.{column} is not null \
                     and not exists (select 1 from {other} o where o.{key} = t.{column})"
                ),
            });
        }
    }
    questions
}

/// Nothing is there twice that may be there once.
fn twice() -> Vec<Question> {
    let question = |unique: crate::schema::Unique| {
        let crate::schema::Unique { name, table, columns, only_where } = unique;
        let only = if only_where.is_empty() { String::new() } else { format!("where {only_where}") };
        let first = columns.split(", ").next().unwrap_or_default();
        let sql = format!("select {first} from {table} {only} group by {columns} having count(*) > 1");
        Question { check: "twice", place: name, sql }
    };
    uniques().into_iter().map(question).collect()
}

macro_rules! closed_lists {
    ($($table:literal $column:literal $list:ident,)*) => {
        vec![$(unknown_words($table, $column, &$list::ALL.iter().map(|word| word.as_str()).collect::<Vec<_>>()),)*]
    };
}

/// Columns of closed lists say nothing else.
fn words() -> Vec<Question> {
    let mut questions = closed_lists! {
        "appointments" "office" Office,
        "asks" "helper_kind" HelperKind,
        "asks" "state" AskState,
        "audit" "subject_kind" Subject,
        "cases" "need" NeedKind,
        "cases" "visibility" Visibility,
        "changes" "kind" Subject,
        "comments" "thing_kind" Subject,
        "data_access" "what" DataOutlet,
        "data_access" "reason" DataReason,
        "difficulties" "need" NeedKind,
        "difficulties" "visibility" Visibility,
        "difficulties" "status" DifficultyStatus,
        "difficulties" "outcome" Outcome,
        "difficulty_events" "kind" EventKind,
        "files" "thing_kind" Subject,
        "files" "kind" FileKind,
        "firms" "motive" Motive,
        "mails" "way" NoticeWay,
        "give_and_take" "kind" GiveKind,
        "meetings" "kind" MeetingKind,
        "resources" "kind" ResourceKind,
        "settlements" "kind" GiveKind,
        "settlements" "state" SettlementState,
    };
    questions.push(unknown_words("people", "lang", &["ko", "en", "ja"]));
    questions
}

fn unknown_words(table: &str, column: &str, words: &[&str]) -> Question {
    let list = words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(", ");
    let id = if table == "changes" { "subject_id" } else { "id" };
    let sql = format!("select {id} from {table} where {column} is not null and {column} not in ({list})");
    Question { check: "word", place: format!("{table}.{column}"), sql }
}

/// What belongs together belongs to one federation.
fn federations() -> Vec<Question> {
    let pairs = [
        ("memberships", "group_id", "groups"),
        ("memberships", "firm_id", "firms"),
        ("people", "firm_id", "firms"),
        ("appointments", "group_id", "groups"),
        ("resources", "firm_id", "firms"),
        ("difficulties", "firm_id", "firms"),
        ("difficulties", "group_id", "groups"),
        ("asks", "difficulty_id", "difficulties"),
        ("difficulty_events", "difficulty_id", "difficulties"),
        ("settlements", "difficulty_id", "difficulties"),
        ("give_and_take", "difficulty_id", "difficulties"),
        ("cases", "difficulty_id", "difficulties"),
        ("meetings", "group_id", "groups"),
        ("meeting_replies", "meeting_id", "meetings"),
    ];
    let question = |(table, column, other): (&str, &str, &str)| {
        let id = if table == "meeting_replies" { "meeting_id" } else { "id" };
        let sql = format!(
            "select t.{id} from {table} t join {other} o on o.id = t.{column} where o.federation_id <> t.federation_id"
        );
        Question { check: "federation", place: format!("{table}.{column}"), sql }
    };
    pairs.into_iter().map(question).collect()
}
