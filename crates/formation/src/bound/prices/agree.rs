//! How pairs are divided between their two firms, so that these agree on whom they count on (Lagrangean relaxation, by subgradients).

use super::shape::{Shape, each, greatest_first};
use super::tree::Question;

/// The first step, as a part of what would close the gap; steps without a gain after which they become shorter, and by how much.
const STRIDE: f64 = 1.0;
const PATIENCE: usize = 4;
const SHORTER: f64 = 0.6;

/// Each firm's shares in its pairs; the two shares of a pair make up its worth, however it is divided.
#[derive(Clone)]
pub(super) struct Shares {
    /// By firm and partner, in parts.
    of: Vec<i64>,
    /// By firm, shares above nothing with their partners, the greatest first.
    lists: Vec<Vec<(i64, usize)>>,
}

/// Whom everybody counts on under some division.
struct Wishes {
    /// No group has more, in parts.
    hope: i64,
    /// (who, on whom) where the other does not count on it.
    alone: Vec<(usize, usize)>,
}

impl Shares {
    /// Half of each pair to each.
    pub fn halves(shape: &Shape) -> Self {
        let count = shape.len();
        let mut of = vec![0; count * count];
        for (one, list) in shape.partners.iter().enumerate() {
            for &(worth, other) in list.iter().filter(|(_, other)| *other > one) {
                of[one * count + other] = worth / 2;
                of[other * count + one] = worth - worth / 2;
            }
        }
        let mut shares = Self { of, lists: Vec::new() };
        shares.sort(shape);
        shares
    }

    /// Shares of a firm above nothing, the greatest first.
    pub fn of(&self, at: usize) -> &[(i64, usize)] {
        &self.lists[at]
    }

    /// Divides pairs so that less is hoped for where `sum` is gained already and others add `gains`, until
    /// nothing more than what is known is; gives how often.
    pub fn agree(&mut self, shape: &Shape, sum: i64, gains: &[i64], question: &Question) -> u64 {
        let mut best = (i64::MAX, self.of.clone());
        let (mut stride, mut idle) = (STRIDE, 0);
        let mut rounds = 0;
        while rounds < question.divisions {
            rounds += 1;
            let Some(wishes) = self.wishes(shape, sum, gains) else { break };
            if wishes.hope < best.0 {
                best = (wishes.hope, self.of.clone());
                idle = 0;
            } else {
                idle += 1;
                if idle >= PATIENCE {
                    (idle, stride) = (0, stride * SHORTER);
                }
            }
            if wishes.hope <= question.known || wishes.alone.is_empty() {
                break;
            }
            let step = (stride * (wishes.hope - question.known) as f64 / wishes.alone.len() as f64) as i64;
            for (one, other) in wishes.alone {
                self.of[one * shape.len() + other] -= step;
                self.of[other * shape.len() + one] += step;
            }
            self.sort(shape);
        }
        self.of = best.1;
        self.sort(shape);
        rounds
    }

    fn wishes(&self, shape: &Shape, sum: i64, gains: &[i64]) -> Option<Wishes> {
        let seats = shape.seats(0);
        let room = seats.room.saturating_sub(1);
        let mut colours = Vec::new();
        let mut on = vec![0u128; shape.len()];
        let mut hopes: Vec<(i64, usize)> = Vec::with_capacity(shape.len());
        for (at, on) in on.iter_mut().enumerate() {
            let part =
                shape.of_partners(self.of(at), shape.may[at], room, &mut colours, |other| *on |= 1 << other);
            hopes.push((gains[at] + part, at));
        }
        greatest_first(&mut hopes);
        let mut inside = 0u128;
        let hope = shape.of_colours(&hopes, seats, &mut colours, |at| inside |= 1 << at)?;
        let agreed = |one: usize, other: usize| inside >> other & 1 == 1 && on[other] >> one & 1 == 1;
        let all = each(inside).flat_map(|one| each(on[one]).map(move |other| (one, other)));
        Some(Wishes { hope: sum + hope, alone: all.filter(|&(one, other)| !agreed(one, other)).collect() })
    }

    fn sort(&mut self, shape: &Shape) {
        let list = |one: usize| {
            let shares =
                shape.partners[one].iter().map(|&(_, other)| (self.of[one * shape.len() + other], other));
            let mut list: Vec<(i64, usize)> = shares.filter(|(share, _)| *share > 0).collect();
            greatest_first(&mut list);
            list
        };
        self.lists = (0..shape.len()).map(list).collect();
    }
}
