//! Which ties the viewer may know of.

use dure_domain::Visibility;
use dure_tables::difficulties;
use dure_web::access::Reach;
use sea_orm::{ColumnTrait, Condition};

/// Whose difficulties may be told from their ties.
pub struct Known {
    /// Difficulties that the viewer may see.
    pub seen: Reach,
    /// Difficulties of which the viewer may know the poster, where it stays unnamed.
    pub named: Reach,
}

/// The condition on a difficulty; says the same as the rows of the permission table.
fn within(reach: &Reach) -> Condition {
    if reach.everything {
        return Condition::all();
    }
    let mut any = Condition::any()
        .add(difficulties::Column::FederationId.is_in(reach.federations.clone()))
        .add(difficulties::Column::GroupId.is_in(reach.groups.clone()));
    if let Some(firm) = reach.firm {
        any = any.add(difficulties::Column::FirmId.eq(firm));
    }
    if let Some(person) = reach.oneself {
        any = any.add(difficulties::Column::AuthorId.eq(person));
    }
    if let Some((federation, groups)) = &reach.audience {
        let of_federation = Condition::all()
            .add(difficulties::Column::Visibility.eq(Visibility::Federation))
            .add(difficulties::Column::FederationId.eq(*federation));
        let of_group = Condition::all()
            .add(difficulties::Column::Visibility.eq(Visibility::Group))
            .add(difficulties::Column::GroupId.is_in(groups.clone()));
        any = any.add(difficulties::Column::Visibility.eq(Visibility::All)).add(of_federation).add(of_group);
    }
    any
}

/// The condition on a tie whose helper's firm is `helper`.
pub(super) fn told(known: &Known, helper: impl ColumnTrait) -> Condition {
    let mut seen = Condition::any().add(within(&known.seen));
    if let Some(firm) = known.seen.firm {
        seen = seen.add(helper.eq(firm));
    }
    let named = Condition::any().add(difficulties::Column::Anonymous.eq(false)).add(within(&known.named));
    Condition::all().add(seen).add(named)
}
