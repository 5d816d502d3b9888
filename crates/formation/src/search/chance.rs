//! Seeded chance: xoshiro256++, the same on every machine.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

pub(crate) struct Chance(Xoshiro256PlusPlus);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    /// A generator of its own for part `number` of the work.
    pub fn part(seed: u64, number: u64) -> Self {
        Self::new(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(number))
    }

    pub fn bits(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A number below `count`, for counts below 2^32.
    pub fn below(&mut self, count: usize) -> usize {
        scaled(self.0.next_u64() >> 32, 32, count)
    }

    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        (!list.is_empty()).then(|| &list[self.below(list.len())])
    }
}

/// `bits` random bits as a number below `count`.
pub(crate) fn scaled(random: u64, bits: u32, count: usize) -> usize {
    ((random * count as u64) >> bits) as usize
}

/// `-ln(u)` at the middle of 4,096 equal parts of (0, 1): the losses that a temperature of 1 accepts.
pub(crate) struct Losses(Box<[f32; 4096]>);

impl Losses {
    pub fn new() -> Self {
        let mut table = Box::new([0.0; 4096]);
        for (at, loss) in table.iter_mut().enumerate() {
            *loss = -((at as f64 + 0.5) / 4096.0).ln() as f32;
        }
        Self(table)
    }

    /// The least gain that is accepted, from the upper twelve of 64 random bits.
    pub fn floor(&self, temperature: f32, random: u64) -> i32 {
        -(temperature * self.0[(random >> 52) as usize]) as i32
    }
}
