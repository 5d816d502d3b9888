//! Why this helper: the parts add up to the score exactly.

use maud::{Markup, html};

/// One part of a score.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its kind, 1 to 6: the colour is the same for the same kind on every screen.
    pub kind: u8,
    /// What it is for, ready to read.
    pub words: Markup,
    /// How much it adds, in points; a part below zero takes away.
    pub points: f64,
}

/// The words around a score.
pub struct ScoreWords<'a> {
    /// What the bar says to screen readers: the score and its parts.
    pub bar: &'a str,
    /// The line that opens the list of parts.
    pub open: &'a str,
    /// The name of the sum.
    pub total: &'a str,
}

/// A bar of the parts, and on demand the list of them with the sum. `longest` is the score of the
/// first helper in the list, so that bars compare.
pub fn score(words: &ScoreWords<'_>, parts: &[Part], longest: f64) -> Markup {
    let total: i64 = parts.iter().map(|part| hundredths(part.points)).sum();
    html! {
        div class="score" {
            (bar(words.bar, parts, longest))
            (super::unfold::plain(words.open, html! {
                ul class="score-parts" {
                    @for part in parts {
                        li {
                            span class={ "dot part-" (part.kind) } {}
                            span { (part.words) }
                            span class="amount" { (points(hundredths(part.points))) }
                        }
                    }
                    li class="score-total" { span { (words.total) } span class="amount" { (points(total)) } }
                }
            }))
        }
    }
}

fn bar(label: &str, parts: &[Part], longest: f64) -> Markup {
    let scale = if longest > 0.0 { 100.0 / longest } else { 0.0 };
    let adding = parts.iter().filter(|part| part.points > 0.0);
    let pieces = adding.scan(0.0, |end, part| {
        let (start, width) = (*end, part.points * scale);
        *end += width;
        Some((part.kind, format!("{start:.2}"), format!("{width:.2}")))
    });
    html! {
        svg class="score-bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label=(label) {
            @for (kind, start, width) in pieces { rect class={ "part-" (kind) } x=(start) width=(width) height="10" {} }
        }
    }
}

/// Whole hundredths, so that what is shown adds up to the sum that is shown.
fn hundredths(points: f64) -> i64 {
    (points * 100.0).round() as i64
}

fn points(hundredths: i64) -> String {
    format!("{:.2}", hundredths as f64 / 100.0)
}

/// Reasons in short: (kind of reason, what it is). `label` says what they are reasons for.
pub fn chips(label: &str, reasons: &[(String, String)]) -> Markup {
    html! {
        ul class="reasons" aria-label=(label) {
            @for (kind, words) in reasons { li class="reason" { b { (kind) } (words) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_fill_the_bar_of_the_best() {
        let part = |kind, points| Part { kind, words: html! { "x" }, points };
        let parts = [part(1, 3.0), part(2, 1.0), part(3, -0.5)];
        let shown = score(&ScoreWords { bar: "b", open: "o", total: "t" }, &parts, 4.0).0;
        assert!(shown.contains(r#"x="0.00" width="75.00""#));
        assert!(shown.contains(r#"x="75.00" width="25.00""#));
        assert_eq!(shown.matches("<rect").count(), 2);
        assert!(shown.contains(">3.50<"), "the sum is of all parts");
    }
}
