//! The three languages.

use serde::{Deserialize, Serialize};

/// A language that Dure speaks.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// 한국어
    #[default]
    Ko,
    /// English
    En,
    /// 日本語
    Ja,
}

impl Lang {
    /// All languages, the default one first.
    pub const ALL: [Self; 3] = [Self::Ko, Self::En, Self::Ja];

    /// `ko`, `en`, `ja`
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Ko => "ko",
            Self::En => "en",
            Self::Ja => "ja",
        }
    }

    /// The language's name in itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Ko => "한국어",
            Self::En => "English",
            Self::Ja => "日本語",
        }
    }

    /// From a tag such as `ko` or `ja-JP`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let main = tag.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(main))
    }

    /// The best language for an `Accept-Language` header (RFC 9110, section 12.5.4); Korean when
    /// the header names none that Dure speaks.
    pub fn negotiate(header: &str) -> Self {
        let weighed = header.split(',').filter_map(|part| {
            let (tag, weight) = part.split_once(';').unwrap_or((part, "q=1"));
            let weight: f32 = weight.trim().strip_prefix("q=")?.parse().ok()?;
            Some((Self::from_tag(tag)?, weight))
        });
        let best = weighed.filter(|(_, weight)| *weight > 0.0).reduce(|a, b| if b.1 > a.1 { b } else { a });
        best.map_or_else(Self::default, |(lang, _)| lang)
    }
}

impl std::str::FromStr for Lang {
    type Err = ();
    fn from_str(tag: &str) -> Result<Self, ()> {
        Self::from_tag(tag).ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_known_language_is_taken() {
        for (header, lang) in [
            ("", Lang::Ko),
            ("fr", Lang::Ko),
            ("en-US,en;q=0.9,ko;q=0.8", Lang::En),
            ("fr, ja;q=0.5, en;q=0.2", Lang::Ja),
            ("en;q=0, ja;q=x", Lang::Ko),
        ] {
            assert_eq!(Lang::negotiate(header), lang, "{header}");
        }
    }
}
