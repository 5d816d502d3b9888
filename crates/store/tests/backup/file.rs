//! Backups as files.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use dure_store::testing::MORNING;
use dure_store::{Chance, FixedClock, Location, Store};

pub fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

pub async fn backed_up(store: &Store, to: PathBuf) -> PathBuf {
    store.back_up(fs::File::create(&to).unwrap(), None, |_, _| {}).await.unwrap();
    to
}

pub async fn open(location: &Location) -> Store {
    let clock = Arc::new(FixedClock::at(MORNING));
    Store::open(location.clone(), false, clock, Arc::new(Chance::seeded(1))).await.unwrap()
}

/// All contents as text, however they are stored.
pub fn contents(backup: &Path) -> String {
    let mut text = String::new();
    let mut file = flate2::read::GzDecoder::new(fs::File::open(backup).unwrap());
    std::io::Read::read_to_string(&mut file, &mut text).unwrap();
    let end = text.trim_end().rfind('\n').unwrap();
    text[text.find('\n').unwrap()..end].to_owned()
}

pub fn packed(text: &str) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut out, text.as_bytes()).unwrap();
    out.finish().unwrap()
}

pub fn unpacked(bytes: &[u8]) -> String {
    let mut text = String::new();
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(bytes), &mut text).unwrap();
    text
}
