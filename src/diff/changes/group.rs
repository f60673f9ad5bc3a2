//! Turns paired sentences into changes: edited, split, merged, added, removed, moved.

use chrono::NaiveDate;

use super::lone::{LoneKind, lone_kind};
use crate::diff::align::{Alignment, MovedPassage};
use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide, facet_of, read_numbers};
use crate::diff::facets;
use crate::diff::notices::link;
use crate::diff::weigh::direction;
use crate::diff::weigh::verdict;
use crate::diff::words::interner::{TokenClass, WordInterner};
use crate::model::{
    Action, Analysis, Change, ChangeKind, Facet, Field, Information, Nature, Role, Setting, Side, Span, Weight,
};
use crate::text::{LineKind, line_kind};

/// One text with its words as numbers.
pub struct VersionText<'t> {
    pub analysis: &'t Analysis<'t>,
    pub numbers: Vec<u32>,
    pub quoted: Vec<bool>,
    /// The day that relative dates are read against.
    pub day: Option<NaiveDate>,
}

impl<'t> VersionText<'t> {
    pub fn read(folder: &mut WordInterner<'t>, analysis: &'t Analysis<'t>, setting: Setting) -> Self {
        let (numbers, quoted) = read_numbers(folder, &analysis.document);
        let day = setting.published.map(|published| published.day(setting.timezone));
        Self { analysis, numbers, quoted, day }
    }

    /// Returns all sentences as one passage.
    pub fn whole(&self) -> PassageSide<'t> {
        let all: Vec<usize> = (0..self.analysis.document.sentences.len()).collect();
        self.piece(&all)
    }

    fn piece(&self, sentences: &[usize]) -> PassageSide<'t> {
        PassageSide { day: self.day, ..PassageSide::new(self.analysis, &self.numbers, &self.quoted, sentences) }
    }

    fn sentence(&self, at: usize) -> &'t str {
        self.analysis.document.sentences[at].span.of(self.analysis.document.text)
    }

    fn role(&self, at: usize) -> Role {
        self.analysis.document.sentences[at].role
    }

    fn span(&self, sentences: &[usize]) -> Option<Span> {
        let spans = sentences.iter().map(|&at| self.analysis.document.sentences[at].span);
        spans.reduce(Span::cover)
    }
}

/// Both texts of a comparison.
struct SentencePairing<'p> {
    a: &'p VersionText<'p>,
    b: &'p VersionText<'p>,
    sorts: &'p [TokenClass],
}

/// Returns all changes of the text, in reading order.
pub fn changes(a: &VersionText<'_>, b: &VersionText<'_>, alignment: &Alignment, sorts: &[TokenClass]) -> Vec<Change> {
    let pairing = SentencePairing { a, b, sorts };
    let mut changes = Vec::new();
    for (group_a, group_b) in
        groups(&alignment.pairs, a.analysis.document.sentences.len(), b.analysis.document.sentences.len())
    {
        pairing.group(&group_a, &group_b, &mut changes);
    }
    changes.extend(alignment.moved.iter().map(|passage| pairing.moved(passage)));
    pairing.gaps(&alignment.pairs, &mut changes);
    if changes.is_empty() && a.analysis.document.text != b.analysis.document.text {
        changes.push(layout());
    }
    join_bylines(&mut changes);
    pairing.join_headlines(&mut changes);
    sort(&mut changes, &alignment.pairs);
    changes
}

/// Every edited passage laid out, and whether sentences were added or taken out whole.
pub fn lay_out<'p>(
    a: &'p VersionText<'p>,
    b: &'p VersionText<'p>,
    alignment: &Alignment,
    sorts: &'p [TokenClass],
) -> (Vec<EditedPassage<'p>>, bool) {
    let pairing = SentencePairing { a, b, sorts };
    let count = |text: &VersionText<'_>| text.analysis.document.sentences.len();
    let groups = groups(&alignment.pairs, count(a), count(b));
    let lone = groups.iter().any(|(old, new)| old.is_empty() || new.is_empty());
    let differ = |(old, new): &&(Vec<usize>, Vec<usize>)| match (&old[..], &new[..]) {
        ([], _) | (_, []) => false,
        ([x], [y]) => a.sentence(*x) != b.sentence(*y),
        _ => true,
    };
    (groups.iter().filter(differ).map(|(old, new)| pairing.lay_out(old, new)).collect(), lone)
}

/// What changed in more sentences than these says something else, and reading it as one passage would be slow.
const MOST_AS_ONE: usize = 8;

/// Returns all that was edited, put in or taken out as one passage, where it is short.
pub fn as_one<'p>(
    a: &'p VersionText<'p>,
    b: &'p VersionText<'p>,
    alignment: &Alignment,
    sorts: &'p [TokenClass],
) -> Option<EditedPassage<'p>> {
    let pairing = SentencePairing { a, b, sorts };
    let count = |text: &VersionText<'_>| text.analysis.document.sentences.len();
    let (mut old, mut new) = (Vec::new(), Vec::new());
    for (group_a, group_b) in groups(&alignment.pairs, count(a), count(b)) {
        let same = matches!((&group_a[..], &group_b[..]), ([x], [y]) if a.sentence(*x) == b.sentence(*y));
        if !same {
            old.extend(group_a);
            new.extend(group_b);
        }
    }
    old.sort_unstable();
    new.sort_unstable();
    (1..=MOST_AS_ONE).contains(&old.len().max(new.len())).then(|| pairing.lay_out(&old, &new))
}

/// One byline gone and another come is one byline changed.
fn join_bylines(changes: &mut Vec<Change>) {
    let lone = |change: &Change, action: Action| {
        change.action == action && change.facets.iter().all(|facet| facet.kind == ChangeKind::Byline)
    };
    let gone = changes.iter().position(|change| lone(change, Action::Removed));
    let come = changes.iter().position(|change| lone(change, Action::Added));
    if let (Some(gone), Some(come)) = (gone, come) {
        let new = changes[come].clone();
        let old = &mut changes[gone];
        old.action = Action::Edited;
        old.b = new.b;
        if let (Some(facet), Some(other)) = (old.facets.first_mut(), new.facets.first()) {
            facet.after.clone_from(&other.after);
            facet.b_span = other.b_span;
        }
        changes.remove(come);
    }
}

/// Returns the change of the headline, if it has one.
pub fn title_change(old: &Side<'_>, new: &Side<'_>) -> Option<Change> {
    let (a, b) = (old.title.as_ref(), new.title.as_ref());
    let (text_a, text_b) = (a.map_or("", |a| a.document.text), b.map_or("", |b| b.document.text));
    // A version stored without its title says nothing about the headline.
    if text_a == text_b || text_a.is_empty() || text_b.is_empty() {
        return None;
    }
    let (a, b) = (a?, b?);
    if is_tagged(text_a, text_b) || is_tagged(text_b, text_a) {
        let span = |text: &str| Some(Span::new(0, text.trim_end().len()));
        let (span_a, span_b) = (span(text_a), span(text_b));
        let facet = facet_of(ChangeKind::Headline, Field::Title, (span_a, text_a), (span_b, text_b));
        return Some(change(
            Action::Edited,
            (vec![], vec![]),
            vec![facet],
            Weight::Minor,
            Information::Same,
            vec!["outlet-tag"],
        ));
    }
    let mut folder = WordInterner::default();
    let (read_a, read_b) =
        (VersionText::read(&mut folder, a, old.setting), VersionText::read(&mut folder, b, new.setting));
    let mut edit = EditedPassage::new(read_a.whole(), read_b.whole(), &folder.sorts, Field::Title);
    let found = facets::find(&mut edit);
    let other = headline_is_other(&edit);
    let whole = |text: &str| {
        Span::new(text.len() - text.trim_start().len(), text.trim_end().len().max(text.len() - text.trim_start().len()))
    };
    let facet =
        facet_of(ChangeKind::Headline, Field::Title, (Some(whole(text_a)), text_a), (Some(whole(text_b)), text_b));
    Some(headline_change(Action::Edited, (vec![], vec![]), facet, &found, other))
}

/// A headline that keeps less than this part of its words tells of something else.
const LEAST_KEPT: usize = 3;
/// So many words of its own make a headline say something new.
const OWN_WORDS: usize = 3;

/// Returns whether a headline is in other words throughout, or says much that the other does not.
fn headline_is_other(edit: &EditedPassage<'_>) -> Option<&'static str> {
    let content = |piece: &PassageSide<'_>, sort: &dyn Fn(usize) -> TokenClass| -> Vec<String> {
        let telling = |at: &usize| matches!(sort(*at), TokenClass::Content | TokenClass::Number);
        (0..piece.len()).filter(telling).map(|at| piece.lemma(at).to_owned()).collect()
    };
    let old = content(&edit.a, &|at| edit.sort_a(at));
    let new = content(&edit.b, &|at| edit.sort_b(at));
    let kept = old.iter().filter(|word| new.contains(word)).count();
    let own = new.iter().filter(|word| !old.contains(word)).count();
    match () {
        () if old.is_empty() || new.is_empty() => None,
        () if kept * LEAST_KEPT < old.len().min(new.len()) => Some("headline-other"),
        () if OWN_WORDS <= own => Some("headline-says-more"),
        () => None,
    }
}

/// A headline's change is told as a whole; its inner facets and its own words decide what it weighs.
fn headline_change(
    action: Action,
    sentences: (Vec<usize>, Vec<usize>),
    facet: Facet,
    found: &[FoundFacet],
    other: Option<&'static str>,
) -> Change {
    let mut told = whole_change(action, sentences, facet, found);
    let Some(why) = other else { return told };
    if told.weight < Weight::Material {
        told.weight = Weight::Material;
        told.information = Information::Updated;
        told.nature = Some(Nature::Unclear);
        told.silent = true;
    }
    told.why.push(why);
    told
}

/// Returns whether `long` is `short` with an outlet's name behind it: "… - Brackwell Courier", "… | Courier".
fn is_tagged(short: &str, long: &str) -> bool {
    let Some(tail) = long.trim().strip_prefix(short.trim()) else { return false };
    let Some(name) = [" - ", " – ", " — ", " | "].iter().find_map(|mark| tail.strip_prefix(mark)) else {
        return false;
    };
    let words = name.split_whitespace();
    let named = |word: &str| word.starts_with(char::is_uppercase) || matches!(word, "of" | "the" | "and" | "&" | "for");
    words.clone().count() <= 4 && words.clone().all(named) && !name.contains(|c: char| c.is_ascii_digit())
}

/// A change whose inner facets only decide its weight.
fn whole_change(action: Action, (a, b): (Vec<usize>, Vec<usize>), facet: Facet, found: &[FoundFacet]) -> Change {
    let (weight, information) = verdict::sum(found);
    let why = found.iter().filter(|found| found.weight == weight).map(|found| found.why).collect();
    change(action, (a, b), vec![facet], weight, information, why)
}

fn change(
    action: Action,
    (a, b): (Vec<usize>, Vec<usize>),
    facets: Vec<Facet>,
    weight: Weight,
    information: Information,
    mut why: Vec<&'static str>,
) -> Change {
    why.dedup();
    let nature = (weight == Weight::Material).then_some(Nature::Unclear);
    let silent = weight == Weight::Material;
    Change { action, a, b, weight, information, nature, silent, notice: None, facets, why }
}

/// The white space between paragraphs differs and nothing else.
fn layout() -> Change {
    let facet = facet_of(ChangeKind::Typography, Field::Text, (None, ""), (None, ""));
    change(Action::Edited, (vec![], vec![]), vec![facet], Weight::Cosmetic, Information::Same, vec!["layout"])
}

impl<'p> SentencePairing<'p> {
    fn group(&self, a: &[usize], b: &[usize], changes: &mut Vec<Change>) {
        match (a, b) {
            ([_, ..], []) | ([], [_, ..]) => self.lone(a, b, changes),
            ([x], [y]) if self.a.sentence(*x) == self.b.sentence(*y) => {}
            _ => changes.push(self.edited(a, b)),
        }
    }

    fn lay_out(&self, a: &[usize], b: &[usize]) -> EditedPassage<'p> {
        EditedPassage::new(self.a.piece(a), self.b.piece(b), self.sorts, Field::Text)
    }

    fn edited(&self, a: &[usize], b: &[usize]) -> Change {
        let action = match (a.len(), b.len()) {
            (1, 2..) => Action::Split,
            (2.., 1) => Action::Merged,
            _ => Action::Edited,
        };
        let sentences = (a.to_vec(), b.to_vec());
        let mut edit = self.lay_out(a, b);
        let mut found = facets::find(&mut edit);
        if let Some(kind) = self.whole_kind(a, b) {
            let facet = self.facet(kind, a, b);
            let cosmetic = found.iter().all(|found| found.weight == Weight::Cosmetic);
            return match kind {
                ChangeKind::Headline => headline_change(action, sentences, facet, &found, headline_is_other(&edit)),
                _ if cosmetic && kind != ChangeKind::Notice => {
                    change(action, sentences, vec![facet], Weight::Cosmetic, Information::Same, vec!["typography"])
                }
                _ => change(action, sentences, vec![facet], Weight::Minor, Information::Same, vec![kind.as_str()]),
            };
        }
        if found.is_empty() {
            // The words and marks are the same; only where lines end differs.
            let facet = self.facet(ChangeKind::Typography, a, b);
            found.push(FoundFacet { facet, weight: Weight::Cosmetic, information: Information::Same, why: "layout" });
        }
        let (weight, information) = verdict::sum(&found);
        let (information, learnt) = direction::weigh(&edit, &found, weight, information);
        let why = found.iter().map(|found| found.why).chain(learnt).collect();
        change(action, sentences, found.into_iter().map(|found| found.facet).collect(), weight, information, why)
    }

    /// Returns the kind of a line that is told as a whole: byline, headline, notice.
    fn whole_kind(&self, a: &[usize], b: &[usize]) -> Option<ChangeKind> {
        let kind = |text: &VersionText<'_>, at: usize| match text.role(at) {
            Role::Byline => Some(ChangeKind::Byline),
            Role::Headline | Role::Standfirst => Some(ChangeKind::Headline),
            _ if link::holding(text.analysis, at).is_some() => Some(ChangeKind::Notice),
            _ if line_kind(&text.analysis.document, at) == Some(LineKind::Byline) => Some(ChangeKind::Byline),
            _ => None,
        };
        let kinds = a.iter().map(|&at| kind(self.a, at)).chain(b.iter().map(|&at| kind(self.b, at)));
        kinds.reduce(|x, y| if x == y { x } else { None }).flatten()
    }

    fn facet(&self, kind: ChangeKind, a: &[usize], b: &[usize]) -> Facet {
        let text = |text: &VersionText<'_>| text.analysis.document.text.to_owned();
        let (text_a, text_b) = (text(self.a), text(self.b));
        facet_of(kind, Field::Text, (self.a.span(a), &text_a), (self.b.span(b), &text_b))
    }

    /// Sentences without partner: statements, or lines with a role of their own.
    fn lone(&self, a: &[usize], b: &[usize], changes: &mut Vec<Change>) {
        let action = if a.is_empty() { Action::Added } else { Action::Removed };
        let (text, list) = if a.is_empty() { (self.b, b) } else { (self.a, a) };
        let mut rest = list;
        while let Some(&first) = rest.first() {
            let kind = lone_kind(text.analysis, first);
            let same = rest.iter().take_while(|&&at| lone_kind(text.analysis, at) == kind).count();
            let (these, others) = rest.split_at(same);
            rest = others;
            let sides = if a.is_empty() { (vec![], these.to_vec()) } else { (these.to_vec(), vec![]) };
            changes.push(self.lone_change(action, sides, kind));
        }
    }

    fn lone_change(&self, action: Action, sides: (Vec<usize>, Vec<usize>), kind: LoneKind) -> Change {
        let information = if action == Action::Added { Information::Added } else { Information::Removed };
        match kind {
            LoneKind::Statement | LoneKind::Headline => {
                let each = |a: &[usize], b: &[usize]| self.facet(ChangeKind::Statement, a, b);
                let facets: Vec<Facet> = match action {
                    Action::Added => speeches(self.b, &sides.1).map(|list| each(&[], list)).collect(),
                    _ => speeches(self.a, &sides.0).map(|list| each(list, &[])).collect(),
                };
                let why = if action == Action::Added { "sentence-added" } else { "sentence-removed" };
                change(action, sides, facets, Weight::Material, information, vec![why])
            }
            LoneKind::Notice(correcting) => {
                let facet = self.facet(ChangeKind::Notice, &sides.0, &sides.1);
                // Taking an admission away is news; putting one on is not, unless it retracts.
                let removed = action == Action::Removed && correcting;
                let weight = if removed { Weight::Material } else { Weight::Minor };
                let information = if removed { Information::Updated } else { Information::Same };
                change(action, sides, vec![facet], weight, information, vec!["notice"])
            }
            LoneKind::Byline => {
                let facet = self.facet(ChangeKind::Byline, &sides.0, &sides.1);
                change(action, sides, vec![facet], Weight::Minor, Information::Same, vec!["byline"])
            }
            LoneKind::Furniture => {
                let facet = self.facet(ChangeKind::Wording, &sides.0, &sides.1);
                change(action, sides, vec![facet], Weight::Minor, Information::Same, vec!["signpost"])
            }
            LoneKind::Marks => {
                let facet = self.facet(ChangeKind::Typography, &sides.0, &sides.1);
                change(action, sides, vec![facet], Weight::Cosmetic, Information::Same, vec!["typography"])
            }
        }
    }

    fn moved(&self, passage: &MovedPassage) -> Change {
        let (a, b): (Vec<usize>, Vec<usize>) = (passage.a.clone().collect(), passage.b.clone().collect());
        let facet = self.facet(ChangeKind::Order, &a, &b);
        change(Action::Moved, (a, b), vec![facet], Weight::Minor, Information::Same, vec!["moved"])
    }

    /// One headline gone and another come, in other words throughout, is one headline changed.
    fn join_headlines(&self, changes: &mut Vec<Change>) {
        let lone =
            |text: &VersionText<'_>, sentences: &[usize]| matches!(sentences, [at] if text.role(*at) == Role::Headline);
        let gone = changes.iter().position(|change| change.action == Action::Removed && lone(self.a, &change.a));
        let come = changes.iter().position(|change| change.action == Action::Added && lone(self.b, &change.b));
        let (Some(gone), Some(come)) = (gone, come) else { return };
        let sides = (changes[gone].a.clone(), changes[come].b.clone());
        let facet = self.facet(ChangeKind::Headline, &sides.0, &sides.1);
        let why = vec!["headline-other"];
        changes[gone] = change(Action::Edited, sides, vec![facet], Weight::Material, Information::Updated, why);
        changes.remove(come);
    }

    /// Spaces between sentences that differ.
    fn gaps(&self, pairs: &[(usize, usize)], changes: &mut Vec<Change>) {
        for two in pairs.windows(2) {
            let ((i, j), (next_i, next_j)) = (two[0], two[1]);
            if next_i != i + 1 || next_j != j + 1 {
                continue;
            }
            let (gap_a, gap_b) = (gap(self.a, i), gap(self.b, j));
            if gap_a == gap_b || gap_a.contains('\n') && gap_b.contains('\n') {
                continue;
            }
            let around = |text: &VersionText<'_>, at: usize| {
                let sentences = &text.analysis.document.sentences;
                let token = |token: usize| text.analysis.document.tokens[token].span;
                let before = sentences[at].tokens.end.saturating_sub(3).max(sentences[at].tokens.start);
                (!sentences[at].tokens.is_empty() && !sentences[at + 1].tokens.is_empty())
                    .then(|| token(before).cover(token(sentences[at + 1].tokens.start)))
            };
            let (span_a, span_b) = (around(self.a, i), around(self.b, j));
            let (text_a, text_b) = (self.a.analysis.document.text, self.b.analysis.document.text);
            let facet = facet_of(ChangeKind::Typography, Field::Text, (span_a, text_a), (span_b, text_b));
            let sides = (vec![i, i + 1], vec![j, j + 1]);
            changes.push(change(
                Action::Edited,
                sides,
                vec![facet],
                Weight::Cosmetic,
                Information::Same,
                vec!["space"],
            ));
        }
    }
}

/// Returns sentences one by one, those of one quotation together: “There was no alarm. There was no crew,” he said.
fn speeches<'s>(text: &VersionText<'_>, sentences: &'s [usize]) -> impl Iterator<Item = &'s [usize]> {
    let document = &text.analysis.document;
    let goes_on = move |one: &usize, next: &usize| {
        let (one, next) = (&document.sentences[*one], &document.sentences[*next]);
        let last = one.tokens.end.checked_sub(1);
        !next.tokens.is_empty() && last.is_some_and(|last| text.quoted[last]) && text.quoted[next.tokens.start]
    };
    sentences.chunk_by(goes_on)
}

fn gap<'t>(text: &VersionText<'t>, at: usize) -> &'t str {
    let sentences = &text.analysis.document.sentences;
    text.analysis.document.text.get(sentences[at].span.end..sentences[at + 1].span.start).unwrap_or_default()
}

/// Returns the connected groups of pairs, and runs of sentences without partner.
fn groups(pairs: &[(usize, usize)], n_a: usize, n_b: usize) -> Vec<(Vec<usize>, Vec<usize>)> {
    let (mut of_a, mut of_b) = (vec![Vec::new(); n_a], vec![Vec::new(); n_b]);
    for &(a, b) in pairs {
        of_a[a].push(b);
        of_b[b].push(a);
    }
    let mut groups = Vec::new();
    let mut seen = vec![false; n_a];
    for start in 0..n_a {
        if seen[start] || of_a[start].is_empty() {
            continue;
        }
        let (mut group_a, mut group_b) = (Vec::new(), Vec::new());
        let mut waiting = vec![start];
        seen[start] = true;
        while let Some(a) = waiting.pop() {
            group_a.push(a);
            for &b in of_a[a].iter().filter(|b| !group_b.contains(*b)).collect::<Vec<_>>() {
                group_b.push(b);
                for &next in of_b[b].iter().filter(|&&next| !seen[next]).collect::<Vec<_>>() {
                    seen[next] = true;
                    waiting.push(next);
                }
            }
        }
        group_a.sort_unstable();
        group_b.sort_unstable();
        groups.push((group_a, group_b));
    }
    groups.extend(runs(&of_a).into_iter().map(|run| (run, vec![])));
    groups.extend(runs(&of_b).into_iter().map(|run| (vec![], run)));
    groups
}

/// Returns runs of neighbours without partner.
fn runs(partners: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut found: Vec<Vec<usize>> = Vec::new();
    for at in (0..partners.len()).filter(|&at| partners[at].is_empty()) {
        match found.last_mut() {
            Some(run) if run.last() == at.checked_sub(1).as_ref() => run.push(at),
            _ => found.push(vec![at]),
        }
    }
    found
}

/// Sorts changes by where they stand in the new text; what is gone stands where it stood.
fn sort(changes: &mut [Change], pairs: &[(usize, usize)]) {
    let place = |change: &Change| match (change.b.first(), change.a.first()) {
        (Some(&b), _) => (b, 1),
        (None, Some(&a)) => {
            let before = pairs.partition_point(|pair| pair.0 < a);
            (before.checked_sub(1).map_or(0, |at| pairs[at].1 + 1), 0)
        }
        (None, None) => (0, 0),
    };
    changes.sort_by_cached_key(|change| (place(change), change.a.first().copied()));
}
