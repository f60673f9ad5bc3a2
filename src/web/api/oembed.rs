//! oEmbed: tells another site how to show a timeline or a change, given the address of its page.
//!
//! Source: oembed.com, version 1.0, type `rich`.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use serde::Deserialize;
use serde_json::json;

use crate::model::TimelineQuery;
use crate::render::html::change::{self, frame_code};
use crate::render::html::site::{decoded, embed_path};
use crate::render::html::story_title;
use crate::web::app::App;
use crate::web::error::{Answer, Problem};
use crate::web::pages::change::{change_of, named};
use crate::web::pages::embed::not_shown;
use crate::web::visit::home;

/// Size of the frame, where the asker sets no limit.
const WIDTH: u32 = 640;
const CHANGE_HEIGHT: u32 = 420;
const STORY_HEIGHT: u32 = 720;

/// What may be asked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct OembedParameters {
    url: String,
    format: String,
    maxwidth: Option<u32>,
    maxheight: Option<u32>,
}

pub(super) async fn oembed(
    State(app): State<Arc<App>>,
    Query(wanted): Query<OembedParameters>,
    headers: HeaderMap,
) -> Answer {
    if !matches!(wanted.format.as_str(), "" | "json") {
        let message = format!("there is no description in the format `{}`", wanted.format);
        return Err(Problem::new(StatusCode::NOT_IMPLEMENTED, message, "ask for `format=json`"));
    }
    let home = home(&app, &headers);
    let own = path_of(&wanted.url, &home).to_owned();
    // An address with a slash too many names the same page.
    let path = own.split('/').filter(|part| !part.is_empty()).fold(String::new(), |path, part| path + part + "/");
    let (title, height) = app
        .ask_for_frame(move |archive| match segments(&own).iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            ["story", story] => {
                let query = TimelineQuery::default();
                let view =
                    archive.published(Some(*story), |archive| archive.timeline(story, &query)).map_err(not_shown)?;
                Ok((story_title(view.title.as_deref(), &view.story), STORY_HEIGHT))
            }
            ["article", story, article, versions, name] => {
                let [story, article, versions, name] = [story, article, versions, name].map(|part| (*part).to_owned());
                let (reference, name) = named((story, article, versions, name))?;
                let view = archive
                    .published(Some(&reference.name), |archive| archive.diff(&reference, None))
                    .map_err(not_shown)?;
                Ok((change::title(change_of(&view, &name)?), CHANGE_HEIGHT))
            }
            _ => Err(no_page()),
        })
        .await?;
    let size = |own: u32, most: Option<u32>| own.min(most.unwrap_or(own));
    let (width, height) = (size(WIDTH, wanted.maxwidth), size(height, wanted.maxheight));
    let description = json!({
        "version": "1.0", "type": "rich", "provider_name": "writethru", "title": title,
        "html": frame_code(&format!("{home}{}", embed_path(&path)), &title, width, height),
        "width": width, "height": height,
    });
    let json = [(header::CONTENT_TYPE, "application/json")];
    Ok((app.frames.cached(), json, description.to_string() + "\n").into_response())
}

/// Returns the path within the site of an address: a whole one, or one that is relative to the site.
fn path_of<'u>(url: &'u str, home: &str) -> &'u str {
    let without_scheme = |url: &'u str| url.split_once("://").map(|(_, rest)| rest);
    let own = home.split_once("://").map_or(home, |(_, rest)| rest);
    // Whoever asks may have met the page by HTTPS, which ends at the proxy in front.
    let path = match without_scheme(url) {
        Some(rest) => rest.strip_prefix(own).unwrap_or_default(),
        None => url,
    };
    path.split(['?', '#']).next().unwrap_or_default()
}

fn segments(path: &str) -> Vec<String> {
    path.split('/').filter(|part| !part.is_empty()).map(decoded).collect()
}

fn no_page() -> Problem {
    let message = "this is not the address of a timeline or a change of this archive";
    Problem::new(StatusCode::NOT_FOUND, message, "give the address of the page, such as `http://…/story/flood/`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_found_by_its_address() {
        let check = |url: &str, want: &[&str]| {
            assert_eq!(segments(path_of(url, "http://a.example/news/")), want, "{url}");
        };
        check("https://a.example/news/story/flood/", &["story", "flood"]);
        check("http://a.example/news/story/%E6%B4%AA/?kind=event#e1", &["story", "洪"]);
        check("story/flood/", &["story", "flood"]);
        check("http://evil.example/news/story/flood/", &[]);
        check("http://a.example/other/story/flood/", &[]);
    }
}
