//! Answers what an editor checks: silent changes, moving figures, values that still stand.

use super::find::{Found, row};
use super::read::sides;
use super::versions::{role_word, zone_of};
use super::{Desk, Result, tell};
use crate::model::view::{AuditRow, AuditView, FigurePoint, FigureSeries, FiguresView, StandingPlace, StandingView};
use crate::model::{Figure, Nature, Side, Weight};

impl Desk {
    /// Returns the material changes that no notice names and that are no plain development.
    pub fn audit(&self, name: Option<&str>) -> Result<AuditView> {
        let articles = self.articles_meant(name)?;
        let mut view = AuditView { timezone: zone_of(&articles), rows: Vec::new(), developments: 0, admitted: 0 };
        for found in &articles {
            for update in self.updates(found)? {
                for change in update.changes.iter().filter(|change| change.weight == Weight::Material) {
                    match (change.notice.is_some(), change.nature) {
                        (true, _) => view.admitted += 1,
                        (false, Some(Nature::Development)) => view.developments += 1,
                        (false, _) => view.rows.push(AuditRow {
                            article: update.article.clone(),
                            from: update.from.clone(),
                            to: update.to.clone(),
                            change: change.clone(),
                        }),
                    }
                }
            }
        }
        Ok(view)
    }

    /// Returns the series of each count of a story; `of` names what is counted.
    pub fn figures(&self, name: &str, of: Option<&str>) -> Result<FiguresView> {
        let story = self.story_named(name)?;
        let mut series: Vec<FigureSeries> = Vec::new();
        for found in self.articles_meant(Some(&story.slug))? {
            for (index, side) in sides(&self.texts(&found, &found.versions)?).iter().enumerate() {
                for figure in &side.text.figures {
                    add_figure(&mut series, &found, index, side, figure, of);
                }
            }
        }
        for one in &mut series {
            one.points.sort_by(|a, b| (a.captured, &a.article, a.sentence).cmp(&(b.captured, &b.article, b.sentence)));
            // A version that repeats its article's last value adds nothing.
            let mut last: Vec<(String, usize, String)> = Vec::new();
            one.points.retain(|point| {
                let key = (point.article.clone(), point.sentence, point.words.to_lowercase());
                let known = last.iter().any(|own| own.0 == key.0 && own.2 == key.2);
                last.retain(|own| known || own.0 != key.0);
                last.push(key);
                !known
            });
        }
        let asked = of.is_some();
        series.retain(|series| asked || 1 < series.points.len());
        series.sort_by(|a, b| b.points.len().cmp(&a.points.len()).then_with(|| a.of.cmp(&b.of)));
        Ok(FiguresView { story: story.slug, timezone: story.timezone, series })
    }

    /// Tells in which latest versions `words` stand, and which articles dropped them.
    pub fn standing(&self, name: &str, words: &str) -> Result<StandingView> {
        let story = self.story_named(name)?;
        let mut view = StandingView {
            story: story.slug.clone(),
            timezone: story.timezone,
            words: words.to_owned(),
            standing: Vec::new(),
            gone: Vec::new(),
        };
        for found in self.articles_meant(Some(&story.slug))? {
            let texts = self.texts(&found, &found.versions)?;
            let sides = sides(&texts);
            let places: Vec<Vec<StandingPlace>> =
                sides.iter().enumerate().map(|(index, side)| places(&found, index, side, words)).collect();
            let Some(last) = places.iter().rposition(|places| !places.is_empty()) else { continue };
            let dropped = found.versions.get(last + 1).map(|version| version.number);
            let own = places[last].iter().cloned().map(|place| StandingPlace { dropped_in: dropped, ..place });
            if dropped.is_none() { view.standing.extend(own) } else { view.gone.extend(own) }
        }
        Ok(view)
    }
}

fn add_figure(
    series: &mut Vec<FigureSeries>,
    found: &Found,
    index: usize,
    side: &Side<'_>,
    figure: &Figure,
    wanted: Option<&str>,
) {
    // People may be counted without a word for what became of them.
    let people = figure.unit.as_ref().filter(|unit| *unit == "people");
    let Some(of) = figure.of.as_ref().or(people) else { return };
    let is_wanted = |wanted: &str| {
        let (of, wanted) = (of.to_lowercase(), wanted.to_lowercase());
        of.contains(&wanted) || figure.unit.as_ref().is_some_and(|unit| unit.to_lowercase() == wanted)
    };
    if !wanted.is_none_or(is_wanted) {
        return;
    }
    let Some(sentence) = side.text.document.sentence_at(figure.span.start) else { return };
    let (head, version) = (found.head(), row(&found.versions[index]));
    let holds =
        |statement: &&crate::model::Statement| statement.content.iter().any(|content| content.contains(figure.span));
    let point = FigurePoint {
        captured: version.captured,
        published: version.modified.or(version.published),
        article: head.reference,
        outlet: head.outlet,
        version: version.number,
        sentence: sentence + 1,
        value: figure.value,
        upper: figure.upper,
        words: figure.span.of(side.text.document.text).to_owned(),
        speaker: side.text.statements.iter().find(holds).and_then(|statement| statement.speaker.clone()),
        text: tell::sentences_of(side, &[sentence]),
    };
    match series.iter_mut().find(|series| series.of == *of && series.unit == figure.unit) {
        Some(series) => series.points.push(point),
        None => series.push(FigureSeries { of: of.clone(), unit: figure.unit.clone(), points: vec![point] }),
    }
}

/// Returns where in a version `words` stand.
fn places(found: &Found, index: usize, side: &Side<'_>, words: &str) -> Vec<StandingPlace> {
    let version = &found.versions[index];
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let wanted = one_line(words);
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
    let headline = version.headline.iter().filter(|headline| one_line(headline).contains(&wanted));
    let mut places: Vec<_> = headline.map(|headline| place("headline", None, headline.clone(), None)).collect();
    for (index, sentence) in side.text.document.sentences.iter().enumerate() {
        let text = tell::sentences_of(side, &[index]);
        if text.to_lowercase().contains(&wanted) {
            let statement = side.text.statements.iter().find(|statement| statement.sentence == index);
            let credited = statement.and_then(|statement| statement.speaker.clone());
            places.push(place(role_word(sentence.role), Some(index + 1), text, credited));
        }
    }
    places
}
