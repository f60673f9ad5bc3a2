//! Answers what became of each claim of a story: who asserted it first, how it changed, whether it still stands.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::lookup::FoundArticle;
use super::versions::zone_of;
use super::{Archive, Result};
use crate::model::{Assertion, Claim, Occurrence};
use crate::timeline::claim_identity::called;
use crate::timeline::{ArticleMentions, NameCounts, PersonNames, claims, count_names};
use crate::view::{ArticleHead, ClaimFirst, ClaimKind, ClaimOccurrence, ClaimView, ClaimsView, PeopleView};

impl Archive {
    /// Returns the claims of a story or an article, the earliest first; all, or those of a speaker or kind.
    ///
    /// With `as_of`, as they stood then: later versions are left out.
    pub fn claims(
        &self,
        name: &str,
        speaker: Option<&str>,
        kind: Option<ClaimKind>,
        as_of: Option<DateTime<Utc>>,
    ) -> Result<ClaimsView> {
        let mut articles = self.articles_meant(Some(name))?;
        let mut mentions = self.mentions(&articles)?;
        if let Some(as_of) = as_of {
            for (found, article) in articles.iter_mut().zip(&mut mentions) {
                let seen = found.versions.iter().take_while(|version| version.captured <= as_of).count();
                found.versions.truncate(seen);
                article.versions.truncate(seen);
            }
            articles.retain(|found| !found.versions.is_empty());
            mentions.retain(|article| !article.versions.is_empty());
        }
        self.claims_among(&articles, mentions, speaker, kind)
    }

    /// Returns the claims of a story and who is quoted in it, by one reading.
    pub fn claims_and_people(&self, name: &str) -> Result<(ClaimsView, PeopleView)> {
        let story = self.story_named(name)?;
        let articles = self.articles_meant(Some(&story.slug))?;
        let mentions = self.mentions(&articles)?;
        let people = self.people_among(story, &articles, &mentions)?;
        Ok((self.claims_among(&articles, mentions, None, None)?, people))
    }

    /// Returns the claims of articles by what these mention.
    fn claims_among(
        &self,
        articles: &[FoundArticle],
        mut mentions: Vec<ArticleMentions>,
        speaker: Option<&str>,
        kind: Option<ClaimKind>,
    ) -> Result<ClaimsView> {
        let timezone = zone_of(articles);
        let names = self.name_mentioned(articles, &mut mentions)?;
        let all = claims::claims(&mentions, timezone);
        // Freeing what a large story mentions takes long; the answer does not wait for it.
        rayon::spawn(move || drop(mentions));
        let speaker = speaker.map(|asked| names.called(asked).unwrap_or(asked));
        let selected = claims::select(&all, speaker, kind);
        let by_name: ByName<'_> =
            articles.iter().map(|found| (found.article.slug.as_str(), (found, found.head()))).collect();
        let views = selected.into_iter().enumerate().map(|(index, claim)| view(&by_name, index + 1, claim));
        Ok(ClaimsView { timezone, claims: views.collect() })
    }

    /// Returns the identity of the claim that has taken in what was a claim by this identity.
    pub fn claim_identity_now(&self, name: &str, id: &str) -> Result<Option<String>> {
        let articles = self.articles_meant(Some(name))?;
        let mut mentions = self.mentions(&articles)?;
        self.name_mentioned(&articles, &mut mentions)?;
        let all = claims::claims(&mentions, zone_of(&articles));
        Ok(called(&all, id).map(|claim| claim.id.clone()))
    }

    /// Gives each speaker the name that the person goes by in the story.
    fn name_mentioned(&self, articles: &[FoundArticle], mentions: &mut [ArticleMentions]) -> Result<PersonNames> {
        let mut used = NameCounts::new();
        mentions.iter().flat_map(|article| &article.versions).for_each(|version| count_names(version, &mut used));
        let story = articles.iter().find_map(|found| found.story.as_ref());
        let names = match story {
            Some(story) => self.person_names(story, &used)?,
            None => PersonNames::new(used.iter().map(|(name, count)| (name.as_str(), *count)), &[]),
        };
        for version in mentions.iter_mut().flat_map(|article| &mut article.versions) {
            for mention in version.mentions.iter_mut().chain(&mut version.unlisted_statements) {
                for name in [&mut mention.speaker, &mut mention.via].into_iter().flatten() {
                    if let Some(known) = names.other_name(name) {
                        *name = known.to_owned();
                    }
                }
            }
        }
        Ok(names)
    }
}

/// Articles by slug, each with its names.
type ByName<'a> = HashMap<&'a str, (&'a FoundArticle, ArticleHead)>;

fn view(articles: &ByName<'_>, number: usize, claim: &Claim) -> ClaimView {
    let occurrences: Vec<ClaimOccurrence> =
        claim.stands.iter().filter_map(|stand| occurrence_view(articles, stand)).collect();
    let first = occurrences.first().map(|first| ClaimFirst {
        article: first.article.clone(),
        outlet: first.outlet.clone(),
        version: first.version,
        captured: first.captured,
        published: first.published,
    });
    let latest = occurrences.iter().rev().max_by_key(|occurrence| occurrence.until.is_none());
    let text = match claim.kind {
        // A number says nothing without its sentence.
        ClaimKind::Figure => latest.map_or_else(|| claim.text.clone(), |occurrence| occurrence.put.text.clone()),
        ClaimKind::Statement | ClaimKind::Event => claim.text.clone(),
    };
    ClaimView {
        id: claim.id.clone(),
        number,
        kind: claim.kind,
        text,
        speaker: claim.speaker.clone(),
        about: claim.about.clone(),
        status: claim.status,
        outlets: claim.outlets,
        sources: claim.sources,
        first: first.expect("a claim stands somewhere"),
        occurrences,
    }
}

/// Returns one occurrence with its article and versions named as readers know them.
fn occurrence_view(articles: &ByName<'_>, stand: &Occurrence) -> Option<ClaimOccurrence> {
    let (found, head) = articles.get(stand.article.as_str())?;
    let number = |place: usize| found.versions.get(place.checked_sub(1)?).map(|version| version.number);
    Some(ClaimOccurrence {
        article: head.reference.clone(),
        outlet: head.outlet.clone(),
        version: number(stand.version)?,
        until: stand.until.and_then(number),
        captured: found.versions.get(stand.version.checked_sub(1)?)?.captured,
        published: stand.published,
        gone_in: stand.until.and_then(|until| number(until + 1)),
        sentence: stand.sentence + 1,
        put: Assertion { value: stand.put.value.split_whitespace().collect::<Vec<_>>().join(" "), ..stand.put.clone() },
    })
}
