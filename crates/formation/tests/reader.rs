//! Whatever a file holds, reading it ends in an instance or in words that say why not.
#![allow(clippy::unwrap_used, missing_docs)]

use std::sync::atomic::AtomicBool;

use dure_formation::read::{BadInstance, Instance, instance};
use dure_formation::{Effort, Limit, check, search};
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

/// Whole instances of both forms.
const WHOLE: [&str; 2] = [
    "6 2 2 3 10 40.0 3\n0 1 1\n1 1 2\n0 2.5 1\n1 0 0\n0 3 3\n1 50 2\n0 1 7\n2 3 9\n4 5 2\n",
    "6 2 ds 2 4 2 4\n0 1 4.5\n0 2 1\n1 2 9\n2 3 0.25\n3 4 8\n4 5 3\n",
];

/// Solves what was read, in hardly any time.
fn solved(read: Instance) {
    let (cancel, limit) = (AtomicBool::new(false), Limit::Moves(500));
    match read {
        Instance::Formation(problem) => {
            let effort =
                Effort { limit, seed: 1, cancel: &cancel, progress: &|_, _| {}, start: None, moves_hoped: 0 };
            let answer = search(&problem, &effort);
            assert_eq!(check::faults(&problem.consistent().0, &answer.grouping), []);
        }
        Instance::Diverse(diverse) => {
            let (groups, value, _) = diverse.solve(&limit, 1, &cancel, &|_, _| {});
            assert_eq!(diverse.value(&groups), Some(value));
        }
    }
}

proptest! {
    #[test]
    fn an_instance_with_changed_words_is_refused_or_solved(
        whole in prop::sample::select(WHOLE.to_vec()),
        changes in prop::collection::vec((any::<prop::sample::Index>(), word()), 1..4),
    ) {
        let mut words: Vec<String> = whole.split(' ').map(str::to_owned).collect();
        for (at, word) in changes {
            // The line break, if the word ends with one, may go as well.
            *at.get_mut(&mut words) = word;
        }
        if let Ok(read) = instance(&words.join(" ")) {
            solved(read);
        }
    }

    #[test]
    fn an_instance_with_changed_letters_is_refused_or_solved(
        whole in prop::sample::select(WHOLE.to_vec()),
        changes in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(vec!['0', '1', '7', ' ', '\n', '-', '.', 'x'])), 1..6),
    ) {
        let mut letters: Vec<char> = whole.chars().collect();
        for (at, letter) in changes {
            *at.get_mut(&mut letters) = letter;
        }
        if let Ok(read) = instance(&letters.into_iter().collect::<String>()) {
            solved(read);
        }
    }

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
