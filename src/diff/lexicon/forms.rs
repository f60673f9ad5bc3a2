//! Guesses the dictionary forms of a word: "studies" may be "study" or "studie".
//!
//! Only the thesaurus decides which guess is a word, so guessing too much is harmless.

/// Endings and what they may stand for.
#[rustfmt::skip]
const ENDINGS: &[(&str, &str)] = &[
    ("ies", "y"), ("ied", "y"), ("ves", "f"), ("es", ""), ("es", "e"), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""),
    ("ing", "e"), ("er", ""), ("er", "e"), ("est", ""), ("est", "e"), ("ly", ""),
];

/// Forms that no ending explains.
#[rustfmt::skip]
const IRREGULAR: &[(&str, &str)] = &[
    ("became", "become"), ("been", "be"), ("began", "begin"), ("begun", "begin"), ("best", "good"), ("better", "good"), ("bought", "buy"),
    ("broke", "break"), ("broken", "break"), ("brought", "bring"), ("built", "build"), ("came", "come"), ("caught", "catch"),
    ("children", "child"), ("chose", "choose"), ("chosen", "choose"), ("did", "do"), ("done", "do"), ("drawn", "draw"),
    ("drew", "draw"), ("driven", "drive"), ("drove", "drive"), ("fallen", "fall"), ("fell", "fall"), ("felt", "feel"),
    ("flew", "fly"), ("fought", "fight"), ("found", "find"), ("gave", "give"), ("given", "give"), ("gone", "go"), ("got", "get"),
    ("grew", "grow"), ("grown", "grow"), ("had", "have"), ("has", "have"), ("heard", "hear"), ("held", "hold"), ("is", "be"),
    ("kept", "keep"), ("knew", "know"), ("known", "know"), ("laid", "lay"), ("led", "lead"), ("left", "leave"), ("lost", "lose"),
    ("made", "make"), ("meant", "mean"), ("men", "man"), ("met", "meet"), ("paid", "pay"), ("ran", "run"), ("risen", "rise"),
    ("rose", "rise"), ("said", "say"), ("sang", "sing"), ("sat", "sit"), ("saw", "see"), ("seen", "see"), ("sent", "send"),
    ("shot", "shoot"), ("shown", "show"), ("sold", "sell"), ("sought", "seek"), ("spent", "spend"), ("spoke", "speak"),
    ("spoken", "speak"), ("stood", "stand"), ("struck", "strike"), ("swam", "swim"), ("taken", "take"), ("taught", "teach"),
    ("thought", "think"), ("threw", "throw"), ("thrown", "throw"), ("told", "tell"), ("took", "take"), ("was", "be"),
    ("went", "go"), ("were", "be"), ("withdrawn", "withdraw"), ("withdrew", "withdraw"), ("women", "woman"), ("won", "win"), ("wore", "wear"), ("worn", "wear"),
    ("worse", "bad"), ("worst", "bad"), ("written", "write"), ("wrote", "write"),
];

/// Returns the word and what it may be a form of.
pub fn base_forms(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    for (ending, plain) in ENDINGS {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| 2 <= stem.len()) {
            forms.push(format!("{stem}{plain}"));
            let bytes = stem.as_bytes();
            let doubled = plain.is_empty() && bytes.len() > 3 && bytes[bytes.len() - 1] == bytes[bytes.len() - 2];
            if doubled && stem.is_char_boundary(stem.len() - 1) {
                forms.push(stem[..stem.len() - 1].to_owned());
            }
        }
    }
    if let Ok(at) = IRREGULAR.binary_search_by_key(&word, |row| row.0) {
        forms.push(IRREGULAR[at].1.to_owned());
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_led_back_to_their_word() {
        assert!(IRREGULAR.is_sorted_by_key(|row| row.0));
        for (form, word) in
            [("studies", "study"), ("stopped", "stop"), ("used", "use"), ("rose", "rise"), ("larger", "large")]
        {
            assert!(base_forms(form).iter().any(|base| base == word), "{form}");
        }
    }
}
