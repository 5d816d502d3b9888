//! How groups come to be: the studio proposes them, foundings bring them about.

pub mod foundings;
pub mod studio;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
