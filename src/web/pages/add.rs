//! Adds by hand: a new story, a version from a text, a file or an address.

use std::sync::Arc;

use axum::Form;
use axum::extract::{Multipart, Query, State};
use axum::http::HeaderMap;
#[cfg(feature = "fetch")]
use axum::http::StatusCode;
use axum::response::Response;
use chrono_tz::Tz;
use maud::{Markup, html};
use serde::Deserialize;

use super::form::{FileForm, check_token};
use crate::ingest::{self, Source};
use crate::model::{CapturedBy, DocumentTime, OriginKind};
use crate::render::html::site::{article_path, story_path, version_path};
use crate::render::html::{Frame, Section};
use crate::track::Submission;
use crate::view::{Outcome, RecordedView, StoryList};
use crate::web::app::{App, read_only};
use crate::web::error::{Answer, Problem};
use crate::web::headers::redirect;
use crate::web::visit::{Visit, home};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AddQuery {
    story: String,
    article: String,
    /// The address of a page, as the bookmarklet hands it over: nothing is read before the form is sent.
    url: String,
}

pub(crate) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    Query(query): Query<AddQuery>,
    headers: HeaderMap,
) -> Answer {
    if app.archives.is_read_only() {
        return Err(read_only());
    }
    let stories = app.ask(|archive| Ok(archive.stories()?)).await?;
    let body = html! {
        header.head {
            h1 { "Add a version" }
            p.k {
                "Paste what the article says now, or choose a saved page" @if cfg!(feature = "fetch") { ", or give only its address: then the page is read on the web" } ". "
                "The same text again records a look, and no new version."
            }
        }
        (version_form(&visit, &stories, &query))
        @if cfg!(feature = "fetch") { (bookmarklet(&home(&app, &headers))) }
        details.filters { summary { "Begin a story without an article" } (story_form(&visit)) }
    };
    Ok(visit.page(Frame::new("Add a version", Section::Add), &body))
}

fn text_field(name: &str, label: &str, value: &str, hint: &str) -> Markup {
    html! { p { label for={ "a-" (name) } { (label) } input id={ "a-" (name) } name=(name) type="text" value=(value) placeholder=(hint) maxlength="500" autocomplete="off"; } }
}

fn version_form(visit: &Visit, stories: &StoryList, query: &AddQuery) -> Markup {
    html! {
        form.sheet method="post" enctype="multipart/form-data" {
            (visit.token())
            p { label for="a-text" { "Text of the article: a headline, a blank line, then paragraphs" } textarea #a-text name="text" rows="12" {} }
            p { label for="a-file" { "Or a file: plain text, Markdown, or a saved page" } input #a-file name="file" type="file"; }
            p { label for="a-story" { "Story" } input #a-story name="story" type="text" list="stories" value=(query.story) placeholder="ferry-fire: made where there is none" maxlength="200" autocomplete="off"; }
            datalist #stories { @for row in &stories.stories { option value=(row.name) { (row.title.as_deref().unwrap_or(&row.name)) } } }
            (text_field("article", "Article, where it was recorded before or needs a name", &query.article, "herald-1"))
            (text_field("outlet", "Outlet", "", "The Herald"))
            (text_field("url", "Address of the page", &query.url, "https://"))
            (text_field("captured", "When it was seen", "", "now; or 2025-04-24T08:00"))
            p.buttons { button type="submit" { "Record" } }
        }
    }
}

/// Writes the bookmark that brings the page one reads to this form; it works for as long as the server runs at this address.
fn bookmarklet(home: &str) -> Markup {
    let code = format!("javascript:location.href='{home}add/?url='+encodeURIComponent(location.href)");
    html! {
        details.filters {
            summary { "Add from the page you read" }
            p.k { "Drag this link to your bookmarks: " a.bookmarklet href=(code) { "Add to writethru" } ". On the page of an article, it opens this form with the address filled in; nothing is recorded before you say so." }
        }
    }
}

fn story_form(visit: &Visit) -> Markup {
    html! {
        form.sheet method="post" action="story/" {
            (visit.token())
            (text_field("name", "Title of the story", "", "Ferry fire off Cebu"))
            (text_field("timezone", "Time zone in which its days are counted", "UTC", "Asia/Manila"))
            p.buttons { button type="submit" { "Begin" } }
        }
    }
}

pub(crate) async fn record(State(app): State<Arc<App>>, multipart: Multipart) -> Answer {
    let form = FileForm::read(multipart).await?;
    check_token(&app, form.field("form_token").unwrap_or_default())?;
    #[cfg(feature = "fetch")]
    if form.file.is_none() && form.field("text").is_none() && form.field("url").is_some() {
        return fetch(&app, &form).await;
    }
    let view = app
        .change(move |archive, now| {
            let name = form.field("story").or(form.field("article"));
            let zone = archive.zone_of(name)?;
            let submission = submission(&form, zone, DocumentTime::Instant(now))?;
            Ok(archive.record(&submission, now)?)
        })
        .await?;
    Ok(to_recorded(&view))
}

/// Leads to what was recorded.
fn to_recorded(view: &RecordedView) -> Response {
    match view.outcome {
        Outcome::Unchanged => redirect(&format!("../{}?done=unchanged", article_path(&view.article))),
        _ => redirect(&format!("../{}?done=recorded", version_path(&view.article.reference, view.version))),
    }
}

/// Reads the page at the address and records what it shows.
#[cfg(feature = "fetch")]
async fn fetch(app: &Arc<App>, form: &FileForm) -> Answer {
    use crate::track::FetchOptions;
    use crate::view::LookOutcome;

    if app.archives.is_read_only() {
        return Err(read_only());
    }
    if form.field("captured").is_some() {
        let message = "a page that is read on the web is seen now, not at another time";
        return Err(Problem::form(message, "leave the time out, or paste the text that was seen then"));
    }
    let owned = |name: &str| form.field(name).map(str::to_owned);
    let (story, article, outlet) = (owned("story"), owned("article"), owned("outlet"));
    let options = FetchOptions { story, article, outlet, ..FetchOptions::default() };
    let url = owned("url").unwrap_or_default();
    let looked =
        app.work(&app.questions, move |app| app.fetcher.look(&app.archives, (app.clock)(), &url, options)).await?;
    match looked.outcome {
        LookOutcome::Recorded { recorded, .. } => Ok(to_recorded(&recorded)),
        LookOutcome::Doubtful { message, .. } | LookOutcome::Variant { message } => Err(Problem::form(
            format!("the page was read, and nothing recorded: {message}"),
            "send the form again in a few minutes",
        )),
        LookOutcome::Failed { message, hint, .. } => Err(Problem {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            message: format!("the page could not be recorded: {message}"),
            hint: hint.or_else(|| Some("save the page with your browser, and choose the file here".to_owned())),
        }),
    }
}

/// Reads what was sent and lays what the fields say over what it says itself.
fn submission(form: &FileForm, zone: Tz, now: DocumentTime) -> Result<Submission, Problem> {
    let (name, bytes) = match (&form.file, form.field("text")) {
        (Some((name, bytes)), None) => (name.as_str(), bytes.as_slice()),
        (None, Some(text)) => ("text", text.as_bytes()),
        (None, None) => {
            return Err(Problem::form(
                "there is neither a text nor a file",
                "paste a text, choose a file, or give an address",
            ));
        }
        (Some(_), Some(_)) => return Err(Problem::form("there are a text and a file", "send one of the two")),
    };
    let url = form.field("url");
    if url.is_some_and(|url| crate::render::safe::web_address(url).is_none()) {
        return Err(Problem::form("this is no address of a page", "write it with `https://`, or leave it out"));
    }
    let (captured, captured_by) = match form.field("captured") {
        None => (now, CapturedBy::Clock),
        Some(words) => {
            let unread =
                || Problem::form(format!("`{words}` names no time"), "write a time such as `2025-04-24T08:00`");
            (DocumentTime::read(words, zone).ok_or_else(unread)?, CapturedBy::Given)
        }
    };
    let source = Source { name, kind: OriginKind::default(), timezone: zone, keep_original: true, ..Source::default() };
    let mut capture = ingest::read(bytes, source)?;
    capture.outlet = form.field("outlet").map(str::to_owned).or(capture.outlet);
    if let Some(url) = url {
        capture.addresses.insert(0, url.to_owned());
    }
    let owned = |name: &str| form.field(name).map(str::to_owned);
    Ok(Submission {
        capture,
        story: owned("story"),
        article: owned("article"),
        timezone: None,
        captured: Some(captured),
        captured_by,
    })
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct StoryForm {
    form_token: String,
    name: String,
    timezone: String,
}

pub(crate) async fn story(State(app): State<Arc<App>>, Form(form): Form<StoryForm>) -> Answer {
    check_token(&app, &form.form_token)?;
    let zone: Tz = form.timezone.trim().parse().map_err(|_| {
        Problem::form(
            format!("there is no time zone `{}`", form.timezone),
            "write one such as `Europe/London` or `UTC`",
        )
    })?;
    let done = app.change(move |archive, now| Ok(archive.new_story(form.name.trim(), zone, now)?)).await?;
    Ok(redirect(&format!("../../{}?done=story", story_path(&done.story.name, ""))))
}
