//! What Dure is, for somebody who is not signed in: one screenful, honest.

use dure_texts::{Lang, home as texts};
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use maud::{Markup, html};

/// The page. In the demo the main button leads to the people into whose shoes one may step.
pub fn body(lang: Lang, demo: bool) -> Markup {
    html! {
        section class="welcome" {
            h1 { (texts::stranger_head(lang)) }
            p class="welcome-lead" { (texts::stranger_lead(lang)) }
            div class="buttons buttons-fill" {
                @if demo {
                    (buttons::link(Look::Main, "/personas", Some(Icon::Person), texts::try_it(lang)))
                    (buttons::link(Look::Second, "/sign-in", None, dure_texts::shell::sign_in(lang)))
                } @else {
                    (buttons::link(Look::Main, "/sign-in", None, dure_texts::shell::sign_in(lang)))
                }
            }
            @if demo { p class="muted small" { (texts::try_it_note(lang)) } }
        }
        section class="section" aria-labelledby="loop" {
            h2 id="loop" { (texts::loop_head(lang)) }
            ol class="loop" { @for (icon, title, words) in steps(lang) {
                li class="loop-step" { (icon) div { h3 { (title) } p { (words) } } }
            } }
        }
        section class="section" aria-labelledby="honest" {
            h2 id="honest" { (texts::honest(lang)) }
            ul class="loop" { @for (icon, title, words) in promises(lang) {
                li class="loop-step" { (icon) div { h3 { (title) } p { (words) } } }
            } }
        }
    }
}

fn steps(lang: Lang) -> [(Icon, &'static str, &'static str); 5] {
    [
        (Icon::Difficulty, texts::loop_post(lang), texts::loop_post_words(lang)),
        (Icon::Search, texts::loop_match(lang), texts::loop_match_words(lang)),
        (Icon::Handshake, texts::loop_help(lang), texts::loop_help_words(lang)),
        (Icon::Done, texts::loop_confirm(lang), texts::loop_confirm_words(lang)),
        (Icon::Knowledge, texts::loop_keep(lang), texts::loop_keep_words(lang)),
    ]
}

fn promises(lang: Lang) -> [(Icon, &'static str, &'static str); 3] {
    [
        (Icon::Lock, texts::promise_seen(lang), texts::promise_seen_words(lang)),
        (Icon::Mail, texts::promise_mail(lang), texts::promise_mail_words(lang)),
        (Icon::Eye, texts::promise_why(lang), texts::promise_why_words(lang)),
    ]
}
