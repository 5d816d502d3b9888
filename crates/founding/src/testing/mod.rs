//! What stories about founding begin with.

pub mod founding;
#[cfg(test)]
mod house;
#[cfg(test)]
pub use house::Housed;
