//! Stores what a look brings: a capture, or the reason why there is none.
//!
//! All of a look is one transaction. What a look does not bring (a text that failed, is doubtful,
//! or one of several variants) is a row of its own and changes neither versions nor what the next
//! conditional request asks.

use chrono::{DateTime, TimeDelta, Utc};

use super::doubt::{self, DoubtReason, EarlierText, NewText};
use super::options::FetchOptions;
use super::page_text::PageText;
use super::shared::LookResult;
use crate::ingest::IngestError;
use crate::ingest::http::FetchError;
use crate::model::{ArticleId, Capture, CapturedBy, DocumentTime, HttpFacts, Origin, OriginKind, with_causes};
use crate::store::{Doubt, PageLook, PageLookKind, PageState, hash_of};
use crate::track::{Archive, Submission, TrackError};
use crate::view::{LookOutcome, PageLookRow, RecordedView, Reference};

/// A page that is not found is gone when it is still not found after so long.
const GONE_AFTER: TimeDelta = TimeDelta::minutes(30);

/// What is known of a look besides its text.
#[derive(Clone, Debug)]
pub(crate) struct LookFacts {
    /// The address that was asked for.
    pub url: String,
    pub now: DateTime<Utc>,
    pub status: Option<u16>,
    /// Where the page has moved for good.
    pub moved_to: Option<String>,
}

/// Returns a failed request as the outcome of a look.
pub(super) fn failure(error: &FetchError) -> LookOutcome {
    LookOutcome::Failed { reason: error.code().to_owned(), message: with_causes(error), hint: error.hint() }
}

impl Archive {
    /// Stores what a look brought, in the transaction of the caller.
    pub(crate) fn keep_look(
        &self,
        facts: &LookFacts,
        text: PageText,
        options: &FetchOptions,
    ) -> LookResult<LookOutcome> {
        let mut page = self.page_now(&facts.url)?;
        self.note_move(&mut page, facts)?;
        let outcome = match text {
            PageText::Unmodified(http) => {
                let article = page
                    .article
                    .ok_or_else(|| TrackError::NoSuchArticle { name: page.url.clone(), close: Vec::new() })?;
                let recorded = self.record_unchanged(
                    article,
                    (facts.now, CapturedBy::Clock),
                    facts.now,
                    &origin(&page.url),
                    &http,
                )?;
                self.note_presence(&mut page, facts)?;
                LookOutcome::Recorded { recorded: Box::new(recorded), unmodified: true }
            }
            PageText::Article { capture, body_hash } => {
                self.keep_text(&mut page, facts, *capture, body_hash, options)?
            }
            PageText::Failed(error) => {
                if matches!(error, FetchError::Gone { .. }) {
                    self.note_absence(&mut page, facts)?;
                }
                if error.was_asked() {
                    self.note(&page, facts, PageLookKind::Failed, error.code(), &with_causes(&error))?;
                }
                failure(&error)
            }
            PageText::Refused(error) => {
                let (reason, message) = (refusal_code(&error), with_causes(&error));
                self.note(&page, facts, PageLookKind::Failed, reason, &message)?;
                LookOutcome::Failed { reason: reason.to_owned(), message, hint: error.hint() }
            }
        };
        self.store.save_page(&page)?;
        Ok(outcome)
    }

    fn page_now(&self, url: &str) -> LookResult<PageState> {
        match self.store.page_at(url)? {
            Some(page) => Ok(page),
            None => Ok(PageState { id: self.store.add_page(url)?, url: url.to_owned(), ..PageState::default() }),
        }
    }

    /// Records a text, unless it is in doubt.
    fn keep_text(
        &self,
        page: &mut PageState,
        facts: &LookFacts,
        mut capture: Capture,
        body_hash: [u8; 32],
        options: &FetchOptions,
    ) -> LookResult<LookOutcome> {
        if page.article.is_some() {
            // Lines of the site are no words of the article, so they are no reason for doubt either.
            let (content, note, _) = self.own_text(&capture, page.article)?;
            capture.content = content.into_owned();
            capture.notes.extend(note);
        }
        let doubt = match page.article {
            Some(article) => self.doubt(page, article, facts, &capture)?,
            None => self.doubt_of_first(page, facts, &capture)?,
        };
        if let Some(outcome) = doubt {
            return Ok(outcome);
        }
        let http = capture.http.clone().unwrap_or_default();
        let submission = Submission {
            capture,
            story: options.story.clone(),
            article: options.article.clone(),
            timezone: options.timezone,
            captured: Some(DocumentTime::Instant(facts.now)),
            captured_by: CapturedBy::Clock,
        };
        let recorded = match self.record_within(&submission, facts.now) {
            Err(TrackError::Store(error)) => return Err(error.into()),
            Err(error) => {
                let (message, hint) = (error.to_string(), error.hint());
                self.note(page, facts, PageLookKind::Failed, "name", &message)?;
                return Ok(LookOutcome::Failed { reason: "name".to_owned(), message, hint });
            }
            Ok(recorded) => recorded,
        };
        self.note_presence(page, facts)?;
        page.doubt = None;
        self.remember(page, &recorded, http, body_hash)?;
        Ok(LookOutcome::Recorded { recorded: Box::new(recorded), unmodified: false })
    }

    /// Keeps what the next request may say of this answer.
    fn remember(
        &self,
        page: &mut PageState,
        recorded: &RecordedView,
        http: HttpFacts,
        body_hash: [u8; 32],
    ) -> LookResult<()> {
        let name = Reference::to(&recorded.article.reference);
        let article = self.article_meant(&name)?.article.id;
        let latest = self.store.neighbours(article, DateTime::<Utc>::MAX_UTC)?.before;
        page.article = Some(article);
        page.version = latest.filter(|look| look.number == recorded.version).map(|look| look.version);
        (page.etag, page.last_modified) = (http.etag, http.last_modified);
        page.body_hash = Some(body_hash);
        Ok(())
    }

    /// Returns why a text is not recorded yet; `None` when it may be.
    fn doubt(
        &self,
        page: &mut PageState,
        article: ArticleId,
        facts: &LookFacts,
        capture: &Capture,
    ) -> LookResult<Option<LookOutcome>> {
        let hash = hash_of(&capture.content);
        let latest = self.store.neighbours(article, facts.now)?.before;
        let is_variant = self.note_variant(page, &hash, facts.now)?;
        if latest.is_some_and(|latest| latest.hash == hash) {
            // Whatever was in doubt has not come again: the text stands as it stood.
            page.doubt = None;
            return Ok(None);
        }
        if is_variant {
            let message = "one of several texts that the server gives in turn".to_owned();
            self.note(page, facts, PageLookKind::Variant, "variant", &message)?;
            return Ok(Some(LookOutcome::Variant { message }));
        }
        let (Some(before), earlier) = self.earlier_texts(article, facts.now)? else { return Ok(None) };
        let new = new_text(hash, capture, facts);
        let Some(reason) = doubt::doubt_of(new, &before, &earlier) else { return Ok(None) };
        if page.doubt.as_ref().is_some_and(|doubt| doubt::confirms(doubt, reason, &hash, facts.now)) {
            return Ok(None);
        }
        if reason == DoubtReason::Return {
            let twice = self.store.add_variants(page.id, &[hash, hash_of(&before)], facts.now, doubt::VARIANTS_FOR)?;
            if twice {
                return self.doubt(page, article, facts, capture);
            }
        }
        self.hold_back(page, facts, reason, hash).map(Some)
    }

    /// Returns why the first text of a page is not recorded yet; `None` when it may be.
    fn doubt_of_first(
        &self,
        page: &mut PageState,
        facts: &LookFacts,
        capture: &Capture,
    ) -> LookResult<Option<LookOutcome>> {
        let (hash, reason) = (hash_of(&capture.content), DoubtReason::Incomplete);
        let is_confirmed = || page.doubt.as_ref().is_some_and(|doubt| doubt::confirms(doubt, reason, &hash, facts.now));
        if !doubt::is_incomplete(new_text(hash, capture, facts), None) || is_confirmed() {
            return Ok(None);
        }
        self.hold_back(page, facts, reason, hash).map(Some)
    }

    /// Keeps a text in doubt until it is seen again.
    fn hold_back(
        &self,
        page: &mut PageState,
        facts: &LookFacts,
        reason: DoubtReason,
        hash: [u8; 32],
    ) -> LookResult<LookOutcome> {
        let known = page.doubt.as_ref().filter(|doubt| doubt::goes_on(doubt, reason, &hash));
        let since = known.map_or(facts.now, |doubt| doubt.since);
        page.doubt = Some(Doubt { hash, reason: reason.as_str().to_owned(), since });
        self.note(page, facts, PageLookKind::Doubtful, reason.as_str(), reason.words())?;
        Ok(LookOutcome::Doubtful { reason: reason.as_str().to_owned(), message: reason.words().to_owned() })
    }

    fn note(
        &self,
        page: &PageState,
        facts: &LookFacts,
        kind: PageLookKind,
        reason: &str,
        message: &str,
    ) -> LookResult<()> {
        let (reason, message) = (reason.to_owned(), message.to_owned());
        let look = PageLook { looked: facts.now, kind, reason, message, status: facts.status };
        Ok(self.store.add_page_look(page.id, &look)?)
    }

    /// Notes the first time that a page says it has moved for good, and when it no longer says so.
    pub(crate) fn note_move(&self, page: &mut PageState, facts: &LookFacts) -> LookResult<()> {
        match (&facts.moved_to, &page.moved) {
            (Some(to), Some((known, _))) if to == known => {}
            (Some(to), _) => {
                self.note(page, facts, PageLookKind::Moved, "moved", &format!("moved for good to {to}"))?;
                page.moved = Some((to.clone(), facts.now));
            }
            (None, _) if facts.status == Some(200) => page.moved = None,
            (None, _) => {}
        }
        Ok(())
    }

    /// Notes that a page is there (again).
    fn note_presence(&self, page: &mut PageState, facts: &LookFacts) -> LookResult<()> {
        page.missing_since = None;
        if let Some(since) = page.gone_since.take() {
            let message = format!("there again; it was absent since {}", since.format("%Y-%m-%d %H:%M UTC"));
            self.note(page, facts, PageLookKind::Returned, "returned", &message)?;
        }
        Ok(())
    }

    /// Notes that a page is not there; it is gone when the server says so (410), or says so for a while (404).
    fn note_absence(&self, page: &mut PageState, facts: &LookFacts) -> LookResult<()> {
        let since = *page.missing_since.get_or_insert(facts.now);
        let is_gone = facts.status == Some(410) || GONE_AFTER <= facts.now - since;
        if page.article.is_some() && page.gone_since.is_none() && is_gone {
            page.gone_since = Some(since);
            let message = format!("absent since {}", since.format("%Y-%m-%d %H:%M UTC"));
            self.note(page, facts, PageLookKind::Gone, "gone", &message)?;
        }
        Ok(())
    }

    /// Counts a look at one of the page's variants; returns whether the text is one that takes turns.
    fn note_variant(&self, page: &PageState, hash: &[u8; 32], now: DateTime<Utc>) -> LookResult<bool> {
        let Some(run) = self.store.note_variant(page.id, hash, now, doubt::VARIANTS_FOR)? else { return Ok(false) };
        let is_settled = doubt::SETTLED_LOOKS <= run.looks && doubt::SETTLED_AFTER <= now - run.since;
        if is_settled {
            self.store.forget_variants(page.id)?;
        }
        Ok(!is_settled)
    }

    /// Returns the latest version's text, and the versions before it that were seen within the last hours.
    fn earlier_texts(
        &self,
        article: ArticleId,
        now: DateTime<Utc>,
    ) -> LookResult<(Option<crate::model::Content>, Vec<EarlierText>)> {
        let Some(latest) = self.store.neighbours(article, now)?.before else { return Ok((None, Vec::new())) };
        let recent = self.store.versions_seen_since(article, now - doubt::RETURN_WITHIN)?;
        let earlier = recent.into_iter().filter(|text| text.id != latest.version);
        let earlier =
            earlier.map(|text| EarlierText { hash: text.hash, headline: text.headline, last_seen: text.last_seen });
        Ok((self.store.content_of(latest.version)?, earlier.collect()))
    }
}

fn new_text<'t>(hash: [u8; 32], capture: &'t Capture, facts: &LookFacts) -> NewText<'t> {
    NewText { hash, content: &capture.content, promised_words: capture.promised_words, now: facts.now }
}

/// Returns a look that brought no text as it is shown.
pub(crate) fn page_look_row(url: String, look: PageLook) -> PageLookRow {
    let PageLook { looked, kind, reason, message, status } = look;
    PageLookRow { url, looked, kind: kind.as_str().to_owned(), reason, message, status }
}

fn origin(url: &str) -> Origin {
    Origin { kind: OriginKind::Fetch, name: Some(url.to_owned()) }
}

/// Returns the word for a refusal that programs use.
pub(crate) fn refusal_code(error: &IngestError) -> &'static str {
    match error {
        IngestError::Unusable { reason, .. } => reason.as_str(),
        IngestError::Binary { .. } => "binary",
        IngestError::Empty { .. } => "empty",
        IngestError::TooLong { .. } => "too-large",
        _ => "unreadable",
    }
}
