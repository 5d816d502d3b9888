//! The picture as the scripts read it; see `ui/src/scripts/network-data.ts`.

use dure_domain::{FirmId, Sector};
use dure_texts::Lang;
use dure_ui::words;
use serde::Serialize;

use super::actions::Network;
use super::pages::kind_name;

/// The answer to `data-network-src`.
#[derive(Debug, Serialize)]
pub struct Json {
    nodes: Vec<Node>,
    edges: Vec<Edge>,
}

#[derive(Debug, Serialize)]
struct Node {
    id: FirmId,
    label: String,
    href: String,
    weight: usize,
    part: u8,
    note: String,
}

#[derive(Debug, Serialize)]
struct Edge {
    from: FirmId,
    to: FirmId,
    kind: String,
    label: &'static str,
    weight: i64,
    part: u8,
}

/// A sector as the roster writes it.
pub fn sector(text: Option<&str>) -> Option<Sector> {
    serde_json::from_value(serde_json::Value::from(text?)).ok()
}

/// Colour and sign of a sector; the sign says the same to who sees no colours.
pub const fn mark(sector: Option<Sector>) -> (u8, &'static str) {
    match sector {
        Some(Sector::MachineryMetal) => (1, "■"),
        Some(Sector::ElectricalMedical) => (2, "●"),
        Some(Sector::ConstructionEnvironment) => (3, "▲"),
        Some(Sector::Other) => (4, "◆"),
        None => (5, "○"),
    }
}

/// The picture.
pub fn json(lang: Lang, network: &Network) -> Json {
    let node = |(id, partners): &(FirmId, usize)| {
        let shown = network.firms.get(id)?;
        let sector = sector(shown.sector.as_deref());
        let (part, sign) = mark(sector);
        let mut note = network.groups.get(id).cloned().unwrap_or_default();
        note.extend(sector.map(|sector| words::sector(lang, sector).to_owned()));
        Some(Node {
            id: *id,
            label: format!("{sign} {}", shown.name),
            href: format!("/firms/{id}"),
            weight: *partners,
            part,
            note: note.join(" · "),
        })
    };
    let edge = |tie: &super::rules::Tie| Edge {
        from: tie.from,
        to: tie.to,
        kind: tie.kind.to_string(),
        label: kind_name(lang, tie.kind),
        weight: tie.times,
        part: tie.kind.part(),
    };
    Json {
        nodes: network.picture.firms.iter().filter_map(node).collect(),
        edges: network.picture.ties.iter().map(edge).collect(),
    }
}
