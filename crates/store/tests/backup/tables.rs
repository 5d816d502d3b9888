//! The tables that backups go by.

use dure_store::on_both;
use dure_store::schema::{Kind, tables};
use sea_orm::{ConnectionTrait, DbBackend, Statement};

on_both!(the_tables_read_from_the_migrations_are_those_of_the_database, |db| async move {
    let backend = db.store.read().get_database_backend();
    let sql = match backend {
        DbBackend::Postgres => {
            "select table_name::text, column_name::text, data_type::text from information_schema.columns \
             where table_schema = 'public' and table_name <> 'seaql_migrations' order by table_name, ordinal_position"
        }
        _ => {
            "select m.name, c.name, lower(c.type) from sqlite_master m, pragma_table_info(m.name) c \
             where m.type = 'table' and m.name not in ('seaql_migrations', 'sqlite_sequence') order by m.name, c.cid"
        }
    };
    let rows = db.store.read().query_all_raw(Statement::from_string(backend, sql)).await.unwrap();
    let found: Vec<(String, String, String)> = rows
        .iter()
        .map(|row| [0, 1, 2].map(|at| row.try_get_by_index::<String>(at).unwrap()).into())
        .collect();
    let mut read: Vec<(String, String, String)> = Vec::new();
    for table in tables(usize::MAX) {
        assert!(!table.key.is_empty(), "{} has no key", table.name);
        let word = |kind| match (kind, backend) {
            (Kind::Uuid, DbBackend::Postgres) => "uuid",
            (Kind::Bytes, DbBackend::Postgres) => "bytea",
            (Kind::Uuid | Kind::Bytes, _) => "blob",
            (Kind::Counter, DbBackend::Postgres) | (Kind::Big, _) => "bigint",
            (Kind::Counter | Kind::Small, _) => "integer",
            (Kind::Text, _) => "text",
            (Kind::Bool, _) => "boolean",
        };
        let columns = table.columns.iter();
        read.extend(
            columns.map(|column| (table.name.clone(), column.name.clone(), word(column.kind).to_owned())),
        );
    }
    read.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(read, found);
});
