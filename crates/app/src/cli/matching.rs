//! `dure match`: who can help with a difficulty, from the command line.

use dure_domain::{DifficultyId, Industry, NeedKind, Place, PlaceFound};
use dure_help::difficulties::actions::{self, Asking, Helper, Helpers};
use dure_help::difficulties::{rank_for, reason_words};
use dure_matching::Confidence;
use dure_texts::{Lang, helpers as texts};
use dure_ui::words as said;
use dure_web::search;
use dure_web::{App, Config};
use serde_json::{Value, json};

use crate::cli::{Done, Failure, Global, Said, open_store};
use crate::house::house;

/// Its options.
#[derive(clap::Args)]
#[command(group(clap::ArgGroup::new("what").required(true).args(["text", "difficulty"])))]
pub struct Args {
    #[arg(value_name = "TEXT", value_parser = crate::cli::typed)]
    text: Option<String>,
    #[arg(long, value_name = "ID")]
    difficulty: Option<DifficultyId>,
    #[arg(long, value_name = "CODE", conflicts_with = "difficulty")]
    industry: Option<String>,
    #[arg(long, value_name = "NAME", value_parser = crate::cli::typed, conflicts_with = "difficulty")]
    place: Option<String>,
    #[arg(long, value_name = "KIND", conflicts_with = "difficulty")]
    need: Option<NeedKind>,
    #[arg(long, default_value_t = 10, value_name = "N")]
    limit: usize,
}

/// Its texts.
pub fn words(lang: Lang, command: clap::Command) -> clap::Command {
    command
        .about(texts::cli_about(lang))
        .mut_arg("text", |arg| arg.help(texts::cli_text(lang)))
        .mut_arg("difficulty", |arg| arg.help(texts::cli_difficulty(lang)))
        .mut_arg("industry", |arg| arg.help(texts::cli_industry(lang)))
        .mut_arg("place", |arg| arg.help(texts::cli_place(lang)))
        .mut_arg("need", |arg| arg.help(texts::cli_need(lang)))
        .mut_arg("limit", |arg| arg.help(texts::cli_limit(lang)))
}

/// Ranks and prints.
pub async fn run(global: &Global, args: Args) -> Done {
    let lang = global.lang;
    let asking = asking(lang, &args)?;
    let store = open_store(global).await?;
    let (app, _) = App::new(Config::offline(), store.clone(), house()).await?;
    search::rebuild(&app).await?;
    if app.search.index().is_empty() {
        return Err(said_of(
            "nothing_to_find",
            texts::cli_empty(lang),
            texts::cli_empty_why(lang),
            texts::cli_empty_do(lang),
        ));
    }
    let helpers = match args.difficulty {
        None => actions::rank(&app, &asking).await?,
        Some(id) => {
            let difficulty = actions::posted(&app, id).await?.ok_or_else(|| no_difficulty(lang, id))?;
            let mut helpers = rank_for(&app, &difficulty).await?;
            helpers.list.truncate(args.limit);
            helpers
        }
    };
    global.print(told(lang, &helpers).trim_end(), &as_json(lang, &helpers));
    Ok(store.close().await?)
}

/// The question in words.
fn asking(lang: Lang, args: &Args) -> Result<Asking, Failure> {
    let text = args.text.as_deref().unwrap_or_default();
    let mut asking = Asking::words(text, "", args.limit.clamp(1, 100));
    asking.question.need = args.need;
    asking.question.industry = args.industry.as_deref().map(|text| industry(lang, text)).transpose()?;
    let place = args.place.as_deref().map(|text| place(lang, text)).transpose()?;
    asking.question.place = place.and_then(|place| search::place_of(place.to_string().parse().ok()));
    Ok(asking)
}

/// A code, or words that name an industry.
fn industry(lang: Lang, text: &str) -> Result<String, Failure> {
    let found = text.parse::<Industry>().ok().or_else(|| Industry::guess(text));
    found.map(|industry| industry.to_string()).ok_or_else(|| {
        said_of(
            "unknown_industry",
            &texts::cli_unknown_industry(lang, text),
            texts::cli_unknown_industry_why(lang),
            texts::cli_unknown_industry_do(lang),
        )
    })
}

fn place(lang: Lang, text: &str) -> Result<Place, Failure> {
    match Place::find(text) {
        PlaceFound::Here(place) => Ok(place),
        PlaceFound::Ambiguous(places) => {
            let names: Vec<String> = places.iter().map(|place| said::place_in_full(lang, *place)).collect();
            let why = texts::cli_ambiguous_place_why(lang, names.join(", "));
            Err(said_of(
                "ambiguous_place",
                &texts::cli_unknown_place(lang, text),
                &why,
                texts::cli_unknown_place_do(lang),
            ))
        }
        PlaceFound::Abroad(_) | PlaceFound::Unknown => Err(said_of(
            "unknown_place",
            &texts::cli_unknown_place(lang, text),
            texts::cli_unknown_place_why(lang),
            texts::cli_unknown_place_do(lang),
        )),
    }
}

fn no_difficulty(lang: Lang, id: DifficultyId) -> Failure {
    said_of(
        "no_difficulty",
        &texts::cli_no_difficulty(lang, id.to_string()),
        texts::cli_no_difficulty_why(lang),
        texts::cli_no_difficulty_do(lang),
    )
}

fn said_of(code: &'static str, what: &str, why: &str, what_to_do: &str) -> Failure {
    Said::new(code, what, why, what_to_do).into()
}

/// The list for people.
fn told(lang: Lang, helpers: &Helpers) -> String {
    let trust = match (helpers.list.is_empty(), helpers.confidence) {
        (true, _) => format!("{}. {}", texts::none(lang), texts::none_do(lang)),
        (false, Confidence::Weak) => texts::weak(lang).to_owned(),
        (false, Confidence::Fair) => texts::fair(lang).to_owned(),
        (false, Confidence::Good) => texts::good(lang).to_owned(),
    };
    let mut text = format!("{trust}\n");
    for (at, helper) in helpers.list.iter().enumerate() {
        text.push_str(&one(lang, at + 1, helper));
    }
    text
}

fn one(lang: Lang, rank: usize, helper: &Helper) -> String {
    let who = &helper.who;
    let place = said::place_of(who.place_code).map(|place| said::place(lang, place).to_owned());
    let firm = who.firm.as_ref().map(|(_, name)| name.clone()).filter(|name| *name != who.name);
    let person = who.person.as_ref().map(|person| format!("{} {}", person.name, person.title));
    let about: Vec<String> =
        [Some(said::helper(lang, who.kind).to_owned()), place, firm, person].into_iter().flatten().collect();
    let mut text = format!("\n{rank:>2}. {}  {}  ({})\n", who.name, points(helper.score), about.join(" · "));
    for reason in &helper.reasons {
        let (kind, words) = reason_words(lang, reason);
        text.push_str(&format!("    {:>7}  {kind}: {words}\n", points(reason.points())));
    }
    text
}

fn points(millipoints: i64) -> String {
    format!("{:.3}", millipoints as f64 / 1_000.0)
}

/// The list for programs: points in thousandths, so that parts sum to the score exactly.
fn as_json(lang: Lang, helpers: &Helpers) -> Value {
    let reason = |reason| {
        let (kind, words) = reason_words(lang, reason);
        json!({ "said": format!("{kind}: {words}"), "part": reason })
    };
    let list: Vec<Value> = helpers
        .list
        .iter()
        .enumerate()
        .map(|(at, helper)| {
            json!({
                "rank": at + 1,
                "kind": helper.who.kind,
                "id": helper.who.key,
                "name": helper.who.name,
                "firm": helper.who.firm.as_ref().map(|(id, name)| json!({ "id": id, "name": name })),
                "ask": helper.who.person.as_ref().map(|person| json!({ "id": person.id, "name": person.name, "title": person.title })),
                "score": helper.score,
                "reasons": helper.reasons.iter().map(reason).collect::<Vec<_>>(),
            })
        })
        .collect();
    json!({ "confidence": helpers.confidence, "helpers": list })
}
