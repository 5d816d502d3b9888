//! What one firm offers that another needs.

use serde::{Deserialize, Serialize};

use crate::firm::FirmNo;

/// What a link rests on, the firmest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// Both work on the same thing; neither is known to buy from the other.
    Field,
    /// The one makes or trades what firms of the other's industry usually buy or sell.
    Usual,
    /// The one says that it needs it.
    Said,
}

/// What `from` offers that `to` needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Who offers.
    pub from: FirmNo,
    /// Who needs.
    pub to: FirmNo,
    /// How much it is worth to `to`, 1 to 10.
    pub points: i64,
    /// What it rests on.
    pub ground: Ground,
    /// What `from` offers, as it stands in its texts; strongest first, never empty.
    pub words: Vec<String>,
    /// What `to` said it needs, each beside the word of the same place in `words`; empty where it said nothing.
    pub wanted: Vec<String>,
}

/// What benefits were derived from: how many firms had which texts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basis {
    /// Firms that say what they offer.
    pub offers: usize,
    /// Firms whose products stand for their offers.
    pub products_for_offers: usize,
    /// Firms that say what they need.
    pub needs: usize,
    /// Firms whose needs were concluded from what they make and what their industry usually buys.
    pub products_for_needs: usize,
    /// Firms about which nothing is said.
    pub silent: usize,
    /// Links by what they rest on: same field, usual, said.
    pub links: [usize; 3],
}
