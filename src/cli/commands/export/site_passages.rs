//! Gathers what can be found by the search of an exported site: what its pages show, each passage once.

use std::collections::{BTreeSet, HashMap};

use crate::render::html::baked_search::IndexedPassage;
use crate::render::html::changes::change_place;
use crate::render::html::site::{sentence_path, story_path, version_path};
use crate::view::{ArticleHead, ChangeView, ShowView, TimelineView, UpdateView};

/// Returns the entries of a timeline.
pub(super) fn entries(view: &TimelineView) -> impl Iterator<Item = IndexedPassage> {
    view.entries.iter().chain(&view.undated).map(|entry| IndexedPassage {
        text: entry.speaker.iter().chain([&entry.text]).cloned().collect::<Vec<_>>().join(": "),
        path: story_path(&view.story, &format!("entry/{}", entry.id)),
        label: match &entry.when {
            Some(when) => format!("timeline, {}", when.words_in(view.timezone)),
            None => "timeline, no date".to_owned(),
        },
        is_gone: false,
    })
}

/// Returns the changes of an update, in order of the text; two changes of one sentence are one passage.
pub(super) fn changes_of(update: &UpdateView) -> impl Iterator<Item = IndexedPassage> {
    let (article, from, to) = (&update.article, update.from.number, update.to.number);
    let outlet = article.outlet.as_deref().unwrap_or(&article.name);
    let text = |change: &ChangeView| {
        let texts = [change.a_text.as_str(), change.b_text.as_str()];
        texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" → ")
    };
    let mut told = BTreeSet::new();
    update.changes.iter().filter_map(move |change| {
        let text = text(change);
        let (path, label) = (change_place(update, change), format!("{outlet} v{from} → v{to}"));
        told.insert(text.clone()).then_some(IndexedPassage { text, path, label, is_gone: false })
    })
}

/// The sentences of an article that its pages show, each with the last version that shows it.
#[derive(Default)]
pub(super) struct CitedSentences {
    /// Version and sentence, by the words and in order of first showing; `None` for the title of the page.
    shown: Vec<(String, usize, Option<usize>)>,
    places: HashMap<String, usize>,
    /// The words of the latest version.
    latest: BTreeSet<String>,
}

impl CitedSentences {
    /// Takes in a version, of which all or these sentences are shown; versions come in order.
    pub(super) fn take(&mut self, view: &ShowView, quoted: Option<&BTreeSet<usize>>) {
        self.latest.clear();
        let sentences = view.paragraphs.iter().flat_map(|own| own.sentences.iter().map(move |told| (own, told)));
        for (paragraph, sentence) in sentences {
            self.latest.insert(sentence.text.clone());
            let is_headline = paragraph.role == "headline";
            let is_shown = quoted.is_none_or(|quoted| quoted.contains(&sentence.number));
            if !is_shown && !is_headline {
                continue;
            }
            // A headline is the title of its page, which has no anchor for it where only excerpts are shown.
            let own = (sentence.text.clone(), view.version.number, is_shown.then_some(sentence.number));
            match self.places.get(&sentence.text) {
                Some(place) => self.shown[*place] = own,
                None => {
                    self.places.insert(sentence.text.clone(), self.shown.len());
                    self.shown.push(own);
                }
            }
        }
    }

    /// Returns the sentences.
    pub(super) fn passages(self, article: &ArticleHead) -> impl Iterator<Item = IndexedPassage> {
        let Self { shown, latest, .. } = self;
        let outlet = article.outlet.as_deref().unwrap_or(&article.name);
        shown.into_iter().map(move |(text, version, sentence)| IndexedPassage {
            path: match sentence {
                Some(sentence) => sentence_path(&article.reference, version, sentence),
                None => version_path(&article.reference, version),
            },
            label: format!("{outlet} v{version}"),
            is_gone: !latest.contains(&text),
            text,
        })
    }
}
