//! The rules of the form hold for whatever is typed.

use dure_domain::{GroupId, Id, Visibility};
use proptest::prelude::*;
use uuid::Uuid;

use super::form::TITLE_MOST;
use super::{Fault, TEXT_MOST, Typed, form::tidy};

fn group(number: u128) -> GroupId {
    GroupId::from_uuid(Uuid::from_u128(number))
}

fn typed() -> impl Strategy<Value = Typed> {
    (".{0,90}", "\\PC{0,60}", "[ \r\n\t]{0,4}", "named|group|federation|all|nonsense|", 0..4_u128).prop_map(
        |(title, problem, tried, visibility, group_number)| Typed {
            title,
            problem,
            tried,
            visibility,
            group: group(group_number).to_string(),
            ..Typed::default()
        },
    )
}

proptest! {
    #[test]
    fn what_is_checked_is_told_short_and_clean(typed in typed(), groups in 0..3_u128) {
        let groups: Vec<GroupId> = (0..groups).map(group).collect();
        match typed.checked(&groups) {
            Ok(checked) => {
                prop_assert!(!checked.title.is_empty() && checked.title.chars().count() <= TITLE_MOST);
                prop_assert!(!checked.title.contains('\n') && !checked.problem.contains('\r'));
                prop_assert!(checked.group.is_none_or(|group| groups.contains(&group)));
                prop_assert_eq!(checked.group.is_none(), groups.is_empty());
                prop_assert!(checked.group.is_some() || checked.visibility != Visibility::Group);
            }
            Err(wrong) => prop_assert!(!wrong.is_empty()),
        }
    }

    #[test]
    fn a_draft_keeps_what_can_be_kept(typed in typed()) {
        let kept = typed.as_it_is(&[]);
        prop_assert!(typed.is_blank() || !(kept.title.is_empty() && kept.problem.is_empty()));
        prop_assert_eq!(kept.problem, tidy(&typed.problem), "nothing is cut");
    }
}

#[test]
fn every_fault_is_named_at_once() {
    let typed =
        Typed { title: "가".repeat(TITLE_MOST + 1), tried: "나".repeat(TEXT_MOST + 1), ..Typed::default() };
    let wrong = typed.checked(&[]).unwrap_err();
    assert_eq!(
        wrong,
        [("title", Fault::Long(TITLE_MOST)), ("problem", Fault::Missing), ("tried", Fault::Long(TEXT_MOST))]
    );
}
