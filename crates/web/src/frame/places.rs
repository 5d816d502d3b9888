//! Where one can go. Features bring their places, each in its room; the order in a room is that of the house.

use dure_texts::Lang;

use super::rooms::Room;
use crate::access::{Row, Viewer};

/// Where a place is.
#[derive(Debug, Clone, Copy)]
enum At {
    /// The same for all, a query included.
    Path(&'static str),
    /// Another for each, such as one's own group.
    Of(fn(&Viewer) -> Option<String>),
}

/// A place in the menu. It is offered to those alone whom its row of the permission table admits.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    at: At,
    room: Option<Room>,
    row: &'static Row,
    words: fn(Lang) -> &'static str,
    listed: bool,
    serves: fn(&Viewer) -> bool,
}

impl Place {
    /// A place in a room's list; the first one that is offered is where the room's name leads.
    pub const fn new(
        room: Room,
        path: &'static str,
        row: &'static Row,
        words: fn(Lang) -> &'static str,
    ) -> Self {
        Self { at: At::Path(path), room: Some(room), row, words, listed: true, serves: |_| true }
    }

    /// A place whose address depends on who looks; none where there is none for them.
    pub const fn of(
        room: Room,
        at: fn(&Viewer) -> Option<String>,
        row: &'static Row,
        words: fn(Lang) -> &'static str,
    ) -> Self {
        Self { at: At::Of(at), room: Some(room), row, words, listed: true, serves: |_| true }
    }

    /// What one may do from anywhere on a desk: it stands under the rooms.
    pub const fn act(path: &'static str, row: &'static Row, words: fn(Lang) -> &'static str) -> Self {
        Self { at: At::Path(path), room: None, row, words, listed: true, serves: |_| true }
    }

    /// The same place as the front of its room, which the room's name leads to and its list leaves out.
    pub const fn front(self) -> Self {
        Self { listed: false, ..self }
    }

    /// The same place, for those who have a use for it.
    pub const fn serving(self, serves: fn(&Viewer) -> bool) -> Self {
        Self { serves, ..self }
    }

    /// The place as the viewer has it; none if it is not for them.
    fn offered(&self, viewer: &Viewer) -> Option<Offered> {
        let open = self.room.is_none_or(|room| room.serves(viewer));
        if !open || !(self.serves)(viewer) || self.row.admit(Some(viewer)).is_err() {
            return None;
        }
        let href = match self.at {
            At::Path(path) => path.to_owned(),
            At::Of(of) => of(viewer)?,
        };
        Some(Offered { room: self.room, href, words: self.words, listed: self.listed })
    }
}

/// A place that is offered to a viewer.
pub struct Offered {
    /// Its room; none for what one may do from anywhere.
    pub room: Option<Room>,
    /// Where it is.
    pub href: String,
    /// What it is called.
    pub words: fn(Lang) -> &'static str,
    /// Whether the room's list has it.
    pub listed: bool,
}

impl Offered {
    /// How near the place is to a request: the more, the nearer; none if the request is not below it.
    fn nearness(&self, request: &str) -> Option<(usize, bool)> {
        let (path, query) = request.split_once('?').unwrap_or((request, ""));
        let (own, asked) =
            self.href.split_once('?').map_or((self.href.as_str(), None), |(own, asked)| (own, Some(asked)));
        let below = path == own || path.strip_prefix(own).is_some_and(|rest| rest.starts_with('/'));
        let meant = asked.is_none_or(|asked| path == own && query.split('&').any(|pair| pair == asked));
        (below && meant).then_some((own.len(), asked.is_some()))
    }

    /// Whether the request is for this place itself and not for something below it.
    pub fn is_itself(&self, request: &str) -> bool {
        let path = |address: &str| address.split('?').next().unwrap_or_default().to_owned();
        path(&self.href) == path(request)
    }
}

/// What is offered to a viewer.
pub fn offered(places: &[Place], viewer: &Viewer) -> Vec<Offered> {
    places.iter().filter_map(|place| place.offered(viewer)).collect()
}

/// Which place a request belongs to: the nearest above it.
pub fn here(offered: &[Offered], request: &str) -> Option<usize> {
    let near = offered.iter().enumerate().filter_map(|(at, place)| Some((place.nearness(request)?, at)));
    near.rev().max_by_key(|(nearness, _)| *nearness).map(|(_, at)| at)
}

#[cfg(test)]
mod tests {
    use dure_texts::shell as texts;

    use super::*;

    #[test]
    fn the_nearest_place_is_marked() {
        let at = |href: &str| Offered {
            room: Some(Room::Help),
            href: href.into(),
            words: texts::room_help,
            listed: true,
        };
        let all = ["/", "/difficulties?scope=mine", "/difficulties", "/difficulties/new", "/firms"].map(at);
        let here = |request| here(&all, request).map(|at| all[at].href.as_str());
        assert_eq!(here("/"), Some("/"));
        assert_eq!(here("/firms?q=%EC%B2%A0"), Some("/firms"));
        assert_eq!(here("/difficulties/new"), Some("/difficulties/new"));
        assert_eq!(here("/difficulties?page=2&scope=mine"), Some("/difficulties?scope=mine"));
        assert_eq!(here("/difficulties?scope=minerals"), Some("/difficulties"));
        assert_eq!(here("/difficulties/7"), Some("/difficulties"));
        assert_eq!(here("/people/7"), None);
    }
}
