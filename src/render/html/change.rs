//! Writes one change by itself: what stood before, what stands now, how to cite it, hand it on and embed it.
//!
//! Its address ends in a hash of the change's identity, so that it outlives a changed analysis of other sentences.

use maud::{Markup, html};

use super::cite::{self, Citation};
use super::facet::{self, VersionPair};
use super::site::{Site, article_path, change_path, diff_path, embed_path, story_path};
use super::{card, words};
use crate::render::safe::escape_markdown;
use crate::render::titles::{capital, story_title};
use crate::view::{ChangeView, DiffView};

/// A change with the comparison that it stands in.
#[derive(Clone, Copy, Debug)]
pub struct ChangePage<'v> {
    pub view: &'v DiffView,
    pub change: &'v ChangeView,
    /// The address of the site as others see it, with a slash at its end.
    pub home: &'v str,
    /// Other sites may frame it.
    pub is_framed: bool,
}

/// Returns the title of the page.
pub fn title(change: &ChangeView) -> String {
    facet::title(change)
}

/// Returns the change that a page is asked for.
pub fn change_named<'v>(view: &'v DiffView, name: &str) -> Option<&'v ChangeView> {
    let pair = VersionPair::of_diff(view);
    view.changes.iter().find(|change| facet::anchor(change, pair) == name)
}

/// Writes the page.
pub fn body(page: &ChangePage<'_>, site: &Site) -> Markup {
    let ChangePage { view, change, .. } = page;
    html! {
        header.head {
            (crumbs(page, site))
            h1.quoted dir="auto" { (facet::title(change)) }
            p.k { (observed(view)) }
        }
        div.change.alone { (facet::in_words(change, (view.a.number, view.b.number))) }
        figure.hand-on {
            img.card src="card.svg" width="600" height="315" alt=(card::alternative(view, change));
            figcaption.acts { a href="card.svg" download=(card::file_name(view, change)) { "Save this card as SVG" } }
        }
        (cite::block(&citation(page), &handed_on(page), site))
    }
}

/// Writes the change for a frame on somebody else's page.
pub fn embedded(page: &ChangePage<'_>) -> Markup {
    let ChangePage { view, change, .. } = page;
    html! {
        header.head {
            h1.quoted dir="auto" { (facet::title(change)) }
            p.k { (view.article.outlet.as_deref().unwrap_or(&view.article.name)) ", " (observed(view)) }
        }
        div.change.alone { (facet::in_words(change, (view.a.number, view.b.number))) }
    }
}

/// Returns the frame by which another page shows this one: no script is needed, and none can run in it.
pub fn frame_code(address: &str, title: &str, width: u32, height: u32) -> String {
    let frame = html! { iframe src=(address) title=(title) width=(width) height=(height) sandbox="" loading="lazy" {} };
    frame.into_string()
}

fn crumbs(page: &ChangePage<'_>, site: &Site) -> Markup {
    let DiffView { article, a, b, .. } = page.view;
    html! {
        p.crumbs {
            @if let Some(story) = &article.story { (site.link(&story_path(story, ""), story_title(None, story))) " › " }
            (site.link(&article_path(article), article.outlet.as_deref().unwrap_or(&article.name))) " › "
            (site.link(&diff_path(&article.reference, a.number, b.number), format!("v{} → v{}", a.number, b.number)))
        }
    }
}

fn observed(view: &DiffView) -> String {
    format!("{} ({})", words::changed(&view.a, &view.b, view.timezone), view.timezone.name())
}

/// Returns the address of the change, as others see it.
fn address(page: &ChangePage<'_>) -> String {
    let pair = VersionPair::of_diff(page.view);
    let DiffView { article, a, b, .. } = page.view;
    format!("{}{}", page.home, change_path(&article.reference, a.number, b.number, &facet::anchor(page.change, pair)))
}

fn citation(page: &ChangePage<'_>) -> Citation {
    let ChangePage { view, change, .. } = page;
    let version = Citation::of_version(&view.article, &view.b, view.timezone);
    Citation {
        key: format!("{}-{}", version.key, facet::anchor(change, VersionPair::of_diff(view))),
        title: format!("{} (changed from version {})", version.title, view.a.number),
        ..version
    }
}

/// Returns the forms in which the change is handed on: Markdown, words alone, a frame where there is one.
fn handed_on(page: &ChangePage<'_>) -> Vec<(&'static str, String)> {
    let ChangePage { view, change, home, is_framed } = page;
    let (before, after) = (standing_text(&change.a_text), standing_text(&change.b_text));
    let who = view.article.outlet.as_deref().unwrap_or(&view.article.name);
    let (a, b) = (view.a.number, view.b.number);
    let told = format!("{}; {}.", capital(&words::standing(change)), observed(view));
    let address = address(page);
    let markdown = format!(
        "**{}, version {a} → {b}**\n\n> Before: {}\n>\n> After: {}\n\n{} [Compared]({address})\n",
        escape_markdown(who),
        escape_markdown(before),
        escape_markdown(after),
        escape_markdown(&told),
    );
    let plain =
        format!("{who}, version {a} → {b}\nBefore: {before}\nAfter:  {after}\n{told}\n{address}\n").replace('\r', "");
    let mut forms = vec![("Markdown", markdown), ("Before and after", plain)];
    if *is_framed {
        let embed = embed_path(address.strip_prefix(home).unwrap_or_default());
        let frame = frame_code(&format!("{home}{embed}"), &facet::title(change), 640, 420);
        forms.push(("Frame for another page", frame));
    }
    forms
}

fn standing_text(text: &str) -> &str {
    if text.is_empty() { "not in the text" } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::export::sample;

    #[test]
    fn a_change_is_found_by_its_own_name_and_handed_on_whole() {
        let view = sample::diff();
        let change = &view.changes[0];
        let name = facet::anchor(change, VersionPair::of_diff(&view));
        assert_eq!(change_named(&view, &name).map(|own| own.number), Some(change.number));
        assert!(change_named(&view, "c0000000000").is_none());
        let page = ChangePage { view: &view, change, home: "http://127.0.0.1:7171/", is_framed: true };
        let forms = handed_on(&page);
        let [(_, markdown), (_, plain), (_, frame)] = &forms[..] else { panic!("{forms:?}") };
        for text in [markdown, plain] {
            assert!(text.contains(&format!("http://127.0.0.1:7171/article/flood/wire/1..2/{name}/")), "{text}");
            assert!(text.contains("version 1 → 2"), "{text}");
        }
        assert!(frame.contains(&format!("/embed/article/flood/wire/1..2/{name}/")) && frame.contains("sandbox=\"\""));
        // A frame that nobody else may see is not offered.
        assert_eq!(handed_on(&ChangePage { is_framed: false, ..page }).len(), 2);
    }
}
