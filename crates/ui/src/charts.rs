//! Figures drawn at the server, and the network picture with the table that says the same.

use maud::{Markup, html};

use super::icons::Icon;

/// One bar.
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// Its length, 0 or more.
    pub value: f64,
    /// The number to read, with its unit.
    pub reading: String,
}

/// Bars beside their numbers; the longest fills the width.
pub fn bars(bars: &[Bar]) -> Markup {
    let longest = bars.iter().map(|bar| bar.value).fold(0.0, f64::max);
    let width =
        |value: f64| if longest > 0.0 { format!("{:.2}", value / longest * 100.0) } else { "0".to_owned() };
    html! {
        div class="bars" {
            @for bar in bars {
                span { (bar.label) }
                svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" {
                    rect class="track" width="100" height="10" {}
                    rect class="value" width=(width(bar.value)) height="10" {}
                }
                span class="number" { (bar.reading) }
            }
        }
    }
}

/// A kind of tie in the network picture.
pub struct TieKind {
    /// `kind` of the edges in the JSON.
    pub kind: String,
    /// Its name in the legend.
    pub words: String,
    /// Its colour, 1 to 7.
    pub part: u8,
}

/// The words of the network picture.
pub struct NetworkWords<'a> {
    /// What it shows, and that a table below says the same.
    pub label: &'a str,
    /// What the check boxes do.
    pub legend: &'a str,
    /// How to read it.
    pub caption: &'a str,
    /// Makes it larger, smaller, fits all of it.
    pub zoom: [&'a str; 3],
}

/// The picture of who is tied to whom. `src` answers JSON: `{"nodes": [{"id", "label", "href",
/// "weight", "part", "note"}], "edges": [{"from", "to", "kind", "weight", "part"}]}`. It is drawn
/// where scripts and WebGL run; always put a table with the same beside it.
pub fn network(src: &str, words: &NetworkWords<'_>, kinds: &[TieKind]) -> Markup {
    let zoom = [("in", Icon::Plus), ("out", Icon::Minus), ("fit", Icon::Fit)];
    html! {
        figure class="figure scripted" {
            ul class="legend" aria-label=(words.legend) {
                @for kind in kinds {
                    li {
                        label class={ "part-" (kind.part) } {
                            input type="checkbox" checked data-network-kind=(kind.kind);
                            span class={ "dot part-" (kind.part) } {}
                            (kind.words)
                        }
                    }
                }
            }
            div class="network" data-network-src=(src) role="group" aria-label=(words.label) {
                p class="network-note" aria-live="polite" {}
                div class="network-tools" {
                    @for ((act, icon), label) in zoom.into_iter().zip(words.zoom) {
                        button class="icon-button" type="button" data-zoom=(act) aria-label=(label) { (icon) }
                    }
                }
            }
            figcaption { (words.caption) }
        }
    }
}
