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
    let figures = figures::figures_in(&document, &timexes);
    let notices = notices::notices_in(&document);
    let events = events::events_in(&document, &timexes, setting);
    let entities::FoundEntities { entities, mentions } = entities::entities_in(&document);
    let naming = statements::Naming { entities: &entities, mentions: &mentions };
    let (mut statements, mut notes) = statements::statements_in(&document, &timexes, naming);
    notes.extend(time::notes(&document, &timexes, setting));
    let cues = certainty::cues_in(&document);
    let weigh = |said: &mut Statement| {
        (said.certainty, said.polarity) = certainty::certainty_and_polarity(&document, &cues, &said.content, &said.cue);
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
