//! Ways to reach somebody, each to be tapped.

use dure_domain::{Email, Phone};
use dure_texts::{Lang, forms as form_texts};
use maud::{Markup, html};

use super::icons::Icon;

/// A telephone number to call; as it stands where it is none.
pub fn phone(text: &str) -> Markup {
    match text.parse::<Phone>() {
        Ok(phone) => html! { a class="nowrap" href={ "tel:" (phone.digits()) } { (phone) } },
        Err(_) => html! { (text) },
    }
}

/// A telephone to call with one tap; nothing where the number is none.
pub fn call(lang: Lang, who: &str, number: &str) -> Markup {
    html! {
        @if let Ok(phone) = number.parse::<Phone>() {
            a class="icon-button" href={ "tel:" (phone.digits()) } aria-label=(form_texts::call(lang, who)) { (Icon::Phone) }
        }
    }
}

/// An address to write to; as it stands where it is none.
pub fn email(text: &str) -> Markup {
    match text.parse::<Email>() {
        Ok(email) => html! { a href={ "mailto:" (email.as_str()) } { (email.as_str()) } },
        Err(_) => html! { (text) },
    }
}

/// A person's telephone and mail as facts with their labels; what is not known is left out.
pub fn facts(lang: Lang, number: &str, address: Option<&str>) -> Vec<(String, Markup)> {
    let number = (!number.trim().is_empty()).then(|| (form_texts::phone(lang).to_owned(), phone(number)));
    let address = address.map(|address| (form_texts::email(lang).to_owned(), email(address)));
    number.into_iter().chain(address).collect()
}

/// A place on the web; only `http` and `https` are led to.
pub fn website(text: &str) -> Markup {
    let shown = text.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/');
    let address = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
    let safe = address.starts_with("https://") || address.starts_with("http://");
    html! {
        @if safe && !text.contains(char::is_whitespace) { a href=(address) rel="noopener noreferrer" { (shown) } }
        @else { (text) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_reached_is_a_link() {
        assert!(phone("033-000-1234").0.contains("tel:"));
        assert!(!phone("교환 3번").0.contains("<a"));
        assert!(email("kim@dure.example").0.contains("mailto:kim@dure.example"));
        assert!(website("dure.example/").0.contains(">dure.example<"));
        assert!(!website("javascript://alert(1)").0.contains("<a"));
    }
}
