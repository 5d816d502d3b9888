//! One firm per industry: the seat that a firm takes, and who would take the same.

use dure_domain::Industry;
use dure_pool::Rules;

/// The rules of a founding as they are kept (JSON); the usual ones where they cannot be read.
pub fn rules_of(kept: &str) -> Rules {
    serde_json::from_str(kept).unwrap_or_default()
}

/// The industry slot of a firm under these rules; none where the industry is not known: such a firm is nobody's
/// rival.
pub fn slot_of(industry: Option<&str>, rules: &Rules) -> Option<String> {
    let industry: Industry = industry?.parse().ok()?;
    Some(industry.slot(rules.level).to_string())
}

/// Pairs that would take the same slot, each with who was first.
pub fn clashes<K: Copy>(seats: &[(K, Option<String>)]) -> Vec<(K, K)> {
    let taken = |at: usize, slot: &str| seats[..at].iter().find(|(_, other)| other.as_deref() == Some(slot));
    let clash =
        |(at, (firm, slot)): (usize, &(K, Option<String>))| Some((taken(at, slot.as_deref()?)?.0, *firm));
    seats.iter().enumerate().filter_map(clash).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_level_decides_who_are_rivals() {
        let rules = |level| Rules { level, ..Rules::default() };
        let slot = |code: &str, level| slot_of(Some(code), &rules(level));
        assert_eq!(slot("25924", dure_domain::Level::Group), slot("25922", dure_domain::Level::Group));
        assert_ne!(slot("25924", dure_domain::Level::Subclass), slot("25922", dure_domain::Level::Subclass));
        assert_eq!(slot("no code", dure_domain::Level::Group), None);
    }

    proptest! {
        #[test]
        fn those_without_a_clash_all_have_seats_of_their_own(slots in prop::collection::vec(prop::option::of(0..5_u8), 0..12)) {
            let seats: Vec<(usize, Option<String>)> =
                slots.iter().enumerate().map(|(at, slot)| (at, slot.map(|slot| slot.to_string()))).collect();
            let late: Vec<usize> = clashes(&seats).into_iter().map(|(_, late)| late).collect();
            let mut kept: Vec<&String> =
                seats.iter().filter(|(at, _)| !late.contains(at)).filter_map(|(_, slot)| slot.as_ref()).collect();
            let before = kept.len();
            kept.sort();
            kept.dedup();
            prop_assert_eq!(kept.len(), before);
        }
    }
}
