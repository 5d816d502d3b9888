//! Writing a backup while the server runs.

use std::collections::BTreeMap;
use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use dure_tables::files;
use flate2::Compression;
use flate2::write::GzEncoder;
use futures::TryStreamExt;
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait, QueryOrder, Statement, StreamTrait};
use serde::Serialize;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use super::{End, FORMAT, Fetch, File, Header, Section, value};
use crate::migrate::{MIGRATIONS, applied_names};
use crate::schema::{Table, tables};
use crate::{SchemaState, Store, StoreError, StoreResult};

/// Columns that a backup leaves empty: links that act for somebody shall not lie in a file that is carried about. A
/// letter that had not been sent says so after a restore.
const LEFT_OUT: &[(&str, &str)] = &[("mails", "links")];

impl Store {
    /// Writes everything to `out` as of one instant, with the attached files that `fetch` gives; none leaves them where
    /// they lie. `progress` is told the number of rows and files written, and of all.
    ///
    /// # Errors
    /// [`StoreError::Newer`] for a database that this program does not know, and those of `fetch`.
    pub async fn back_up(
        &self,
        out: impl Write,
        fetch: Option<Fetch<'_>>,
        mut progress: impl FnMut(u64, u64),
    ) -> StoreResult<Header> {
        if let SchemaState::Newer(name) = self.schema_state().await? {
            return Err(StoreError::Newer(name));
        }
        let tx = self.snapshot().await?;
        let schema = applied_names(&tx).await;
        if schema.is_empty() {
            return Err(StoreError::Missing(self.location().to_string()));
        }
        let tables = tables(schema.len().min(MIGRATIONS.len()));
        let rows = count(&tx, &tables).await?;
        let program = env!("CARGO_PKG_VERSION").to_owned();
        let names = names(&tx, &tables).await?;
        let left_out = if fetch.is_none() { names.len() as u64 } else { 0 };
        let files = names.len() as u64 - left_out;
        let header =
            Header { dure_backup: FORMAT, program, schema, made_at: self.now(), rows, files, left_out };
        let all = header.total() + files;
        let mut out = Sealed::new(out);
        out.line(&header)?;
        let mut done = 0;
        for table in &tables {
            write_table(&tx, table, &mut out, |rows| progress(done + rows, all)).await?;
            done += header.rows.get(&table.name).copied().unwrap_or_default();
        }
        tx.rollback().await?;
        if let Some(fetch) = fetch {
            for name in names {
                let content = fetch(name.clone()).await?.map(|bytes| BASE64.encode(bytes));
                out.line(&File { file: name, content })?;
                done += 1;
                progress(done, all);
            }
        }
        out.seal()?;
        Ok(header)
    }
}

/// The names under which the attached files lie.
async fn names(tx: &DatabaseTransaction, tables: &[Table]) -> StoreResult<Vec<String>> {
    if !tables.iter().any(|table| table.name == "files") {
        return Ok(Vec::new());
    }
    let rows = files::Entity::find().order_by_asc(files::Column::Id).all(tx).await?;
    let parts = |row: &files::Model| {
        let id = row.id;
        row.kind.parts().iter().map(move |part| format!("{id}/{part}"))
    };
    Ok(rows.iter().flat_map(parts).collect())
}

async fn count(tx: &DatabaseTransaction, tables: &[Table]) -> StoreResult<BTreeMap<String, u64>> {
    let mut rows = BTreeMap::new();
    for table in tables {
        let sql = format!("select count(*) from {}", table.name);
        let row =
            tx.query_one_raw(Statement::from_string(ConnectionTrait::get_database_backend(tx), sql)).await?;
        let number: i64 = row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default();
        rows.insert(table.name.clone(), number.unsigned_abs());
    }
    Ok(rows)
}

async fn write_table<W: Write>(
    tx: &DatabaseTransaction,
    table: &Table,
    out: &mut Sealed<W>,
    mut progress: impl FnMut(u64),
) -> StoreResult<()> {
    let columns: Vec<String> = table.columns.iter().map(|column| column.name.clone()).collect();
    let read = |column: &String| {
        if LEFT_OUT.contains(&(table.name.as_str(), column.as_str())) {
            format!("'' as {column}")
        } else {
            column.clone()
        }
    };
    let list = columns.iter().map(read).collect::<Vec<_>>().join(", ");
    let key = table.key.join(", ");
    out.line(&Section { table: table.name.clone(), columns })?;
    let sql = format!("select {list} from {} order by {key}", table.name);
    let mut rows =
        tx.stream_raw(Statement::from_string(ConnectionTrait::get_database_backend(tx), sql)).await?;
    let mut done = 0;
    while let Some(row) = rows.try_next().await? {
        let columns = table.columns.iter().enumerate();
        let values: Vec<Json> =
            columns.map(|(at, column)| value::to_json(&row, at, column.kind)).collect::<Result<_, _>>()?;
        out.line(&values)?;
        done += 1;
        if done % 500 == 0 {
            progress(done);
        }
    }
    progress(done);
    Ok(())
}

/// A file that ends with the checksum of what stands before.
struct Sealed<W: Write> {
    out: GzEncoder<W>,
    sum: Sha256,
}

impl<W: Write> Sealed<W> {
    fn new(out: W) -> Self {
        Self { out: GzEncoder::new(out, Compression::default()), sum: Sha256::new() }
    }

    fn line(&mut self, line: &impl Serialize) -> StoreResult<()> {
        let mut text = serde_json::to_vec(line)?;
        text.push(b'\n');
        self.sum.update(&text);
        Ok(self.out.write_all(&text)?)
    }

    fn seal(mut self) -> StoreResult<()> {
        let sha256 = hex(&self.sum.clone().finalize());
        self.line(&End { sha256 })?;
        Ok(self.out.finish()?.flush()?)
    }
}

/// Bytes as text.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
