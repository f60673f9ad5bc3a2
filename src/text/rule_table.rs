//! Reads the rows of rule tables, so that a test can leave one row out.
//!
//! Every row of a rule table carries an example. The test of the table reads the
//! example with all rows and again without its own; the two answers must differ.
//! The words of a list share frames instead: "She read {} 4." tries "page" and
//! "chapter" alike. Outside tests every row is in use and the check compiles to
//! nothing.

/// Returns the rows of a table that are in use.
pub(crate) fn rows<T>(table: &'static [T]) -> impl DoubleEndedIterator<Item = &'static T> + Clone {
    table.iter().filter(|row| is_in_use(*row))
}

/// Returns whether a sorted list holds a word.
pub(crate) fn is_listed(list: &'static [&'static str], word: &str) -> bool {
    list.binary_search(&word).is_ok_and(|at| is_in_use(&list[at]))
}

/// Returns whether a row is in use: always, but for the one that a test leaves out.
#[cfg(not(test))]
#[inline]
pub(crate) const fn is_in_use<T>(_row: &T) -> bool {
    true
}

#[cfg(test)]
pub(crate) use trial::{is_in_use, needless_rows, needless_words, without};

#[cfg(test)]
mod trial {
    use std::cell::Cell;

    thread_local! {
        /// The address of the row that is left out.
        static LEFT_OUT: Cell<*const u8> = const { Cell::new(std::ptr::null()) };
    }

    pub(crate) fn is_in_use<T>(row: &T) -> bool {
        LEFT_OUT.get() != std::ptr::from_ref(row).cast()
    }

    /// Returns an answer as it is without one row of a table.
    pub(crate) fn without<T, A>(row: &'static T, answer: impl FnOnce() -> A) -> A {
        LEFT_OUT.set(std::ptr::from_ref(row).cast());
        let answer = answer();
        LEFT_OUT.set(std::ptr::null());
        answer
    }

    /// Returns the rows whose example is answered alike with and without them.
    pub(crate) fn needless_rows<T, A: PartialEq>(
        table: &'static [T],
        answer: impl Fn(&'static T) -> A,
    ) -> Vec<&'static T> {
        table.iter().filter(|row| answer(row) == without(*row, || answer(row))).collect()
    }

    /// Returns the words of a list that decide the answer in none of the frames.
    ///
    /// `{}` in a frame stands for the word, `{Word}` for the word with a capital.
    pub(crate) fn needless_words<A: PartialEq>(
        list: &'static [&'static str],
        frames: &[&str],
        answer: impl Fn(&str) -> A,
    ) -> Vec<&'static str> {
        let decides = |word: &'static &'static str, frame: &str| {
            let (first, rest) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
            let text = frame.replace("{}", word).replace("{Word}", &format!("{}{rest}", first.to_uppercase()));
            answer(&text) != without(word, || answer(&text))
        };
        list.iter().filter(|word| !frames.iter().any(|frame| decides(word, frame))).copied().collect()
    }
}
