//! Where dots go: an equirectangular projection of the middle of the pool, with firms of one place spread in a spiral around it and
//! crowded places pushed apart until no two cover each other.

use std::collections::BTreeMap;

use dure_domain::{LatLon, Place};
use dure_formation::Grouping;

use super::{Label, Map, MapPoint};
use crate::firm::{Firm, FirmNo};

/// Width of the drawing.
const WIDTH: f64 = 1_000.0;
/// Room around the dots.
const MARGIN: f64 = 30.0;
/// Height of a label with its gap.
const LABEL: f64 = 26.0;
/// Width of a letter of a label, in Latin script.
const LETTER: f64 = 10.0;
/// Rounds of pushing crowded places apart.
const ROUNDS: usize = 400;
/// Angle between two dots of a spiral: the golden angle, so that they lie evenly.
const TURN: f64 = 2.399_963_229_728_653;

/// Firms at one place.
struct Spot {
    x: f64,
    y: f64,
    radius: f64,
    firms: Vec<FirmNo>,
    place: Option<Place>,
}

pub(super) fn lay_out(firms: &[Firm], grouping: &Grouping) -> Map {
    let group = |firm: FirmNo| grouping.of.get(firm as usize).copied().flatten();
    let nowhere = (0..firms.len() as FirmNo).filter(|firm| firms[*firm as usize].at().is_none()).collect();
    let dot = (200.0 / (firms.len().max(1) as f64).sqrt()).clamp(4.0, 11.0);
    let (mut spots, height) = spots(firms, dot);
    push_apart(&mut spots);
    let mut map = Map { points: Vec::new(), nowhere, labels: Vec::new(), dot, width: WIDTH, height };
    for spot in &mut spots {
        // Members of one group lie side by side.
        spot.firms.sort_by_key(|firm| (group(*firm).is_none(), group(*firm), *firm));
        for (at, &firm) in spot.firms.iter().enumerate() {
            let (x, y) = spiral(at, spot.firms.len(), dot);
            map.points.push(MapPoint { x: spot.x + x, y: spot.y + y, firm, group: group(firm) });
        }
        if let Some(place) = spot.place {
            map.labels.push(Label { x: spot.x, y: spot.y - spot.radius - 6.0, place });
        }
    }
    map.points.sort_by_key(|point| point.firm);
    fit(&mut map);
    map
}

/// Dots of one place: one in the middle, up to six in a ring, more in a spiral.
fn spiral(at: usize, of: usize, dot: f64) -> (f64, f64) {
    let step = 2.3 * dot;
    let (radius, angle) = match of {
        1 => (0.0, 0.0),
        2..=6 => (
            step / (2.0 * (std::f64::consts::PI / of as f64).sin()),
            std::f64::consts::TAU * at as f64 / of as f64,
        ),
        _ => (step * 0.58 * (at as f64 + 0.5).sqrt(), TURN * at as f64),
    };
    (radius * angle.cos(), radius * angle.sin())
}

fn spots(firms: &[Firm], dot: f64) -> (Vec<Spot>, f64) {
    let mut at: BTreeMap<(u64, u64), (LatLon, Vec<FirmNo>)> = BTreeMap::new();
    for (number, firm) in (0..).zip(firms) {
        if let Some(point) = firm.at() {
            let entry = at.entry((point.lat.to_bits(), point.lon.to_bits())).or_insert((point, Vec::new()));
            entry.1.push(number);
        }
    }
    let bounds = |of: fn(LatLon) -> f64| {
        at.values()
            .map(|(point, _)| of(*point))
            .fold((f64::MAX, f64::MIN), |(low, high), v| (low.min(v), high.max(v)))
    };
    let ((south, north), (west, east)) = (bounds(|point| point.lat), bounds(|point| point.lon));
    let narrowing = ((south + north) / 2.0).to_radians().cos().abs().max(0.05);
    let wide = ((east - west) * narrowing).max(1e-9);
    let tall = (north - south).max(1e-9);
    let scale = ((WIDTH - 2.0 * MARGIN) / wide).min((1.2 * WIDTH) / tall).min(20_000.0);
    let spot = |(point, firms_here): (LatLon, Vec<FirmNo>)| Spot {
        x: MARGIN + (point.lon - west) * narrowing * scale,
        y: MARGIN + LABEL + (north - point.lat) * scale,
        radius: firms_here
            .iter()
            .enumerate()
            .map(|(at, _)| {
                let (x, y) = spiral(at, firms_here.len(), dot);
                x.hypot(y)
            })
            .fold(0.0, f64::max)
            + 1.2 * dot,
        place: firms_here.iter().find_map(|firm| firms[*firm as usize].place),
        firms: firms_here,
    };
    let spots: Vec<Spot> = at.into_values().map(spot).collect();
    (spots, tall * scale + 2.0 * MARGIN + LABEL)
}

/// Pushes overlapping places apart, each by half, until none overlap or the rounds are over.
fn push_apart(spots: &mut [Spot]) {
    for _ in 0..ROUNDS {
        let mut moved = false;
        for a in 0..spots.len() {
            for b in a + 1..spots.len() {
                let (dx, dy) = (spots[b].x - spots[a].x, spots[b].y - spots[a].y);
                let apart = dx.hypot(dy);
                // The name of a place stands above it, and needs room as well.
                let wanted = spots[a].radius + spots[b].radius + LABEL;
                if apart >= wanted {
                    continue;
                }
                let (ux, uy) = if apart > 1e-6 { (dx / apart, dy / apart) } else { (1.0, 0.0) };
                let push = (wanted - apart) / 2.0 + 0.01;
                spots[a].x -= ux * push;
                spots[a].y -= uy * push;
                spots[b].x += ux * push;
                spots[b].y += uy * push;
                moved = true;
            }
        }
        if !moved {
            return;
        }
    }
}

/// Moves everything within the frame.
fn fit(map: &mut Map) {
    // The English name is the longest.
    let half = |label: &Label| label.place.name_en().len() as f64 * LETTER / 2.0;
    let names = || map.labels.iter().flat_map(|label| [label.x - half(label), label.x + half(label)]);
    let xs = || map.points.iter().map(|point| point.x).chain(names());
    let ys = || map.points.iter().map(|point| point.y).chain(map.labels.iter().map(|label| label.y - LABEL));
    let (left, right) = (xs().fold(f64::MAX, f64::min), xs().fold(f64::MIN, f64::max));
    let (top, bottom) = (ys().fold(f64::MAX, f64::min), ys().fold(f64::MIN, f64::max));
    if left > right {
        (map.width, map.height) = (WIDTH, 2.0 * MARGIN);
        return;
    }
    let (dx, dy) = (MARGIN - left, MARGIN - top);
    map.points.iter_mut().for_each(|point| (point.x, point.y) = (point.x + dx, point.y + dy));
    map.labels.iter_mut().for_each(|label| (label.x, label.y) = (label.x + dx, label.y + dy));
    map.width = (right - left + 2.0 * MARGIN).max(2.0 * MARGIN);
    map.height = bottom - top + 2.0 * MARGIN;
}
