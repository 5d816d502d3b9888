//! The firms on a map, told apart by number and colour.

use std::borrow::Cow;

use dure_pool::{FirmNo, GroupAccount, MapWords};
use dure_texts::{Lang, formation as texts};
use dure_ui::words;
use maud::{Markup, html};

use super::{count, group_name};
use crate::studio::actions::Scene;

/// Firms up to which all are on the map; of more only the groups that the page lists, or the dots would be too small to touch.
const MOST_SHOWN: usize = 600;

/// The map with its caption. A dot leads to the firm's row; the list below says the same.
pub fn figure(lang: Lang, scene: &Scene, listed: &[GroupAccount]) -> Markup {
    let whole = scene.contents.firms.len() <= MOST_SHOWN;
    let members = || listed.iter().flat_map(|group| group.members.iter().copied());
    let map = if whole {
        Cow::Borrowed(&scene.map)
    } else {
        Cow::Owned(scene.map_of(&members().collect::<Vec<FirmNo>>()))
    };
    let firm = |number: FirmNo| {
        let name = &scene.firm(number).name;
        match scene.grouping.of[number as usize] {
            Some(group) => texts::dot_in_group(lang, name.clone(), group_name(lang, scene, group)),
            None => texts::dot_left_out(lang, name.clone()),
        }
    };
    let place = |place| words::place(lang, place).to_owned();
    let group = |group: u32| group.to_string();
    let href = |number: FirmNo| Some(super::firm_page(scene, number));
    let title = texts::map_title(lang, count(scene.account.groups.len()));
    let words = MapWords { title: &title, firm: &firm, place: &place, group: &group, href: &href };
    html! {
        figure class="figure" {
            (map.svg(&words))
            figcaption {
                @if !whole { (texts::map_note_many(lang)) " " }
                (texts::map_note(lang))
                @if !map.nowhere.is_empty() { " " (texts::map_nowhere(lang, count(map.nowhere.len()))) }
            }
        }
    }
}
