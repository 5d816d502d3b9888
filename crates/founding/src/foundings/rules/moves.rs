//! Firms that agreed to move: who can move now. Two firms of one industry that change places can only move
//! together, so who accepts first waits for the other.

use std::collections::BTreeSet;

use dure_domain::{FirmId, GroupId};

/// A firm that accepted to move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mover {
    /// Which.
    pub firm: FirmId,
    /// The group that it leaves.
    pub from: Option<GroupId>,
    /// The group that it joins.
    pub to: GroupId,
    /// The industry slot that it takes there.
    pub slot: Option<String>,
}

/// A firm's present seat in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seated {
    /// Which firm.
    pub firm: FirmId,
    /// In which group.
    pub group: GroupId,
    /// In which slot.
    pub slot: Option<String>,
}

/// The places in `movers` of all who can move at once, given who sits where; who accepted first comes first.
pub fn movable(movers: &[Mover], seats: &[Seated]) -> Vec<usize> {
    let mut able: Vec<usize> = (0..movers.len()).collect();
    loop {
        let leaving: BTreeSet<(FirmId, GroupId)> =
            able.iter().filter_map(|at| Some((movers[*at].firm, movers[*at].from?))).collect();
        let free = |at: &usize| {
            let mover = &movers[*at];
            let stays =
                |seat: &&Seated| seat.group == mover.to && !leaving.contains(&(seat.firm, seat.group));
            let in_the_way =
                |seat: &Seated| seat.firm == mover.firm || (seat.slot.is_some() && seat.slot == mover.slot);
            let before = |other: &&usize| **other < *at;
            let rival = |other: &usize| {
                let other = &movers[*other];
                other.to == mover.to
                    && (other.firm == mover.firm || (other.slot.is_some() && other.slot == mover.slot))
            };
            !seats.iter().filter(stays).any(in_the_way) && !able.iter().filter(before).any(rival)
        };
        let next: Vec<usize> = able.iter().copied().filter(|at| free(at)).collect();
        if next.len() == able.len() {
            return next;
        }
        able = next;
    }
}

#[cfg(test)]
mod tests {
    use dure_domain::Id;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn id<I: Id>(number: u128) -> I {
        I::from_uuid(Uuid::from_u128(number))
    }

    fn mover(firm: u128, from: u128, to: u128, slot: &str) -> Mover {
        Mover { firm: id(firm), from: Some(id(from)), to: id(to), slot: Some(slot.into()) }
    }

    fn seat(firm: u128, group: u128, slot: &str) -> Seated {
        Seated { firm: id(firm), group: id(group), slot: Some(slot.into()) }
    }

    #[test]
    fn two_that_change_places_move_together() {
        let seats = [seat(1, 10, "259"), seat(2, 20, "259")];
        let (one, other) = (mover(1, 10, 20, "259"), mover(2, 20, 10, "259"));
        assert_eq!(movable(std::slice::from_ref(&one), &seats), Vec::<usize>::new());
        assert_eq!(movable(&[one, other], &seats), [0, 1]);
    }

    #[test]
    fn nobody_moves_onto_a_seat_that_is_held() {
        let seats = [seat(3, 20, "107")];
        assert_eq!(movable(&[mover(1, 10, 20, "107"), mover(2, 10, 20, "161")], &seats), [1]);
    }

    proptest! {
        #[test]
        fn after_the_moves_each_seat_is_held_once(
            moves in prop::collection::vec((0..6_u128, 0..3_u128, 0..3_u128, 0..3_u8), 0..8),
            held in prop::collection::btree_map((0..3_u128, 0..3_u8), 0..6_u128, 0..8),
        ) {
            let movers: Vec<Mover> = moves
                .iter()
                .map(|(firm, from, to, slot)| mover(*firm, *from, *to + 3, &slot.to_string()))
                .collect();
            let seats: Vec<Seated> =
                held.iter().map(|((group, slot), firm)| seat(*firm, *group + 3, &slot.to_string())).collect();
            let able = movable(&movers, &seats);
            let leaving: BTreeSet<(FirmId, GroupId)> =
                able.iter().filter_map(|at| Some((movers[*at].firm, movers[*at].from?))).collect();
            let stay = seats.iter().filter(|seat| !leaving.contains(&(seat.firm, seat.group)));
            let mut after: Vec<(GroupId, Option<String>)> = stay.map(|seat| (seat.group, seat.slot.clone())).collect();
            after.extend(able.iter().map(|at| (movers[*at].to, movers[*at].slot.clone())));
            let all = after.len();
            after.sort();
            after.dedup();
            prop_assert_eq!(after.len(), all);
        }
    }
}
