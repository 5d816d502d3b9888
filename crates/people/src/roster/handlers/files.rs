//! Files and paper that go out.

use axum::extract::Query;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use dure_domain::{GroupId, ImportId};
use dure_roster::WriteError;
use dure_web::Visit;
use dure_web::error::{Error, Result};
use dure_web::headers::to_keep;
use dure_web::paths::Key;
use maud::Markup;
use serde::Deserialize;

use crate::roster::actions::{self, Format};
use crate::roster::export::{self, Selection};
use crate::roster::{pages, report, words};

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What the address of an export may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    group: String,
    encoding: String,
}

impl Asked {
    fn group(&self) -> Result<Option<GroupId>> {
        let group = Some(self.group.as_str()).filter(|group| !group.is_empty());
        group.map(str::parse).transpose().map_err(|_| Error::NotFound)
    }
}

/// `GET /roster/export.xlsx`
pub async fn xlsx(visit: Visit, Query(asked): Query<Asked>) -> Result<Response> {
    export(&visit, &asked, Format::Xlsx).await
}

/// `GET /roster/export.csv`
pub async fn csv(visit: Visit, Query(asked): Query<Asked>) -> Result<Response> {
    let format = if asked.encoding == "cp949" { Format::Cp949 } else { Format::Csv };
    export(&visit, &asked, format).await
}

async fn export(visit: &Visit, asked: &Asked, format: Format) -> Result<Response> {
    let lang = visit.lang();
    let group = asked.group()?;
    let taken = actions::take_out(&visit.app, &visit.viewer, group).await?;
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
pub async fn bad_rows(visit: Visit, Key(id): Key<ImportId>) -> Result<Response> {
    let lang = visit.lang();
    let import = actions::find(&visit.app, &visit.viewer, id).await?;
    let report = if import.report.is_empty() {
        actions::look_through(&visit.app, &visit.viewer, id).await?.report
    } else {
        report::of_import(&import.report)?
    };
    let stem =
        import.file_name.rsplit_once('.').map_or(import.file_name.as_str(), |(stem, _)| stem).to_owned();
    let bytes = actions::bad_rows(import, &report, move |remark| words::remark(lang, remark)).await?;
    Ok(file(bytes, XLSX, &format!("{stem}-{}.xlsx", dure_texts::roster::stat_bad(lang))))
}

/// `GET /roster/print`
pub async fn print(visit: Visit, Query(asked): Query<Asked>) -> Result<Markup> {
    let group = asked.group()?;
    let taken = actions::take_out(&visit.app, &visit.viewer, group).await?;
    let name = actions::group_name(&visit.app, group).await?;
    let name = match name {
        Some(name) => name,
        None => actions::federation_name(&visit.app, taken.roster.federation).await?,
    };
    let personal = |group| taken.personal(group);
    let selection = Selection { groups: taken.groups.as_deref(), personal: &personal };
    let entries = export::entries(&taken.roster, &selection);
    let may = |entry: &export::Entry<'_>| taken.personal(entry.member.map(|member| member.group_id));
    Ok(pages::paper::page(&visit, &taken.roster, &entries, &name, visit.app.now().day(), may))
}

/// A file to keep.
fn file(bytes: Vec<u8>, kind: &'static str, name: &str) -> Response {
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, to_keep(name))], bytes)
        .into_response()
}
