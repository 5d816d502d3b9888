//! Each check in words: what is wrong, and what to do about it.

use dure_texts::{Lang, check as texts};

/// What is wrong and what to do, by the name of the check.
pub fn of(lang: Lang, check: &str) -> (&'static str, &'static str) {
    let restore = texts::do_restore(lang);
    let edit = texts::do_edit(lang);
    let report = texts::do_report(lang);
    match check {
        "file" => (texts::file(lang), restore),
        "schema_behind" => (texts::schema_behind(lang), texts::do_serve(lang)),
        "index_missing" => (texts::index_missing(lang), restore),
        "reference" => (texts::reference(lang), restore),
        "twice" => (texts::twice(lang), restore),
        "word" => (texts::word(lang), restore),
        "counter" => (texts::counter(lang), restore),
        "federation" => (texts::federation(lang), report),
        "unstorable" => (texts::unstorable(lang), texts::do_mend(lang)),
        "json" => (texts::json(lang), restore),
        "industry" => (texts::industry(lang), edit),
        "place" => (texts::place(lang), edit),
        "address" => (texts::address(lang), edit),
        "address_lost" => (texts::address_lost(lang), edit),
        "letter_lost" => (texts::letter_lost(lang), report),
        "job_without_letter" => (texts::job_without_letter(lang), report),
        "job_stuck" => (texts::job_stuck(lang), texts::do_jobs(lang)),
        "delegate_elsewhere" => (texts::delegate_elsewhere(lang), edit),
        "membership_overlap" => (texts::membership_overlap(lang), edit),
        "membership_dates" => (texts::membership_dates(lang), edit),
        "appointment_dates" => (texts::appointment_dates(lang), edit),
        "office_without_group" => (texts::office_without_group(lang), edit),
        "draft_posted" => (texts::draft_posted(lang), report),
        "closed_without_outcome" => (texts::closed_without_outcome(lang), report),
        "helping_without_helper" => (texts::helping_without_helper(lang), report),
        "helped_not_helping" => (texts::helped_not_helping(lang), report),
        "posted_without_event" => (texts::posted_without_event(lang), report),
        "closed_without_event" => (texts::closed_without_event(lang), report),
        "event_of_other_ask" => (texts::event_of_other_ask(lang), report),
        "passed_from_elsewhere" => (texts::passed_from_elsewhere(lang), report),
        "times_backwards" => (texts::times_backwards(lang), report),
        "answered_before_asked" => (texts::answered_before_asked(lang), report),
        "settlement_of_other_ask" => (texts::settlement_of_other_ask(lang), report),
        "settlement_without_help" => (texts::settlement_without_help(lang), report),
        "settlement_own_answer" => (texts::settlement_own_answer(lang), report),
        "give_unconfirmed" => (texts::give_unconfirmed(lang), report),
        "give_missing" => (texts::give_missing(lang), report),
        "give_differs" => (texts::give_differs(lang), report),
        "give_wrong_sides" => (texts::give_wrong_sides(lang), report),
        "case_of_open" => (texts::case_of_open(lang), report),
        "founded_without_group" => (texts::founded_without_group(lang), report),
        "founding_dates" => (texts::founding_dates(lang), report),
        "accepted_without_membership" => (texts::accepted_without_membership(lang), report),
        "joined_without_membership" => (texts::joined_without_membership(lang), report),
        "answered_before_invited" => (texts::answered_before_invited(lang), report),
        "request_without_firms" => (texts::request_without_firms(lang), report),
        "settlement_unaudited" => (texts::settlement_unaudited(lang), report),
        "difficulty_unaudited" => (texts::difficulty_unaudited(lang), report),
        "session_dates" => (texts::session_dates(lang), report),
        "session_of_leaver" => (texts::session_of_leaver(lang), texts::do_sessions(lang)),
        "link_dates" => (texts::link_dates(lang), report),
        _ => of_files(lang, check).unwrap_or((texts::unknown(lang), report)),
    }
}

/// The same of attached files and of what was said.
fn of_files(lang: Lang, check: &str) -> Option<(&'static str, &'static str)> {
    Some(match check {
        "file_on_nothing" => (texts::file_on_nothing(lang), texts::do_report(lang)),
        "comment_on_nothing" => (texts::comment_on_nothing(lang), texts::do_report(lang)),
        "file_missing" => (texts::file_missing(lang), texts::do_files(lang)),
        "file_left_over" => (texts::file_left_over(lang), texts::do_sweep(lang)),
        "files_unreachable" => (texts::files_unreachable(lang), texts::do_files(lang)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use dure_store::check::names;

    use super::*;

    #[test]
    fn every_check_is_said_in_words() {
        for lang in Lang::ALL {
            for name in names() {
                assert_ne!(of(lang, name).0, texts::unknown(lang), "{name}");
            }
        }
    }
}
