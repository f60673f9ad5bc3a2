//! Lists sets of words that exclude each other: one for another is another fact.
//!
//! `his cousin` > `his brother`; a thesaurus calls them near to each other, and
//! that is why they are confused. Words that mean the same are joined by `|`.

use std::collections::HashMap;
use std::sync::LazyLock;

struct Set {
    words: &'static [&'static str],
    #[cfg_attr(not(test), expect(dead_code, reason = "a test runs the finder on it"))]
    example: (&'static str, &'static str),
}

#[rustfmt::skip]
const SETS: &[Set] = &[
    Set { words: &["aunt|auntie", "brother", "cousin", "daughter|girl", "father|dad", "grandfather|grandad|granddad|grandpa", "grandmother|gran|grandma", "grandson", "granddaughter", "husband", "mother|mum|mom", "nephew", "niece", "sister", "son|boy", "stepbrother", "stepdaughter", "stepfather|stepdad", "stepmother|stepmum|stepmom", "stepsister", "stepson", "uncle", "widow", "widower", "wife"],
          example: ("He was named by his cousin.", "He was named by his brother.") },
    Set { words: &["north", "south", "east", "west", "north-east|northeast", "north-west|northwest", "south-east|southeast", "south-west|southwest"],
          example: ("It lies south of the river.", "It lies west of the river.") },
    Set { words: &["northern", "southern", "eastern", "western", "northeastern|north-eastern", "northwestern|north-western", "southeastern|south-eastern", "southwestern|south-western"],
          example: ("It hit the northern coast.", "It hit the eastern coast.") },
    Set { words: &["northbound", "southbound", "eastbound", "westbound"],
          example: ("The northbound lane is shut.", "The southbound lane is shut.") },
    Set { words: &["left", "right"],
          example: ("He broke his left arm.", "He broke his right arm.") },
    Set { words: &["black", "blue", "brown", "green", "grey|gray", "orange", "pink", "purple", "red", "white", "yellow"],
          example: ("He drove a green van.", "He drove a blue van.") },
    Set { words: &["gold", "silver", "bronze"],
          example: ("She won silver.", "She won bronze.") },
    Set { words: &["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
          example: ("It is the second strike.", "It is the third strike.") },
    Set { words: &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
          example: ("It reached number three.", "It reached number four.") },
    Set { words: &["spring", "summer", "autumn|fall", "winter"],
          example: ("It opens in the spring.", "It opens in the summer.") },
    Set { words: &["morning", "afternoon", "evening", "night"],
          example: ("The morning shift left.", "The evening shift left.") },
    Set { words: &["hourly", "daily", "weekly", "fortnightly", "monthly", "quarterly", "yearly|annual|annually"],
          example: ("They publish weekly counts.", "They publish monthly counts.") },
    Set { words: &["quarter-final|quarterfinal", "semi-final|semifinal", "final"],
          example: ("They lost the semi-final.", "They lost the final.") },
    Set { words: &["accuse|suspect", "arrest|detain", "question", "bail", "charge", "try", "convict", "acquit|clear", "sentence", "jail|imprison", "fine", "release|free", "deport", "extradite", "search"],
          example: ("A man was arrest over it.", "A man was charge over it.") },
    Set { words: &["injure|hurt|wound", "kill", "rescue|save"],
          example: ("They injure two.", "They kill two.") },
    Set { words: &["open", "close|shut", "suspend|halt", "resume|restart|reopen", "cancel|scrap", "postpone|delay"],
          example: ("They suspend the line.", "They resume the line.") },
    Set { words: &["propose", "approve|pass", "reject", "veto", "amend", "repeal"],
          example: ("They propose the bill.", "They reject the bill.") },
    Set { words: &["buy|purchase|acquire", "sell", "lease|rent"],
          example: ("They buy the site.", "They lease the site.") },
    Set { words: &["win", "lose", "draw"],
          example: ("They win at home.", "They draw at home.") },
    Set { words: &["appoint", "elect", "nominate", "resign|quit", "dismiss|sack"],
          example: ("They appoint her.", "They nominate her.") },
    Set { words: &["manslaughter", "murder", "rape", "robbery", "burglary", "theft", "fraud", "arson", "assault"],
          example: ("He admits manslaughter.", "He admits murder.") },
    Set { words: &["army", "navy", "police", "coastguard"],
          example: ("He served in the army.", "He served in the navy.") },
    Set { words: &["man", "woman"],
          example: ("A woman was held.", "A man was held.") },
    Set { words: &["actor", "actress"],
          example: ("The actor left.", "The actress left.") },
    Set { words: &["maternal", "paternal"],
          example: ("She is his maternal grandmother.", "She is his paternal grandmother.") },
    Set { words: &["he|him|his|himself", "she|her|hers|herself"],
          example: ("They gave him a key.", "They gave her a key.") },
    Set { words: &["civilian", "soldier", "insurgent|rebel|militant"],
          example: ("A rebel was killed.", "A civilian was killed.") },
    Set { words: &["passenger", "driver", "cyclist", "pedestrian", "motorcyclist", "pilot"],
          example: ("The driver was hurt.", "The passenger was hurt.") },
    Set { words: &["millionaire|multimillionaire", "billionaire"],
          example: ("Her father is a millionaire.", "Her father is a billionaire.") },
    Set { words: &["drunk|drunken|intoxicated", "sober"],
          example: ("The captain was drunk.", "The captain was sober.") },
    Set { words: &["ankle", "arm", "chest", "ear", "elbow", "eye", "foot", "hand", "hip", "knee", "leg", "neck", "shoulder", "stomach|abdomen", "thigh", "wrist"],
          example: ("He was shot in the leg.", "He was shot in the arm.") },
    Set { words: &["bakery", "barn", "brewery", "campsite", "church", "cinema", "farm", "garage", "hospital", "hotel", "laboratory", "library", "mosque", "museum", "prison|jail", "quarry", "restaurant", "sawmill", "school", "stadium", "supermarket", "synagogue", "theatre|theater", "warehouse"],
          example: ("It began at a campsite.", "It began at a sawmill.") },
    Set { words: &["bicycle", "bus|coach", "car", "helicopter", "lorry|truck", "motorcycle|motorbike", "plane|aircraft|airplane|aeroplane", "train", "tram", "van"],
          example: ("He left in a van.", "He left in a car.") },
    Set { words: &["knife", "gun|firearm", "hammer", "axe|ax", "bomb", "sword"],
          example: ("He carried a knife.", "He carried a hammer.") },
    Set { words: &["cat", "dog", "horse", "cow", "sheep", "goat", "pig", "chicken", "duck", "goose"],
          example: ("A dog was found.", "A cat was found.") },
    Set { words: &["earthquake|quake", "flood", "wildfire", "landslide", "avalanche", "tornado", "hurricane|typhoon|cyclone"],
          example: ("The flood cut the road.", "The landslide cut the road.") },
    Set { words: &["coal", "copper", "gas", "gold", "iron", "lithium", "oil", "uranium"],
          example: ("They found oil there.", "They found coal there.") },
    Set { words: &["positive|favourable|favorable|good|fantastic|excellent", "mixed|polarized|polarised|divided", "negative|unfavourable|unfavorable|bad|poor|terrible|awful"],
          example: ("The reviews were mixed.", "The reviews were negative.") },
    Set { words: &["all|every|each", "most", "some", "none"],
          example: ("The strike hit some schools.", "The strike hit most schools.") },
    Set { words: &["few", "many"],
          example: ("It drew few visitors.", "It drew many visitors.") },
    Set { words: &["always", "often|frequently", "sometimes|occasionally", "rarely|seldom"],
          example: ("It rarely rains there.", "It often rains there.") },
    Set { words: &["mayor", "governor", "senator", "councillor|councilor", "minister", "ambassador", "judge", "prosecutor"],
          example: ("He wrote to the mayor.", "He wrote to the governor.") },
    Set { words: &["comedy", "documentary", "drama", "horror", "musical", "romance", "thriller", "tragedy"],
          example: ("It is a comedy.", "It is a thriller.") },
    Set { words: &["blues", "folk", "jazz", "metal", "pop", "punk", "rap", "rock", "soul", "techno"],
          example: ("She leads a jazz band.", "She leads a folk band.") },
    Set { words: &["baseball", "basketball", "cricket", "football|soccer", "golf", "handball", "hockey", "rugby", "tennis", "volleyball"],
          example: ("He played rugby there.", "He played cricket there.") },
    Set { words: &["defender", "goalkeeper", "midfielder", "striker|forward", "winger"],
          example: ("The club signed a winger.", "The club signed a striker.") },
    Set { words: &["success|hit", "failure|flop"],
          example: ("The play was a success.", "The play was a flop.") },
    Set { words: &["improve", "worsen|deteriorate"],
          example: ("The services improve.", "The services worsen.") },
    Set { words: &["amateur", "professional", "semi-professional"],
          example: ("She joined an amateur club.", "She joined a professional club.") },
    Set { words: &["locally", "nationally|domestically|nationwide", "globally|worldwide|internationally"],
          example: ("It sold 400 copies nationwide.", "It sold 400 copies worldwide.") },
    Set { words: &["lake", "ocean|sea", "pond", "reservoir", "river"],
          example: ("The house faces the lake.", "The house faces the river.") },
    Set { words: &["album", "mixtape", "single"],
          example: ("It was her first album.", "It was her first single.") },
    Set { words: &["huge|enormous|massive", "moderate|modest", "slight|minor|tiny"],
          example: ("It was a moderate rise.", "It was a huge rise.") },
];

/// Each word's places: the sets it stands in, and its row there.
static PLACES: LazyLock<HashMap<&str, Vec<(usize, usize)>>> = LazyLock::new(|| {
    let mut places: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
    for (index, set) in SETS.iter().enumerate() {
        for (row, words) in set.words.iter().enumerate() {
            words.split('|').for_each(|word| places.entry(word).or_default().push((index, row)));
        }
    }
    places
});

/// Returns whether two words in lower case belong to one set and mean different things.
pub(crate) fn are_others_of_a_set(one: &str, other: &str) -> bool {
    sets_that_separate(one, other).next().is_some()
}

/// Relations between two people as each of them has it: "her husband", "his wife".
const CONVERSES: &[(&[&str], &[&str])] = &[
    (&["husband", "widower"], &["wife", "widow"]),
    (&["father", "mother", "dad", "mum", "mom"], &["son", "daughter", "boy", "girl"]),
    (
        &["grandfather", "grandad", "granddad", "grandpa", "grandmother", "gran", "grandma"],
        &["grandson", "granddaughter"],
    ),
    (&["stepfather", "stepdad", "stepmother", "stepmum", "stepmom"], &["stepson", "stepdaughter"]),
    (&["stepbrother"], &["stepsister"]),
    (&["uncle", "aunt", "auntie"], &["nephew", "niece"]),
    (&["brother"], &["sister"]),
];

/// Returns whether two words in lower case may tell one relation from its two sides.
pub(crate) fn are_converse(one: &str, other: &str) -> bool {
    CONVERSES.iter().any(|(these, those)| {
        these.contains(&one) && those.contains(&other) || these.contains(&other) && those.contains(&one)
    })
}

/// Returns the sets, by number, that hold two words as different things.
fn sets_that_separate(one: &str, other: &str) -> impl Iterator<Item = usize> {
    let places = |word: &str| PLACES.get(word).map_or(&[][..], Vec::as_slice);
    let others = places(other);
    let differs = move |&&(set, row): &&(usize, usize)| others.iter().any(|&(own, other)| own == set && other != row);
    places(one).iter().filter(differs).map(|&(set, _)| set)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relation_has_two_sides() {
        assert!(are_converse("husband", "wife") && are_converse("niece", "uncle"));
        assert!(!are_converse("widow", "mother") && !are_converse("brother", "cousin"));
        let words = |(these, those): &(&'static [&'static str], &'static [&'static str])| [*these, *those].concat();
        CONVERSES.iter().flat_map(words).for_each(|word| assert!(PLACES.contains_key(word), "{word}"));
    }
    use crate::claim::read_side;
    use crate::model::{Setting, Weight};

    /// First words of the sets that an earlier finder explains: ordinals, seasons, frequencies, offices.
    const EXPLAINED_BEFORE: &[&str] = &["first", "spring", "hourly", "mayor"];

    #[test]
    fn one_word_of_a_set_for_another_is_a_changed_fact() {
        for set in SETS {
            let side = |text: &'static str| read_side(None, text, Setting::default());
            let comparison = crate::diff::compare(&side(set.example.0), &side(set.example.1));
            assert_eq!(comparison.verdict.weight, Some(Weight::Material), "{:?}", set.example);
            let by_set = comparison.changes.iter().any(|change| change.why.contains(&"other-of-a-set"));
            assert_eq!(
                by_set,
                !EXPLAINED_BEFORE.contains(&set.words[0]),
                "{:?} {:?}",
                set.example,
                comparison.changes[0].why
            );
        }
    }

    #[test]
    fn every_set_separates_its_example_and_no_other_set_does() {
        for (at, set) in SETS.iter().enumerate() {
            let words = |text: &str| {
                text.to_lowercase().trim_end_matches('.').split(' ').map(str::to_owned).collect::<Vec<_>>()
            };
            let (old, new) = (words(set.example.0), words(set.example.1));
            let by: Vec<usize> = old.iter().zip(&new).flat_map(|(x, y)| sets_that_separate(x, y)).collect();
            assert_eq!(by, [at], "{:?}", set.example);
        }
        assert!(!are_others_of_a_set("autumn", "fall") && !are_others_of_a_set("son", "heir"));
    }
}
