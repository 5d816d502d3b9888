//! Head counts.

use super::plain;
use crate::sheet::Cell;

/// Reads a number of people: `20`, `약 20명`, `1,200`, `20여명`, `20명(상시)`. `None` when it is
/// none, or a range.
pub fn parse_count(cell: &Cell) -> Option<u32> {
    let text = plain(&cell.text());
    let outside = text.split('(').next().unwrap_or("");
    let bare: String = outside.chars().filter(|c| !c.is_whitespace() && *c != ',').collect();
    let bare = bare.trim_start_matches('약').trim_start_matches("총");
    let bare = bare.trim_end_matches(['명', '인']).trim_end_matches(['여', '약']);
    bare.parse().ok().filter(|count| *count <= 10_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn head_counts_are_read() {
        for (text, count) in [
            ("20", 20),
            ("약 20명", 20),
            ("1,200", 1_200),
            ("20여 명", 20),
            ("35인", 35),
            ("12명(상시 10)", 12),
        ] {
            assert_eq!(parse_count(&Cell::from_text(text)), Some(count), "{text}");
        }
        assert_eq!(parse_count(&Cell::Number(7.0)), Some(7));
        for text in ["20~30", "많음", "-5", "2.5", "99999999999"] {
            assert_eq!(parse_count(&Cell::from_text(text)), None, "{text}");
        }
    }
}
