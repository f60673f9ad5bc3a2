//! Gathers the articles of each story into one question; those of a long story are a question each.
//!
//! Articles come story by story, so one story is in memory at a time, and no more of it than is not divided.

use std::collections::HashMap;

use crate::render::pipe::questions;
use crate::view::ArticleTexts;

/// The questions for `pipe timeline`, as articles come in.
pub(super) struct StoryQuestions {
    /// How many articles each story has that is divided.
    divided: HashMap<String, usize>,
    /// How many parts of the present story were asked about.
    asked: usize,
    /// The articles of the present story, where it is not divided.
    story: Vec<ArticleTexts>,
    present: Option<String>,
}

impl StoryQuestions {
    /// Returns an empty gathering; `divided` has the number of articles of each story that is divided.
    pub(super) fn new(divided: HashMap<String, usize>) -> Self {
        Self { divided, asked: 0, story: Vec::new(), present: None }
    }

    /// Adds an article; returns the questions that are complete with it.
    pub(super) fn add(&mut self, article: ArticleTexts) -> Vec<String> {
        let mut complete = Vec::new();
        let continues = article.article.story.is_some() && article.article.story == self.present;
        if !continues {
            complete.extend(self.finish());
            (self.asked, self.present) = (0, article.article.story.clone());
        }
        match self.present.as_ref().and_then(|story| self.divided.get(story)) {
            Some(&parts) => {
                self.asked += 1;
                complete.push(questions::part(&article, self.asked, parts));
            }
            None => self.story.push(article),
        }
        complete
    }

    /// Returns the question about the present story, if it is not asked yet.
    pub(super) fn finish(&mut self) -> Option<String> {
        questions::timeline(&std::mem::take(&mut self.story))
    }
}
