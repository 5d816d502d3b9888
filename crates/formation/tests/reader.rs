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
    "5 2 ds 1 4 2 4\n0 1 4.5\n0 2 1\n0 3 2\n0 4 0\n1 2 9\n1 3 7\n1 4 6\n2 3 0.25\n2 4 1\n3 4 8\n",
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

fn refused(text: &str) -> BadInstance {
    instance(text).unwrap_err()
}

#[test]
fn a_text_that_ends_early_is_refused_with_the_line() {
    let short = |line, before| BadInstance::Short { line, before };
    assert_eq!(refused("3 2 1 2 10 40.0 0\n0 1 1\n"), short(3, "the last firm"));
    assert_eq!(refused("2 2 1 2 10 40.0 1\n0 1 1\n1 1 1"), short(4, "the last pair"));
    assert_eq!(refused("3 1 ss 3 3\n0 1 2\n0 2 2\n"), short(4, "the last distance"));
}

/// Numbers of the first line that nothing follows cost no memory.
#[test]
fn a_first_line_alone_is_refused_whatever_it_promises() {
    for head in [
        "4000000000 30 10 20 10 40.0 1",
        "2000000 30 10 20 10 40.0 18446744073709551615",
        "2 2 1 4000000000 10 40.0 0",
        "6000 1 ss 6000 6000",
        "60000 1 ss 6000 6000",
        "1 3 ds 0 1 0 1 0 1",
    ] {
        instance(head).unwrap_err();
    }
}

/// Worths so large that sums over a group would leave 32 bits.
#[test]
fn a_worth_that_is_too_large_is_refused_either_way() {
    for worth in ["20000001", "-20000001", "inf", "NaN"] {
        let text = format!("2 2 1 2 10 40.0 1\n0 1 1\n1 1 1\n0 1 {worth}\n");
        assert!(matches!(refused(&text), BadInstance::TooLarge { line: 4, .. }));
        let text = format!("2 1 ss 2 2\n0 1 {worth}\n");
        assert!(matches!(refused(&text), BadInstance::TooLarge { line: 2, .. }));
    }
}

/// A pair that stands many times counts as often, as far as the tables go.
#[test]
fn repeated_pairs_of_great_worth_are_solved() {
    let pairs = "0 1 20000000\n".repeat(300);
    let text = format!(
        "20 20 1 2 10 40.0 300\n{}{pairs}",
        (0..20).map(|class| format!("{class} 1 1\n")).collect::<String>()
    );
    solved(instance(&text).unwrap());
}
