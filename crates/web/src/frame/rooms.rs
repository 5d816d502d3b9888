//! The rooms of the program: five, and an office. The same on a phone, where they are tabs, and on a desk.

use dure_domain::Office;
use dure_texts::{Lang, shell as texts};
use dure_ui::icons::Icon;

use crate::access::Viewer;

/// A room; its order here is the order shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// 오늘: what waits for me.
    Today,
    /// 도움: who helps us, whom do we help.
    Help,
    /// 우리 교류회: when do we meet, who is in it.
    Group,
    /// 찾기: who and what there is.
    Find,
    /// 사무국: what the secretariat keeps.
    Office,
}

impl Room {
    /// Every room.
    pub const ALL: [Self; 5] = [Self::Today, Self::Help, Self::Group, Self::Find, Self::Office];

    /// What it is called.
    pub fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::Today => texts::room_today(lang),
            Self::Help => texts::room_help(lang),
            Self::Group => texts::room_group(lang),
            Self::Find => texts::room_find(lang),
            Self::Office => texts::room_office(lang),
        }
    }

    /// What stands on its tab, where [`Room::words`] are too many.
    pub(super) fn tab(self, lang: Lang) -> &'static str {
        if self == Self::Group { texts::room_group_tab(lang) } else { self.words(lang) }
    }

    pub(super) const fn icon(self) -> Icon {
        match self {
            Self::Today => Icon::Home,
            Self::Help => Icon::Difficulty,
            Self::Group => Icon::Group,
            Self::Find => Icon::Search,
            Self::Office => Icon::Office,
        }
    }

    /// Whether the viewer has a use for it: who runs the program and nothing else has none for the life of groups.
    pub(super) fn serves(self, viewer: &Viewer) -> bool {
        matches!(self, Self::Today | Self::Office) || !runs_the_program_alone(viewer)
    }
}

fn runs_the_program_alone(viewer: &Viewer) -> bool {
    viewer.firm.is_none()
        && viewer.holds(Office::Operator)
        && viewer.offices.iter().all(|(office, _)| *office == Office::Operator)
}
