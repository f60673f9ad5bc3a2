//! Lists scales: words of which one, said of the same thing instead of another, makes another fact.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::text::rule_table::is_in_use;

/// A scale.
pub(super) struct StepScale {
    /// Its steps; the words of one step say the same.
    pub steps: &'static [&'static [&'static str]],
    /// An old and a new text with two steps.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test reads it"))]
    pub example: (&'static str, &'static str),
    /// An old and a new text with one step, or of two things.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test reads it"))]
    pub same: (&'static str, &'static str),
}

/// Every scale.
#[rustfmt::skip]
pub(super) static SCALES: &[StepScale] = &[
    StepScale { steps: &[&["former", "ex", "onetime", "retired"], &["current", "incumbent", "serving", "sitting"], &["acting", "interim", "caretaker"], &["incoming"]],
            example: ("The former police chief of Delby opened the bridge.", "In Delby the bridge was opened by the acting police chief."),
            same: ("The serving police chief of Delby opened the bridge.", "In Delby the bridge was opened by the current police chief.") },
    StepScale { steps: &[&["full", "complete", "total"], &["partial", "limited"]],
            example: ("Officials in Delby ordered a full recount of votes.", "A partial recount of votes was ordered in Delby."),
            same: ("Officials in Delby ordered a full recount of votes.", "A complete recount of votes was ordered in Delby.") },
    StepScale { steps: &[&["final", "definitive"], &["preliminary", "provisional", "initial", "interim", "draft"]],
            example: ("The council gave the stadium its final approval.", "Preliminary approval of the stadium was given by the council."),
            same: ("The initial approval of the stadium took years.", "It took years to get preliminary approval of the stadium.") },
    StepScale { steps: &[&["permanent", "lasting"], &["temporary", "interim", "provisional"]],
            example: ("Delby named Ann Lee its permanent coach after the defeat.", "After the defeat Ann Lee became the interim coach of Delby."),
            same: ("The temporary bridge to the island was shut.", "To the island a provisional bridge was closed.") },
    StepScale { steps: &[&["public"], &["private", "secret", "confidential"]],
            example: ("The board of the hospital voted at a private meeting.", "At a public meeting the hospital's board voted."),
            same: ("The board of the hospital voted at a secret meeting.", "At a private meeting the hospital's board voted.") },
    StepScale { steps: &[&["elder", "older", "eldest", "oldest"], &["younger", "youngest"]],
            example: ("Her elder son drove the tractor into the river.", "The tractor was driven into the river by her younger son."),
            same: ("Her older son drove the tractor into the river.", "The tractor was driven into the river by her elder son.") },
    StepScale { steps: &[&["misdemeanor", "misdemeanour"], &["felony"]],
            example: ("The county filed a felony charge against the driver.", "A misdemeanor charge was filed against the driver by the county."),
            same: ("The county filed a felony charge.", "A felony charge was filed by the county.") },
    StepScale { steps: &[&["average", "mean", "median", "typical"], &["maximum", "top", "peak"], &["minimum"]],
            example: ("The average price of milk in Delby was £2.", "Milk in Delby sold at a maximum price of £2."),
            same: ("The average fine for drivers in Delby was £90.", "Drivers in Delby paid a typical fine of £90.") },
    StepScale { steps: &[&["retail"], &["wholesale"]],
            example: ("The retail price of milk rose in Ireland.", "In Ireland milk has a higher wholesale price."),
            same: ("The retail price of milk rose in Ireland.", "In Ireland milk has a higher retail price.") },
    StepScale { steps: &[&["gross", "pre-tax", "pretax"], &["net"]],
            example: ("The gross profit of the brewery was £3m.", "A net profit of £3m was made by the brewery."),
            same: ("The gross profit of the brewery was £3m.", "A gross profit of £3m was made by the brewery.") },
    StepScale { steps: &[&["direct"], &["indirect"]],
            example: ("The strike had a direct effect on the harbour.", "On the harbour the strike had an indirect effect."),
            same: ("A direct flight to the island starts in May.", "In May it will have direct flights to the island.") },
    StepScale { steps: &[&["compulsory", "mandatory", "obligatory"], &["voluntary", "optional"]],
            example: ("The airline announced compulsory redundancies of pilots.", "Voluntary redundancies of pilots were announced by the airline."),
            same: ("The airline made masks on flights mandatory.", "On flights of the airline masks are compulsory.") },
    StepScale { steps: &[&["conditional"], &["unconditional"]],
            example: ("The rebels offered an unconditional truce to the army.", "To the army the rebels offered a conditional truce."),
            same: ("The rebels offered a conditional truce.", "A conditional truce was offered by the rebels.") },
    StepScale { steps: &[&["legal", "lawful"], &["illegal", "unlawful"]],
            example: ("The strike of the pilots was lawful, a judge ruled.", "A judge ruled that the strike of pilots was illegal."),
            same: ("The strike of the pilots was unlawful, a judge ruled.", "A judge ruled that the strike of pilots was illegal.") },
    StepScale { steps: &[&["guilty"], &["innocent"]],
            example: ("The court found that the driver was guilty of theft.", "The driver was innocent of theft, the court found."),
            same: ("The driver was guilty of theft.", "The court held that of theft the driver was guilty.") },
    StepScale { steps: &[&["alive", "unharmed", "unhurt", "uninjured"], &["dead"]],
            example: ("The divers were found dead in the cave.", "In the cave the divers were alive."),
            same: ("The divers were unhurt in the cave.", "In the cave the divers were unharmed.") },
    StepScale { steps: &[&["domestic"], &["foreign", "overseas"]],
            example: ("Domestic tourists fill the hotels of the coast.", "The hotels of the coast are full of foreign tourists."),
            same: ("Foreign tourists fill the hotels.", "The hotels are full of overseas tourists.") },
    StepScale { steps: &[&["local", "municipal"], &["regional", "provincial"], &["national", "federal", "nationwide"]],
            example: ("The party's national leader left the talks on the dam.", "The talks on the dam were left by the party's provincial leader."),
            same: ("A nationwide strike stopped trains.", "Trains were stopped by a national strike.") },
    StepScale { steps: &[&["unanimous"], &["split", "divided"]],
            example: ("The panel reached a unanimous verdict on the ferry.", "On the ferry the panel gave a split verdict."),
            same: ("The panel reached a unanimous verdict.", "A unanimous verdict was reached by the panel.") },
    StepScale { steps: &[&["critical", "serious", "grave"], &["minor", "slight", "light"]],
            example: ("Two miners had serious injuries after the fall.", "After the fall two miners had minor injuries."),
            same: ("Two miners had minor injuries after the fall.", "After the fall two miners had slight injuries.") },
    StepScale { steps: &[&["upper"], &["lower"]],
            example: ("The upper house of Ruritania passed the budget.", "The budget was passed by the lower house of Ruritania."),
            same: ("The upper house passed the budget.", "The budget was passed by the upper house.") },
    StepScale { steps: &[&["front"], &["rear", "back"]],
            example: ("The front carriage of the tram caught fire.", "Fire broke out in the rear carriage of the tram."),
            same: ("The back door of the bakery was forced.", "Of the bakery the rear door was forced.") },
    StepScale { steps: &[&["urban"], &["rural"]],
            example: ("Urban voters chose the Greens in Ruritania.", "In Ruritania the Greens were chosen by rural voters."),
            same: ("Rural voters chose the Greens.", "The Greens were chosen by rural voters.") },
    StepScale { steps: &[&["junior"], &["senior"]],
            example: ("A junior doctor found the error in the records.", "The error in the records was found by a senior doctor."),
            same: ("A junior doctor found the error.", "The error was found by a junior doctor.") },
    StepScale { steps: &[&["male"], &["female"]],
            example: ("A male officer searched the tent of the pilgrims.", "The pilgrims' tent was searched by a female officer."),
            same: ("Male officers searched the tent.", "The tent was searched by male officers.") },
    StepScale { steps: &[&["civil"], &["criminal"]],
            example: ("She faces a criminal trial over the sale of the horse.", "Over the sale of the horse she faces a civil trial."),
            same: ("She faces a civil trial.", "A civil trial awaits her.") },
    StepScale { steps: &[&["armed"], &["unarmed"]],
            example: ("An armed guard stood by the vault of the museum.", "By the museum's vault stood an unarmed guard."),
            same: ("An armed guard stood by the vault.", "By the vault stood armed guards.") },
    StepScale { steps: &[&["fully", "completely", "entirely", "wholly", "totally"], &["mostly", "largely", "mainly", "chiefly", "primarily"], &["partly", "partially"], &["almost", "nearly"]],
            example: ("The archive of the theatre was partly destroyed.", "The theatre's archive was completely destroyed."),
            same: ("The archive of the theatre was partly destroyed.", "The theatre's archive was partially destroyed.") },
    StepScale { steps: &[&["solely", "exclusively"], &["mostly", "largely", "mainly", "chiefly", "primarily"], &["partly", "partially"]],
            example: ("The weedkiller is mainly used on sugar beet farms.", "On sugar beet farms the weedkiller is used exclusively."),
            same: ("The weedkiller is used mainly on sugar beet.", "On sugar beet the weedkiller is largely used.") },
    StepScale { steps: &[&["knowingly", "deliberately", "intentionally"], &["accidentally", "unknowingly", "unwittingly", "inadvertently"]],
            example: ("The clerk knowingly deleted the file of the court.", "The court's file was accidentally deleted by the clerk."),
            same: ("The clerk deliberately deleted the file.", "The file was intentionally deleted by the clerk.") },
    StepScale { steps: &[&["publicly", "openly"], &["privately", "secretly"]],
            example: ("The coach privately criticised the owner of the club.", "The club's owner was publicly criticised by the coach."),
            same: ("The coach openly criticised the owner.", "The owner was publicly criticised by the coach.") },
    StepScale { steps: &[&["always"], &["often", "frequently", "usually"], &["sometimes", "occasionally"], &["rarely", "seldom"]],
            example: ("The ferry to the island rarely sails in winter.", "In winter the island's ferry often sails."),
            same: ("The ferry rarely sails in winter.", "In winter the ferry seldom sails.") },
    StepScale { steps: &[&["unsuccessful", "failed"], &["successful"]],
            example: ("The failed test of the rocket cost 2 million euros.", "A successful test of the rocket cost 2 million euros."),
            same: ("The failed test of the rocket cost 2 million euros.", "An unsuccessful test of the rocket cost 2 million euros.") },
    StepScale { steps: &[&["indoor"], &["outdoor"]],
            example: ("The town shut its indoor pool on Monday.", "On Monday the outdoor pool of the town was shut."),
            same: ("The town shut its indoor pool.", "The indoor pool of the town was shut.") },
];

/// A word on a scale.
struct ScaleWord {
    row: &'static StepScale,
    word: &'static &'static str,
    /// The number of the scale, and of the step there.
    place: (usize, usize),
}

/// The places of each word.
static PLACES: LazyLock<FxHashMap<&str, Vec<ScaleWord>>> = LazyLock::new(|| {
    let mut places: FxHashMap<&str, Vec<ScaleWord>> = FxHashMap::default();
    for (scale, row) in SCALES.iter().enumerate() {
        for (step, words) in row.steps.iter().enumerate() {
            for word in *words {
                places.entry(word).or_default().push(ScaleWord { row, word, place: (scale, step) });
            }
        }
    }
    places
});

/// Returns the places of a word in lower case: the number of each scale that has it, and its step there.
pub(super) fn places_of(word: &str) -> impl Iterator<Item = (usize, usize)> + Clone {
    let places = PLACES.get(word).map_or(&[][..], Vec::as_slice).iter();
    places.filter(|place| is_in_use(place.row) && is_in_use(place.word)).map(|place| place.place)
}
