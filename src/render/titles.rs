//! Says what a story is called, wherever it is named to readers.

/// Returns what a story is called: its title, else its name with blanks between the words.
pub fn story_title(title: Option<&str>, name: &str) -> String {
    title.map_or_else(|| capital(&name.replace(['-', '_'], " ")), str::to_owned)
}

/// Returns words with a capital letter in front, for a heading or a line.
pub(crate) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_without_a_title_is_called_by_its_name_in_words() {
        assert_eq!(story_title(None, "mill-fire_2025"), "Mill fire 2025");
        assert_eq!(story_title(Some("the Mill"), "mill-fire"), "the Mill");
        assert_eq!((story_title(None, "船"), story_title(None, "")), ("船".to_owned(), String::new()));
    }
}
