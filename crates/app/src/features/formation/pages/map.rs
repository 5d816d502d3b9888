//! The firms on a map, told apart by number and colour.

use dure_pool::{FirmNo, MapWords};
use dure_texts::{Lang, formation as texts};
use maud::{Markup, html};

use super::{count, group_name};
use crate::features::formation::actions::Scene;
use crate::ui::words;

/// The map with its caption. A dot leads to the firm's row; the list below says the same.
pub fn figure(lang: Lang, scene: &Scene) -> Markup {
    let map = &scene.map;
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
                (texts::map_note(lang))
                @if !map.nowhere.is_empty() { " " (texts::map_nowhere(lang, count(map.nowhere.len()))) }
            }
        }
    }
}
