//! How a letter comes to its reader: by mail at once, gathered once a day, or in Dure alone.

use dure_domain::{Moment, NoticeKind, NoticeWay, PersonId};
use dure_store::Tx;
use dure_tables::{mails, notice_ways, people};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::error::Result;

/// The hour at which what was gathered goes out, Korean time.
const GATHERED_AT: i8 = 7;
/// From and until when it is night, Korean time.
const NIGHT: (i8, i8) = (21, 8);

/// What a letter of this purpose tells of; none for letters of one's own account, which always come at once and
/// are no news.
pub fn kind(purpose: &str) -> Option<NoticeKind> {
    let (feature, verb) = purpose.split_once('.')?;
    match (feature, verb) {
        ("difficulty", "ask" | "remind") => Some(NoticeKind::Asked),
        ("difficulty", _) => Some(NoticeKind::Answered),
        ("settlement", _) => Some(NoticeKind::Worth),
        ("comment", _) => Some(NoticeKind::Talk),
        ("meeting", _) => Some(NoticeKind::Meeting),
        ("founding", _) => Some(NoticeKind::Founding),
        _ => None,
    }
}

/// How a letter comes, and when it leaves.
pub struct Sending {
    /// How.
    pub way: NoticeWay,
    /// Not before this.
    pub not_before: Moment,
}

/// How many letters with news a person has not read.
///
/// # Errors
/// The database's.
pub async fn unread<C: ConnectionTrait>(db: &C, person: PersonId) -> Result<u64> {
    let unread = mails::Entity::find()
        .filter(mails::Column::PersonId.eq(person))
        .filter(mails::Column::ReadAt.is_null());
    Ok(unread.count(db).await?)
}

/// As its reader chose.
///
/// # Errors
/// The database's.
pub async fn sending(tx: &Tx, person: Option<PersonId>, purpose: &str) -> Result<Sending> {
    let now = Sending { way: NoticeWay::Now, not_before: tx.at() };
    let (Some(person), Some(kind)) = (person, kind(purpose)) else { return Ok(now) };
    let chosen = notice_ways::Entity::find_by_id((person, kind)).one(tx.db()).await?;
    let reader = people::Entity::find_by_id(person).one(tx.db()).await?;
    let quiet = reader.is_some_and(|reader| reader.quiet_at_night);
    Ok(Sending {
        way: chosen.map_or(NoticeWay::Now, |row| row.way),
        not_before: if quiet { after_the_night(tx.at()) } else { tx.at() },
    })
}

/// The next time at which what was gathered goes out.
pub fn next_gathering(now: Moment) -> Moment {
    let today = Moment::at(now.day(), GATHERED_AT, 0);
    if today > now { today } else { Moment::at(now.day().plus(1), GATHERED_AT, 0) }
}

/// The moment itself, at night the morning after.
fn after_the_night(now: Moment) -> Moment {
    let (from, until) = NIGHT;
    let hour = now.in_seoul().hour();
    match hour {
        _ if hour >= from => Moment::at(now.day().plus(1), until, 0),
        _ if hour < until => Moment::at(now.day(), until, 0),
        _ => now,
    }
}

#[cfg(test)]
mod tests {
    use dure_domain::Day;

    use super::*;

    #[test]
    fn nothing_leaves_at_night() {
        let day = Day::from_number(20_000);
        for (hour, minute, expected) in [
            (20, 59, (0, 20, 59)),
            (21, 0, (1, 8, 0)),
            (23, 59, (1, 8, 0)),
            (0, 0, (0, 8, 0)),
            (7, 59, (0, 8, 0)),
            (8, 0, (0, 8, 0)),
        ] {
            let (days, at_hour, at_minute) = expected;
            let expected = Moment::at(day.plus(days), at_hour, at_minute);
            assert_eq!(after_the_night(Moment::at(day, hour, minute)), expected, "{hour}:{minute}");
        }
    }

    #[test]
    fn what_is_gathered_leaves_at_the_next_seven() {
        let day = Day::from_number(20_000);
        assert_eq!(next_gathering(Moment::at(day, 6, 59)), Moment::at(day, 7, 0));
        assert_eq!(next_gathering(Moment::at(day, 7, 0)), Moment::at(day.plus(1), 7, 0));
    }

    #[test]
    fn letters_of_ones_account_are_no_news() {
        for purpose in ["invitation", "person.link", "status.trial", "digest.day"] {
            assert_eq!(kind(purpose), None, "{purpose}");
        }
        assert_eq!(kind("difficulty.ask"), Some(NoticeKind::Asked));
        assert_eq!(kind("difficulty.offered"), Some(NoticeKind::Answered));
    }
}
