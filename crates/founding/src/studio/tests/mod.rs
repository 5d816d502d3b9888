//! Stories of the studio.

mod firms;
mod solving;
mod standing;
mod story;
