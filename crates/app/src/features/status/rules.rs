//! What is worth a warning.

use dure_domain::Moment;

/// A backup older than so many days is a warning.
const BACKUP_DAYS: i64 = 7;
/// Less room than this on the disk is a warning, in bytes.
const LITTLE_ROOM: u64 = 1_000_000_000;
/// Work that waits for longer than this is stuck, in minutes.
const STUCK_MINUTES: i64 = 10;

/// Whether the last backup is too long ago, or there was none.
pub fn backup_is_old(made_at: Option<Moment>, now: Moment) -> bool {
    made_at.is_none_or(|at| at < now.plus_days(-BACKUP_DAYS))
}

/// Whether the disk is about to be full.
pub const fn room_is_little(bytes: u64) -> bool {
    bytes < LITTLE_ROOM
}

/// Whether work has waited for so long that nobody seems to do it.
pub fn is_stuck(waiting_since: Option<Moment>, now: Moment) -> bool {
    waiting_since.is_some_and(|since| since < now.plus_secs(-60 * STUCK_MINUTES))
}

/// Bytes in the unit that people read: `52 GB`, `1.4 GB`, `730 KB`.
pub fn bytes(number: u64) -> String {
    const UNITS: [&str; 5] = ["B", "KB", "MB", "GB", "TB"];
    let mut unit = 0;
    let mut tenths = number.saturating_mul(10);
    while tenths >= 10_000 && unit + 1 < UNITS.len() {
        tenths /= 1_000;
        unit += 1;
    }
    let (whole, tenth) = (tenths / 10, tenths % 10);
    let text = if whole < 10 && tenth > 0 { format!("{whole}.{tenth}") } else { whole.to_string() };
    format!("{text} {}", UNITS[unit])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NOW: Moment = Moment::from_millis(1_795_395_600_000);

    #[test]
    fn bytes_are_read_at_a_glance() {
        assert_eq!(bytes(0), "0 B");
        assert_eq!(bytes(999), "999 B");
        assert_eq!(bytes(1_000), "1 KB");
        assert_eq!(bytes(1_449_999), "1.4 MB");
        assert_eq!(bytes(52_000_000_000), "52 GB");
    }

    #[test]
    fn what_waits_too_long_is_told() {
        assert!(backup_is_old(None, NOW) && backup_is_old(Some(NOW.plus_days(-8)), NOW));
        assert!(!backup_is_old(Some(NOW.plus_days(-7)), NOW));
        assert!(is_stuck(Some(NOW.plus_secs(-601)), NOW) && !is_stuck(Some(NOW.plus_secs(-600)), NOW));
        assert!(!is_stuck(None, NOW));
        assert!(room_is_little(999_999_999) && !room_is_little(1_000_000_000));
    }

    proptest! {
        #[test]
        fn bytes_have_at_most_three_digits_up_to_a_thousand_terabytes(number in 0..999_000_000_000_000_u64) {
            let text = bytes(number);
            let digits = text.chars().filter(char::is_ascii_digit).count();
            prop_assert!((1..=3).contains(&digits), "{}", text);
        }
    }
}
