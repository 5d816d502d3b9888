//! The partitions that are kept because they are better than the best published ones. Instances are not part of this project: without
//! `MDGPLIB=FOLDER`, which has them and `published.csv`, only the form of the files is looked at.
#![allow(clippy::unwrap_used, missing_docs)]

use std::collections::BTreeMap;
use std::path::Path;

use dure_formation::read::{Instance, instance};

fn kept() -> BTreeMap<String, Vec<u16>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("best");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            let groups = text.split_whitespace().map(|word| word.parse().unwrap()).collect();
            (path.file_stem().unwrap().to_str().unwrap().to_owned(), groups)
        })
        .collect()
}

#[test]
fn kept_partitions_are_better_than_published_ones() {
    let kept = kept();
    assert!(!kept.is_empty());
    let Some(folder) = std::env::var_os("MDGPLIB") else { return };
    let published = std::fs::read_to_string(Path::new(&folder).join("published.csv")).unwrap();
    for (name, groups) in kept {
        let row = published.lines().find(|line| line.starts_with(&format!("{name},"))).unwrap();
        let best: f64 = row.split(',').nth(3).unwrap().parse().unwrap();
        let text = std::fs::read_to_string(Path::new(&folder).join(format!("{name}.txt"))).unwrap();
        let Instance::Diverse(diverse) = instance(&text).unwrap() else { panic!("{name}") };
        let value = diverse.value(&groups).unwrap();
        // Distances are kept in thousandths, so sums may be off by half a thousandth for each pair of a group.
        assert!(value > best + 0.01, "{name}: {value} is not above {best}");
    }
}
