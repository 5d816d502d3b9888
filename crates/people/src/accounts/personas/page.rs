//! The page of personas: a card for each role, saying who that is and what to try.

use dure_texts::{Lang, personas as texts, words};
use dure_ui::badges;
use dure_ui::buttons::Look;
use dure_ui::cards;
use dure_ui::headings::{nothing, page_head};
use dure_ui::icons::Icon;
use dure_ui::notices;
use dure_web::Guest;
use maud::{Markup, html};

use super::store::Shoes;

type Text = fn(Lang) -> &'static str;

/// A role as the page presents it.
struct Role {
    key: &'static str,
    icon: Icon,
    /// One of the four grounds of avatars.
    ground: u8,
    name: Text,
    who: Text,
    tries: &'static [Text],
}

/// In the order shown: the member first, for whom all of it is made.
static ROLES: &[Role] = &[
    Role {
        key: "member",
        icon: Icon::Firm,
        ground: 1,
        name: words::member,
        who: texts::member_who,
        tries: &[texts::member_try_post, texts::member_try_answer, texts::member_try_firm],
    },
    Role {
        key: "newcomer",
        icon: Icon::Plus,
        ground: 4,
        name: texts::newcomer,
        who: texts::newcomer_who,
        tries: &[texts::newcomer_try_answer, texts::newcomer_try_request, texts::newcomer_try_register],
    },
    Role {
        key: "secretary",
        icon: Icon::Edit,
        ground: 3,
        name: words::secretary,
        who: texts::secretary_who,
        tries: &[texts::secretary_try_roster, texts::secretary_try_ask, texts::secretary_try_meeting],
    },
    Role {
        key: "chair",
        icon: Icon::Group,
        ground: 2,
        name: words::chair,
        who: texts::chair_who,
        tries: &[texts::chair_try_group, texts::chair_try_network],
    },
    Role {
        key: "expert",
        icon: Icon::Expert,
        ground: 4,
        name: words::expert,
        who: texts::expert_who,
        tries: &[texts::expert_try_answer, texts::expert_try_knowledge],
    },
    Role {
        key: "official",
        icon: Icon::Programme,
        ground: 3,
        name: words::official,
        who: texts::official_who,
        tries: &[texts::official_try_match, texts::official_try_programme],
    },
    Role {
        key: "staff",
        icon: Icon::Pulse,
        ground: 1,
        name: words::staff,
        who: texts::staff_who,
        tries: &[texts::staff_try_federation, texts::staff_try_network, texts::staff_try_import],
    },
    Role {
        key: "operator",
        icon: Icon::Settings,
        ground: 4,
        name: words::operator,
        who: texts::operator_who,
        tries: &[texts::operator_try_outbox],
    },
];

/// `/personas`
pub fn personas(guest: &Guest, shoes: &[Shoes]) -> Markup {
    let lang = guest.lang();
    let cards: Vec<Markup> = ROLES.iter().filter_map(|role| card(lang, role, shoes)).collect();
    let body = html! {
        (page_head(texts::title(lang), texts::note(lang), nothing()))
        @if cards.is_empty() {
            (notices::empty(Icon::Person, texts::none(lang), texts::none_do(lang), nothing()))
        } @else {
            (cards::grid(&cards))
            p class="muted small" { (texts::shared(lang)) }
        }
    };
    guest.wide_page(texts::title(lang), body)
}

fn card(lang: Lang, role: &Role, shoes: &[Shoes]) -> Option<Markup> {
    let free: Vec<&Shoes> = shoes.iter().filter(|one| one.role == role.key).collect();
    (!free.is_empty()).then(|| {
        html! {
            article class="card" data-role=(role.key) {
                div class="who" { (sign(role)) h2 { ((role.name)(lang)) } }
                p { ((role.who)(lang)) }
                div {
                    p class="small muted" { (texts::try_this(lang)) }
                    ul class="list" { @for text in role.tries { li { (text(lang)) } } }
                }
                ul class="card-people" { @for (at, one) in free.iter().enumerate() { (person(lang, one, at == 0 && role.key == ROLES[0].key)) } }
            }
        }
    })
}

fn sign(role: &Role) -> Markup {
    html! { span class={ "avatar avatar-firm avatar-" (role.ground) } aria-hidden="true" { (role.icon) } }
}

fn person(lang: Lang, shoes: &Shoes, main: bool) -> Markup {
    let firm = Some(shoes.firm.as_str()).filter(|firm| !firm.is_empty());
    let places: Vec<&str> = firm.into_iter().chain(shoes.groups.iter().map(String::as_str)).collect();
    let look = if main { Look::Main } else { Look::Second };
    let name = &shoes.person.name;
    html! {
        li {
            (cards::who(badges::avatar(name), html! { (name) " " small { (shoes.person.title) } }, &places.join(" · ")))
            form method="post" action={ "/personas/" (shoes.person.id) } {
                button class=(look.class()) aria-label=(texts::step_in_as(lang, name)) { (texts::step_in(lang)) (Icon::Forward) }
            }
        }
    }
}
