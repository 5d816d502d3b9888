//! What is indexed: firms, their resources, experts, programmes, solved cases, and the rest of the directory.

use serde::{Deserialize, Serialize};

/// The caller's own key of a document, such as the 128 bits of a UUID.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DocId(pub u128);

/// What a document describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A member firm (회원사).
    Firm,
    /// Something a firm shares (경영자원).
    Resource,
    /// An expert (이업종교류 전문가).
    Expert,
    /// A public support programme (지원사업).
    Programme,
    /// A solved difficulty kept as knowledge.
    Case,
    /// A person (임직원).
    Person,
    /// A group (교류회).
    Group,
    /// A difficulty (애로사항), open or closed.
    Difficulty,
    /// Anything else that search should find.
    Other,
}

/// A set of kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Kinds(u16);

impl Kinds {
    /// Every kind there is.
    pub const ALL: Self = Self(u16::MAX);
    /// Those that can help with a difficulty: firm, resource, expert, programme, case.
    pub const HELPERS: Self = Self(0b1_1111);

    /// Just these kinds.
    pub fn of(kinds: &[Kind]) -> Self {
        Self(kinds.iter().fold(0, |bits, &kind| bits | 1 << kind as u16))
    }

    /// Whether `kind` is in the set.
    pub fn contains(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u16) != 0
    }
}

impl From<Kind> for Kinds {
    fn from(kind: Kind) -> Self {
        Self::of(&[kind])
    }
}

/// Where something is. For a programme: where its applicants must be.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Key of the province (시·도): any string that the caller uses alike everywhere.
    pub province: String,
    /// Key of the city or county (시·군·구) within the province, if known.
    pub district: Option<String>,
    /// Latitude and longitude in degrees (WGS 84), if known.
    pub point: Option<(f64, f64)>,
}

impl Place {
    /// A place known by its province only.
    pub fn province(key: impl Into<String>) -> Self {
        Self { province: key.into(), ..Self::default() }
    }

    /// Adds the city or county.
    pub fn district(mut self, key: impl Into<String>) -> Self {
        self.district = Some(key.into());
        self
    }

    /// Adds latitude and longitude in degrees.
    pub fn at(mut self, latitude: f64, longitude: f64) -> Self {
        self.point = Some((latitude, longitude));
        self
    }
}

/// A thing that can be found. Built step by step from [`Document::new`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The caller's key; a second document of the same key replaces the first.
    pub id: DocId,
    /// What it is.
    pub kind: Kind,
    /// Name or headline; its words count more than those of the text.
    pub title: String,
    /// Everything else that describes it, in any language.
    pub text: String,
    /// KSIC code of two to five digits.
    pub industry: Option<String>,
    /// Where it is; for a programme, where its applicants must be (`None`: the whole country).
    pub place: Option<Place>,
    /// Free bits for the caller's filter (audience, federation shard, ...), never read here.
    pub tags: u64,
}

impl Document {
    /// A document with a title only.
    pub fn new(id: DocId, kind: Kind, title: impl Into<String>) -> Self {
        Self { id, kind, title: title.into(), text: String::new(), industry: None, place: None, tags: 0 }
    }

    /// Sets the text.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// Sets the KSIC code.
    pub fn industry(mut self, code: impl Into<String>) -> Self {
        self.industry = Some(code.into());
        self
    }

    /// Sets the place.
    pub fn place(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Sets the caller's filter bits.
    pub fn tags(mut self, tags: u64) -> Self {
        self.tags = tags;
        self
    }
}
