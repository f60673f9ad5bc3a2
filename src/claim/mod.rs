//! Reads one text: whom it names, who says what, what it counts, what happened, what its outlet corrects.
//!
//! In: a text with the time of its document. Out: an [`Analysis`], whose parts all point at spans of the text.
//! Nothing here fails, reads a clock or touches a disk; what could not be understood is a note.
//!
//! 1. `names`: runs of capitalised words with the titles beside them.
//! 2. `entities`: one person, organization or place for all its names; its `coreference` adds roles and pronouns.
//! 3. `statements`: source, cue and content of what someone is reported to say.
//! 4. `certainty`: how firmly, and with which polarity, each statement is put.
//! 5. `numbers`, `figures`: values in digits and words, then unit, what is counted, and bound.
//! 6. `events`: what happened, will happen or might, with dates and modality.
//! 7. `notices`: corrections, clarifications and update notes.

pub(crate) mod certainty;
#[doc(hidden)]
pub mod entities;
#[doc(hidden)]
pub mod events;
#[doc(hidden)]
pub mod figures;
pub(crate) mod names;
pub(crate) mod notices;
pub(crate) mod numbers;
#[doc(hidden)]
pub mod statements;

use crate::model::{Analysis, Document, Setting, Side, Statement};
use crate::{text, time};

/// Returns everything that is read from one text.
pub fn analyze(text: &str, setting: Setting) -> Analysis<'_> {
    analyze_document(text::read(text), setting)
}

/// Returns everything that is read from a text whose sentences are known.
pub fn analyze_document(document: Document<'_>, setting: Setting) -> Analysis<'_> {
    let timexes = time::timexes_in(&document, setting);
    let entities::FoundEntities { entities, mentions } = entities::entities_in(&document);
    let naming = statements::Naming { entities: &entities, mentions: &mentions };
    let (mut statements, mut notes) = statements::statements_in(&document, &timexes, naming);
    notes.extend(time::notes(&document, &timexes, setting));
    let cues = certainty::cues_in(&document);
    let add_certainty = |statement: &mut Statement| {
        (statement.certainty, statement.polarity) =
            certainty::certainty_and_polarity(&document, &cues, &statement.content, &statement.cue);
    };
    for statement in &mut statements {
        add_certainty(statement);
        statement.nested.iter_mut().for_each(add_certainty);
    }
    let figures = figures::figures_in(&document, &timexes);
    let events = events::events_in(&document, &timexes, setting);
    let notices = notices::notices_in(&document);
    Analysis { document, timexes, entities, mentions, statements, figures, events, notices, notes }
}

/// Returns what is read from one version: title and text in the same setting.
pub fn read_side<'t>(title: Option<&'t str>, text: &'t str, setting: Setting) -> Side<'t> {
    Side { setting, title: title.map(|title| analyze(title, setting)), text: analyze(text, setting) }
}

/// Returns what is read from one version whose sentences are known.
pub fn read_side_of_sentences<'t>(
    title: Option<&'t str>,
    text: &'t str,
    sentences: &[crate::model::Span],
    setting: Setting,
) -> Side<'t> {
    let document = text::read_given(text, sentences);
    Side { setting, title: title.map(|title| analyze(title, setting)), text: analyze_document(document, setting) }
}
