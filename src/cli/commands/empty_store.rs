//! Holds what commands print about a store or a story in which nothing is recorded.

/// The remark of a command that lists versions or stories and finds none.
pub(crate) const NOTHING_YET: &str = "nothing is recorded yet; `writethru add FILE --story NAME` records a version";

/// Returns the same for a story; without one, for the whole store.
pub(crate) fn nothing_in(story: Option<&str>) -> String {
    match story {
        Some(story) => format!("no article stands in `{story}` yet; `writethru add FILE --story {story}` records one"),
        None => NOTHING_YET.to_owned(),
    }
}
