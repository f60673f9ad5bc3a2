//! Answers what an editor checks: silent changes, moving figures, values that still stand.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use super::lookup::FoundArticle;
use super::present::{CountedFigure, VersionReading};
use super::read::compared_sides;
use super::versions::{role_word, zone_of};
use super::{Archive, Result, present};
use crate::model::{Nature, Role, Weight};
use crate::timeline::{are_about_one, earlier_year, stands_in};
use crate::view::{
    ArticleHead, AuditRow, AuditView, FigurePoint, FigureSeries, FiguresView, NoteCheckView, StandingPlace,
    StandingView, UpdateView,
};

/// What an audit looks at: everything that nobody has reviewed, unless something else is said.
#[derive(Clone, Copy, Debug, Default)]
pub struct AuditFilter<'f> {
    /// The name of an outlet, or a part of it where none is called so.
    pub outlet: Option<&'f str>,
    /// Updates that are marked as reviewed, too.
    pub reviewed: bool,
}

impl Archive {
    /// Returns the material changes that no notice names and that are no plain development.
    pub fn audit(&self, name: Option<&str>, filter: AuditFilter<'_>) -> Result<AuditView> {
        let articles = self.articles_meant(name)?;
        let updates = self.updates(&articles)?;
        let mut view = AuditView {
            timezone: zone_of(&articles),
            rows: Vec::new(),
            developments: 0,
            admitted: 0,
            reviewed: 0,
            notes: Vec::new(),
        };
        let outlets = self.outlets_meant(filter.outlet)?;
        let is_of = |article: &ArticleHead| outlets.hold(article.outlet.as_deref());
        for (found, updates) in articles.iter().zip(&updates).filter(|(found, _)| is_of(&found.head())) {
            view.notes.extend(self.note_checks(found, updates)?);
        }
        for update in updates.iter().flatten().filter(|update| is_of(&update.article)) {
            let is_done = update.reviewed.is_some() && !filter.reviewed;
            for change in update.changes.iter().filter(|change| change.weight == Weight::Material) {
                match (change.notice.is_some(), change.nature) {
                    (true, _) => view.admitted += 1,
                    (false, Some(Nature::Development)) => view.developments += 1,
                    (false, _) if is_done => view.reviewed += 1,
                    (false, _) => view.rows.push(AuditRow {
                        article: update.article.clone(),
                        from: update.from.clone(),
                        to: update.to.clone(),
                        change: change.clone(),
                    }),
                }
            }
        }
        Ok(view)
    }

    /// Returns what the notes of an article's versions do not bear out.
    fn note_checks(&self, found: &FoundArticle, updates: &[UpdateView]) -> Result<Vec<NoteCheckView>> {
        let mut notes = Vec::new();
        for update in updates.iter().filter(|update| present::brings_note(update)) {
            let place = |number: usize| found.versions.iter().position(|version| version.number == number);
            let (Some(from), Some(to)) = (place(update.from.number), place(update.to.number)) else { continue };
            let texts = self.texts(found, &[found.versions[from].clone(), found.versions[to].clone()])?;
            let sides = compared_sides(&texts);
            let comparison = crate::diff::compare(&sides[0], &sides[1]);
            notes.extend(present::check_notes((&sides[0], &sides[1]), &comparison, update, updates));
        }
        Ok(notes)
    }

    /// Returns the series of each count of a story; `of` names what is counted.
    pub fn figures(&self, name: &str, of: Option<&str>) -> Result<FiguresView> {
        let story = self.story_named(name)?;
        let mut series: Vec<CountSeries<'_>> = Vec::new();
        let articles = self.articles_meant(Some(&story.slug))?;
        let readings = self.readings(&articles)?;
        let told =
            readings.iter().flatten().filter_map(|reading| reading.mentions.published.or(reading.mentions.captured));
        let began = told.map(|time| time.day(story.timezone)).min();
        for (found, readings) in articles.iter().zip(&readings) {
            for (index, reading) in readings.iter().enumerate() {
                for count in reading.counts.iter().filter(|count| is_wanted(count, of)) {
                    let year = began.and_then(|began| earlier_year(&reading.mentions, count.sentence, began));
                    add_count(&mut series, found, (index, reading), count, year);
                }
            }
        }
        let mut series: Vec<FigureSeries> = series.into_iter().map(|counted| counted.series).collect();
        rayon::spawn(|| drop(readings));
        for one in &mut series {
            one.points.sort_by(|a, b| (a.captured, &a.article, a.sentence).cmp(&(b.captured, &b.article, b.sentence)));
            drop_repeated(&mut one.points);
        }
        let asked = of.is_some();
        series.retain(|series| asked || 1 < series.points.len());
        let order = |one: &FigureSeries| (one.year.is_some(), Reverse(one.points.len()));
        series.sort_by(|a, b| order(a).cmp(&order(b)).then_with(|| (&a.of, a.year).cmp(&(&b.of, b.year))));
        Ok(FiguresView { story: story.slug, timezone: story.timezone, series })
    }

    /// Returns in which latest versions `words` stand, and which articles dropped them.
    pub fn standing(&self, name: &str, words: &str) -> Result<StandingView> {
        let story = self.story_named(name)?;
        let mut view = StandingView {
            story: story.slug.clone(),
            timezone: story.timezone,
            words: words.to_owned(),
            standing: Vec::new(),
            gone: Vec::new(),
        };
        let articles = self.articles_meant(Some(&story.slug))?;
        let readings = self.readings(&articles)?;
        let all = articles.par_iter().zip(&readings).map(|(found, readings)| last_places(found, readings, words));
        for (dropped, own) in all.collect::<Vec<_>>().into_iter().flatten() {
            let own = own.into_iter().map(|place| StandingPlace { dropped_in: dropped, ..place });
            if dropped.is_none() { view.standing.extend(own) } else { view.gone.extend(own) }
        }
        rayon::spawn(|| drop(readings));
        Ok(view)
    }
}

/// Takes out what a version repeats of the one before: it adds nothing.
fn drop_repeated(points: &mut Vec<FigurePoint>) {
    /// What an article's version before gave, and what its latest one so far gives.
    #[derive(Default)]
    struct Given {
        before: HashSet<String>,
        version: usize,
        now: HashSet<String>,
    }
    let mut articles: HashMap<String, Given> = HashMap::new();
    points.retain(|point| {
        let given = articles.entry(point.article.clone()).or_default();
        if given.version != point.version {
            given.before = std::mem::take(&mut given.now);
            given.version = point.version;
        }
        let words = point.words.to_lowercase();
        let known = given.before.contains(&words);
        // Twice in one text is once.
        given.now.insert(words) && !known
    });
}

fn is_wanted(count: &CountedFigure, wanted: Option<&str>) -> bool {
    let Some(wanted) = wanted.map(str::to_lowercase) else { return true };
    count.of.to_lowercase().contains(&wanted) || count.unit.as_ref().is_some_and(|unit| unit.to_lowercase() == wanted)
}

/// A series with the words of the sentences that stated it last.
struct CountSeries<'r> {
    series: FigureSeries,
    told: Vec<&'r [u32]>,
}

/// Sentences of a series that another is compared with, the last ones: bounds the cost of a story full of figures.
const COMPARED_SENTENCES: usize = 32;

impl CountSeries<'_> {
    /// Returns whether a count belongs here; counts of people without a word for what befell them are distinguished by their sentence.
    fn holds(&self, count: &CountedFigure, year: Option<i32>, words: &[u32]) -> bool {
        let FigureSeries { of, unit, year: own, .. } = &self.series;
        let is_named =
            || count.of != "people" || self.told.iter().any(|told| *told == words || are_about_one(told, words));
        *of == count.of && *unit == count.unit && *own == year && is_named()
    }
}

fn add_count<'r>(
    series: &mut Vec<CountSeries<'r>>,
    found: &FoundArticle,
    (index, reading): (usize, &'r VersionReading),
    count: &CountedFigure,
    year: Option<i32>,
) {
    let (head, version) = (found.head(), &found.versions[index]);
    let point = FigurePoint {
        captured: version.captured,
        published: version.stated(),
        article: head.reference,
        outlet: head.outlet,
        version: version.number,
        sentence: count.sentence + 1,
        value: count.value,
        upper: count.upper,
        words: count.words.clone(),
        speaker: count.speaker.clone(),
        text: reading.text(count.sentence).to_owned(),
    };
    let words = reading.mentions.lines.get(count.sentence).map_or(&[][..], |line| line.words.as_slice());
    match series.iter_mut().find(|counted| counted.holds(count, year, words)) {
        Some(counted) => {
            counted.series.points.push(point);
            if !counted.told.contains(&words) {
                counted.told.push(words);
                let old = counted.told.len().saturating_sub(COMPARED_SENTENCES);
                counted.told.drain(..old);
            }
        }
        None => {
            let series_of = FigureSeries { of: count.of.clone(), unit: count.unit.clone(), year, points: vec![point] };
            series.push(CountSeries { series: series_of, told: vec![words] });
        }
    }
}

/// Returns where an article has `words`, or had them last, and the version that dropped them.
fn last_places(
    found: &FoundArticle,
    readings: &[VersionReading],
    words: &str,
) -> Option<(Option<usize>, Vec<StandingPlace>)> {
    let mut without: HashSet<&str> = HashSet::new();
    for (index, reading) in readings.iter().enumerate().rev() {
        let places = places(found, index, reading, words, &mut without);
        if !places.is_empty() {
            return Some((found.versions.get(index + 1).map(|version| version.number), places));
        }
    }
    None
}

/// Returns where in a version `words` stand; most of its sentences are known from the next version not to have them.
fn places<'r>(
    found: &FoundArticle,
    index: usize,
    reading: &'r VersionReading,
    words: &str,
    without: &mut HashSet<&'r str>,
) -> Vec<StandingPlace> {
    let version = &found.versions[index];
    let place = |place: &str, sentence: Option<usize>, text: String, credited: Option<String>| StandingPlace {
        article: found.head(),
        version: version.number,
        captured: version.captured,
        place: place.to_owned(),
        sentence,
        text,
        credited,
        dropped_in: None,
    };
    let headline = version.headline.iter().filter(|headline| stands_in(headline, words));
    let mut places: Vec<_> = headline.map(|headline| place("headline", None, headline.clone(), None)).collect();
    let lines = reading.mentions.lines.iter().enumerate();
    // A notice quotes what it corrects; there it does not stand.
    for (index, line) in lines.filter(|(_, line)| line.role != Role::Notice) {
        if without.contains(line.text.as_str()) || !stands_in(&line.text, words) {
            without.insert(&line.text);
            continue;
        }
        let credited = reading.credited(index).cloned();
        places.push(place(role_word(line.role), Some(index + 1), line.text.clone(), credited));
    }
    places
}
