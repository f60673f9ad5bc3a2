//! Tells how each claim fared through versions and outlets.
//!
//! ```text
//! people killed      Herald  eight, only v1     Herald  twelve, since v2     Post  nine, since v1
//! ```
//! Within an article a claim is what one line of sentences says: a statement by
//! its place in the sentence, a figure by what it counts. Claims of two articles
//! are one when their sentences share most of their words.

use std::collections::BTreeSet;

use super::lineage::{Lineage, Step};
use super::{one_line, sentences_of};
use crate::model::view::{ClaimKind, ClaimTelling, ClaimView};
use crate::model::{Analysis, Certainty, Figure, Role, Side, Span, Statement, Status};

/// Two sentences tell one claim when so much of the shorter one's words are common.
const COMMON_SHARE: f64 = 0.6;
/// Fewer common words say nothing.
const COMMON_WORDS: usize = 3;

/// An article as claims are read from it, its versions oldest first.
pub struct Telling<'a, 's> {
    /// What one types to name it.
    pub reference: String,
    pub outlet: Option<String>,
    pub steps: Vec<Step<'a, 's>>,
}

/// One claim of one article.
struct Trail {
    kind: ClaimKind,
    /// What a figure counts, with its unit; empty for a statement.
    of: String,
    words: BTreeSet<String>,
    text: String,
    speaker: Option<String>,
    tellings: Vec<ClaimTelling>,
}

/// Returns every claim of `articles`, those that moved first.
pub fn claims(articles: &[Telling<'_, '_>]) -> Vec<ClaimView> {
    let mut joined: Vec<Vec<Trail>> = Vec::new();
    for article in articles {
        for trail in trails(article) {
            match joined.iter_mut().find(|group| group.iter().any(|other| is_same(other, &trail))) {
                Some(group) => group.push(trail),
                None => joined.push(vec![trail]),
            }
        }
    }
    let mut claims: Vec<ClaimView> = joined.into_iter().map(view).collect();
    let rank = |status: Status| match status {
        Status::Disputed => 0,
        Status::Revised => 1,
        Status::Withdrawn => 2,
        Status::Reported => 3,
    };
    claims.sort_by_key(|claim| rank(claim.status));
    for (index, claim) in claims.iter_mut().enumerate() {
        claim.number = index + 1;
    }
    claims
}

fn is_same(a: &Trail, b: &Trail) -> bool {
    let is_other_article = a.tellings[0].article != b.tellings[0].article;
    let common = a.words.intersection(&b.words).count();
    let shorter = a.words.len().min(b.words.len()).max(1);
    let enough = COMMON_WORDS <= common && COMMON_SHARE <= common as f64 / shorter as f64;
    is_other_article && a.kind == b.kind && a.of == b.of && enough
}

/// Follows the claims of one article.
fn trails(article: &Telling<'_, '_>) -> Vec<Trail> {
    let lineage = Lineage::of(&article.steps);
    let mut trails: Vec<((usize, ClaimKind, String, usize), Trail)> = Vec::new();
    let n_steps = article.steps.len();
    for (index, step) in article.steps.iter().enumerate() {
        for found in found(step.side) {
            let Some(&line) = lineage.lines[index].get(found.sentence) else { continue };
            let key = (line, found.kind, found.of.clone(), found.place);
            let telling = ClaimTelling {
                article: article.reference.clone(),
                outlet: article.outlet.clone(),
                version: step.number,
                until: Some(step.number),
                captured: step.captured,
                published: step.side.setting.published,
                value: found.value,
                sentence: found.sentence + 1,
                text: sentences_of(step.side, &[found.sentence]),
            };
            let until = if index + 1 == n_steps { None } else { Some(step.number) };
            let Some((_, trail)) = trails.iter_mut().find(|(other, _)| *other == key) else {
                let tellings = vec![ClaimTelling { until, ..telling }];
                let (words, text, speaker) = (found.words, found.text, found.speaker);
                trails.push((key, Trail { kind: found.kind, of: found.of, words, text, speaker, tellings }));
                continue;
            };
            (trail.text, trail.speaker) = (found.text, found.speaker);
            trail.words.extend(found.words);
            match trail.tellings.last_mut().filter(|last| last.value == telling.value) {
                Some(last) => last.until = until,
                None => trail.tellings.push(ClaimTelling { until, ..telling }),
            }
        }
    }
    trails.into_iter().map(|(_, trail)| trail).collect()
}

/// A claim as it stands in one version.
struct Found {
    kind: ClaimKind,
    sentence: usize,
    of: String,
    /// Which of several alike in one sentence.
    place: usize,
    value: String,
    text: String,
    speaker: Option<String>,
    words: BTreeSet<String>,
}

fn found(side: &Side<'_>) -> Vec<Found> {
    let analysis = &side.text;
    let is_news = |sentence: usize| {
        let role = analysis.document.sentences.get(sentence).map_or(Role::Furniture, |own| own.role);
        !matches!(role, Role::Byline | Role::Stamp | Role::Furniture | Role::Notice | Role::EntryTime)
    };
    let statements = analysis.statements.iter().map(|statement| of_statement(analysis, statement));
    let figures = analysis.figures.iter().filter_map(|figure| of_figure(side, figure));
    let mut all: Vec<Found> = statements.chain(figures).filter(|found| is_news(found.sentence)).collect();
    for index in 0..all.len() {
        let alike = |other: &&Found| {
            (other.sentence, other.kind) == (all[index].sentence, all[index].kind) && other.of == all[index].of
        };
        all[index].place = all[..index].iter().filter(alike).count();
    }
    all
}

fn of_statement(analysis: &Analysis<'_>, statement: &Statement) -> Found {
    let text = analysis.document.text;
    let content: Vec<_> = statement.content.iter().map(|&part| one_line(part, text)).collect();
    let speaker = statement.speaker.clone();
    let firmness = match statement.certainty {
        Certainty::Asserted => "",
        Certainty::Hedged => ", hedged",
        Certainty::Denied => ", denied",
        Certainty::Questioned => ", questioned",
        Certainty::Conditional => ", on a condition",
    };
    let words = statement.content.iter().flat_map(|&part| content_words(analysis, part)).collect();
    Found {
        kind: ClaimKind::Statement,
        sentence: statement.sentence,
        of: String::new(),
        place: 0,
        value: format!("{}{firmness}", speaker.as_deref().unwrap_or("no source named")),
        text: content.join(" … "),
        speaker,
        words,
    }
}

/// A figure is a claim where the text says what it counts.
fn of_figure(side: &Side<'_>, figure: &Figure) -> Option<Found> {
    let analysis = &side.text;
    let sentence = analysis.document.sentence_at(figure.span.start)?;
    let of = figure.of.as_ref()?;
    let unit = figure.unit.as_deref().unwrap_or_default();
    Some(Found {
        kind: ClaimKind::Figure,
        sentence,
        of: format!("{of} {unit}").trim().to_lowercase(),
        place: 0,
        value: one_line(figure.span, analysis.document.text),
        text: sentences_of(side, &[sentence]),
        speaker: None,
        words: content_words(analysis, analysis.document.sentences[sentence].span).collect(),
    })
}

/// Returns the words of a span that say what it is about, in their normal form.
fn content_words<'a>(analysis: &'a Analysis<'_>, span: Span) -> impl Iterator<Item = String> + 'a {
    let document = &analysis.document;
    let words = document.tokens_in(span).map(|token| document.norm(token));
    let tells = |word: &&str| 3 < word.chars().count() && word.chars().all(char::is_alphabetic);
    words.filter(tells).map(str::to_owned)
}

fn view(mut group: Vec<Trail>) -> ClaimView {
    let status = status(&group);
    let told_at = |telling: &ClaimTelling| (telling.captured, telling.article.clone(), telling.version);
    group.sort_by_key(|trail| told_at(&trail.tellings[0]));
    let latest = group.iter().filter_map(|trail| Some((trail.tellings.last()?.captured, trail)));
    let latest = latest.max_by_key(|(captured, _)| *captured).map(|(_, trail)| trail);
    let (text, speaker) = latest.map(|trail| (trail.text.clone(), trail.speaker.clone())).unwrap_or_default();
    let (kind, about) = (group[0].kind, Some(group[0].of.clone()).filter(|of| !of.is_empty()));
    let mut tellings: Vec<ClaimTelling> = group.into_iter().flat_map(|trail| trail.tellings).collect();
    tellings.sort_by_key(told_at);
    let outlets: BTreeSet<_> =
        tellings.iter().map(|telling| telling.outlet.as_ref().unwrap_or(&telling.article)).collect();
    let outlets = outlets.len();
    ClaimView { number: 0, kind, text, speaker, about, status, outlets, tellings }
}

/// Returns a value in the form in which two tellings agree: a speaker by the last word of the name.
fn told_alike(kind: ClaimKind, value: &str) -> String {
    let plain = value.to_lowercase().replace('’', "'");
    match kind {
        ClaimKind::Statement => plain.rsplit(' ').next().unwrap_or_default().to_owned(),
        ClaimKind::Figure | ClaimKind::Event => plain,
    }
}

fn status(group: &[Trail]) -> Status {
    let standing: Vec<&ClaimTelling> =
        group.iter().filter_map(|trail| trail.tellings.last()).filter(|last| last.until.is_none()).collect();
    let values = standing.iter().map(|telling| told_alike(group[0].kind, &telling.value));
    let differ = 1 < values.collect::<BTreeSet<_>>().len();
    match standing.is_empty() {
        true => Status::Withdrawn,
        false if differ => Status::Disputed,
        false if group.iter().any(|trail| 1 < trail.tellings.len()) => Status::Revised,
        false => Status::Reported,
    }
}
