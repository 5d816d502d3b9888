//! Fields: label above, hint below it, error beside it, all tied together for screen readers. What
//! was typed comes back with the error; nothing is lost on a failed form.

use maud::{Markup, html};

use super::icons::Icon;
use super::notices;

/// The fields of several lines, sorted: what comes in under any other name is one line. A page that shows one that is
/// not named here, or a line under such a name, fails its tests.
const WITH_LINES: [&str; 21] = [
    "body",
    "charter",
    "cure",
    "effect",
    "eligibility",
    "guests",
    "message",
    "needs",
    "note",
    "notes",
    "offers",
    "present_state",
    "problem",
    "products",
    "reason",
    "solved_when",
    "standard",
    "terms",
    "tried",
    "word",
    "words",
];

/// Whether the field of this name has several lines.
pub fn has_lines(name: &str) -> bool {
    WITH_LINES.binary_search(&name).is_ok()
}

/// What every field has.
#[derive(Debug, Clone, Default)]
pub struct Field<'a> {
    /// Name in the form, and its id in the page.
    pub name: &'a str,
    /// What to enter.
    pub label: &'a str,
    /// How to enter it; empty for none.
    pub hint: &'a str,
    /// What was wrong; none if nothing was.
    pub error: Option<&'a str>,
    /// The words for "may be left empty"; empty where it must be filled.
    pub optional: &'a str,
    /// May be left empty without a word about it: what one searches or filters by.
    pub filter: bool,
}

impl Field<'_> {
    fn hint_id(&self) -> String {
        format!("{}-hint", self.name)
    }

    fn error_id(&self) -> String {
        format!("{}-error", self.name)
    }

    /// Ids of what describes the field.
    pub(super) fn described_by(&self) -> Option<String> {
        let hint = (!self.hint.is_empty()).then(|| self.hint_id());
        let error = self.error.map(|_| self.error_id());
        let ids: Vec<String> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    pub(super) fn hint(&self) -> Markup {
        html! { @if !self.hint.is_empty() { p class="hint" id=(self.hint_id()) { (self.hint) } } }
    }

    pub(super) fn error(&self) -> Markup {
        html! { @if let Some(error) = self.error { p class="error" id=(self.error_id()) { (Icon::Warning) (error) } } }
    }

    pub(super) fn optional(&self) -> Markup {
        html! { @if !self.optional.is_empty() { " " span class="optional" { "(" (self.optional) ")" } } }
    }

    /// The field around its input.
    fn around(&self, input: Markup) -> Markup {
        html! {
            div class={ "field" @if self.error.is_some() { " field-wrong" } } {
                label for=(self.name) { (self.label) (self.optional()) }
                (self.hint())
                (input)
                (self.error())
            }
        }
    }

    fn required(&self) -> bool {
        self.optional.is_empty() && !self.filter
    }

    fn invalid(&self) -> Option<&'static str> {
        self.error.map(|_| "true")
    }
}

/// What a one-line field takes; decides the keyboard of a phone and what the browser fills in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// Any words.
    Text,
    /// Words to search for.
    Search,
    /// A mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A whole number.
    Number,
    /// A day.
    Day,
    /// A time of day.
    Time,
    /// The password of an account.
    Password,
    /// A password that is being chosen.
    NewPassword,
    /// An address on the web.
    Web,
}

impl Input {
    /// (`type`, `inputmode`, `autocomplete`, class)
    const fn attributes(self) -> (&'static str, Option<&'static str>, Option<&'static str>, &'static str) {
        match self {
            Self::Text => ("text", None, None, "input"),
            Self::Search => ("search", None, None, "input"),
            Self::Email => ("email", None, Some("email"), "input"),
            Self::Phone => ("tel", None, Some("tel"), "input"),
            Self::Number => ("text", Some("numeric"), Some("off"), "input num"),
            Self::Day => ("date", None, None, "input input-short"),
            Self::Time => ("time", None, None, "input input-short"),
            Self::Password => ("password", None, Some("current-password"), "input"),
            Self::NewPassword => ("password", None, Some("new-password"), "input"),
            Self::Web => ("url", None, Some("url"), "input"),
        }
    }
}

/// A field of one line.
pub fn input(field: &Field<'_>, kind: Input, value: &str) -> Markup {
    field.around(bare(field, kind, value))
}

/// A field of one line with its unit behind it: `원`, `일`, `km`.
pub fn input_with_unit(field: &Field<'_>, kind: Input, value: &str, unit: &str) -> Markup {
    field.around(html! { div class="affixed" { (bare(field, kind, value)) span { (unit) } } })
}

fn bare(field: &Field<'_>, kind: Input, value: &str) -> Markup {
    debug_assert!(!has_lines(field.name), "{} is a field of several lines", field.name);
    let (input_type, mode, complete, class) = kind.attributes();
    html! {
        input class=(class) id=(field.name) name=(field.name) type=(input_type) value=(value)
            inputmode=[mode] autocomplete=[complete] required[field.required()]
            aria-invalid=[field.invalid()] aria-describedby=[field.described_by()];
    }
}

/// A field of several lines that grows with its text.
pub fn textarea(field: &Field<'_>, value: &str) -> Markup {
    debug_assert!(has_lines(field.name), "{} is not among the fields of several lines", field.name);
    field.around(html! {
        textarea class="input" id=(field.name) name=(field.name) rows="4" required[field.required()]
            aria-invalid=[field.invalid()] aria-describedby=[field.described_by()] { (value) }
    })
}

/// One out of a longer list: (value, words). For up to seven use [`super::choices::radio`].
pub fn select(field: &Field<'_>, options: &[(String, String)], chosen: &str) -> Markup {
    field.around(html! {
        select class="input" id=(field.name) name=(field.name) required[field.required()]
            aria-invalid=[field.invalid()] aria-describedby=[field.described_by()] {
            @for (value, words) in options { option value=(value) selected[value == chosen] { (words) } }
        }
    })
}

/// Options under a heading: the heading, then (value, words).
pub type OptionGroup = (String, Vec<(String, String)>);

/// Like [`select`] for a long list: `first` stands before the groups, each with its heading.
pub fn select_grouped(
    field: &Field<'_>,
    first: (&str, &str),
    groups: &[OptionGroup],
    chosen: &str,
) -> Markup {
    field.around(html! {
        select class="input" id=(field.name) name=(field.name) required[field.required()]
            aria-invalid=[field.invalid()] aria-describedby=[field.described_by()] {
            option value=(first.0) selected[first.0 == chosen] { (first.1) }
            @for (heading, options) in groups {
                optgroup label=(heading) {
                    @for (value, words) in options { option value=(value) selected[value == chosen] { (words) } }
                }
            }
        }
    })
}

/// A file to bring in; may also be dropped. `accept` lists endings: `.xlsx,.csv`.
pub fn file(field: &Field<'_>, accept: &str) -> Markup {
    html! {
        div class={ "field" @if field.error.is_some() { " field-wrong" } } {
            label for=(field.name) { (field.label) (field.optional()) }
            div class="file" {
                (Icon::Upload)
                input id=(field.name) name=(field.name) type="file" accept=(accept) required[field.required()]
                    aria-invalid=[field.invalid()] aria-describedby=[field.described_by()];
                (field.hint())
            }
            (field.error())
        }
    }
}

/// A value that the form carries along.
pub fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

/// One step of a guided form.
pub fn step(number: u8, question: &str, fields: Markup) -> Markup {
    html! {
        fieldset class="step" {
            legend { span class="step-number" { (number) } (question) }
            (fields)
        }
    }
}

/// At the top of a form that came back: what to mend, each leading to its field.
pub fn error_summary(title: &str, errors: &[(String, String)]) -> Markup {
    if errors.is_empty() {
        return super::headings::nothing();
    }
    notices::alert(
        title,
        html! {
            ul class="list" { @for (name, words) in errors { li { a href={ "#" (name) } { (words) } } } }
        },
    )
}

/// The words of a form that keeps what is typed; each may hold `{time}`.
pub struct DraftWords<'a> {
    /// Kept at the server.
    pub saved: &'a str,
    /// Kept in this browser alone.
    pub kept_here: &'a str,
    /// Kept nowhere.
    pub lost: &'a str,
}

/// A form that posts what is typed to `draft_url` while one types. Put [`draft_status`] in its foot.
pub fn with_draft(action: &str, draft_url: &str, words: &DraftWords<'_>, body: Markup) -> Markup {
    html! {
        form class="form" method="post" action=(action) novalidate data-draft-url=(draft_url)
            data-draft-saved=(words.saved) data-draft-kept=(words.kept_here) data-draft-lost=(words.lost) { (body) }
    }
}

/// Where a form with a draft says that it is saved; `now` is what it says at first.
pub fn draft_status(now: &str) -> Markup {
    html! { p class="draft-status" role="status" data-draft-status { (now) } }
}

/// A plain form; errors come from the server, in the reader's language.
pub fn form(action: &str, body: Markup) -> Markup {
    html! { form class="form" method="post" action=(action) novalidate { (body) } }
}

/// A form that sends a file.
pub fn upload(action: &str, body: Markup) -> Markup {
    html! { form class="form" method="post" action=(action) enctype="multipart/form-data" { (body) } }
}

/// The buttons at the end of a form, the main act first.
pub fn foot(buttons: Markup) -> Markup {
    html! { div class="form-foot" { (buttons) } }
}

/// Search and filter fields above a list; sent by GET, so that every view has an address.
pub fn filters(action: &str, label: &str, fields: Markup) -> Markup {
    html! { form class="filters" role="search" aria-label=(label) method="get" action=(action) { (fields) } }
}

/// For the page that a mail links to: fetching it changes nothing, and the one button is pressed by
/// itself where scripts run.
pub fn at_once(action: &str, fields: Markup) -> Markup {
    html! { form class="stack" method="post" action=(action) data-auto-submit { (fields) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hint_and_error_are_tied_to_the_field() {
        let field = Field {
            name: "title",
            label: "제목",
            hint: "한 줄로",
            error: Some("적어 주세요"),
            ..Field::default()
        };
        let shown = input(&field, Input::Text, "<b>").0;
        assert!(shown.contains(r#"aria-describedby="title-hint title-error""#));
        assert!(shown.contains(r#"aria-invalid="true""#));
        assert!(shown.contains(r#"value="&lt;b&gt;""#));
        assert!(shown.contains(r#"id="title-error""#));
    }

    #[test]
    fn fields_of_several_lines_are_found_by_name() {
        assert!(WITH_LINES.is_sorted());
        assert!(has_lines("problem") && has_lines("words") && !has_lines("title"));
    }

    #[test]
    fn what_may_be_empty_is_not_required() {
        let field = Field {
            name: "by", label: "언제까지", optional: "안 적어도 됩니다", ..Field::default()
        };
        assert!(!input(&field, Input::Day, "").0.contains("required"));
    }
}
