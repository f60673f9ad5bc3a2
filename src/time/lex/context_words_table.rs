//! Lists the words and marks that show whether, and how far, the words beside them are a time.
//!
//! Each row brings a sentence of Wednesday, 15 May 2024, in which `{}` stands
//! for a word of the row, and what must be found in it. A test reads the
//! sentence with every word of the row, and again with the row's role switched
//! off, which must give something else.

use super::class::ContextRole;
use super::class::ContextRole::*;

/// Words that play one role.
pub(crate) struct ContextWords {
    /// What they show.
    pub role: ContextRole,
    /// Words in lower case and marks, separated by spaces.
    pub words: &'static str,
    /// A sentence with `{}` in place of the word.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test reads every row on its example"))]
    pub example: &'static str,
    /// The expressions found in it, as "words|TYPE|value|MOD"; several with "; ".
    #[cfg_attr(not(test), expect(dead_code, reason = "a test reads every row on its example"))]
    pub want: &'static str,
}

const fn row(role: ContextRole, words: &'static str, example: &'static str, want: &'static str) -> ContextWords {
    ContextWords { role, words, example, want }
}

/// The words of every role.
#[rustfmt::skip]
pub(crate) static CONTEXT_WORDS: &[ContextWords] = &[
    // Asked by `context::disambiguate`
    row(TimePreposition, "in by until since of during through throughout from between till", "It stood there {} 1200.", "1200|DATE|1200"),
    row(SeasonPreposition, "over for into after before spent and", "They stayed {} winter.", "winter|DATE|2023-WI"),
    row(SeasonNoun, "offensive offensives counter counteroffensive campaign campaigns", "They planned fall {} there.", "fall|DATE|2024-FA"),
    row(SeasonComplement, "of", "In the fall {} the city they fled.", ""),
    row(Money, "$", "It paid {}1990.", ""),
    row(Counted, "% people miles km kilometers kilometres meters metres feet tons tonnes troops soldiers", "It counted 1990 {}.", ""),
    row(Counted, "animals birds cattle children migrants patients prisoners pupils refugees residents sheep trees vehicles", "It lost 1990 {}.", ""),
    row(Counted, "jobs pounds dollars euros points men workers employees acres cars homes shares", "It lost 1990 {}.", ""),
    row(Labelled, "flight resolution bus novel room highway route bulletin", "They saw {} 1990 there.", ""),
    row(Street, "avenue boulevard crescent drive lane road row street terrace", "She lives at 1990 Mill {Word} there.", ""),
    row(Racing, "clocked finished ran rode swam won", "She {} in 2:41:10.", ""),
    row(Racing, "best record time", "It was a {} of 2:41:10.", ""),
    row(Degree, "most", "They held the {} recent talks.", ""),
    row(TakesPhrase, "before after", "It closed on the week {} the vote.", "the week|DATE|2024-W20"),
    row(PhraseEnd, "and when but or , . ) ;", "It opened on March 6, 1998. Two days before {} it rained.", "March 6, 1998|DATE|1998-03-06; Two days before|DATE|1998-03-04"),
    row(MarchGoal, "of for on to against through across", "She led her March {} London.", ""),
    row(Owner, "the a an his her their", "They joined {} March for peace.", ""),
    row(Owner, "his her their", "They lived there into {} forties.", ""),
    // Asked by `context::ranges`
    row(RangeLink, "- / to and or through until till", "It opened on April 24 {} 25.", "April 24|DATE|2024-04-24; 25|DATE|2024-04-25"),
    row(RangeMark, "- /", "It ran in 1954{}55.", "1954|DATE|1954; 55|DATE|1955"),
    row(RangeAlternative, "or /", "It met on Friday {} Thursday.", "Friday|DATE|2024-05-10; Thursday|DATE|2024-05-09"),
    row(RangeAnd, "and", "It met on Friday {} Thursday.", "Friday|DATE|2024-05-10; Thursday|DATE|2024-05-09"),
    row(RangeBetween, "between", "It met {} Friday and Thursday.", "Friday|DATE|2024-05-10; Thursday|DATE|2024-05-16"),
    row(RangeOpener, "from between of on the in (", "It ran {} 3 to 7 May.", "3|DATE|2024-05-03; 7 May|DATE|2024-05-07"),
    row(RangeCloser, ". , ) ; in at for by with when and to", "It opened on April 24 and 25 {} Rome.", "April 24|DATE|2024-04-24; 25|DATE|2024-04-25"),
    // Asked by `context::extent`
    row(Article, "the a an", "It beat {} year-earlier profit.", "year-earlier|DATE|2023"),
    row(Over, "over", "It ran {} three days.", "three days|DURATION|P3D"),
    row(BeforeOver, "after at been by for in is just last lasted of spent to take taken takes took was well were within", "It ran {} over three days.", "over three days|DURATION|P3D|MORE_THAN"),
    row(Around, "around about", "They got {} Tuesday's ruling.", "Tuesday|DATE|2024-05-14"),
    row(Possessive, "'s", "They got around Tuesday{} ruling.", "Tuesday|DATE|2024-05-14"),
    row(PeriodEnded, "ended ending", "It lost money in the year {} March 31.", "the year|DURATION|P1Y; March 31|DATE|2024-03-31"),
    row(YearTo, "to", "It lost money in the year {} March 31.", "the year|DURATION|P1Y; March 31|DATE|2024-03-31"),
    row(RateArticle, "a an", "It builds 15 jets {} year.", "{} year|SET|P1Y"),
    row(Distance, "before after from", "It built 15 jets a year {} the vote.", "a year|DURATION|P1Y"),
    row(CountSign, "%", "Rents rose 5{} a year.", "a year|SET|P1Y"),
    row(CountedOf, "of", "It hires 700 {} them a week.", "a week|SET|P1W"),
];

/// Words and marks without class or role that this crate asks about by themselves, and that no pattern need spell out.
///
/// `ca.` is here for its full stop. `its` is here because a known word before "March for …" leaves it a month.
pub(super) const OTHER_WORDS: &str = "'s 'clock and a half quarter / hundred dozen . , - ( ) : in by until since of during through the on at time ca. its";
