//! The menu: rooms as tabs under the thumb on a phone, as a rail on a desk in which the open room unfolds its list.

use std::borrow::Cow;

use dure_texts::{Lang, shell as texts};
use dure_ui::icons::Icon;
use maud::{Markup, html};

use super::places::{self, Offered, Place};
use super::rooms::Room;
use crate::access::Viewer;
use crate::settings::Settings;

/// What the menu shows to one viewer at one address.
pub struct Menu<'a> {
    lang: Lang,
    settings: &'a Settings,
    offered: Vec<Offered>,
    here: Option<usize>,
    itself: bool,
}

impl<'a> Menu<'a> {
    /// The menu of this viewer, `request` is path and query of the page.
    pub fn of(lang: Lang, places: &[Place], viewer: &Viewer, request: &str, settings: &'a Settings) -> Self {
        let offered = places::offered(places, viewer);
        let here = places::here(&offered, request);
        let itself = here.is_some_and(|at| offered[at].is_itself(request));
        Self { lang, settings, offered, here, itself }
    }

    fn called<'b>(&self, words: &'b str) -> Cow<'b, str> {
        self.settings.called(self.lang, words)
    }

    fn open(&self) -> Option<Room> {
        self.offered.get(self.here?)?.room
    }

    fn places(&self, room: Room) -> impl Iterator<Item = (usize, &Offered)> {
        self.offered.iter().enumerate().filter(move |(_, place)| place.room == Some(room))
    }

    /// How a place is marked: `page` where one is, `true` above it.
    fn mark(&self, at: usize) -> Option<&'static str> {
        (self.here == Some(at)).then_some(if self.itself { "page" } else { "true" })
    }

    /// Tabs on a phone, a rail on a desk.
    pub fn rail(&self) -> Markup {
        let lang = self.lang;
        html! {
            nav class="side" aria-label=(texts::rooms(lang)) {
                ul class="side-list" { @for room in Room::ALL { (self.room(room)) } }
                @for act in self.offered.iter().filter(|place| place.room.is_none()) {
                    a class="button side-act" href=(act.href) { (Icon::Plus) ((act.words)(lang)) }
                }
            }
        }
    }

    fn room(&self, room: Room) -> Markup {
        let lang = self.lang;
        // The front of a room, or else what its list has first.
        let Some((at, front)) = self.places(room).min_by_key(|(_, place)| place.listed) else {
            return html! {};
        };
        let open = self.open() == Some(room);
        // A place that the list shows is marked there; the room's name then says what it belongs to.
        let mark =
            if front.listed { open.then_some("true") } else { self.mark(at).or(open.then_some("true")) };
        html! {
            li {
                a class="side-link" href=(front.href) aria-current=[mark] aria-label=(self.called(room.words(lang))) {
                    (room.icon()) span class="side-tab" { (self.called(room.tab(lang))) } span class="side-words" { (self.called(room.words(lang))) }
                }
                @if open { (self.short_list(room, "side-room")) }
            }
        }
    }

    /// The open room's list above a page of it, on a phone. The front pages of a group and of the office lead on by
    /// doors instead.
    pub fn tabs(&self) -> Markup {
        match self.open() {
            Some(room @ (Room::Help | Room::Find)) if self.itself => html! {
                nav class="room-tabs" aria-label=(self.called(room.words(self.lang))) { (self.short_list(room, "room-list")) }
            },
            _ => html! {},
        }
    }

    fn short_list(&self, room: Room, class: &str) -> Markup {
        let listed: Vec<_> = self.places(room).filter(|(_, place)| place.listed).collect();
        html! {
            @if !listed.is_empty() {
                ul class=(class) {
                    @for (at, place) in listed {
                        li { a href=(place.href) aria-current=[self.mark(at)] { (self.called((place.words)(self.lang))) } }
                    }
                }
            }
        }
    }
}

/// What a room's list has for this viewer: (address, words), for a front page that shows it as doors.
pub fn doors(lang: Lang, places: &[Place], viewer: &Viewer, room: Room) -> Vec<(String, &'static str)> {
    let offered = places::offered(places, viewer);
    let inside = offered.into_iter().filter(|place| place.room == Some(room) && place.listed);
    inside.map(|place| (place.href, (place.words)(lang))).collect()
}
