//! Reads one text: whom it names, who says what, what it counts, what happened, what its outlet corrects.
//!
//! In: a text with the time of its document. Out: an [`Analysis`], whose parts all point at spans of the text.
//! Nothing here fails, reads a clock or touches a disk; what could not be understood is a note.
//!
//! 1. `names`: runs of capitalised words with the titles beside them.
//! 2. `entities`: one person, organization or place for all its names; its `coreference` adds roles and pronouns.
//! 3. `statements`: source, cue and content of what someone is reported to say.
//! 4. `certainty`: how firmly, and with which polarity, each statement is put.
//! 5. `numbers`, `people` (which nouns name people), `figures`: values in digits and words, then unit, what is counted, and bound.
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
pub(crate) mod people;
mod people_table;
#[doc(hidden)]
pub mod statements;

use crate::model::{Analysis, Document, Setting, Side, Span, Statement};
use crate::{text, time};

/// Returns everything that is read from one text.
pub fn analyze(text: &str, setting: Setting) -> Analysis<'_> {
    analyze_document(text::read(text), setting)
}

/// Returns everything that is read from a text whose sentences are known.
pub fn analyze_document(document: Document<'_>, setting: Setting) -> Analysis<'_> {
    let mut analysis = analyze_claims(document, setting);
    analysis.events = events::events_in(&analysis.document, &analysis.timexes, setting);
    analysis
}

/// Returns everything that is read from a text but its events, which no comparison looks at.
fn analyze_claims(document: Document<'_>, setting: Setting) -> Analysis<'_> {
    let timexes = time::timexes_in(&document, setting);
    let entities::FoundEntities { entities, mentions } = entities::entities_in(&document);
    let naming = statements::Naming { entities: &entities, mentions: &mentions };
    let (mut statements, mut notes) = statements::statements_in(&document, &timexes, naming);
    notes.extend(time::notes(&document, &timexes, setting));
    let cues = certainty::cues_in(&document);
    let add_certainty = |statement: &mut Statement| {
        (statement.certainty, statement.polarity) =
            certainty::certainty_and_polarity(&document, &cues, &statement.content, &attributing(&document, statement));
    };
    for statement in &mut statements {
        add_certainty(statement);
        statement.nested.iter_mut().for_each(add_certainty);
    }
    let figures = figures::figures_in(&document, &timexes);
    let notices = notices::notices_in(&document);
    Analysis { document, timexes, entities, mentions, statements, figures, events: Vec::new(), notices, notes }
}

/// Returns the words that attribute: the cue, and the "no" of a source that is nobody: "No group has claimed".
fn attributing(document: &Document<'_>, statement: &Statement) -> Vec<Span> {
    let source = statement.source.first().and_then(|source| document.tokens_in(*source).next());
    let nobody = source.filter(|&first| statements::is_nobody(document, first));
    statement.cue.iter().copied().chain(nobody.map(|first| document.tokens[first].span)).collect()
}

/// Returns what is read from one version: title and text in the same setting.
pub fn read_side<'t>(title: Option<&'t str>, text: &'t str, setting: Setting) -> Side<'t> {
    side_of(title, text::read(text), setting)
}

/// Returns what [`read_side`] does; sentences that the version before it has too are not parsed again.
pub fn read_side_after<'t>(earlier: &Side<'_>, title: Option<&'t str>, text: &'t str, setting: Setting) -> Side<'t> {
    side_of(title, text::read_after(text, &earlier.text.document), setting)
}

/// Returns what is read from one version whose text is parsed.
pub fn side_of<'t>(title: Option<&'t str>, document: Document<'t>, setting: Setting) -> Side<'t> {
    Side { setting, title: title.map(|title| analyze(title, setting)), text: analyze_document(document, setting) }
}

/// Returns what a comparison looks at in one version whose text is parsed: everything but events.
pub fn compared_side_of<'t>(title: Option<&'t str>, document: Document<'t>, setting: Setting) -> Side<'t> {
    let title = title.map(|title| analyze_claims(text::read(title), setting));
    Side { setting, title, text: analyze_claims(document, setting) }
}

/// A version as it is asked about: its title, its text, the sentences of the text where they are given, its setting.
#[derive(Clone, Copy, Debug)]
pub struct ComparedVersion<'t> {
    /// The headline, where it is known apart from the text.
    pub title: Option<&'t str>,
    /// The text.
    pub text: &'t str,
    /// The sentences of the text, where they are given.
    pub sentences: Option<&'t [Span]>,
    /// The time and zone in which it is read.
    pub setting: Setting,
}

/// Returns what a comparison of two versions looks at: everything but events, and what both versions have is parsed once.
pub fn read_pair<'t>(old: ComparedVersion<'t>, new: ComparedVersion<'t>) -> (Side<'t>, Side<'t>) {
    let document = match old.sentences {
        None => text::read(old.text),
        Some(sentences) => text::read_given(old.text, sentences),
    };
    let later = match new.sentences {
        None => text::read_after(new.text, &document),
        Some(sentences) => text::read_given_after(new.text, sentences, &document),
    };
    let side = |version: ComparedVersion<'t>, document| compared_side_of(version.title, document, version.setting);
    (side(old, document), side(new, later))
}
