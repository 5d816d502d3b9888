//! How news comes: one choice for each kind.

use std::collections::BTreeMap;

use dure_domain::{NoticeKind, NoticeWay};
use dure_tables::mails;

/// On a page.
pub const PER_PAGE: u64 = 20;

/// A page of the list.
pub struct Listed {
    /// The newest first.
    pub news: Vec<mails::Model>,
    /// On all pages.
    pub total: u64,
    /// Which page, from 1.
    pub page: u64,
    /// Whether only what has not been read is shown.
    pub unread: bool,
}

/// What a person chose.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Where nothing is said, at once.
    pub ways: BTreeMap<NoticeKind, NoticeWay>,
    /// No mail at night.
    pub quiet: bool,
}

impl Chosen {
    /// How this kind comes.
    pub fn way(&self, kind: NoticeKind) -> NoticeWay {
        self.ways.get(&kind).copied().unwrap_or(NoticeWay::Now)
    }

    /// As a form says it; none if it says something that there is not.
    pub fn read(fields: &BTreeMap<String, String>) -> Option<Self> {
        let mut ways = BTreeMap::new();
        for kind in NoticeKind::ALL {
            if let Some(way) = fields.get(kind.as_str()) {
                ways.insert(*kind, way.parse().ok()?);
            }
        }
        Some(Self { ways, quiet: fields.contains_key("quiet") })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_said_comes_at_once_and_nonsense_is_none() {
        let form = |pairs: &[(&str, &str)]| -> BTreeMap<String, String> {
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        let chosen = Chosen::read(&form(&[("talk", "digest"), ("quiet", "yes")])).expect("a choice");
        assert_eq!(chosen.way(NoticeKind::Talk), NoticeWay::Digest);
        assert_eq!(chosen.way(NoticeKind::Asked), NoticeWay::Now);
        assert!(chosen.quiet);
        assert_eq!(Chosen::read(&form(&[("talk", "pigeon")])), None);
    }
}
