//! Values of the audit in words: no keys, no words of closed lists as they are stored.

use std::collections::BTreeMap;
use std::str::FromStr;

use dure_domain::{
    AskState, DataOutlet, DataReason, Day, DifficultyStatus, FirmId, GiveKind, GroupId, InvitationState,
    MeetingKind, Moment, NeedKind, Office, PersonId, ResourceKind, SettlementState, Subject, Visibility, Won,
};
use dure_people::data_access::pieces;
use dure_texts::{Lang, history as texts};
use dure_ui::words;
use serde_json::Value;

use super::fields::{Field, Holds};
use super::redaction::{Changed, Told};

/// Names by keys.
#[derive(Debug, Default)]
pub struct Names {
    /// Of people.
    pub people: BTreeMap<PersonId, String>,
    /// Of firms.
    pub firms: BTreeMap<FirmId, String>,
    /// Of groups.
    pub groups: BTreeMap<GroupId, String>,
}

/// Keys that values hold.
#[derive(Debug, Default)]
pub struct Keys {
    /// Of people.
    pub people: Vec<PersonId>,
    /// Of firms.
    pub firms: Vec<FirmId>,
    /// Of groups.
    pub groups: Vec<GroupId>,
}

/// The keys in these changes.
pub fn keys<'a>(changes: impl Iterator<Item = &'a Changed>) -> Keys {
    let mut keys = Keys::default();
    for changed in changes {
        for told in [&changed.before, &changed.after] {
            match changed.field.holds {
                Holds::Person => keys.people.extend(read::<PersonId>(told)),
                Holds::Firm => keys.firms.extend(read::<FirmId>(told)),
                Holds::Group => keys.groups.extend(read::<GroupId>(told)),
                _ => {}
            }
        }
    }
    keys
}

fn read<T: FromStr>(told: &Told) -> Option<T> {
    match told {
        Told::Value(value) => value.as_str()?.parse().ok(),
        _ => None,
    }
}

/// A value in words.
pub fn worded(lang: Lang, kind: Option<Subject>, field: &Field, told: &Told, names: &Names) -> String {
    match told {
        Told::Nothing => texts::nothing(lang).to_owned(),
        Told::Hidden => texts::hidden(lang).to_owned(),
        Told::Value(value) => value_of(lang, kind, field, value, names),
    }
}

fn value_of(lang: Lang, kind: Option<Subject>, field: &Field, value: &Value, names: &Names) -> String {
    let text = plain(value);
    let unknown = || texts::hidden(lang).to_owned();
    match field.holds {
        Holds::Text | Holds::Contact => text,
        Holds::Yes => if value == &Value::Bool(true) { texts::yes(lang) } else { texts::no(lang) }.to_owned(),
        Holds::Day => text.parse::<Day>().map_or(text, |day| words::date(lang, day)),
        Holds::Moment => value.as_i64().map_or_else(unknown, |at| when(lang, Moment::from_millis(at))),
        Holds::Won => text.parse().map_or(text, |won| words::won(lang, Won(won))),
        Holds::Place => words::place_of(text.parse().ok())
            .map_or_else(unknown, |place| words::place(lang, place).to_owned()),
        Holds::Industry => words::industry(lang, &text).map_or(text.clone(), str::to_owned),
        Holds::Person => name(&names.people, &text).unwrap_or_else(unknown),
        Holds::Firm => name(&names.firms, &text).unwrap_or_else(unknown),
        Holds::Group => name(&names.groups, &text).unwrap_or_else(unknown),
        Holds::Word => word(lang, kind, field.name, &text).map_or_else(unknown, str::to_owned),
    }
}

/// The instant, in Korean time.
pub fn when(lang: Lang, at: Moment) -> String {
    texts::when(lang, words::date(lang, at.day()), words::clock(lang, at))
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn name<K: FromStr + Ord>(names: &BTreeMap<K, String>, key: &str) -> Option<String> {
    key.parse().ok().and_then(|key: K| names.get(&key).cloned())
}

fn word(lang: Lang, kind: Option<Subject>, field: &str, text: &str) -> Option<&'static str> {
    Some(match (field, kind?) {
        ("need", _) => words::need(lang, text.parse::<NeedKind>().ok()?),
        ("visibility", _) => words::visibility(lang, text.parse::<Visibility>().ok()?),
        ("status", _) => words::difficulty(lang, text.parse::<DifficultyStatus>().ok()?, None),
        ("office", _) => words::office(lang, text.parse::<Office>().ok()?),
        ("reason", _) => pieces::reason(lang, text.parse::<DataReason>().ok()?),
        ("what", _) => pieces::outlet(lang, text.parse::<DataOutlet>().ok()?),
        ("kind", Subject::Meeting) => words::meeting(lang, text.parse::<MeetingKind>().ok()?),
        ("kind", Subject::Resource) => words::resource(lang, text.parse::<ResourceKind>().ok()?),
        ("kind", Subject::Settlement) => words::give(lang, text.parse::<GiveKind>().ok()?),
        ("state", Subject::Ask) => words::ask(lang, text.parse::<AskState>().ok()?),
        ("state", Subject::Settlement) => words::settlement(lang, text.parse::<SettlementState>().ok()?),
        ("state", Subject::Invitation) => words::invitation(lang, text.parse::<InvitationState>().ok()?),
        _ => return None,
    })
}
