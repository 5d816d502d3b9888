//! Rows into tables.

use std::path::Path;

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, Statement, Value};
use serde_json::Value as Json;

use super::super::read::{Line, Lines};
use super::super::unstorable::storable;
use super::super::{Fault, Header, value};
use crate::StoreResult;
use crate::schema::{Kind, Table, tables};

/// Parameters of one statement, under the limits of both databases.
const MOST_PARAMETERS: usize = 20_000;

/// Loads all rows of the backup into the tables, which are there and empty; `mend` leaves out the character NUL.
pub async fn load(
    tx: &DatabaseTransaction,
    path: &Path,
    header: &Header,
    mend: bool,
    progress: &mut dyn FnMut(u64),
) -> StoreResult<()> {
    let known = tables(header.schema.len());
    let (mut lines, _) = Lines::open(path)?;
    let mut loading: Option<Loading> = None;
    let mut done = 0;
    loop {
        match lines.next()? {
            Line::Row(mut row) => {
                if mend {
                    row.iter_mut().for_each(mended);
                }
                let Some(loading) = &mut loading else {
                    return Err(Fault::Damaged("rows without a table".into()).into());
                };
                loading.take(tx, row).await?;
                done += 1;
                if done % 500 == 0 {
                    progress(done);
                }
            }
            other => {
                if let Some(last) = loading.take() {
                    last.finish(tx).await?;
                }
                match other {
                    Line::Table(name, columns) => loading = Some(Loading::of(&known, &name, &columns)?),
                    Line::Row(_) | Line::File(..) => {}
                    Line::End => break,
                }
            }
        }
    }
    progress(done);
    Ok(())
}

fn mended(value: &mut Json) {
    if let Json::String(text) = value {
        *text = storable(text);
    }
}

/// One table being filled.
struct Loading {
    table: Table,
    waiting: Vec<Vec<Value>>,
    /// Rows that refer to rows of the same table: column, its value, key. Set when all are there.
    later: Vec<(usize, Value, Value)>,
    highest: i64,
}

impl Loading {
    fn of(known: &[Table], name: &str, columns: &[String]) -> Result<Self, Fault> {
        let table = known.iter().find(|table| table.name == name);
        let table = table.filter(|table| table.columns.iter().map(|column| &column.name).eq(columns));
        let table = table.ok_or_else(|| Fault::Damaged(format!("the table {name} is another")))?.clone();
        Ok(Self { table, waiting: Vec::new(), later: Vec::new(), highest: 0 })
    }

    async fn take(&mut self, tx: &DatabaseTransaction, row: Vec<Json>) -> StoreResult<()> {
        if row.len() != self.table.columns.len() {
            return Err(Fault::Damaged(format!("a row of {} is too short", self.table.name)).into());
        }
        let pairs = row.iter().zip(&self.table.columns);
        let mut values: Vec<Value> =
            pairs.map(|(json, column)| value::to_parameter(json, column)).collect::<Result<_, _>>()?;
        if let Some(number) = self.table.counter().and_then(|at| row[at].as_i64()) {
            self.highest = self.highest.max(number);
        }
        for (at, column) in self.table.columns.iter().enumerate() {
            let to_itself = column.refers_to.as_ref().is_some_and(|(table, _)| *table == self.table.name);
            if to_itself && !row[at].is_null() {
                let value = std::mem::replace(&mut values[at], None::<uuid::Uuid>.into());
                self.later.push((at, value, values[0].clone()));
            }
        }
        self.waiting.push(values);
        if self.waiting.len() * self.table.columns.len() >= MOST_PARAMETERS {
            self.insert(tx).await?;
        }
        Ok(())
    }

    async fn insert(&mut self, tx: &DatabaseTransaction) -> StoreResult<()> {
        let rows = std::mem::take(&mut self.waiting);
        if rows.is_empty() {
            return Ok(());
        }
        let backend = tx.get_database_backend();
        let columns: Vec<&str> = self.table.columns.iter().map(|column| column.name.as_str()).collect();
        let width = columns.len();
        let places: Vec<String> = (0..rows.len())
            .map(|row| {
                let places: Vec<String> = (1..=width).map(|at| place(backend, row * width + at)).collect();
                format!("({})", places.join(", "))
            })
            .collect();
        let overriding = match backend {
            DbBackend::Postgres if self.table.counter().is_some() => "overriding system value ",
            _ => "",
        };
        let (name, columns, places) = (&self.table.name, columns.join(", "), places.join(", "));
        let sql = format!("insert into {name} ({columns}) {overriding}values {places}");
        tx.execute_raw(Statement::from_sql_and_values(backend, sql, rows.into_iter().flatten())).await?;
        Ok(())
    }

    async fn finish(mut self, tx: &DatabaseTransaction) -> StoreResult<()> {
        self.insert(tx).await?;
        let backend = tx.get_database_backend();
        let name = &self.table.name;
        for (at, value, key) in std::mem::take(&mut self.later) {
            let (column, id) = (&self.table.columns[at].name, &self.table.columns[0].name);
            let (first, second) = (place(backend, 1), place(backend, 2));
            let sql = format!("update {name} set {column} = {first} where {id} = {second}");
            tx.execute_raw(Statement::from_sql_and_values(backend, sql, [value, key])).await?;
        }
        // SQLite counts on from the highest number by itself.
        let counted = self.table.columns.iter().find(|column| column.kind == Kind::Counter);
        if let (DbBackend::Postgres, Some(column)) = (backend, counted) {
            let next = self.highest + 1;
            tx.execute_unprepared(&format!(
                "alter table {name} alter column {} restart with {next}",
                column.name
            ))
            .await?;
        }
        Ok(())
    }
}

/// The place of a parameter. SQLite would look for each numbered one among all before it.
fn place(backend: DbBackend, number: usize) -> String {
    match backend {
        DbBackend::Postgres => format!("${number}"),
        _ => "?".to_owned(),
    }
}
