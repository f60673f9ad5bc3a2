//! Puts one update into a title, an id and a piece of HTML, for every feed alike.

use maud::html;

use crate::model::Weight;
use crate::render::counted::count;
use crate::render::safe::one_line;
use crate::view::{ChangeView, FacetView, UpdateView};

/// Returns an id that never changes: article and version number.
pub(super) fn id_of(update: &UpdateView) -> String {
    format!("urn:writethru:{}:v{}", update.article.reference, update.to.number)
}

/// Returns the article with what the update comes to: "River Wire: 2 material changes".
pub(super) fn title_of(update: &UpdateView) -> String {
    let name = update.to.headline.as_deref().unwrap_or(&update.article.reference);
    let outlet = update.article.outlet.as_ref().map(|outlet| format!("{outlet}: ")).unwrap_or_default();
    let counts = update.counts;
    let told = match (counts.material, counts.minor) {
        (0, 0) => "typography only".to_owned(),
        (0, minor) => count(minor, "change of wording", "changes of wording"),
        (material, _) => count(material, "material change", "material changes"),
    };
    one_line(&format!("{outlet}{name} ({told})"))
}

/// Returns the changes as HTML, material ones first, cosmetic ones counted.
pub(super) fn html_of(update: &UpdateView) -> String {
    let mut changes: Vec<&ChangeView> =
        update.changes.iter().filter(|change| change.weight != Weight::Cosmetic).collect();
    changes.sort_by_key(|change| std::cmp::Reverse(change.weight));
    let page = html! {
        ul {
            @for change in changes {
                li {
                    @for facet in &change.facets { (facet_words(facet)) " " del { (facet.before.as_deref().unwrap_or("")) } " " ins { (facet.after.as_deref().unwrap_or("")) } "; " }
                    (change.weight.as_str())
                    @if let Some(nature) = change.nature { ", " (nature.as_str()) }
                    @if change.silent { ", no notice found" }
                }
            }
            @if 0 < update.counts.cosmetic { li { (count(update.counts.cosmetic, "cosmetic change", "cosmetic changes")) } }
        }
    };
    one_line(&page.into_string())
}

/// Returns what kind of claim changed, and what it is about.
pub(crate) fn facet_words(facet: &FacetView) -> String {
    match &facet.about {
        Some(about) => format!("{} ({about})", facet.kind.as_str()),
        None => facet.kind.as_str().to_owned(),
    }
}
