//! Chance that repeats: a generator for each kind of thing, so that one more firm does not change
//! what the meetings draw.

use dure_domain::{Id, Moment, uuid_v4, uuid_v7};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// A stream of chance.
pub(crate) struct Dice(ChaCha8Rng);

impl Dice {
    /// The stream that `seed` and the name of what is drawn lead to.
    pub fn of(seed: u64, name: &str) -> Self {
        // FNV-1a: the standard library's hasher may change between versions.
        let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
        });
        Self(ChaCha8Rng::seed_from_u64(seed ^ hash))
    }

    /// A number below `end`; 0 when `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX).max(1);
        // Multiplying spreads 64 bits over the range; the bias is below 2^-40 for ranges such as ours.
        let spread = (u128::from(self.0.next_u64()) * u128::from(end)) >> 64;
        usize::try_from(spread).unwrap_or(0)
    }

    /// A number from `from` to `to`, both included.
    pub fn between(&mut self, from: i32, to: i32) -> i32 {
        let width = usize::try_from(to.saturating_sub(from)).unwrap_or(0).saturating_add(1);
        from.saturating_add(i32::try_from(self.below(width)).unwrap_or(0))
    }

    /// True `percent` times of a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of the list; the list must not be empty.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    /// Another order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }

    /// A new identifier made at `at`.
    pub fn id<I: Id>(&mut self, at: Moment) -> I {
        let mut bytes = [0; 10];
        self.0.fill_bytes(&mut bytes);
        I::from_uuid(uuid_v7(at, bytes))
    }

    /// A new identifier from which nothing can be told, drawn from as much of the stream as [`Self::id`].
    pub fn random_id<I: Id>(&mut self) -> I {
        let mut drawn = [0; 10];
        self.0.fill_bytes(&mut drawn);
        let mut seed = [0; 32];
        seed[..10].copy_from_slice(&drawn);
        let mut bytes = [0; 16];
        ChaCha8Rng::from_seed(seed).fill_bytes(&mut bytes);
        I::from_uuid(uuid_v4(bytes))
    }
}
