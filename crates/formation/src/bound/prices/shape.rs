//! Who may be in a group of a first firm, counted by colours: firms of which no two could meet share one, so that a group has one firm
//! of each at most.

/// The others of one first firm, numbered from 0.
pub(super) struct Shape {
    /// By other, whom it may meet.
    pub may: Vec<u128>,
    /// By other, partners with what the pair is worth in parts, the greatest first.
    pub partners: Vec<Vec<(i64, usize)>>,
    /// Firms of a group, the first counted.
    least: usize,
    most: usize,
}

/// How many may still be chosen, and how many must.
#[derive(Clone, Copy)]
pub(super) struct Seats {
    pub room: usize,
    pub must: usize,
}

impl Shape {
    /// The shape of groups of `least` to `most`, from whom each may meet, and what pairs are worth.
    pub fn new(may: Vec<u128>, between: Vec<Vec<(usize, i64)>>, least: usize, most: usize) -> Self {
        let partners = between.into_iter().zip(&may).map(|(list, meets)| {
            let near = list.into_iter().filter(|(other, _)| meets >> other & 1 == 1);
            let mut list: Vec<(i64, usize)> = near.map(|(other, worth)| (worth, other)).collect();
            greatest_first(&mut list);
            list
        });
        Self { partners: partners.collect(), may, least, most }
    }

    pub fn len(&self) -> usize {
        self.may.len()
    }

    /// All others.
    pub fn all(&self) -> u128 {
        (0..self.len()).map(|at| 1u128 << at).sum()
    }

    pub fn seats(&self, chosen: usize) -> Seats {
        Seats { room: self.most.saturating_sub(chosen + 1), must: self.least.saturating_sub(chosen + 1) }
    }

    /// The best of each colour of these partners that are open, as many as there is room for; `tell` hears of each.
    pub fn of_partners(
        &self,
        list: &[(i64, usize)],
        open: u128,
        room: usize,
        colours: &mut Vec<u128>,
        mut tell: impl FnMut(usize),
    ) -> i64 {
        colours.clear();
        let mut sum = 0;
        for &(share, at) in list.iter().filter(|(_, at)| open >> at & 1 == 1) {
            if self.takes_colour(at, colours) {
                if colours.len() > room {
                    break;
                }
                sum += share;
                tell(at);
            }
        }
        sum
    }

    /// The best of each colour of these hopes, which stand greatest first: as many as must be, then those above nothing while there is
    /// room. None if there are fewer colours than must be chosen.
    pub fn of_colours(
        &self,
        hopes: &[(i64, usize)],
        seats: Seats,
        colours: &mut Vec<u128>,
        mut tell: impl FnMut(usize),
    ) -> Option<i64> {
        colours.clear();
        let mut sum = 0;
        for &(hope, at) in hopes {
            if colours.len() >= if hope > 0 { seats.room } else { seats.must } {
                break;
            }
            if self.takes_colour(at, colours) {
                sum += hope;
                tell(at);
            }
        }
        (colours.len() >= seats.must).then_some(sum)
    }

    /// Whether this one takes a colour of its own, as it may meet someone of each that there is.
    fn takes_colour(&self, at: usize, colours: &mut Vec<u128>) -> bool {
        match colours.iter_mut().find(|colour| **colour & self.may[at] == 0) {
            Some(colour) => {
                *colour |= 1 << at;
                false
            }
            None => {
                colours.push(1 << at);
                true
            }
        }
    }
}

/// The bits that are set, from the lowest.
pub(super) fn each(mut set: u128) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let at = set.trailing_zeros() as usize;
        (set != 0).then(|| {
            set &= set - 1;
            at
        })
    })
}

/// Sorts, the greatest first.
pub(super) fn greatest_first(list: &mut [(i64, usize)]) {
    list.sort_unstable_by(|a, b| b.cmp(a));
}
