//! Reads who and what a text names, who says what, figures, events and notices.

pub mod certainty;
pub mod entities;
pub mod events;
pub mod figures;
pub mod names;
pub mod notices;
pub mod numbers;
pub mod statements;

use crate::model::{Analysis, Document, Setting, Side, Statement};
use crate::{text, time};

/// Reads everything off one text.
pub fn analyze(text: &str, setting: Setting) -> Analysis<'_> {
    analyze_document(text::read(text), setting)
}

/// Reads everything off a text whose sentences are known.
pub fn analyze_document(document: Document<'_>, setting: Setting) -> Analysis<'_> {
    let timexes = time::timexes_in(&document, setting);
    let figures = figures::find(&document, &timexes);
    let notices = notices::find(&document);
    let events = events::find(&document, &timexes, setting);
    let entities::FoundEntities { entities, mentions } = entities::find(&document);
    let naming = statements::Naming { entities: &entities, mentions: &mentions };
    let (mut statements, mut notes) = statements::find(&document, &timexes, naming);
    notes.extend(time::notes(&document, &timexes, setting));
    let cues = certainty::cues(&document);
    let weigh = |said: &mut Statement| {
        (said.certainty, said.polarity) = certainty::read(&document, &cues, &said.content, &said.cue);
    };
    for said in &mut statements {
        weigh(said);
        said.nested.iter_mut().for_each(weigh);
    }
    Analysis { document, timexes, entities, mentions, statements, figures, events, notices, notes }
}

/// Reads one version: title and text in the same setting.
pub fn read_side<'t>(title: Option<&'t str>, text: &'t str, setting: Setting) -> Side<'t> {
    Side { setting, title: title.map(|title| analyze(title, setting)), text: analyze(text, setting) }
}

/// Reads one version whose sentences are known.
pub fn read_side_of_sentences<'t>(
    title: Option<&'t str>,
    text: &'t str,
    sentences: &[crate::model::Span],
    setting: Setting,
) -> Side<'t> {
    let document = text::read_given(text, sentences);
    Side { setting, title: title.map(|title| analyze(title, setting)), text: analyze_document(document, setting) }
}
