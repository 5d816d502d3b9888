//! What one firm offers that another needs.

use serde::{Deserialize, Serialize};

use crate::firm::FirmNo;

/// What `from` offers that `to` needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Who offers.
    pub from: FirmNo,
    /// Who needs.
    pub to: FirmNo,
    /// How much it is worth to `to`, 1 to 10.
    pub points: i64,
    /// What `from` offers that `to` needs, as it stands in the texts of `from`; strongest first, never empty.
    pub words: Vec<String>,
    /// What `to` needs, as it stands in its texts; each beside the word of the same place in `words`.
    pub wanted: Vec<String>,
    /// Whether `to` said so itself. Otherwise it was concluded from what both make.
    pub said: bool,
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
}
