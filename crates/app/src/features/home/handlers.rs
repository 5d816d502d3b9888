//! Requests for the home page.

use maud::{Markup, html};

use crate::shell::Guest;

/// `GET /`
pub async fn show(guest: Guest) -> Markup {
    let title = dure_texts::shell::menu_today(guest.lang());
    guest.page(title, html! { h1 { (title) } })
}
