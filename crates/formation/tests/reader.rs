//! Whatever a file holds, reading it ends in an instance or in words that say why not.
#![allow(clippy::unwrap_used, missing_docs)]

use dure_formation::read::{BadInstance, Instance, instance};
use proptest::prelude::*;

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        (-3..12i64).prop_map(|number| number.to_string()),
        (-2.0..9.0f64).prop_map(|number| number.to_string()),
        prop::sample::select(vec![
            "ss",
            "ds",
            "NaN",
            "inf",
            "-inf",
            "1e300",
            "99999999999999999999",
            "가",
            ""
        ])
        .prop_map(str::to_owned),
    ]
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,200}") {
        let _ = instance(&text);
    }

    #[test]
    fn lines_of_numbers_are_read_or_refused(lines in prop::collection::vec(prop::collection::vec(word(), 0..9), 0..8)) {
        let text: Vec<String> = lines.iter().map(|words| words.join(" ")).collect();
        let _ = instance(&text.join("\n"));
    }

    #[test]
    fn an_instance_cut_short_is_refused_by_its_line(at in 0..60usize) {
        let text = "4 2 2 3 10 40.0 2\n0 1 1\n1 1 2\n0 2.5 1\n1 0 0\n0 1 7\n2 3 9\n";
        prop_assert!(matches!(instance(text), Ok(Instance::Formation(_))));
        if let Some(cut) = text.get(..at) {
            let _ = instance(cut);
        }
    }
}

#[test]
fn a_refusal_names_the_line() {
    let found = instance("2 2 1 2 10 40.0 1\n0 1 1\n0 x 1\n0 1 5\n");
    assert_eq!(found, Err(BadInstance::Line { line: 3, expected: "class x y", found: "0 x 1".into() }));
}
