//! Which texts of a firm say what it offers and what it needs.

use crate::firm::Firm;
use crate::link::Basis;

/// What a firm offers: its own words, else what it makes.
pub(super) fn offered(firm: &Firm) -> &str {
    if firm.offers.trim().is_empty() { &firm.products } else { &firm.offers }
}

/// What a firm needs in its own words, or what it makes where it says nothing.
pub(super) fn needed(firm: &Firm) -> &str {
    if firm.needs.trim().is_empty() { &firm.products } else { &firm.needs }
}

pub(super) fn basis(firms: &[Firm]) -> Basis {
    let mut basis = Basis::default();
    for firm in firms {
        let [offers, needs, products] =
            [&firm.offers, &firm.needs, &firm.products].map(|text| !text.trim().is_empty());
        basis.offers += usize::from(offers);
        basis.needs += usize::from(needs);
        basis.products_for_offers += usize::from(!offers && products);
        basis.products_for_needs += usize::from(!needs && products);
        basis.silent += usize::from(!offers && !needs && !products);
    }
    basis
}
