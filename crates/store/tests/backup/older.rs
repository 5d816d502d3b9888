//! A backup that an older program wrote.

use std::fs;

use dure_store::backup::{How, restore};
use dure_store::schema::tables;
use dure_store::testing::postgres_clone;
use dure_store::{Location, on_both};
use dure_tables::{firms, foundings};
use sea_orm::{EntityTrait, PaginatorTrait};

use crate::file::{backed_up, folder, open, packed, unpacked};
use crate::settled::settle;

on_both!(a_backup_of_the_first_program_is_restored_and_brought_up_to_date, |db| async move {
    settle(&db.store).await;
    let folder = folder();
    let backup = backed_up(&db.store, folder.path().join("new")).await;
    let old = folder.path().join("old");
    fs::write(&old, packed(&as_the_first_program(&unpacked(&fs::read(&backup).unwrap())))).unwrap();
    let to = [Location::Sqlite(folder.path().join("new.db")), Location::Postgres(postgres_clone().await)];
    for to in &to {
        restore(to, &old, How::default(), |_, _| {}).await.unwrap();
        let store = open(to).await;
        assert_eq!(firms::Entity::find().count(store.read()).await.unwrap(), 1);
        assert_eq!(foundings::Entity::find().count(store.read()).await.unwrap(), 0, "the table is there");
        store.close().await.unwrap();
    }
});

/// The same backup as a program would have written it that knew the first migration alone.
fn as_the_first_program(text: &str) -> String {
    use serde_json::Value;
    use sha2::{Digest, Sha256};
    let known = tables(1);
    let mut kept: Vec<String> = Vec::new();
    let mut columns: Option<Vec<usize>> = None;
    for line in text.lines() {
        let mut value: Value = serde_json::from_str(line).unwrap();
        if let Some(rows) = value.get_mut("rows").and_then(Value::as_object_mut) {
            rows.retain(|name, _| known.iter().any(|table| table.name == *name));
            value["schema"].as_array_mut().unwrap().truncate(1);
            kept.push(value.to_string());
        } else if let Some(name) = value.get("table").and_then(Value::as_str) {
            let table = known.iter().find(|table| table.name == name);
            let names: Vec<String> = serde_json::from_value(value["columns"].clone()).unwrap();
            columns = table.map(|table| {
                let of = |column: &String| table.columns.iter().any(|known| known.name == *column);
                (0..names.len()).filter(|at| of(&names[*at])).collect()
            });
            if let Some(columns) = &columns {
                value["columns"] = columns.iter().map(|at| names[*at].clone()).collect();
                kept.push(value.to_string());
            }
        } else if let (Some(row), Some(columns)) = (value.as_array(), &columns) {
            kept.push(Value::from_iter(columns.iter().map(|at| row[*at].clone())).to_string());
        }
    }
    let body = kept.join("\n") + "\n";
    let sum: String = Sha256::digest(&body).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{body}{{\"sha256\":\"{sum}\"}}\n")
}
