//! How near the best a grouping is.

use dure_formation::bound::tight;
use dure_formation::{Bound, Grouping};

use crate::pose::Posed;

/// Firms up to which whole groups are looked at.
const FEW_FIRMS: usize = 1_000;
/// Groups looked at, about two seconds: 200 firms are then known to be within a few hundredths of the best.
const LOOKS: u64 = 1_000_000;

/// What no grouping of the pool can exceed: what is known, or less where looking at whole groups may show it. Works for seconds: call it
/// where that holds up nobody.
pub fn bound(posed: &Posed, grouping: &Grouping, known: Option<Bound>) -> Bound {
    let problem = &posed.problem;
    let enough = |known: &Bound| problem.len() > FEW_FIRMS || known.worth() <= grouping.worth(problem);
    if let Some(known) = known.filter(enough) {
        return known;
    }
    let (consistent, _) = problem.consistent();
    let found = tight(&consistent, grouping, LOOKS);
    known.filter(|known| known.worth() <= found.worth()).unwrap_or(found)
}

/// How much of a bound a worth surely reaches, in hundredths; 0 for a worth below nothing.
pub fn percent(worth: i64, bound: i64) -> i64 {
    worth.max(0) * 100 / bound.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_told_of_any_bound() {
        assert_eq!(percent(970, 1_000), 97);
        assert_eq!(percent(0, 10), 0);
        assert_eq!(percent(-50, 0), 0, "worse than leaving everybody out");
    }
}
