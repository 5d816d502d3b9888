//! Pure decisions: names of files, under which names they lie, and what is shown of them.

use std::collections::BTreeMap;

use dure_domain::{FileId, FileKind, PersonId, Subject, typed};
use dure_files::{Failed, Refused, named};
use dure_tables::files;
use dure_texts::{Lang, files as texts};
use dure_web::Hold;
use uuid::Uuid;

/// Why a file was not added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAdded {
    /// For what it is.
    Refused(Refused),
    /// The thing has as many as it may have, or as large ones.
    NoRoom,
    /// It could not be laid down; it may be sent again.
    NotKept(Failed),
}

/// The files of a thing with all that is shown of them.
pub struct Album {
    /// What the thing lets the viewer do.
    pub hold: Hold,
    /// On what they hang.
    pub on: (Subject, Uuid),
    /// The files, the oldest first.
    pub files: Vec<files::Model>,
    /// Who added them; empty where that may not be told.
    pub senders: BTreeMap<PersonId, String>,
    /// Whether there is a place for files at all.
    pub may_keep: bool,
}

impl Album {
    /// The name of the file as the reader may know it.
    pub fn name(&self, lang: Lang, file: &files::Model) -> String {
        if !self.hold.unnamed {
            return file.name.clone();
        }
        let alike =
            |other: &&files::Model| (other.kind == FileKind::Picture) == (file.kind == FileKind::Picture);
        let at = self.files.iter().filter(alike).position(|other| other.id == file.id).unwrap_or_default();
        neutral(lang, file.kind, at + 1)
    }
}

/// The longest name that is kept, in letters.
const LONGEST: usize = 120;
/// The most files on one thing.
pub const MOST: u64 = 100;

/// The name under which a file that was sent is shown: without the folders of the sender's machine, clean, with the
/// ending of its kind.
pub fn name_of(sent: &str, kind: FileKind) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = typed::one_line(last).chars().filter(|c| !r#""<>|:*?"#.contains(*c)).collect();
    let clean = clean.trim().trim_start_matches('.').trim();
    let clean = if clean.is_empty() { kind.as_str() } else { clean };
    let whole = named(clean, kind);
    let (stem, ending) = whole.rsplit_once('.').unwrap_or((&whole, ""));
    let room = LONGEST.saturating_sub(ending.chars().count() + 1);
    format!("{}.{ending}", stem.chars().take(room).collect::<String>().trim_end())
}

/// The name that gives nothing away: the how-manieth picture or file of its thing.
pub fn neutral(lang: Lang, kind: FileKind, number: usize) -> String {
    let stem = match kind {
        FileKind::Picture => texts::picture_number(lang, number),
        _ => texts::file_number(lang, number),
    };
    named(&stem, kind)
}

/// The names under which the bytes of a file lie.
pub fn parts(id: FileId, kind: FileKind) -> Vec<String> {
    kind.parts().iter().map(|which| part(id, which)).collect()
}

/// One of these names.
pub fn part(id: FileId, which: &str) -> String {
    format!("{id}/{which}")
}

/// The file of which this is a part, none if it is no name of ours.
pub fn file_of(name: &str) -> Option<FileId> {
    name.split('/').next()?.parse().ok()
}

/// `2.1 MB`
pub fn size(bytes: i64) -> String {
    let bytes = bytes.max(0);
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", (bytes + 500) / 1_000),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_lose_their_folders_and_what_windows_refuses() {
        assert_eq!(name_of(r"C:\Users\김\현장.JPG", FileKind::Picture), "현장.JPG");
        assert_eq!(name_of("../../etc/passwd", FileKind::Text), "passwd.txt");
        assert_eq!(name_of("견적\u{202e}fdp.pdf", FileKind::Pdf), "견적fdp.pdf");
        assert_eq!(name_of("\u{1112}\u{1161}\u{11ab}.pdf", FileKind::Pdf), "한.pdf");
        assert_eq!(name_of("a\"b<c>.pdf", FileKind::Pdf), "abc.pdf");
        assert_eq!(name_of("", FileKind::Pdf), "pdf.pdf");
        assert_eq!(name_of(".htaccess", FileKind::Text), "htaccess.txt");
    }

    #[test]
    fn sizes_read_like_those_of_a_phone() {
        assert_eq!(size(900), "900 B");
        assert_eq!(size(84_300), "84 kB");
        assert_eq!(size(2_140_000), "2.1 MB");
    }

    proptest! {
        #[test]
        fn a_name_is_short_clean_and_ends_as_its_kind(
            sent in ".{0,300}",
            kind in prop::sample::select(FileKind::ALL),
        ) {
            let name = name_of(&sent, kind);
            prop_assert!(name.chars().count() <= LONGEST);
            prop_assert!(!name.contains(['/', '\\', '\n', '"']));
            prop_assert_eq!(named(&name, kind), name.clone());
            prop_assert!(!name.starts_with('.'));
        }
    }
}
