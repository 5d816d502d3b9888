//! Icons, drawn once in `ui/src/icons.svg` and referred to by name. An icon never stands for a word;
//! it stands beside one and is silent for screen readers.

use maud::{Markup, Render, html};

use super::assets;

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// What an icon says.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Icon { $($(#[$doc])* $name,)* }

        impl Icon {
            /// Every icon.
            #[cfg(test)]
            const ALL: &[Self] = &[$(Self::$name,)*];

            const fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

icons! {
    /// As the device does.
    Auto = "auto",
    /// Put a file to it.
    Attach = "attach",
    /// Back to where one came from.
    Back = "back",
    /// Somebody asks for you.
    Bell = "bell",
    /// Take a picture.
    Camera = "camera",
    /// Yes.
    Check = "check",
    /// Waiting, time.
    Clock = "clock",
    /// Away with it.
    Close = "close",
    /// Copy.
    Copy = "copy",
    /// Dark screen.
    Dark = "dark",
    /// Said no.
    Declined = "declined",
    /// Delete.
    Delete = "delete",
    /// A difficulty (life ring).
    Difficulty = "difficulty",
    /// Reached.
    Done = "done",
    /// Take as a file.
    Download = "download",
    /// Change.
    Edit = "edit",
    /// Expert.
    Expert = "expert",
    /// Who may see.
    Eye = "eye",
    /// Narrow a list.
    Filter = "filter",
    /// A member firm.
    Firm = "firm",
    /// See all of it.
    Fit = "fit",
    /// A milestone.
    Flag = "flag",
    /// Onwards.
    Forward = "forward",
    /// Give and take.
    Give = "give",
    /// A group.
    Group = "group",
    /// Help offered.
    Handshake = "handshake",
    /// Today.
    Home = "home",
    /// For information.
    Info = "info",
    /// Kept knowledge.
    Knowledge = "knowledge",
    /// Language.
    Language = "language",
    /// Sign out.
    Leave = "leave",
    /// Light screen.
    Light = "light",
    /// Not for everyone.
    Lock = "lock",
    /// Mail.
    Mail = "mail",
    /// Meeting, calendar.
    Meeting = "meeting",
    /// Less.
    Minus = "minus",
    /// Who knows whom.
    Network = "network",
    /// Next, opens.
    Next = "next",
    /// A remark.
    Note = "note",
    /// The secretariat: a desk.
    Office = "office",
    /// Reached in part.
    Partly = "partly",
    /// Passed on to somebody else.
    Pass = "pass",
    /// A person.
    Person = "person",
    /// Telephone.
    Phone = "phone",
    /// A place.
    Place = "place",
    /// Add.
    Plus = "plus",
    /// Before.
    Previous = "previous",
    /// Print.
    Print = "print",
    /// Support programme.
    Programme = "programme",
    /// Pulse of a group.
    Pulse = "pulse",
    /// Answer.
    Reply = "reply",
    /// Equipment, know-how and the like.
    Resource = "resource",
    /// Search.
    Search = "search",
    /// Send, ask.
    Send = "send",
    /// Settings.
    Settings = "settings",
    /// Standing out.
    Star = "star",
    /// Groups being drafted.
    Studio = "studio",
    /// Bring in a file.
    Upload = "upload",
    /// Take care.
    Warning = "warning",
    /// Money.
    Won = "won",
}

impl Render for Icon {
    fn render(&self) -> Markup {
        html! {
            @if let Some(sprite) = assets::url("icons.svg") {
                svg class="icon" aria-hidden="true" { use href={ (sprite) "#" (self.name()) } {} }
            }
        }
    }
}

/// The mark of Dure: five people in a round, each with an arm over the next one's shoulder.
pub fn logo() -> Markup {
    html! {
        svg class="logo" viewBox="0 0 24 24" width="32" height="32" aria-hidden="true" {
            path d=(ARMS) fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" {}
            g class="logo-heads" {
                @for (x, y) in HEADS { circle cx=(x) cy=(y) r="1.9" {} }
            }
        }
    }
}

const ARMS: &str = "M15.49 3.27Q18.67 7.23 15.54 12.64 M21.38 12.62Q18.60 16.87 12.48 15.57 M14.31 21.11Q9.41 19.78 8.76 13.56 M4.05 17.01Q3.80 11.94 9.51 9.40 M4.78 5.99Q9.52 4.18 13.70 8.83";
const HEADS: [(&str, &str); 5] =
    [("12", "2.7"), ("20.84", "9.13"), ("17.47", "19.52"), ("6.53", "19.52"), ("3.16", "9.13")];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_is_drawn() {
        let sprite = include_str!("../../../ui/src/icons.svg");
        for icon in Icon::ALL {
            assert!(sprite.contains(&format!("id=\"{}\"", icon.name())), "{icon:?} is not in icons.svg");
        }
        assert_eq!(sprite.matches("<symbol").count(), Icon::ALL.len());
    }
}
