//! The address by which a person signs in: who may change it. Whoever gets its mail can come in, so this
//! is asked on every way by which an address is written.

use dure_domain::Office;
use dure_store::Tx;
use dure_tables::{appointments, people};
use dure_texts::{Lang, accounts as texts};
use dure_web::credentials;
use dure_web::error::Result;
use dure_web::mail::{Letter, Paragraph};
use sea_orm::sea_query::{Expr, ExprTrait, Func};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// Who changes an address, and how. The person may at any time, by a link that was mailed to the new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Staff of the federation, in the form of this one person.
    StaffByHand,
    /// Staff or the operator, by a roster that is brought in.
    StaffByFile,
    /// Anybody else who keeps the roster, in whatever way; the person too, without proof.
    Others,
}

/// Whose address it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holder {
    /// Offices held now.
    pub offices: Vec<Office>,
    /// Whether the person has held one that has ended: a secretary can end an office and give it again.
    pub held_before: bool,
    /// Whether the person has come in before.
    pub came_in: bool,
    /// Whether an address is there already.
    pub has_address: bool,
}

impl Holder {
    /// This person, as the database has it now.
    ///
    /// # Errors
    /// The database's.
    pub async fn load(db: &impl ConnectionTrait, person: &people::Model) -> Result<Self> {
        let all = appointments::Entity::find().filter(appointments::Column::PersonId.eq(person.id));
        let (open, ended): (Vec<_>, Vec<_>) =
            all.all(db).await?.into_iter().partition(|held| held.until.is_none());
        let offices = open.into_iter().map(|held| held.office).collect();
        Ok(Self::of(person, offices, !ended.is_empty()))
    }

    /// Whether the person has ever held an office: one that was ended can be given again, so that who gives
    /// offices is kept from what an office guards by those that have ended too.
    pub fn ever_held(&self) -> bool {
        self.held_before || !self.offices.is_empty()
    }

    /// This person, who holds these offices, or has held some.
    pub fn of(person: &people::Model, offices: Vec<Office>, held_before: bool) -> Self {
        Self {
            offices,
            held_before,
            came_in: person.came_in_at.is_some(),
            has_address: person.email.is_some(),
        }
    }
}

/// Whether the address may be changed. An office is not taken through its holder's address; who is given
/// a first address has no other way to come in, and that only those may give who give the offices.
pub fn may_change(by: By, holder: &Holder) -> bool {
    let trusted = holder.offices.iter().any(|office| matches!(office, Office::Staff | Office::Operator));
    let first = !holder.came_in && !holder.has_address;
    match by {
        _ if trusted => false,
        By::StaffByHand => holder.offices.is_empty() || first,
        By::StaffByFile => first || (holder.offices.is_empty() && !holder.came_in),
        By::Others => !holder.ever_held() && !holder.came_in,
    }
}

/// Who signs in by this address, in whatever case it is written.
pub async fn user_of(db: &impl ConnectionTrait, email: &str) -> Result<Option<people::Model>> {
    let lower = Expr::expr(Func::lower(Expr::col(people::Column::Email)));
    let user = people::Entity::find()
        .filter(lower.eq(email.trim().to_ascii_lowercase()))
        .filter(people::Column::Email.is_not_null())
        .filter(people::Column::LeftAt.is_null());
    Ok(user.one(db).await?)
}

/// Somebody else has given the person another address: what opened before opens no more, and the old
/// address is told.
pub async fn changed_by_another(tx: &Tx, before: &people::Model) -> Result<()> {
    credentials::recover(tx, before.id).await?;
    tell_old(tx, before).await
}

/// Tells the old address, in case it was somebody else.
pub async fn tell_old(tx: &Tx, before: &people::Model) -> Result<()> {
    let Some(to) = before.email.clone() else { return Ok(()) };
    let lang = Lang::from_tag(&before.lang).unwrap_or_default();
    let letter = Letter {
        federation: before.federation_id,
        person: Some(before.id),
        to,
        subject: texts::moved_mail_subject(lang).to_owned(),
        parts: vec![Paragraph::Words(texts::moved_mail_body(lang, &before.name))],
        buttons: Vec::new(),
        footer: texts::invitation_mail_footer(lang).to_owned(),
        purpose: "account.mail_moved",
    };
    letter.post(tx).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const WAYS: [By; 3] = [By::StaffByHand, By::StaffByFile, By::Others];
    const OFFICES: [Office; 6] =
        [Office::Chair, Office::Secretary, Office::Expert, Office::Official, Office::Staff, Office::Operator];

    proptest! {
        #[test]
        fn an_office_is_not_taken_through_an_address(
            offices in prop::sample::subsequence(OFFICES.to_vec(), 1..=6),
            came_in: bool,
            held_before: bool,
            by in prop::sample::select(WAYS.to_vec()),
        ) {
            let holder = Holder { offices, held_before, came_in, has_address: true };
            prop_assert!(!may_change(by, &holder));
            let nowhere = Holder { has_address: false, ..holder.clone() };
            prop_assert!(!may_change(By::Others, &nowhere));
            let trusted = holder.offices.contains(&Office::Staff) || holder.offices.contains(&Office::Operator);
            prop_assert!(!trusted || !may_change(by, &nowhere));
        }

        #[test]
        fn an_office_that_was_ended_to_change_its_address_guards_it(came_in: bool, has_address: bool) {
            let holder = Holder { held_before: true, came_in, has_address, ..Holder::default() };
            prop_assert!(!may_change(By::Others, &holder) && may_change(By::StaffByHand, &holder));
        }

        #[test]
        fn who_has_come_in_is_changed_by_staff_by_hand_alone(has_address: bool) {
            let holder = Holder { came_in: true, has_address, ..Holder::default() };
            prop_assert!(may_change(By::StaffByHand, &holder));
            prop_assert!(!may_change(By::StaffByFile, &holder) && !may_change(By::Others, &holder));
        }
    }
}
