//! Files and paper that go out.

use axum::Form;
use axum::extract::Query;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::{DataOutlet, GroupId, ImportId};
use dure_roster::WriteError;
use dure_web::Visit;
use dure_web::error::{Error, Result};
use dure_web::faults::Faults;
use dure_web::headers::to_keep;
use dure_web::paths::Key;
use maud::Markup;
use serde::Deserialize;

use crate::data_access::actions as data_access;
use crate::data_access::pieces::{self, Asking};
use crate::data_access::rules::{self, Taking, WhyForm};
use crate::roster::actions::{self, Format, Taken};
use crate::roster::export::{self, Selection};
use crate::roster::{pages, report, words};

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What the address of an export may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    group: String,
    format: String,
    encoding: String,
}

/// The form of an export, with the reason.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Sent {
    group: String,
    format: String,
    reason: String,
    purpose: String,
}

impl Sent {
    fn why(&self) -> WhyForm {
        WhyForm { reason: self.reason.clone(), purpose: self.purpose.clone() }
    }
}

fn group_of(text: &str) -> Result<Option<GroupId>> {
    let group = Some(text).filter(|group| !group.is_empty());
    group.map(str::parse).transpose().map_err(|_| Error::NotFound)
}

/// As what the roster goes out, by the word of the form.
fn outlet(format: &str) -> DataOutlet {
    match format {
        "print" => DataOutlet::RosterPrint,
        "csv" | "cp949" => DataOutlet::RosterCsv,
        _ => DataOutlet::RosterXlsx,
    }
}

/// `GET /roster/export.xlsx`: where files stood before they asked why.
pub async fn xlsx(Query(asked): Query<Asked>) -> Redirect {
    ask(&asked, "xlsx")
}

/// `GET /roster/export.csv`
pub async fn csv(Query(asked): Query<Asked>) -> Redirect {
    ask(&asked, if asked.encoding == "cp949" { "cp949" } else { "csv" })
}

/// `GET /roster/print`
pub async fn print(Query(asked): Query<Asked>) -> Redirect {
    ask(&asked, "print")
}

fn ask(asked: &Asked, format: &str) -> Redirect {
    let group = group_of(&asked.group).ok().flatten();
    let group = group.map(|group| format!("&group={group}")).unwrap_or_default();
    Redirect::to(&format!("/roster/export?format={format}{group}"))
}

/// `GET /roster/export`
pub async fn ask_why(visit: Visit, Query(asked): Query<Asked>) -> Result<Markup> {
    let group = group_of(&asked.group)?;
    actions::may_take_out(&visit.app, &visit.viewer, group).await?;
    why(&visit, group, &asked.format, &WhyForm::default(), &Faults::default()).await
}

async fn why(
    visit: &Visit,
    group: Option<GroupId>,
    format: &str,
    form: &WhyForm,
    faults: &Faults,
) -> Result<Markup> {
    let lang = visit.lang();
    let name = actions::group_name(&visit.app, group).await?;
    let group = group.map(|group| group.to_string()).unwrap_or_default();
    let asking = Asking {
        what: outlet(format),
        scope: name.as_deref().unwrap_or(dure_texts::roster::export_whole(lang)),
        action: "/roster/export",
        back: match group.as_str() {
            "" => ("/firms", dure_texts::shell::menu_firms(lang)),
            group => (&format!("/groups/{group}"), name.as_deref().unwrap_or_default()),
        },
        carried: &[("group", &group), ("format", format)],
    };
    Ok(pieces::asking(visit, &asking, form, faults))
}

/// `POST /roster/export`
pub async fn export(visit: Visit, Form(sent): Form<Sent>) -> Result<Response> {
    let group = group_of(&sent.group)?;
    actions::may_take_out(&visit.app, &visit.viewer, group).await?;
    let reason = match rules::read(&sent.why()) {
        Ok(reason) => reason,
        Err(faults) => {
            let page = why(&visit, group, &sent.format, &sent.why(), &faults).await?;
            return Ok(dure_web::sent::form(page, true));
        }
    };
    let taken = actions::take_out(&visit.app, &visit.viewer, group).await?;
    let given = match sent.format.as_str() {
        "print" => paper(&visit, &taken, group).await?.into_response(),
        "csv" => written(&visit, &taken, group, Format::Csv).await?,
        "cp949" => written(&visit, &taken, group, Format::Cp949).await?,
        _ => written(&visit, &taken, group, Format::Xlsx).await?,
    };
    let taking = taken.as_what(group, outlet(&sent.format));
    data_access::noted(&visit.app, &visit.viewer, &taking, &reason).await?;
    Ok(given)
}

async fn written(visit: &Visit, taken: &Taken, group: Option<GroupId>, format: Format) -> Result<Response> {
    let lang = visit.lang();
    let written = actions::write(taken.rows(), format).await;
    let bytes = written.map_err(|error| match error {
        WriteError::NotInCp949 { character } => {
            Error::Rule(dure_texts::roster::export_not_in_cp949(lang, character.to_string()))
        }
        other => Error::Internal(other.to_string()),
    })?;
    let name = actions::group_name(&visit.app, group).await?;
    let name = name.unwrap_or_else(|| dure_texts::roster::title(lang).to_owned());
    let day = visit.app.now().day();
    Ok(match format {
        Format::Xlsx => file(bytes, XLSX, &format!("{name}-{day}.xlsx")),
        Format::Csv => file(bytes, "text/csv; charset=utf-8", &format!("{name}-{day}.csv")),
        Format::Cp949 => file(bytes, "text/csv; charset=euc-kr", &format!("{name}-{day}.csv")),
    })
}

/// `GET /roster/imports/{id}/bad-rows.xlsx`
pub async fn ask_bad_rows(visit: Visit, Key(id): Key<ImportId>) -> Result<Markup> {
    let import = actions::find(&visit.app, &visit.viewer, id).await?;
    Ok(why_bad_rows(&visit, id, &import.file_name, &WhyForm::default(), &Faults::default()))
}

fn why_bad_rows(visit: &Visit, id: ImportId, name: &str, form: &WhyForm, faults: &Faults) -> Markup {
    let back = format!("/roster/imports/{id}");
    let asking = Asking {
        what: DataOutlet::BadRows,
        scope: name,
        action: &format!("{back}/bad-rows.xlsx"),
        back: (&back, name),
        carried: &[],
    };
    pieces::asking(visit, &asking, form, faults)
}

/// `POST /roster/imports/{id}/bad-rows.xlsx`
pub async fn bad_rows(visit: Visit, Key(id): Key<ImportId>, Form(form): Form<WhyForm>) -> Result<Response> {
    let lang = visit.lang();
    let import = actions::find(&visit.app, &visit.viewer, id).await?;
    let reason = match rules::read(&form) {
        Ok(reason) => reason,
        Err(faults) => {
            return Ok(dure_web::sent::form(
                why_bad_rows(&visit, id, &import.file_name, &form, &faults),
                true,
            ));
        }
    };
    let report = if import.report.is_empty() {
        actions::look_through(&visit.app, &visit.viewer, id).await?.report
    } else {
        report::of_import(&import.report)?
    };
    let (what, persons) = (DataOutlet::BadRows, report.bad);
    let taking = Taking { federation: import.federation_id, group: None, what, persons };
    let stem =
        import.file_name.rsplit_once('.').map_or(import.file_name.as_str(), |(stem, _)| stem).to_owned();
    let bytes = actions::bad_rows(import, &report, move |remark| words::remark(lang, remark)).await?;
    data_access::noted(&visit.app, &visit.viewer, &taking, &reason).await?;
    Ok(file(bytes, XLSX, &format!("{stem}-{}.xlsx", dure_texts::roster::stat_bad(lang))))
}

async fn paper(visit: &Visit, taken: &Taken, group: Option<GroupId>) -> Result<Markup> {
    let name = match actions::group_name(&visit.app, group).await? {
        Some(name) => name,
        None => actions::federation_name(&visit.app, taken.roster.federation).await?,
    };
    let personal = |group| taken.personal(group);
    let selection = Selection { groups: taken.groups.as_deref(), personal: &personal };
    let entries = export::entries(&taken.roster, &selection);
    let may = |entry: &export::Entry<'_>| taken.personal(entry.member.map(|member| member.group_id));
    Ok(pages::paper::page(visit, &taken.roster, &entries, &name, visit.app.now().day(), may))
}

/// A file to keep.
fn file(bytes: Vec<u8>, kind: &'static str, name: &str) -> Response {
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, to_keep(name))], bytes)
        .into_response()
}
