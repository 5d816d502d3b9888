//! The map as SVG: classes only, so that a strict content policy lets it be; the reader of the page brings colours.
//!
//! Classes: `pool-map`; `pool-dot` with `pool-group-0` to `pool-group-11` or `pool-left`; `pool-place`; `pool-link`.

use dure_domain::Place;
use maud::{Markup, html};

use super::{Map, MapPoint};
use crate::firm::FirmNo;

/// Colours that groups take in turn; numbers tell them apart where colours return.
pub const COLOURS: u32 = 12;

/// The words of a map, and where its dots lead.
pub struct MapWords<'a> {
    /// What the map shows, for those who do not see it.
    pub title: &'a str,
    /// What a dot is: name of the firm and its group.
    pub firm: &'a dyn Fn(FirmNo) -> String,
    /// The name of a place.
    pub place: &'a dyn Fn(Place) -> String,
    /// How a group is numbered for people.
    pub group: &'a dyn Fn(u32) -> String,
    /// Where a dot leads; none if nowhere.
    pub href: &'a dyn Fn(FirmNo) -> Option<String>,
}

impl Map {
    /// The SVG.
    pub fn svg(&self, words: &MapWords<'_>) -> Markup {
        // A picture may hold no links for those who do not see it; a group may.
        let linked = self.points.iter().any(|point| (words.href)(point.firm).is_some());
        let role = if linked { "group" } else { "img" };
        let view = format!("0 0 {:.0} {:.0}", self.width, self.height);
        html! {
            svg.pool-map viewBox=(view) role=(role) aria-label=(words.title) xmlns="http://www.w3.org/2000/svg" {
                g { @for point in &self.points { (self.dot(point, words)) } }
                g { @for label in &self.labels {
                    text.pool-place x=(one(label.x)) y=(one(label.y)) text-anchor="middle" { ((words.place)(label.place)) }
                } }
            }
        }
    }

    fn dot(&self, point: &MapPoint, words: &MapWords<'_>) -> Markup {
        let drawn = html! {
            g class=(class(point.group)) data-firm=(point.firm) data-group=[point.group] {
                title { ((words.firm)(point.firm)) }
                circle cx=(one(point.x)) cy=(one(point.y)) r=(one(self.dot)) {}
                @if let Some(group) = point.group.filter(|_| self.dot >= 6.0) {
                    text x=(one(point.x)) y=(one(point.y)) text-anchor="middle" dominant-baseline="central" font-size=(one(self.dot * 1.15)) { ((words.group)(group)) }
                }
            }
        };
        match (words.href)(point.firm) {
            Some(href) => html! { a href=(href) { (drawn) } },
            None => drawn,
        }
    }
}

fn class(group: Option<u32>) -> String {
    group.map_or_else(
        || "pool-dot pool-left".to_owned(),
        |group| format!("pool-dot pool-group-{}", group % COLOURS),
    )
}

/// One decimal is finer than a screen.
fn one(number: f64) -> String {
    format!("{number:.1}")
}
