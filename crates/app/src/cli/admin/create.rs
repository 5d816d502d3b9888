//! `dure admin create`: somebody who may do everything that an office allows, and their way in.

use dure_domain::{Email, FederationId, Id, Office, Subject};
use dure_people::accounts;
use dure_store::{Actor, Record, Store, Tx};
use dure_tables::{appointments, federations, people};
use dure_texts::{Lang, cli};
use dure_web::error::Error;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::json;

use super::{bad_email, link_in_words};
use crate::cli::{Done, Failure, Global, Said, open_or_make_store, typed};

/// Its options.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_parser = typed)]
    name: String,
    #[arg(long, value_parser = typed)]
    email: String,
    #[arg(long, value_name = "NAME", value_parser = typed)]
    federation: Option<String>,
    #[arg(long, env = "DURE_BASE_URL", default_value = "http://127.0.0.1:8080", value_name = "URL")]
    base_url: String,
}

/// Its texts.
pub fn words(lang: Lang, command: clap::Command) -> clap::Command {
    command
        .about(cli::admin_create_about(lang))
        .mut_arg("name", |arg| arg.help(cli::admin_create_name(lang)))
        .mut_arg("email", |arg| arg.help(cli::admin_create_email(lang)))
        .mut_arg("federation", |arg| arg.help(cli::admin_create_federation(lang)))
        .mut_arg("base_url", |arg| arg.help(cli::admin_base_url(lang)))
}

/// What has come of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Created {
    /// Who is an administrator now.
    pub name: String,
    pub federation: String,
    /// No office had to be given.
    pub was_there: bool,
    /// Somebody of the roster was raised.
    pub was_known: bool,
    pub link: String,
}

/// Why nobody was made an administrator: whose address it is already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// Somebody's of another federation.
    Elsewhere,
    /// This one's, who bears another name: whoever types a wrong address must not raise a stranger.
    OtherName(String),
}

/// Makes the administrator and prints the link.
pub async fn run(global: &Global, args: Args) -> Done {
    let lang = global.lang;
    if args.email.parse::<Email>().is_err() {
        return Err(bad_email(lang, &args.email));
    }
    let store = open_or_make_store(global).await?;
    let federation = which(&store, lang, args.federation.as_deref()).await?;
    let base_url = args.base_url.trim_end_matches('/');
    let created = create(&store, &args.name, &args.email, &federation, base_url).await;
    let created = created?.map_err(|refused| match refused {
        Refused::Elsewhere => elsewhere(lang, &args.email),
        Refused::OtherName(name) => other_name(lang, &args, &name),
    })?;
    store.close().await?;
    let said = match (created.was_there, created.was_known) {
        (true, _) => cli::admin_was_there(lang, &created.name, &created.federation),
        (false, true) => cli::admin_raised(lang, &created.name, &created.federation),
        (false, false) => cli::admin_created(lang, &created.name, &created.federation),
    };
    let json = json!({
        "name": created.name,
        "email": args.email,
        "federation": created.federation,
        "link": created.link,
    });
    global.print(format!("{said}\n{}", link_in_words(lang, &created.link)), &json);
    Ok(())
}

/// The name of the federation that is meant: the one named, or the only one there is.
async fn which(store: &Store, lang: Lang, named: Option<&str>) -> Result<String, Failure> {
    let there = federations::Entity::find().all(store.read()).await?;
    match (named, there.as_slice()) {
        (Some(name), _) => Ok(name.to_owned()),
        (None, [only]) => Ok(only.name.clone()),
        (None, several) => Err(Said::new(
            "which_federation",
            cli::admin_which_what(lang),
            cli::admin_which_why(lang, several.len()),
            cli::admin_which_do(lang),
        )
        .into()),
    }
}

fn elsewhere(lang: Lang, email: &str) -> Failure {
    let what = cli::admin_elsewhere_what(lang, email);
    Said::new("email_elsewhere", what, cli::admin_elsewhere_why(lang), cli::admin_elsewhere_do(lang)).into()
}

fn other_name(lang: Lang, args: &Args, holder: &str) -> Failure {
    let what = cli::admin_other_name_what(lang, &args.email, holder);
    let why = cli::admin_other_name_why(lang, &args.name, holder);
    Said::new("email_of_another", what, why, cli::admin_other_name_do(lang, holder)).into()
}

/// The federation, the person and the offices, as far as they are not there; and a link. Nothing is written where it
/// is refused.
pub async fn create(
    store: &Store,
    name: &str,
    email: &str,
    federation: &str,
    base_url: &str,
) -> Result<Result<Created, Refused>, Error> {
    let wanted = [name, email, federation, base_url].map(str::to_owned);
    store
        .write(Actor::System, |tx| {
            let [name, email, federation, base_url] = wanted.clone();
            async move {
                let known = match known(&tx, &federation, &name, &email).await? {
                    Ok(known) => known,
                    Err(refused) => {
                        tx.quiet();
                        return Ok(Err(refused));
                    }
                };
                let was_known = known.is_some();
                let person = match known {
                    Some(known) => known,
                    None => add(&tx, federation_named(&tx, &federation).await?, &name, &email).await?,
                };
                let mut was_there = true;
                for office in [Office::Staff, Office::Operator] {
                    was_there &= !appoint(&tx, &person, office).await?;
                }
                let link = accounts::link_by_hand(&tx, &person, &base_url).await?;
                Ok(Ok(Created { name: person.name, federation, was_there, was_known, link }))
            }
        })
        .await
}

async fn federation_named(tx: &Tx, name: &str) -> Result<FederationId, Error> {
    let there = federations::Entity::find().filter(federations::Column::Name.eq(name)).one(tx.db()).await?;
    if let Some(there) = there {
        return Ok(there.id);
    }
    let id: FederationId = tx.id();
    let row = federations::ActiveModel {
        id: Set(id),
        name: Set(name.to_owned()),
        region: Set(String::new()),
        created_at: Set(tx.at()),
    };
    row.insert(tx.db()).await?;
    let after = Some(json!({ "name": name }));
    let (subject, id_) = (Subject::Federation, id.uuid());
    tx.record(Record {
        action: "federation.found",
        subject,
        id: id_,
        federation: Some(id),
        before: None,
        after,
    });
    Ok(id)
}

/// Who uses the address already, if it is the one who is meant.
async fn known(
    tx: &Tx,
    federation: &str,
    name: &str,
    email: &str,
) -> Result<Result<Option<people::Model>, Refused>, Error> {
    let Some(there) = accounts::address::user_of(tx.db(), email).await? else { return Ok(Ok(None)) };
    let own = federations::Entity::find_by_id(there.federation_id).one(tx.db()).await?;
    if own.is_none_or(|own| own.name != federation) {
        return Ok(Err(Refused::Elsewhere));
    }
    let plain = |name: &str| name.split_whitespace().collect::<String>().to_lowercase();
    Ok(if plain(&there.name) == plain(name) { Ok(Some(there)) } else { Err(Refused::OtherName(there.name)) })
}

async fn add(tx: &Tx, federation: FederationId, name: &str, email: &str) -> Result<people::Model, Error> {
    let row = people::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(federation),
        name: Set(name.to_owned()),
        email: Set(Some(email.trim().to_ascii_lowercase())),
        lang: Set("ko".into()),
        created_at: Set(tx.at()),
        version: Set(1),
        ..Default::default()
    };
    let person = row.insert(tx.db()).await?;
    let after = Some(json!({ "name": name }));
    let (subject, id) = (Subject::Person, person.id.uuid());
    tx.record(Record {
        action: "person.add",
        subject,
        id,
        federation: Some(federation),
        before: None,
        after,
    });
    Ok(person)
}

/// Gives the office, unless the person holds it; says whether it was given.
async fn appoint(tx: &Tx, person: &people::Model, office: Office) -> Result<bool, Error> {
    let held = appointments::Entity::find()
        .filter(appointments::Column::PersonId.eq(person.id))
        .filter(appointments::Column::Office.eq(office))
        .filter(appointments::Column::GroupId.is_null())
        .filter(appointments::Column::Until.is_null());
    if held.one(tx.db()).await?.is_some() {
        return Ok(false);
    }
    let row = appointments::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(person.federation_id),
        group_id: Set(None),
        person_id: Set(person.id),
        office: Set(office),
        since: Set(tx.at().day()),
        until: Set(None),
    };
    let row = row.insert(tx.db()).await?;
    let after = Some(json!({ "office": office, "person": person.id }));
    let (subject, id) = (Subject::Appointment, row.id.uuid());
    let federation = Some(person.federation_id);
    tx.record(Record { action: "office.give", subject, id, federation, before: None, after });
    Ok(true)
}
