//! Sums the cues of one assertion up: how certain, and which way.
//!
//! "The firm **denied** that it had lied" is `denied`; "it **may** have lied" is
//! `hedged`; "it did **not** lie" is asserted and negative.

use super::cue::{CertaintyCue, CueKind, Strength};
use crate::model::{Certainty, Document, Polarity, Rel, Span};

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
    let attributing = within(cues, cue_spans);
    let told = main_clause(document, content);
    let inside: Vec<&CertaintyCue> = within(cues, &told).collect();
    let negations = inside.iter().filter(|cue| cue.kind == CueKind::Negation).count();
    let polarity = if negations % 2 == 1 { Polarity::Negative } else { Polarity::Positive };
    (certainty(attributing, &inside, cues, content), polarity)
}

fn certainty<'c>(
    attributing: impl Iterator<Item = &'c CertaintyCue>,
    inside: &[&CertaintyCue],
    cues: &[CertaintyCue],
    content: &[Span],
) -> Certainty {
    let mut certainty = Certainty::Asserted;
    for cue in attributing {
        match cue.kind {
            CueKind::Denial => return Certainty::Denied,
            CueKind::Question => return Certainty::Questioned,
            CueKind::Hedge | CueKind::Reporting if cue.strength == Strength::Weak => certainty = Certainty::Hedged,
            _ => {}
        }
    }
    let has = |kind: CueKind| inside.iter().any(|cue| cue.kind == kind);
    let opens_with_condition = within(cues, content).any(|cue| cue.kind == CueKind::Conditional);
    let hedges = |cue: &&CertaintyCue| match cue.kind {
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
            if opens_subordinate(document, token) && (token > tokens.start || document.norm(token) != "that") {
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
    let mark = matches!(
        document.norm(token),
        "because"
            | "although"
            | "though"
            | "while"
            | "when"
            | "after"
            | "before"
            | "since"
            | "until"
            | "which"
            | "who"
            | "whose"
            | "where"
            | "if"
            | "unless"
            | "as"
    );
    mark && (word.rel == Rel::Unset
        || !matches!(word.rel, Rel::Case | Rel::Nsubj | Rel::Fixed)
        || matches!(document.norm(token), "who" | "which"))
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
    }
}
