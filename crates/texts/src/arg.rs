//! What a text may be filled with.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

/// A value for a variable: a text, or a whole number that is shown in groups of three.
#[derive(Debug, Clone, PartialEq)]
pub struct Arg(pub(crate) FluentValue<'static>);

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self(FluentValue::String(Cow::Owned(text.to_owned())))
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self(FluentValue::String(Cow::Owned(text)))
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl From<$number> for Arg {
            fn from(number: $number) -> Self {
                Self(FluentValue::from(number))
            }
        }
    )*};
}

numbers!(i32, i64, u8, u16, u32, u64, usize);
