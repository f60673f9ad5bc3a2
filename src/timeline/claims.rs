//! Follows claims through the versions of all articles of a story.
//!
//! ```text
//! Herald v1  “Eight were hurt,” said Lee.      Post v1  “Eight were hurt,” said Lee.
//! Herald v2  “Nine were hurt,” said Lee.
//! ```
//! is one claim with three stands: the Herald's in v1, the Herald's since v2, the Post's since v1. Within an article an
//! assertion keeps its place while its sentence is rewritten; across articles two are one when the same speaker says most
//! of the same words, or the same thing is counted in like sentences. Outlets whose sentences are word for word the same
//! copy one wire text, and count as one source.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono_tz::Tz;
use rayon::prelude::*;

use super::claim_identity::give_identities;
use super::history::align::{may_be_one_speaker, pair_lines};
use super::mention::cues::is_counting;
use super::mention::event_mention::{ArticleMentions, EventMention, MentionSentence, ReportedFigure, VersionMentions};
use super::similarity::{shared, similarity};
use crate::claim::names::is_same_name;
use crate::model::{Assertion, Claim, ClaimKind, Clock, EntryKind, Occurrence, Polarity, Status, people_counted};

/// Share of the shorter one's words, 0 to 1, that two statements of one claim have in common at least.
const SHARED_PART: f64 = 0.5;
/// The same, where nothing but the words speaks for it.
const COPY: f64 = 0.8;
/// Share of common words below which a statement in a rewritten sentence is another one.
const REWRITTEN: f64 = 0.25;
/// Share of common words at which a sentence is another's copy.
const WIRE: f64 = 0.9;
/// A sentence of fewer words is alike by chance.
const WIRE_WORDS: usize = 5;
/// A word is followed to this many claims that have it; a word in more of them is too common.
const MAX_SHARING: usize = 64;

/// Returns the claims of a story, in order of first report.
pub(crate) fn claims(articles: &[ArticleMentions], zone: Tz) -> Vec<Claim> {
    let mut chains: Vec<AssertionChain> = articles.par_iter().flat_map_iter(follow).collect();
    chains.sort_by_key(|chain| chain.reported_at(zone));
    let mut claims: Vec<Claim> = cluster(chains).into_par_iter().map(|chains| claim(&chains, zone)).collect();
    give_identities(&mut claims);
    claims
}

/// Returns the claims of one kind, or of one speaker, in the order given.
///
/// Where no kind is asked for, an event that a statement reports is left out in favour of the statement, and a count
/// of one outlet that never changed in favour of a claim that shows its sentence.
pub(crate) fn select<'c>(claims: &'c [Claim], speaker: Option<&str>, kind: Option<ClaimKind>) -> Vec<&'c Claim> {
    let is_spoken = |claim: &&Claim| match (speaker, &claim.speaker) {
        (None, _) => true,
        (Some(asked), Some(name)) => is_same_name(asked, name) || name.to_lowercase().contains(&asked.to_lowercase()),
        (Some(_), None) => false,
    };
    let statements = claims.iter().filter(|claim| claim.kind == ClaimKind::Statement).flat_map(|claim| &claim.stands);
    let stated: BTreeSet<(&str, &str)> = statements.map(|stand| (&*stand.article, &*stand.put.text)).collect();
    let is_stated =
        |claim: &Claim| claim.stands.iter().all(|stand| stated.contains(&(&*stand.article, &*stand.put.text)));
    let shown = claims.iter().filter(|claim| claim.kind != ClaimKind::Figure).flat_map(|claim| &claim.stands);
    let shown: BTreeSet<(&str, &str)> = shown.map(|stand| (&*stand.article, &*stand.put.text)).collect();
    let is_shown = |claim: &Claim| {
        let value = &claim.stands[0].put.value;
        let is_one = claim.outlets < 2 && claim.stands.iter().all(|stand| stand.put.value == *value);
        is_one && claim.stands.iter().all(|stand| shown.contains(&(&*stand.article, &*stand.put.text)))
    };
    let is_asked = |claim: &&Claim| match (kind, claim.kind) {
        (Some(kind), own) => kind == own,
        (None, ClaimKind::Event) => !is_stated(claim),
        (None, ClaimKind::Figure) => !is_shown(claim),
        (None, ClaimKind::Statement) => true,
    };
    claims.iter().filter(is_asked).filter(is_spoken).collect()
}

/// An assertion as one version has it.
struct VersionAssertion {
    kind: ClaimKind,
    /// What a figure counts; the verbs of an event.
    about: String,
    line: usize,
    /// The number of a figure, in thousandths.
    amount: Option<i64>,
    denied: bool,
    words: Vec<u32>,
    put: Assertion,
}

impl VersionAssertion {
    /// Returns an event with the words of its line, to be filled in.
    fn new(line: &MentionSentence) -> Self {
        Self {
            kind: ClaimKind::Event,
            about: String::new(),
            line: 0,
            amount: None,
            denied: false,
            words: line.words.clone(),
            put: Assertion { text: line.text.clone(), ..Assertion::default() },
        }
    }
}

/// An assertion through the versions of one article.
struct AssertionChain {
    /// As the latest version has it.
    latest: VersionAssertion,
    /// The words of its whole sentence.
    line_words: Vec<u32>,
    stands: Vec<Occurrence>,
}

impl AssertionChain {
    /// Returns when it was first reported, in seconds since 1970: unknown times last.
    fn reported_at(&self, zone: Tz) -> i64 {
        reported_at(&self.stands[0], zone)
    }

    fn stands_now(&self) -> bool {
        self.stands.last().is_some_and(|stand| stand.until.is_none())
    }
}

fn reported_at(stand: &Occurrence, zone: Tz) -> i64 {
    let time = Clock::Stated.choose(stand.captured, stand.published);
    time.map_or(i64::MAX, |time| time.instant(zone).timestamp())
}

/// Follows the assertions of one article.
fn follow(article: &ArticleMentions) -> Vec<AssertionChain> {
    let mut chains: Vec<AssertionChain> = Vec::new();
    // The chains of the version before, by their line in it.
    let mut open: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, version) in article.versions.iter().enumerate() {
        let old_lines = index.checked_sub(1).map_or(&[][..], |before| &article.versions[before].lines);
        let lines = pair_lines(old_lines, &version.lines);
        let mut now: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for assertion in assertions(version) {
            let line = &version.lines[assertion.line];
            let place = assertion.line;
            let waiting = lines[place].and_then(|before| open.get_mut(&before));
            let found = waiting.and_then(|waiting| {
                let at = waiting.iter().position(|chain| continues(&chains[*chain], &assertion))?;
                Some(waiting.remove(at))
            });
            let chain = found.unwrap_or(chains.len());
            if chain == chains.len() {
                chains.push(AssertionChain { latest: assertion, line_words: line.all_words(), stands: Vec::new() });
            } else {
                chains[chain].latest = assertion;
                chains[chain].line_words = line.all_words();
            }
            extend(&mut chains[chain], article, index);
            now.entry(place).or_default().push(chain);
        }
        open = now;
    }
    for chain in open.into_values().flatten() {
        if let Some(last) = chains[chain].stands.last_mut() {
            last.until = None;
        }
    }
    chains
}

/// Returns whether an assertion continues a chain of the line it was in before.
fn continues(chain: &AssertionChain, assertion: &VersionAssertion) -> bool {
    let latest = &chain.latest;
    latest.kind == assertion.kind
        && match assertion.kind {
            ClaimKind::Statement => {
                let (old, new) = (latest.put.speaker.as_ref(), assertion.put.speaker.as_ref());
                (latest.put.value == assertion.put.value || may_be_one_speaker(old, new, &assertion.put.text))
                    && REWRITTEN <= similarity(&latest.words, &assertion.words)
            }
            ClaimKind::Figure | ClaimKind::Event => latest.about == assertion.about,
        }
}

/// Takes in that a version has the assertion so.
fn extend(chain: &mut AssertionChain, article: &ArticleMentions, index: usize) {
    let now = &chain.latest.put;
    let continues = |stand: &&mut Occurrence| {
        let names = stand.put.speaker.as_deref().zip(now.speaker.as_deref());
        let one_speaker =
            names.map_or(stand.put.speaker.is_none() && now.speaker.is_none(), |(a, b)| is_same_name(a, b));
        stand.put.value == now.value && stand.put.certainty == now.certainty && one_speaker
    };
    match chain.stands.last_mut().filter(continues) {
        // The date is the one that the latest version gives.
        Some(stand) => (stand.until, stand.put.when) = (Some(index + 1), now.when.clone()),
        None => chain.stands.push(Occurrence {
            article: article.id.clone(),
            outlet: article.outlet.clone(),
            version: index + 1,
            until: Some(index + 1),
            captured: article.versions[index].captured,
            published: article.versions[index].published,
            sentence: chain.latest.line,
            place: (article.versions[index].mark, article.versions[index].lines[chain.latest.line].span.start),
            put: now.clone(),
        }),
    }
}

/// Reads the assertions of one version, in order of the text.
fn assertions(version: &VersionMentions) -> Vec<VersionAssertion> {
    // What "rescuers" expect, as a chief tells it, stands in the chief's statement.
    let is_own = |mention: &&EventMention| mention.via.is_none() || mention.is_speaker_named;
    let mentions = version.mentions.iter().chain(&version.unlisted_statements).filter(is_own);
    let asserted = mentions.filter_map(|mention| asserted_by(version, mention));
    let counted = version
        .lines
        .iter()
        .enumerate()
        .flat_map(|(index, line)| line.figures.iter().filter_map(move |figure| counted_in(index, line, figure)));
    let mut found: Vec<VersionAssertion> = asserted.chain(counted).collect();
    found.sort_by_key(|assertion| assertion.line);
    found
}

/// Returns the assertion of a statement or an event.
fn asserted_by(version: &VersionMentions, mention: &EventMention) -> Option<VersionAssertion> {
    let line = version.line_of(mention);
    let mut asserted = VersionAssertion { line: mention.line, ..VersionAssertion::new(line) };
    asserted.put.speaker.clone_from(&mention.speaker);
    asserted.put.when.clone_from(&mention.when);
    match &mention.statement {
        Some(said) => {
            asserted.kind = ClaimKind::Statement;
            asserted.denied = said.polarity == Polarity::Negative;
            asserted.words.clone_from(&said.words);
            asserted.put = Assertion {
                value: said.content.clone(),
                via: mention.via.clone(),
                certainty: Some(said.certainty),
                saying: Some(said.kind),
                dates: said.dates.clone(),
                figures: said.figures.clone(),
                ..asserted.put
            };
        }
        None if mention.kind == EntryKind::Statement => return None,
        None => {
            asserted.about = mention.lemmas.join(" ");
            asserted.put.value.clone_from(&line.text);
        }
    }
    Some(asserted)
}

/// Returns what a figure asserts, where the text says what it counts; "the second director" is no count.
fn counted_in(index: usize, line: &MentionSentence, figure: &ReportedFigure) -> Option<VersionAssertion> {
    let unit = figure.unit.as_deref().unwrap_or_default();
    if unit == "ordinal" {
        return None;
    }
    let counted = VersionAssertion::new(line);
    Some(VersionAssertion {
        kind: ClaimKind::Figure,
        about: about(figure.of.as_deref()?, unit),
        line: index,
        amount: Some((figure.value * 1000.0).round() as i64),
        // "Nine people were killed" and "two people were killed" are not alike for that.
        words: line.words.iter().copied().filter(|word| !is_counting(*word)).collect(),
        put: Assertion { value: figure.words.clone(), ..counted.put },
        ..counted
    })
}

/// Returns what is counted as people say it: "people killed", "houses", "tons of rice".
fn about(of: &str, unit: &str) -> String {
    let (of, unit) = (of.to_lowercase(), unit.to_lowercase());
    match unit.as_str() {
        "" => of,
        unit if of == unit => of,
        "people" => people_counted(&of),
        unit => format!("{unit} of {of}"),
    }
}

/// Clusters chains that assert the same; each joins the first cluster whose leader is the same.
fn cluster(chains: Vec<AssertionChain>) -> Vec<Vec<AssertionChain>> {
    let mut clusters: Vec<Vec<AssertionChain>> = Vec::new();
    let mut by_word: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for chain in chains {
        let sharing = chain.latest.words.iter().filter_map(|word| by_word.get(word));
        let near: BTreeSet<usize> = sharing.flatten().copied().collect();
        match near.into_iter().find(|index| is_same(&clusters[*index][0], &chain)) {
            Some(index) => clusters[index].push(chain),
            None => {
                for word in &chain.latest.words {
                    let places = by_word.entry(*word).or_default();
                    if places.len() < MAX_SHARING {
                        places.push(clusters.len());
                    }
                }
                clusters.push(vec![chain]);
            }
        }
    }
    clusters
}

/// Returns whether two chains assert the same.
fn is_same(a: &AssertionChain, b: &AssertionChain) -> bool {
    let (x, y) = (&a.latest, &b.latest);
    let common = shared(&x.words, &y.words);
    let shorter = x.words.len().min(y.words.len()).max(1);
    let share = common as f64 / shorter as f64;
    if x.kind != y.kind {
        return false;
    }
    match (x.kind, &x.put.speaker, &y.put.speaker) {
        (ClaimKind::Figure, ..) => x.about == y.about && 2 <= common && SHARED_PART <= share,
        (ClaimKind::Event, ..) => 3 <= common && SHARED_PART <= share && (x.about == y.about || COPY <= share),
        (ClaimKind::Statement, Some(one), Some(other)) => {
            (3 <= common && SHARED_PART <= share || 2 <= common && COPY <= share) && is_same_name(one, other)
        }
        (ClaimKind::Statement, ..) => 3 <= common && COPY <= share,
    }
}

/// Returns the claim of a cluster of chains.
fn claim(chains: &[AssertionChain], zone: Tz) -> Claim {
    let last =
        |chain: &&AssertionChain| (chain.stands_now(), chain.stands.last().map(|stand| reported_at(stand, zone)));
    let latest = chains.iter().max_by_key(last).map(|chain| &chain.latest);
    let text = latest.map(|latest| latest.put.value.clone()).unwrap_or_default();
    let named = || chains.iter().find_map(|chain| chain.latest.put.speaker.clone());
    let speaker = latest.and_then(|latest| latest.put.speaker.clone()).or_else(named);
    let status = status(chains);
    let outlets: BTreeSet<&str> = chains.iter().map(|chain| chain.stands[0].outlet.as_str()).collect();
    let (kind, outlets, sources) = (chains[0].latest.kind, outlets.len(), sources(chains));
    let about = Some(chains[0].latest.about.clone()).filter(|about| kind == ClaimKind::Figure && !about.is_empty());
    // A chain stands in one article: what was said before in a version was said in a chain of its article.
    let mut earlier: HashMap<&str, Vec<&AssertionChain>> = HashMap::new();
    let mut stands: Vec<Occurrence> = Vec::new();
    for chain in chains {
        let own = earlier.entry(&chain.stands[0].article).or_default();
        let first = stands.len();
        stands.extend_from_slice(&chain.stands);
        stands[first..].iter_mut().for_each(|stand| stand.put.repeats = own.iter().any(|one| repeats(one, stand)));
        own.push(chain);
    }
    stands.sort_by_key(|stand| reported_at(stand, zone));
    // Two verbs of one sentence are two events and one passage.
    stands.dedup_by(|next, last| is_one_passage(last, next));
    Claim { id: String::new(), kind, text, speaker, about, status, outlets, sources, stands }
}

fn is_one_passage(a: &Occurrence, b: &Occurrence) -> bool {
    let place = |stand: &Occurrence| (stand.version, stand.until, stand.sentence);
    a.article == b.article && place(a) == place(b) && a.put.value == b.put.value && a.put.speaker == b.put.speaker
}

/// Returns how many outlets report it in words of their own.
fn sources(chains: &[AssertionChain]) -> usize {
    let mut own: Vec<&AssertionChain> = Vec::new();
    for chain in chains {
        let outlet = &chain.stands[0].outlet;
        let is_copy = |kept: &&AssertionChain| {
            kept.stands[0].outlet == *outlet
                || WIRE_WORDS <= chain.line_words.len() && WIRE <= similarity(&kept.line_words, &chain.line_words)
        };
        if !own.iter().any(is_copy) {
            own.push(chain);
        }
    }
    own.len()
}

/// Returns whether the speaker had said it in another sentence of the same version already; both are of one article.
fn repeats(earlier: &AssertionChain, stand: &Occurrence) -> bool {
    let is_beside = |other: &Occurrence| {
        let last = |stand: &Occurrence| stand.until.unwrap_or(usize::MAX);
        other.version <= last(stand) && stand.version <= last(other)
    };
    // Names are compared last: it costs most.
    stand.put.speaker.is_some()
        && earlier.stands.iter().any(is_beside)
        && !others(earlier.latest.put.speaker.as_ref(), stand.put.speaker.as_ref())
}

/// Returns whether two speakers are named and not the same.
fn others(a: Option<&String>, b: Option<&String>) -> bool {
    a.zip(b).is_some_and(|(a, b)| !is_same_name(a, b))
}

fn status(chains: &[AssertionChain]) -> Status {
    let now: Vec<&AssertionChain> = chains.iter().filter(|chain| chain.stands_now()).collect();
    let differ = |a: &AssertionChain, b: &AssertionChain| match a.latest.kind {
        ClaimKind::Figure => a.latest.amount != b.latest.amount,
        ClaimKind::Statement => {
            a.latest.denied != b.latest.denied || others(a.latest.put.speaker.as_ref(), b.latest.put.speaker.as_ref())
        }
        ClaimKind::Event => false,
    };
    // Each stand differs from the one before: in words, in speaker or in certainty.
    let is_revised = |chain: &&AssertionChain| 1 < chain.stands.len();
    match now.first() {
        None => Status::Withdrawn,
        Some(first) if now.iter().any(|other| differ(first, other)) => Status::Disputed,
        Some(_) if chains.iter().any(|chain| is_revised(&chain)) => Status::Revised,
        Some(_) => Status::Reported,
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::claim;
    use crate::model::{DocumentTime, Setting};
    use crate::timeline::gather;

    /// Follows articles given as outlet and versions; version n was published on day n of May.
    fn claims_of(articles: &[(&str, &[&str])]) -> Vec<Claim> {
        let version = |(index, text): (usize, &&str)| {
            let day = NaiveDate::from_ymd_opt(2025, 5, index as u32 + 1).map(DocumentTime::Day);
            let setting = Setting { published: day, ..Setting::default() };
            gather(&claim::read_side(None, text, setting), day)
        };
        let article = |(outlet, versions): &(&str, &[&str])| ArticleMentions {
            id: format!("{outlet}/1"),
            outlet: (*outlet).to_owned(),
            versions: versions.iter().enumerate().map(version).collect(),
        };
        claims(&articles.iter().map(article).collect::<Vec<_>>(), Tz::UTC)
    }

    /// Writes the stands of the only statement: `outlet version-until value`.
    fn statement(claims: &[Claim]) -> (Status, usize, Vec<String>) {
        let spoken = select(claims, None, Some(ClaimKind::Statement));
        assert_eq!(spoken.len(), 1, "{claims:#?}");
        let stand = |stand: &Occurrence| format!("{} {}-{:?}", stand.outlet, stand.version, stand.until);
        (spoken[0].status, spoken[0].sources, spoken[0].stands.iter().map(stand).collect())
    }

    #[test]
    fn a_statement_is_followed_through_versions_and_outlets() {
        let herald: &[&str] = &[
            "“Eight miners were hurt in the tunnel,” said Ann Lee.",
            "“Nine miners were hurt in the tunnel,” said Ann Lee.",
        ];
        let post: &[&str] = &["Ann Lee told reporters that eight miners were hurt in the tunnel on the coast."];
        let (status, sources, stands) = statement(&claims_of(&[("Herald", herald), ("Post", post)]));
        assert_eq!((status, sources), (Status::Revised, 2));
        assert_eq!(stands, ["Herald 1-Some(1)", "Post 1-None", "Herald 2-None"]);
    }

    #[test]
    fn wire_copy_counts_as_one_source() {
        let copy: &[&str] = &["“Eight miners were hurt in the old tunnel,” said Ann Lee of the rescue service."];
        let (_, sources, stands) = statement(&claims_of(&[("Herald", copy), ("Post", copy), ("Times", copy)]));
        assert_eq!((sources, stands.len()), (1, 3));
    }

    #[test]
    fn a_statement_taken_out_is_withdrawn() {
        let herald: &[&str] = &["Rain fell. “Eight miners were hurt in the tunnel,” said Ann Lee.", "Rain fell."];
        assert_eq!(statement(&claims_of(&[("Herald", herald)])).0, Status::Withdrawn);
    }

    #[test]
    fn a_statement_without_a_date_is_kept_beside_a_dated_event() {
        let text: &[&str] = &["The mine closed on Monday after Ann Lee had said that the pumps were worn out."];
        let claims = claims_of(&[("Herald", text)]);
        let said: Vec<&str> =
            select(&claims, Some("Lee"), Some(ClaimKind::Statement)).iter().map(|c| &*c.text).collect();
        assert_eq!(said, ["that the pumps were worn out"]);
    }

    #[test]
    fn another_speaker_or_certainty_of_the_same_words_is_a_revision() {
        let speaker: &[&str] =
            &["“Eight were hurt in the tunnel,” said Ann Lee.", "“Eight were hurt in the tunnel,” said Bo Ek."];
        let claims = claims_of(&[("Herald", speaker)]);
        let (status, _, stands) = statement(&claims);
        assert_eq!((status, stands.len()), (Status::Revised, 2));
        let speakers: Vec<Option<&str>> = claims[0].stands.iter().map(|stand| stand.put.speaker.as_deref()).collect();
        assert_eq!((speakers, claims[0].speaker.as_deref()), (vec![Some("Ann Lee"), Some("Bo Ek")], Some("Bo Ek")));
    }

    #[test]
    fn what_a_speaker_says_twice_in_a_text_is_marked() {
        let text: &[&str] =
            &["“The old pumps are worn out,” said Ann Lee.\n\nLee said the old pumps were worn out by rust."];
        let claims = claims_of(&[("Herald", text)]);
        let repeats: Vec<bool> =
            select(&claims, None, Some(ClaimKind::Statement))[0].stands.iter().map(|s| s.put.repeats).collect();
        assert_eq!(repeats, [false, true]);
    }
}
