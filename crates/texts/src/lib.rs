//! Every word that people read, in Korean, English and Japanese, as checked calls.
//!
//! `texts/{ko,en,ja}/home.ftl` becomes the module [`home`](self), each of its messages a function:
//! a message without variables gives a `&'static str`, one with variables takes them in the order
//! of the Korean text and gives a `String`. A missing translation fails the build.

// A text has as many variables as it needs.
#[allow(missing_docs, clippy::too_many_arguments)]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

mod arg;
#[cfg(test)]
mod completeness;
mod format;
mod josa;
mod lang;

pub use arg::Arg;
pub(crate) use format::format;
pub use generated::*;
pub use josa::josa;
pub use lang::Lang;
