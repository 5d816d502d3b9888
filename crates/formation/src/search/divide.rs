//! A few small groups and some who are outside, divided anew in the best way: all ways are looked at. Where groups hold two or three firms
//! annealing hardly gets from one good division to another, as nearly all that lies between breaks a rule.

use super::anneal::Found;
use super::arena::Arena;
use super::chance::Chance;

/// Nodes divided at a time: 3^12 is about half a million.
const MOST_NODES: usize = 12;
/// Times without success, by node, after which it ends.
const PATIENCE: usize = 1;

/// Divides anew until that helps no more. Only where two of the least groups fit in, and no group is tied to a meeting place.
pub(crate) fn divide_anew(arena: &Arena, mut found: Found, chance: &mut Chance) -> Found {
    let least = arena.least.iter().copied().max().unwrap_or_default();
    if usize::from(least) * 2 > MOST_NODES || !arena.barred.is_empty() {
        return found;
    }
    let mut idle = 0;
    while idle < PATIENCE * arena.nodes().min(MOST_NODES * 10) {
        let (chosen, slots) = chosen(arena, &found.slots, chance);
        let gain = put_best(arena, &mut found.slots, &chosen, slots);
        found.worth += gain;
        idle = if gain > 0 { 0 } else { idle + 1 };
    }
    found
}

/// Nodes of some groups, and some outside; and the slots that they may fill.
fn chosen(arena: &Arena, slots: &[u16], chance: &mut Chance) -> (Vec<usize>, Vec<u16>) {
    let pool = arena.slots() as u16;
    let mut members = vec![Vec::new(); arena.slots() + 1];
    (0..slots.len()).for_each(|node| members[usize::from(slots[node])].push(node));
    let kept: Vec<u16> = arena.pinned.iter().copied().flatten().collect();
    let mut open: Vec<u16> = (0..pool).filter(|slot| !kept.contains(slot)).collect();
    let mut chosen: Vec<usize> = Vec::new();
    let mut taken = Vec::new();
    for at in (0..open.len()).rev() {
        let slot = open.swap_remove(chance.below(at + 1));
        let members = &members[usize::from(slot)];
        if chosen.len() + members.len() <= MOST_NODES {
            chosen.extend(members);
            taken.push(slot);
        }
    }
    let mut outside = members.swap_remove(arena.slots());
    while chosen.len() < MOST_NODES && !outside.is_empty() {
        chosen.push(outside.swap_remove(chance.below(outside.len())));
    }
    (chosen, taken)
}

/// Puts the nodes into the slots in the best way; gives what is gained.
fn put_best(arena: &Arena, slots: &mut [u16], nodes: &[usize], free: Vec<u16>) -> i64 {
    let Some(any) = free.first().map(|&slot| usize::from(slot)) else { return 0 };
    let sizes = usize::from(arena.least[any])..=usize::from(arena.most[any]);
    let sets = 1usize << nodes.len();
    // By set of nodes: what they are worth in one group, none if two bar each other.
    let mut worth: Vec<Option<i64>> = vec![Some(0); sets];
    let mut whole = worth.clone();
    let mut best = vec![0i64; sets];
    let mut choice = vec![0usize; sets];
    for set in 1..sets {
        let lowest = set.trailing_zeros() as usize;
        let others = set & (set - 1);
        worth[set] = worth[others].and_then(|worth| Some(worth + joining(arena, nodes, lowest, others)?));
        whole[set] = worth[set];
        if !sizes.contains(&size(arena, nodes, set)) {
            whole[set] = None;
        }
        best[set] = best[others];
        let mut part = others;
        loop {
            let with = part | 1 << lowest;
            if let Some(worth) = whole[with]
                && worth + best[set ^ with] > best[set]
            {
                (best[set], choice[set]) = (worth + best[set ^ with], with);
            }
            if part == 0 {
                break;
            }
            part = (part - 1) & others;
        }
    }
    let now: i64 = free.iter().filter_map(|&slot| worth[set_of(slots, nodes, slot)]).sum();
    let gain = best[sets - 1] - now;
    if gain > 0 {
        put(arena, slots, nodes, free, &choice);
    }
    gain.max(0)
}

fn put(arena: &Arena, slots: &mut [u16], nodes: &[usize], mut free: Vec<u16>, choice: &[usize]) {
    let mut left = choice.len() - 1;
    while left != 0 {
        let group = choice[left];
        let slot = if group == 0 { None } else { free.pop() };
        let gone = if group == 0 { left & left.wrapping_neg() } else { group };
        for at in (0..nodes.len()).filter(|at| gone >> at & 1 == 1) {
            slots[nodes[at]] = slot.unwrap_or(arena.slots() as u16);
        }
        left ^= gone;
    }
}

fn joining(arena: &Arena, nodes: &[usize], one: usize, others: usize) -> Option<i64> {
    let row = nodes[one] * arena.nodes();
    let mut sum = i64::from(arena.placed[nodes[one]]);
    for other in (0..nodes.len()).filter(|at| others >> at & 1 == 1).map(|at| nodes[at]) {
        if arena.apart.get(row + other).is_some_and(|apart| *apart != 0) {
            return None;
        }
        sum += i64::from(arena.worth[row + other]);
    }
    Some(sum)
}

fn size(arena: &Arena, nodes: &[usize], set: usize) -> usize {
    (0..nodes.len()).filter(|at| set >> at & 1 == 1).map(|at| usize::from(arena.size[nodes[at]])).sum()
}

fn set_of(slots: &[u16], nodes: &[usize], slot: u16) -> usize {
    (0..nodes.len()).filter(|&at| slots[nodes[at]] == slot).map(|at| 1 << at).sum()
}
