//! The pieces that every page is made of: headings, buttons, badges, cards, lists,
//! tables, forms, and the files of `ui/` embedded in the binary.
//!
//! Pieces are functions from typed arguments to [`maud::Markup`]. Words come ready from the caller;
//! nothing here knows a feature. How each looks is shown by the gallery in `ui/gallery`.

pub mod address;
pub mod assets;
pub mod badges;
pub mod buttons;
pub mod cards;
pub mod charts;
pub mod choices;
pub mod contacts;
pub mod faulty;
pub mod forms;
pub mod headings;
pub mod icons;
pub mod live;
pub mod narrowing;
pub mod notices;
mod overtaken;
pub mod pager;
pub mod places;
pub mod reasons;
pub mod rows;
pub mod tables;
pub mod timeline;
pub mod unfold;
pub mod words;

pub use overtaken::overtaken;
