//! Where chance comes from: one seeded generator per running program.

use std::sync::{Mutex, PoisonError};

use rand::Rng;
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;

/// A source of unpredictable bytes (ChaCha20), seeded once from the machine or, in tests, by hand.
pub struct Chance(Mutex<ChaCha20Rng>);

impl Chance {
    /// Seeded from the machine's entropy: for secrets and identifiers of a running server.
    #[allow(clippy::disallowed_methods)]
    pub fn from_machine() -> Self {
        Self(Mutex::new(rand::make_rng()))
    }

    /// Seeded by hand: the same bytes on every machine.
    pub fn seeded(seed: u64) -> Self {
        Self(Mutex::new(ChaCha20Rng::seed_from_u64(seed)))
    }

    /// The next `N` bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut bytes);
        bytes
    }
}
