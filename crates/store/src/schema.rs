//! The tables as the migrations make them: what backups, restores and checks go by. Read from the
//! same text that makes the tables, so that it cannot say anything else.

use crate::migrate::MIGRATIONS;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An identifier.
    Uuid,
    /// Bytes.
    Bytes,
    /// A number that the database counts up itself.
    Counter,
    /// A text.
    Text,
    /// A 64-bit number.
    Big,
    /// A 32-bit number.
    Small,
    /// Yes or no.
    Bool,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// The table and column that it refers to.
    pub refers_to: Option<(String, String)>,
}

/// One table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns in order.
    pub columns: Vec<Column>,
    /// The columns of its primary key.
    pub key: Vec<String>,
}

impl Table {
    /// The position of the column that the database counts up itself.
    pub fn counter(&self) -> Option<usize> {
        self.columns.iter().position(|column| column.kind == Kind::Counter)
    }
}

/// A unique index: a rule that the database guards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unique {
    /// The index's name.
    pub name: String,
    /// On which table.
    pub table: String,
    /// The columns that may not agree, comma-separated.
    pub columns: String,
    /// For which rows alone; empty for all.
    pub only_where: String,
}

/// Every table, in an order in which each refers only to earlier ones or to itself, as it is after
/// the first `migrations` migrations.
pub fn tables(migrations: usize) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    for statement in statements(migrations) {
        if let Some(rest) = statement.strip_prefix("create table ") {
            tables.extend(table(rest));
        } else if let Some(rest) = statement.strip_prefix("alter table ") {
            add_column(&mut tables, rest);
        }
    }
    tables
}

/// Every unique index of this program's schema.
pub fn uniques() -> Vec<Unique> {
    let mut uniques: Vec<Unique> = Vec::new();
    for statement in statements(MIGRATIONS.len()) {
        match statement.strip_prefix("drop index ") {
            Some(name) => uniques.retain(|unique| unique.name != name),
            None => uniques.extend(unique(&statement)),
        }
    }
    uniques
}

/// Statements without comments, each on one line.
fn statements(migrations: usize) -> Vec<String> {
    let texts = MIGRATIONS.iter().take(migrations).map(|(_, sql)| *sql);
    let lines = texts.flat_map(str::lines).filter(|line| !line.trim_start().starts_with("--"));
    let text = lines.collect::<Vec<_>>().join("\n");
    text.split(';').map(|statement| statement.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}

fn table(text: &str) -> Option<Table> {
    let (name, body) = text.split_once('(')?;
    let body = body.trim_end().strip_suffix(')')?;
    let mut table = Table { name: name.trim().to_owned(), columns: Vec::new(), key: Vec::new() };
    for line in body.lines().map(|line| line.trim().trim_end_matches(',')).filter(|line| !line.is_empty()) {
        if let Some(key) = line.strip_prefix("primary key (") {
            table.key = key.trim_end_matches(')').split(", ").map(str::to_owned).collect();
        } else if let Some(column) = column(line) {
            if line.contains("primary key") || column.kind == Kind::Counter {
                table.key = vec![column.name.clone()];
            }
            table.columns.push(column);
        }
    }
    Some(table)
}

fn add_column(tables: &mut [Table], text: &str) {
    let Some((name, line)) = text.split_once(" add column ") else { return };
    let found = tables.iter_mut().find(|table| table.name == name.trim());
    if let (Some(table), Some(column)) = (found, column(line)) {
        table.columns.push(column);
    }
}

/// `name kind ... references table (column)`; none for a rule of the whole table.
fn column(line: &str) -> Option<Column> {
    let mut words = line.split_whitespace();
    let name = words.next()?.to_owned();
    let kind = match words.next()? {
        "{uuid}" => Kind::Uuid,
        "{bytes}" => Kind::Bytes,
        "{counter}" => Kind::Counter,
        "text" => Kind::Text,
        "bigint" => Kind::Big,
        "integer" => Kind::Small,
        "boolean" => Kind::Bool,
        _ => return None,
    };
    let refers_to = line.split_once("references ").and_then(|(_, rest)| {
        let (table, rest) = rest.split_once(" (")?;
        Some((table.to_owned(), rest.split_once(')')?.0.to_owned()))
    });
    Some(Column { name, kind, refers_to })
}

fn unique(statement: &str) -> Option<Unique> {
    let (name, rest) = statement.strip_prefix("create unique index ")?.split_once(" on ")?;
    let (table, rest) = rest.split_once(" (")?;
    let (columns, only_where) =
        rest.split_once(") where ").or_else(|| Some((rest.strip_suffix(')')?, "")))?;
    let [name, table, columns, only_where] = [name, table, columns, only_where].map(str::to_owned);
    Some(Unique { name, table, columns, only_where })
}
