//! Terms: what the index counts, as 64-bit keys that need no string table.

/// One indexed unit. The key is a well-mixed 64-bit hash, so that a term needs no stored text and
/// the dictionary needs no further hashing. Two terms of a million collide with a chance of about 3e-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Term(pub(crate) u64);

/// What a term stands for; keeps a one-letter word apart from a prefix of one letter.
#[derive(Clone, Copy)]
enum Space {
    Pair = 1,
    Word = 2,
    Topic = 3,
    Prefix = 4,
    Declined = 5,
}

impl Term {
    /// Two neighbouring characters of a Korean or Japanese word.
    pub(crate) fn pair(first: char, second: char) -> Self {
        Self(mix(Space::Pair, (u64::from(u32::from(first)) << 32) | u64::from(u32::from(second))))
    }

    /// A whole word: a Korean stem, or a Latin word.
    pub(crate) fn word(text: &str) -> Self {
        Self(mix(Space::Word, fold(text)))
    }

    /// A topic of the lexicon.
    pub(crate) fn topic(number: u16) -> Self {
        Self(mix(Space::Topic, u64::from(number)))
    }

    /// This term in a clause that refuses it: found by search, not by matching.
    pub(crate) fn declined(self) -> Self {
        Self(mix(Space::Declined, self.0))
    }

    /// The beginning of a word, for search while typing.
    pub(crate) fn prefix(text: &str) -> Self {
        Self(mix(Space::Prefix, fold(text)))
    }
}

/// FNV-1a over the bytes.
fn fold(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// The finaliser of splitmix64: every bit of the input moves every bit of the output.
fn mix(space: Space, value: u64) -> u64 {
    let mut z = value.wrapping_add((space as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
