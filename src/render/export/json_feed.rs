//! Writes updates as a JSON Feed 1.1; our own fields begin with `_`.

use serde_json::json;

use super::updates::{html_of, id_of, title_of};
use crate::render::safe::web_address;
use crate::view::ChangesView;

/// Writes the feed called `title`; the newest update comes first.
pub fn changes(view: &ChangesView, title: &str) -> String {
    let items = view.updates.iter().rev().map(|update| {
        let mut item = json!({
            "id": id_of(update),
            "title": title_of(update),
            "content_html": html_of(update),
            "date_published": update.to.captured.to_rfc3339(),
            "_writethru": {
                "article": update.article.reference,
                "version": update.to.number,
                "weight": update.verdict.weight,
                "silent": update.verdict.silent,
            },
        });
        if let Some(url) = update.article.url.as_deref().and_then(web_address) {
            item["external_url"] = json!(url);
        }
        item
    });
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": format!("Changes: {title}"),
        "items": items.collect::<Vec<_>>(),
    });
    let mut text = serde_json::to_string_pretty(&feed).expect("plain data");
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::export::sample;

    #[test]
    fn items_have_ids_and_content() {
        let feed: serde_json::Value = serde_json::from_str(&changes(&sample::changes(), "flood")).expect("JSON");
        assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
        assert_eq!(feed["items"][1]["id"], "urn:writethru:flood/wire:v2");
        assert_eq!(feed["items"][1]["_writethru"]["weight"], "material");
    }
}
