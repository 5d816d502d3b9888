//! A letter as HTML. Mail programs know neither style sheets nor variables, so the style stands on each element.

use maud::{DOCTYPE, Markup, html};

use super::parts::{Body, Paragraph};

/// The letter; `urls` has the full address for each button that has one.
pub fn page(subject: &str, body: &Body, urls: &[Option<String>]) -> String {
    let page = html! {
        (DOCTYPE)
        html {
            head { meta charset="utf-8"; meta name="viewport" content="width=device-width"; title { (subject) } }
            body style="margin:0;background:#f4f3ee;font-family:Pretendard,'Apple SD Gothic Neo','Malgun Gothic',sans-serif;color:#1c2523" {
                div style="max-width:560px;margin:0 auto;padding:28px 24px;background:#ffffff;font-size:17px;line-height:1.65;word-break:keep-all" {
                    @for one in &body.parts { (part(one)) }
                    @for (at, (button, url)) in body.buttons.iter().zip(urls).enumerate() {
                        @if let Some(url) = url {
                            p style="margin:0 0 12px" { a href=(url) style=(button_style(at == 0)) { (button.label) } }
                        }
                    }
                    p style="margin:24px 0 0;padding-top:14px;border-top:1px solid #d9d6cb;font-size:14px;color:#5a6462" { (body.footer) }
                }
            }
        }
    };
    page.into_string()
}

fn part(part: &Paragraph) -> Markup {
    match part {
        Paragraph::Words(words) => html! { p style="margin:0 0 16px" { (words) } },
        Paragraph::Quote { head, text } => html! {
            (heading(head))
            blockquote style="margin:0 0 16px;padding:2px 0 2px 14px;border-left:3px solid #d9d6cb;white-space:pre-line" { (text) }
        },
        Paragraph::List { head, items } => html! {
            (heading(head))
            ul style="margin:0 0 16px;padding-left:20px" { @for item in items { li { (item) } } }
        },
    }
}

fn heading(head: &str) -> Markup {
    html! { @if !head.is_empty() { p style="margin:0 0 4px;font-weight:700" { (head) } } }
}

fn button_style(main: bool) -> &'static str {
    if main {
        "display:block;padding:14px 18px;border-radius:10px;background:#0b5d56;color:#ffffff;text-align:center;text-decoration:none;font-weight:700"
    } else {
        "display:block;padding:13px 18px;border-radius:10px;border:1px solid #0b5d56;color:#0b5d56;text-align:center;text-decoration:none"
    }
}
