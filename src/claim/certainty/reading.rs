//! Sums the cues of one assertion up: how certain, and which way.
//!
//! "The firm **denied** that it had lied" is `denied`; "it **may** have lied" is
//! `hedged`; "it did **not** lie" is asserted and negative.

use super::cue::{CertaintyCue, CueKind, Strength};
use crate::model::{Certainty, Document, Polarity, Rel, Span, Upos};
use crate::text::is_subordinator;

/// Returns certainty and polarity of the assertion at `content`, attributed by the words at `cue_spans`.
///
/// `cues` are those of the whole document, in order. Only cues of the content's
/// main clause count: "He left because he was not paid" is positive.
pub(crate) fn certainty_and_polarity(
    document: &Document<'_>,
    cues: &[CertaintyCue],
    content: &[Span],
    cue_spans: &[Span],
) -> (Certainty, Polarity) {
    let attributing: Vec<&CertaintyCue> = beginning_in(cues, cue_spans).collect();
    let told = main_clause(document, content);
    let inside: Vec<&CertaintyCue> =
        within(cues, &told).filter(|cue| !is_in_relative_clause(document, cue, content)).collect();
    // Who "never said" a thing, or "could not confirm" it, has not asserted it.
    let is_unsaid = is_odd(&attributing) && !attributing.iter().any(|cue| cue.kind == CueKind::Denial);
    let polarity = if is_odd(&inside) || is_unsaid { Polarity::Negative } else { Polarity::Positive };
    let certainty = match certainty(document, &attributing, &inside, cues, content) {
        Certainty::Conditional if asks_if(document, cue_spans, content) => Certainty::Questioned,
        Certainty::Asserted if is_unsaid => Certainty::Hedged,
        certainty => certainty,
    };
    (certainty, polarity)
}

/// Returns whether the negations among cues turn what they govern round.
fn is_odd(cues: &[&CertaintyCue]) -> bool {
    cues.iter().filter(|cue| cue.kind == CueKind::Negation).count() % 2 == 1
}

/// Heads above a cue that are climbed.
const CLIMBED: usize = 12;

/// Returns whether a cue stands in a clause that describes a noun of the content: "a plan they have **not** read".
fn is_in_relative_clause(document: &Document<'_>, cue: &CertaintyCue, content: &[Span]) -> bool {
    let tokens = &document.tokens;
    let mut at = cue.tokens.start;
    // "a plan they have not read": a pronoun right behind a noun opens it, whatever the grammar says.
    let helps = |token: &usize| matches!(tokens[*token].upos, Upos::Aux | Upos::Adv);
    let first = (0..at).rev().take_while(helps).last().unwrap_or(at);
    let opens = 2 <= first && tokens[first - 1].upos == Upos::Pron && tokens[first - 2].upos == Upos::Noun;
    if opens && content.iter().any(|part| part.contains(tokens[first - 2].span)) {
        return true;
    }
    for _ in 0..CLIMBED {
        let token = &tokens[at];
        let is_above = content.iter().any(|part| part.contains(tokens[token.head].span));
        if token.head == at || !is_above {
            return false;
        }
        // A clause with a subject of its own behind a noun, which the grammar may only set beside the verb.
        if matches!(token.rel, Rel::Acl | Rel::Parataxis) && token.head < at {
            return true;
        }
        at = token.head;
    }
    false
}

fn certainty(
    document: &Document<'_>,
    attributing: &[&CertaintyCue],
    inside: &[&CertaintyCue],
    cues: &[CertaintyCue],
    content: &[Span],
) -> Certainty {
    let mut certainty = Certainty::Asserted;
    for cue in attributing {
        match cue.kind {
            // Who "did not deny" it says nothing either way.
            CueKind::Denial if is_odd(attributing) => certainty = Certainty::Hedged,
            CueKind::Denial => return Certainty::Denied,
            CueKind::Question => return Certainty::Questioned,
            CueKind::Hedge | CueKind::Reporting if cue.strength == Strength::Weak => certainty = Certainty::Hedged,
            _ => {}
        }
    }
    let has = |kind: CueKind| inside.iter().any(|cue| cue.kind == kind);
    let opens_with_condition = within(cues, content).any(|cue| cue.kind == CueKind::Conditional);
    // "I could not reach him": who was not able to did not.
    let is_inability = |modal: &CertaintyCue| {
        let is_denied = |cue: &&&CertaintyCue| cue.kind == CueKind::Negation && cue.tokens.start == modal.tokens.end;
        document.norm(modal.tokens.start) == "could" && inside.iter().any(|cue| is_denied(&cue))
    };
    let hedges = |cue: &&CertaintyCue| match cue.kind {
        CueKind::Modal if is_inability(cue) => false,
        CueKind::Hedge => cue.strength <= Strength::Distanced,
        CueKind::Modal | CueKind::Reporting => cue.strength == Strength::Weak,
        _ => false,
    };
    match certainty {
        _ if has(CueKind::Question) => Certainty::Questioned,
        _ if opens_with_condition => Certainty::Conditional,
        _ if inside.iter().any(hedges) => Certainty::Hedged,
        certainty => certainty,
    }
}

/// Returns whether the content is what is asked: "asked if the bus would still run".
fn asks_if(document: &Document<'_>, cue_spans: &[Span], content: &[Span]) -> bool {
    let first = content.first().map(|part| document.tokens_in(*part).start);
    let cue = cue_spans.last().map(|cue| document.tokens_in(*cue).end);
    first.zip(cue).is_some_and(|(first, cue)| first == cue && document.norm(first) == "if")
}

/// Returns the cues that begin within the spans: "is **thought** that" goes on behind the verb.
fn beginning_in<'c>(cues: &'c [CertaintyCue], spans: &'c [Span]) -> impl Iterator<Item = &'c CertaintyCue> {
    spans.iter().flat_map(|span| {
        let from = cues.partition_point(|cue| cue.span.start < span.start);
        cues[from..].iter().take_while(|cue| cue.span.start < span.end)
    })
}

/// Returns the cues that lie within the spans.
fn within<'c>(cues: &'c [CertaintyCue], spans: &[Span]) -> impl Iterator<Item = &'c CertaintyCue> {
    spans
        .iter()
        .flat_map(|&span| {
            let from = cues.partition_point(|cue| cue.span.start < span.start);
            cues[from..].iter().take_while(move |cue| cue.span.end <= span.end)
        })
        .collect::<Vec<_>>()
        .into_iter()
}

/// Returns the content without its subordinate clauses.
fn main_clause(document: &Document<'_>, content: &[Span]) -> Vec<Span> {
    let mut kept = Vec::new();
    for &part in content {
        let tokens = document.tokens_in(part);
        let mut open: Option<usize> = None;
        let mut seen_verb_clause = false;
        for token in tokens.clone() {
            if token > tokens.start && opens_subordinate(document, token) {
                push(document, &mut kept, open.take(), token);
                seen_verb_clause = true;
            } else if open.is_none() && (!seen_verb_clause || document.norm(token) == ",") {
                open = Some(token);
                seen_verb_clause = false;
            }
        }
        push(document, &mut kept, open, tokens.end);
    }
    kept
}

fn push(document: &Document<'_>, kept: &mut Vec<Span>, from: Option<usize>, end: usize) {
    if let Some(from) = from.filter(|&from| from < end) {
        kept.push(document.tokens[from].span.cover(document.tokens[end - 1].span));
    }
}

/// Returns whether a subordinate clause begins at the token.
fn opens_subordinate(document: &Document<'_>, token: usize) -> bool {
    let word = &document.tokens[token];
    is_subordinator(document.norm(token))
        && (word.rel == Rel::Unset
            || !matches!(word.rel, Rel::Case | Rel::Nsubj | Rel::Fixed)
            || matches!(document.norm(token), "who" | "whom" | "which"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, cue: &str, content: &str, want: (Certainty, Polarity)) {
        let span = |words: &str| {
            let start = text.find(words).expect("words of the text");
            Span::new(start, start + words.len())
        };
        let document = crate::text::read(text);
        let cues = crate::claim::certainty::cues_in(&document);
        assert_eq!(certainty_and_polarity(&document, &cues, &[span(content)], &[span(cue)]), want, "{text}");
    }

    #[test]
    fn cues_sum_up() {
        use Certainty::{Asserted, Conditional, Denied, Hedged, Questioned};
        use Polarity::{Negative, Positive};
        check("The firm denied that it lied.", "denied", "it lied", (Denied, Positive));
        check("Police said he may have fled.", "said", "he may have fled", (Hedged, Positive));
        check("Police said he had not fled.", "said", "he had not fled", (Asserted, Negative));
        let once = "he left once he was not paid";
        check("She said he left once he was not paid.", "said", once, (Asserted, Positive));
        check(
            "She said he left because he was not paid.",
            "said",
            "he left because he was not paid",
            (Asserted, Positive),
        );
        check("She said they would go if it was dry.", "said", "they would go if it was dry", (Conditional, Positive));
        check("She asked whether it was dry.", "asked", "whether it was dry", (Questioned, Positive));
        check("Prosecutors allege he lied.", "allege", "he lied", (Hedged, Positive));
        check("It will not fail to open, she said.", "said", "It will not fail to open", (Asserted, Positive));
        check("The firm did not deny that it lied.", "did not deny", "it lied", (Hedged, Positive));
        check("The army could not confirm it fell.", "could not confirm", "it fell", (Hedged, Negative));
        check("It is thought that he fled.", "is thought", "he fled", (Hedged, Positive));
        check("She asked if it was dry.", "asked", "if it was dry", (Questioned, Positive));
        check("“I could not reach him,” she said.", "said", "I could not reach him", (Asserted, Negative));
        check("“It may not open,” she said.", "said", "It may not open", (Hedged, Negative));
        check("\"Who will pay?\" he said.", "said", "Who will pay?", (Questioned, Positive));
        check(
            "\"Nobody should sign a deal they have not read,\" she said.",
            "said",
            "Nobody should sign a deal they have not read",
            (Asserted, Negative),
        );
    }
}
