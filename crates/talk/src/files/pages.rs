//! The section of files on the page of a thing, and what is said when one was not taken.

use dure_domain::{FileId, FileKind, Subject};
use dure_files::{Failed, Refused};
use dure_tables::files::Model;
use dure_texts::{Lang, files as texts};
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::{headings, notices, words};
use dure_web::{Hold, Visit};
use maud::{Markup, html};
use uuid::Uuid;

use super::rules::{self, Album, NotAdded};

/// What the chooser of a browser offers.
const ACCEPT: &str = "image/*,.pdf,.hwp,.hwpx,.doc,.docx,.docm,.xls,.xlsx,.xlsm,.ppt,.pptx,.pptm,.odt,.ods,.odp,.dwg,.dxf,.stp,.step,.txt,.csv,.zip";

/// The one form of the page's files. Its fields stand in the section, which may itself stand within another form.
const FORM: &str = "files-form";

fn address(kind: Subject, thing: Uuid) -> String {
    format!("/files/on/{kind}/{thing}")
}

/// The form behind a block that stands within another form.
pub fn form(kind: Subject, thing: Uuid) -> Markup {
    html! {
        form id=(FORM) method="post" action=(address(kind, thing)) enctype="multipart/form-data" {}
    }
}

/// The files of a thing with the way to add some; nothing where there are none and none can be added.
pub fn section(visit: &Visit, album: &Album) -> Markup {
    if album.files.is_empty() && !(album.hold.adds && album.may_keep) {
        return headings::nothing();
    }
    let count = (!album.files.is_empty()).then_some(album.files.len());
    let body = html! { (block(visit, album, None)) (form(album.on.0, album.on.1)) };
    headings::section_with("files", texts::title(visit.lang()), count, headings::nothing(), body)
}

/// The files alone.
pub fn list(visit: &Visit, album: &Album) -> Markup {
    html! { ul class="files-list" { @for file in &album.files { (item(visit, album, file)) } } }
}

/// The files with the way to add some; `draft` where they stand within the form of what is still being written.
pub fn block(visit: &Visit, album: &Album, draft: Option<&str>) -> Markup {
    let lang = visit.lang();
    let (kind, thing) = album.on;
    html! {
        div class="files" data-files=(address(kind, thing)) data-files-draft=[draft]
            data-waiting=(texts::waiting(lang)) data-sending=(texts::sending(lang, "{percent}"))
            data-working=(texts::working(lang)) data-again=(texts::again(lang)) data-broken=(texts::broken_off(lang))
            data-too-large=(texts::too_large(lang)) {
            @if draft.is_some() { p class="files-label scripted" { (texts::title_within(lang)) } }
            ul class="files-list" data-files-list { @for file in &album.files { (item(visit, album, file)) } }
            @if album.files.is_empty() && draft.is_none() {
                p class="muted" data-files-none { (texts::none(lang)) }
            }
            @if album.hold.adds && album.may_keep { (choosers(lang, album.hold.anonymous, draft.is_some())) }
        }
    }
}

/// One file, as a script puts it into the list.
pub fn item_of(visit: &Visit, album: &Album, id: FileId) -> Markup {
    let file = album.files.iter().find(|file| file.id == id);
    file.map_or_else(headings::nothing, |file| item(visit, album, file))
}

fn item(visit: &Visit, album: &Album, file: &Model) -> Markup {
    let takes_away = album.hold.keeps || (album.hold.adds && file.added_by == visit.viewer.person);
    match file.kind {
        FileKind::Picture => picture(visit.lang(), album, file, takes_away),
        _ => document(visit, album, file, takes_away),
    }
}

fn picture(lang: Lang, album: &Album, file: &Model, takes_away: bool) -> Markup {
    let pictures: Vec<&Model> = album.files.iter().filter(|file| file.kind == FileKind::Picture).collect();
    let at = pictures.iter().position(|other| other.id == file.id).unwrap_or_default() + 1;
    let alt = match album.senders.get(&file.added_by) {
        Some(who) => texts::picture_alt(lang, who, at, pictures.len()),
        None => texts::picture_alt_unnamed(lang, at, pictures.len()),
    };
    html! {
        li class="file-picture" data-file=(file.id) {
            a href={ "/files/" (file.id) } title=(album.name(lang, file)) {
                img src={ "/files/" (file.id) "?size=small" } alt=(alt) loading="lazy";
            }
            @if takes_away { (remove(lang, file.id)) }
        }
    }
}

fn document(visit: &Visit, album: &Album, file: &Model, takes_away: bool) -> Markup {
    let lang = visit.lang();
    let by = album
        .senders
        .get(&file.added_by)
        .map(|who| texts::by(lang, who, words::ago(lang, file.added_at, visit.app.now())));
    let facts = [Some(kind(lang, file.kind).to_owned()), Some(rules::size(file.bytes)), by];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    html! {
        li class="file-document" data-file=(file.id) {
            a href={ "/files/" (file.id) } {
                (Icon::Download)
                span class="file-words" {
                    span class="file-name" { (album.name(lang, file)) }
                    span class="muted" { (facts.join(" · ")) }
                }
            }
            @if takes_away { (remove(lang, file.id)) }
        }
    }
}

fn remove(lang: Lang, id: FileId) -> Markup {
    html! {
        button class="file-remove no-print" form=(FORM) formaction={ "/files/" (id) "/remove" }
            aria-label=(texts::remove(lang)) title=(texts::remove(lang)) data-confirm=(texts::remove_ask(lang)) {
            (Icon::Delete)
        }
    }
}

/// Two ways to choose: the camera at once, on machines that one holds in a hand, or whatever lies on the machine.
/// Within another form only by script: there is no thing yet to send them to.
fn choosers(lang: Lang, anonymous: bool, within: bool) -> Markup {
    html! {
        div class={ "files-choosers no-print" @if within { " scripted" } } {
            div class="buttons" {
                label class="button button-second files-camera" {
                    (Icon::Camera) (texts::camera(lang))
                    input type="file" name="file" form=(FORM) accept="image/*" capture="environment"
                        aria-describedby="files-hint";
                }
                label class="button button-second" {
                    (Icon::Attach) (texts::choose(lang))
                    input type="file" name="file" form=(FORM) multiple accept=(ACCEPT) aria-describedby="files-hint";
                }
                button class="button unscripted" form=(FORM) { (texts::send(lang)) }
            }
            ul class="files-under-way" data-files-under-way aria-live="polite" {}
            p class="hint" id="files-hint" { (texts::hint(lang)) }
            @if anonymous { p class="hint" { (texts::hint_unnamed(lang)) } }
        }
    }
}

/// What was not taken, and what was, with a way back.
pub fn not_all(visit: &Visit, hold: &Hold, added: usize, not_added: &[(String, NotAdded)]) -> Markup {
    let lang = visit.lang();
    let body = html! {
        (headings::page_head(texts::title(lang), &hold.title, headings::nothing()))
        @for (name, reason) in not_added {
            (notices::alert(&texts::some_not(lang, name), html! { p { (why(lang, reason)) } }))
        }
        @if added > 0 { p { (texts::others_kept(lang, added)) } }
        (buttons::link(Look::Main, &format!("{}#files", hold.path), Some(Icon::Back), texts::back(lang)))
    };
    visit.page(texts::title(lang), body)
}

/// A form that came without a file.
pub fn nothing_sent(visit: &Visit, hold: &Hold) -> Markup {
    let lang = visit.lang();
    let body = html! {
        (headings::page_head(texts::title(lang), &hold.title, headings::nothing()))
        (notices::alert(texts::nothing(lang), headings::nothing()))
        (buttons::link(Look::Main, &format!("{}#files", hold.path), Some(Icon::Back), texts::back(lang)))
    };
    visit.page(texts::title(lang), body)
}

/// A file whose content cannot be fetched.
pub fn gone(visit: &Visit) -> Markup {
    let lang = visit.lang();
    let body = html! {
        (headings::page_head(texts::title(lang), "", headings::nothing()))
        (notices::alert(texts::gone(lang), headings::nothing()))
    };
    visit.page(texts::title(lang), body)
}

/// Why a file was not added, and what to do.
pub fn why(lang: Lang, reason: &NotAdded) -> &'static str {
    match reason {
        NotAdded::NoRoom => texts::no_room(lang),
        NotAdded::NotKept(Failed::Nowhere) => texts::nowhere(lang),
        NotAdded::NotKept(Failed::Full(_)) => texts::full(lang),
        NotAdded::NotKept(_) => texts::not_kept(lang),
        NotAdded::Refused(refused) => match refused {
            Refused::Empty => texts::empty(lang),
            Refused::TooLarge => texts::too_large(lang),
            Refused::Heic => texts::heic(lang),
            Refused::TooManyPixels => texts::too_many_pixels(lang),
            Refused::Damaged => texts::damaged(lang),
            Refused::Web => texts::web(lang),
            Refused::Film => texts::film(lang),
            Refused::Program => texts::program(lang),
            Refused::NotAsNamed => texts::not_as_named(lang),
            Refused::Unknown => texts::unknown(lang),
        },
    }
}

fn kind(lang: Lang, kind: FileKind) -> &'static str {
    match kind {
        FileKind::Picture => texts::kind_picture(lang),
        FileKind::Pdf => texts::kind_pdf(lang),
        FileKind::Docx | FileKind::Doc | FileKind::Odt => texts::kind_word(lang),
        FileKind::Xlsx | FileKind::Xls | FileKind::Ods | FileKind::Csv => texts::kind_sheet(lang),
        FileKind::Pptx | FileKind::Ppt | FileKind::Odp => texts::kind_slides(lang),
        FileKind::Hwp | FileKind::Hwpx => texts::kind_hangul(lang),
        FileKind::Dwg | FileKind::Dxf | FileKind::Step => texts::kind_drawing(lang),
        FileKind::Text => texts::kind_text(lang),
        FileKind::Zip => texts::kind_archive(lang),
        FileKind::Macro => texts::kind_macro(lang),
        FileKind::Locked => texts::kind_locked(lang),
    }
}
