//! Defines why a question could not be answered, and what to type next.

use crate::model::shell_word;
use crate::store::StoreError;

/// Why a question could not be answered, or a text not be recorded.
#[derive(Debug, thiserror::Error)]
pub enum TrackError {
    #[error("no story is called `{name}`")]
    NoSuchStory { name: String, close: Vec<String> },
    #[error("no story or article is called `{name}`")]
    NoSuchArticle { name: String, close: Vec<String> },
    #[error("`{name}` is an article, and this command takes a story")]
    NotStory { name: String, story: Option<String> },
    #[error("`{name}` may mean {} articles", candidates.len())]
    Ambiguous { name: String, candidates: Vec<String> },
    #[error("`{name}` has no version {wanted}")]
    NoSuchVersion { name: String, wanted: String, has: Vec<usize> },
    #[error("nothing of `{name}` was captured by {wanted}")]
    NothingBy { name: String, wanted: String, first: String },
    #[error("`{name}` has only one version")]
    OnlyOne { name: String },
    #[error("`{name}` is the first version: nothing stands before it")]
    NothingBefore { name: String, next: String },
    #[error("`{name}` names a version, and this command takes none")]
    TakesNoVersion { name: String, plain: String },
    #[error("`{name}` names two versions, and this command takes one")]
    TakesOneVersion { name: String, plain: String },
    #[error("the page or file of `{name}` was not kept")]
    NoOriginal { name: String },
    #[error("`{name}` cannot be a name: it holds no letter or digit")]
    BadName { name: String },
    #[error("`{name}` names two versions that do not follow each other")]
    NoUpdate { name: String, next: String },
    #[error("there is a story called `{name}` already")]
    StoryTaken { name: String },
    #[error("`{name}` cannot be merged with itself")]
    StoryIntoItself { name: String },
    #[error("no article stands in `{name}` yet")]
    EmptyStory { name: String },
    #[error("there is an article called `{name}` already")]
    ArticleTaken { name: String },
    #[error("a new name leaves `{name}` in its story")]
    RenamedIntoStory { name: String, story: String, is_new: bool },
    #[error("`{other}/{article}` stands in another story than `{story}`")]
    TwoStories { story: String, other: String, article: String },
    #[error("no outlet is called `{name}`")]
    NoSuchOutlet { name: String, close: Vec<String>, known: Vec<String> },
    #[error("no entry of `{story}` is called or holds `{wanted}`")]
    NoSuchEntry { story: String, wanted: String },
    #[error("`{wanted}` does not name its version by number")]
    UnnumberedEntry { article: String, sentence: usize, wanted: String },
    #[error("`{wanted}` may mean {count} entries")]
    AmbiguousEntry { wanted: String, count: usize, candidates: Vec<(String, String)> },
    #[error("an entry added by hand needs a source, and has {most} at most")]
    NoSources { most: usize },
    #[error("the story has no sentence `{wanted}`")]
    NoSuchSource { wanted: String },
    #[error("{what} has no words")]
    NoWords { what: &'static str },
    #[error("{what} has {has} characters; {most} are allowed")]
    TooManyWords { what: &'static str, has: usize, most: usize },
    #[error("the entry has no tag `{tag}`")]
    NoSuchTag { tag: String, has: Vec<String> },
    #[error("nobody in `{story}` is quoted as `{name}`")]
    NoSuchPerson { story: String, name: String, close: Vec<String> },
    #[error("`{name}` and `{other}` are {} already", if *are_one { "one" } else { "two" })]
    NamesStandSo { name: String, other: String, are_one: bool },
    #[error("`{entry}` cannot be merged with itself")]
    MergedWithItself { entry: String },
    #[error("entry `{entry}` has no such sentence to split off")]
    NoSuchSentence { entry: String, has: usize },
    #[error("{}", no_such_edit(story, *number, *is_undone))]
    NoSuchEdit { story: String, number: usize, is_undone: bool },
    #[error("nothing that is watched is called `{name}`")]
    NoSuchWatch { name: String, close: Vec<String> },
    #[error("`{name}` is watched already")]
    WatchTaken { name: String },
    #[error("`{url}` cannot be watched: {why}")]
    Unwatchable { url: String, why: String, hint: Option<String> },
    #[error("`{name}` is no site")]
    BadSite { name: String },
    #[error("no selectors are kept for `{name}`")]
    NoSuchSite { name: String, close: Vec<String> },
    #[error("`{words}` names no hours of the day")]
    BadHours { words: String },
    #[error("no watch is in a group called `{name}`")]
    NoSuchWatchGroup { name: String, close: Vec<String> },
    #[error("no repeated line has the number {number}")]
    NoSuchRepeatedLine { number: i64 },
    #[error("the selectors of `{host}` cannot be used: {why}")]
    BadSelectors { host: String, why: String },
    #[error("no hook is called `{name}`")]
    NoSuchHook { name: String, close: Vec<String> },
    #[error("there is a hook called `{name}` already")]
    HookTaken { name: String },
    #[error("`{name}` is held: nothing of it is published")]
    Held { name: String },
    #[error("`{name}` was recorded after the receipt was made")]
    NotInReceipt { name: String },
    #[error("the receipt is not of this archive, or the archive was altered since")]
    OtherReceipt,
    #[error("`{name}` is not held")]
    NotHeld { name: String },
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl TrackError {
    /// Returns what the reader can type next, if we know.
    pub fn hint(&self) -> Option<String> {
        Some(match self {
            Self::NoSuchStory { close, .. } | Self::NoSuchArticle { close, .. } => {
                near(close, "`writethru story list` and `writethru article list` tell what there is")
            }
            Self::NotStory { story: Some(story), .. } => format!("its story is `{story}`"),
            Self::NotStory { name, story: None } => {
                format!("it stands in none; `writethru article move {name} --to STORY` files it")
            }
            Self::BadName { .. } => "write words, such as `ferry-fire`".to_owned(),
            Self::RenamedIntoStory { name, story, is_new } => {
                let story = shell_word(story);
                let made =
                    if *is_new { format!("`writethru story new {story}` makes the story, ") } else { String::new() };
                format!("{made}`writethru article move {name} --to {story}` files it there; then rename it")
            }
            Self::TwoStories { story, other, article } => {
                let [own, other] = [story, other].map(|story| shell_word(&format!("{story}/{article}")));
                format!("write `--article {own}` or `--article {other}`, and no `--story`")
            }
            Self::NoSuchOutlet { close, known, .. } => near(close, &outlets_known(known)),
            Self::StoryIntoItself { .. } => "`writethru story list` tells what other stories there are".to_owned(),
            Self::EmptyStory { name } => format!("`writethru add FILE --story {name}` records one"),
            Self::StoryTaken { name } => {
                format!("choose another name; `writethru story merge STORY --into {name}` joins two")
            }
            Self::ArticleTaken { .. } => {
                "choose another name, or rename the other first: `writethru article rename ARTICLE NAME`".to_owned()
            }
            Self::NoOriginal { name } => format!("`writethru show {name}` prints its text"),
            Self::NoSuchWatch { close, .. } => near(close, "`writethru watch list` tells what is watched"),
            Self::BadSite { .. } => "write a host, such as example.org".to_owned(),
            Self::NoSuchSite { close, .. } => {
                near(close, "`writethru site list` tells what there is; `writethru site add` adds one")
            }
            Self::BadHours { .. } => "write hours such as `--hours 06:00-23:00`".to_owned(),
            Self::NoSuchWatchGroup { close, .. } => near(close, "`writethru watch list` tells the groups"),
            Self::NoSuchRepeatedLine { .. } => "`writethru site lines` tells what there is".to_owned(),
            Self::BadSelectors { .. } => "write CSS, such as `--body 'article .text' --remove .ad`".to_owned(),
            Self::NoSuchHook { close, .. } => near(close, "`writethru hook list` tells what there is"),
            Self::HookTaken { name } => {
                format!("choose another name, or `writethru hook remove {}` first", shell_word(name))
            }
            Self::WatchTaken { name } => {
                format!("`writethru watch show {}` shows it; `--name` gives another name", shell_word(name))
            }
            Self::Unwatchable { hint, .. } => return hint.clone(),
            Self::Held { name } => format!("`writethru hold {} --off` ends the hold", shell_word(name)),
            Self::NotInReceipt { .. } => "make a new one with `writethru receipt`".to_owned(),
            Self::OtherReceipt => "`writethru check --since-receipt FILE` tells which".to_owned(),
            Self::NotHeld { .. } => "`writethru hold` lists what is held".to_owned(),
            Self::Store(error) => return error.hint(),
            _ => return self.version_hint().or_else(|| self.edit_hint()),
        })
    }

    /// Returns the same for a reference that names no version, or not the right ones.
    fn version_hint(&self) -> Option<String> {
        Some(match self {
            Self::NothingBy { name, first, .. } => {
                let name = shell_word(name);
                format!("its first version was captured {first}; `writethru log {name}` lists them all")
            }
            Self::Ambiguous { candidates, .. } => format!("name one of them: {}", candidates.join(", ")),
            Self::NoSuchVersion { name, wanted, has } => versions_there(name, wanted, has),
            Self::OnlyOne { name } => format!("record another with `writethru add FILE --article {name}`"),
            Self::NothingBefore { next, .. } => {
                format!("`writethru diff {}` compares it with the next one", shell_word(next))
            }
            Self::NoUpdate { next, .. } => format!("name an update, such as `{next}`"),
            Self::TakesNoVersion { plain, .. } if plain.is_empty() => {
                "name an article or a story, without a version; `writethru article list` tells what there is".to_owned()
            }
            Self::TakesNoVersion { plain, name } => {
                let (command, does) = match name.contains("..") || name.contains('→') {
                    true => ("diff", "compares two"),
                    false => ("show", "prints one"),
                };
                format!("leave out the version: `{plain}`; `writethru {command} {}` {does}", shell_word(name))
            }
            Self::TakesOneVersion { plain, name } => {
                format!("name one, as in `{plain}`; `writethru diff {}` compares two", shell_word(name))
            }
            _ => return None,
        })
    }

    /// Returns the same for what goes wrong when a timeline is edited by hand.
    fn edit_hint(&self) -> Option<String> {
        Some(match self {
            Self::NoSuchEntry { story, .. } => {
                format!("`writethru timeline {} --ids` lists entries with their ids", shell_word(story))
            }
            Self::UnnumberedEntry { article, sentence, .. } => format!(
                "write its number, as in {}; `writethru log {}` lists the versions",
                format_args!("`{article} v1 s{sentence}`"),
                shell_word(article)
            ),
            Self::AmbiguousEntry { candidates, .. } => {
                let lines = candidates.iter().map(|(id, text)| format!("\n  {id}  {text}"));
                format!("name one of them by its id:{}", lines.collect::<String>())
            }
            Self::NoSources { .. } | Self::NoSuchSource { .. } => {
                "name a sentence as the timeline does, such as `herald v2 s5` (`writethru show herald@2 --sentence 5` \
                 prints it), the address of a page, or a document in words"
                    .to_owned()
            }
            Self::NoWords { .. } => "say it in a few words".to_owned(),
            Self::TooManyWords { .. } => "say it in fewer words".to_owned(),
            Self::NoSuchTag { has, .. } if has.is_empty() => "it has none".to_owned(),
            Self::NoSuchTag { has, .. } => format!("it has {}", has.join(", ")),
            Self::NoSuchPerson { story, close, .. } if close.is_empty() => {
                format!("`writethru people {}` lists who is quoted", shell_word(story))
            }
            Self::NoSuchPerson { close, .. } => format!("did you mean {}?", close.join(" or ")),
            Self::NamesStandSo { are_one: true, .. } => "`people apart` says that two names are of two".to_owned(),
            Self::NamesStandSo { are_one: false, .. } => "`people alias` says that two names are of one".to_owned(),
            Self::MergedWithItself { .. } => "name the other entry by its id or by words in it".to_owned(),
            Self::NoSuchSentence { has: 0 | 1, .. } => {
                "it has one sentence only, so there is nothing to split".to_owned()
            }
            Self::NoSuchSentence { has, .. } => format!("name it by its number, 1 to {has}, or by words in it"),
            Self::NoSuchEdit { story, .. } => {
                format!("`writethru timeline edits {}` lists them", shell_word(story))
            }
            _ => return None,
        })
    }
}

/// Asks whether a name that is close was meant; says what helps where none is.
fn near(close: &[String], otherwise: &str) -> String {
    close.first().map_or_else(|| otherwise.to_owned(), |name| format!("did you mean `{name}`?"))
}

/// Tells which versions an article has, and that one that it had once was removed.
fn versions_there(name: &str, wanted: &str, has: &[usize]) -> String {
    /// Runs of numbers that are told; more are not read.
    const FEW: usize = 6;
    let mut numbers = has.to_vec();
    numbers.sort_unstable();
    let runs: Vec<(usize, usize)> =
        numbers.chunk_by(|a, b| a + 1 == *b).filter_map(|run| Some((*run.first()?, *run.last()?))).collect();
    let Some((_, last)) = runs.last().filter(|_| 1 < has.len() && runs.len() <= FEW) else {
        return format!("`writethru log {}` tells what there is", shell_word(name));
    };
    let run = |(first, last): &(usize, usize)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first} to {last}"),
    };
    let told: Vec<String> = runs.iter().map(run).collect();
    let was_there = wanted.parse().is_ok_and(|wanted: usize| 0 < wanted && wanted < *last);
    let gone = if was_there { "; the others were removed for good" } else { "" };
    format!("`{name}` has versions {}{gone}", told.join(", "))
}

/// Tells the outlets that there are, where they are few enough to be read.
fn outlets_known(known: &[String]) -> String {
    const FEW: usize = 12;
    match known.len() {
        0 => "no article has an outlet; `--outlet` of `writethru add` names one".to_owned(),
        1..=FEW => format!("the outlets are {}", known.join(", ")),
        _ => "`writethru article list` tells the outlets".to_owned(),
    }
}

fn no_such_edit(story: &str, number: usize, is_undone: bool) -> String {
    match is_undone {
        true => format!("edit {number} of `{story}` is undone already"),
        false => format!("`{story}` has no edit {number}"),
    }
}
