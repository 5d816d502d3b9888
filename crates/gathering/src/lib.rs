//! What a group does together: it meets.

pub mod meetings;
#[cfg(test)]
mod testing;
