//! Closed lists of words: what a column or a form field may say. Each has one stable spelling,
//! used in the database, in forms and in the JSON interface; screens word it through their texts.

/// The text is none of the words that the list knows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not a {list}")]
pub struct UnknownWord {
    /// Name of the list.
    pub list: &'static str,
    /// What was given.
    pub text: String,
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $word:ident = $text:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType), sea_orm(value_type = "String"))]
        pub enum $name { $($(#[$word_doc])* $word,)* }

        impl $name {
            /// Every word of the list, in the order in which screens show them.
            pub const ALL: &[Self] = &[$(Self::$word,)*];

            /// The one stable spelling.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$word => $text,)* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::UnknownWord;
            fn from_str(text: &str) -> Result<Self, $crate::UnknownWord> {
                match text {
                    $($text => Ok(Self::$word),)*
                    _ => Err($crate::UnknownWord { list: stringify!($name), text: text.to_owned() }),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

mod difficulty;
mod formation;
mod group;
mod help;
mod record;

pub use difficulty::*;
pub use formation::*;
pub use group::*;
pub use help::*;
pub use record::*;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_leads_back() {
        for word in NeedKind::ALL {
            assert_eq!(word.as_str().parse(), Ok(*word));
        }
        assert!("".parse::<NeedKind>().is_err());
    }
}
