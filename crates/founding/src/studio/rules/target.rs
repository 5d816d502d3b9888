//! Where a firm is moved to.

use std::str::FromStr;

/// The aim of a move by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The group of this number.
    Group(u32),
    /// A group that begins with the firm.
    New,
    /// No group.
    Out,
}

impl FromStr for Target {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "new" => Ok(Self::New),
            "out" => Ok(Self::Out),
            number => number.parse().map(Self::Group).map_err(drop),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_names_a_group_or_says_where_else() {
        assert_eq!("7".parse(), Ok(Target::Group(7)));
        assert_eq!("new".parse(), Ok(Target::New));
        assert_eq!("out".parse(), Ok(Target::Out));
        assert_eq!("".parse::<Target>(), Err(()));
        assert_eq!("-1".parse::<Target>(), Err(()));
    }
}
