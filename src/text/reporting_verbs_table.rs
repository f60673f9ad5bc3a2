//! Lists the verbs that report what somebody says, thinks, asks for or judges, each with a sentence that needs it.
//!
//! This is the one table of such verbs: a row gives the lemma, the word that has to follow, what the verb takes,
//! its irregular forms, and how firmly it puts what it reports. In `The mayor urged drivers to wait`, `urge` takes
//! somebody and an infinitive. A verb with `NOTHING` attributes nothing but is known for its other columns.
//! The frames follow the attribution spans of PARC3 and PolNeAR; the strengths follow `FactBank`'s degrees of certainty.

/// What follows a verb, as a set.
pub(crate) type Takes = u16;

/// Nothing: the verb opens no statement.
pub(crate) const NOTHING: Takes = 0;
/// A clause, with or without "that".
pub(crate) const THAT: Takes = 1;
/// A clause that opens with a question word, "whether" or "if".
pub(crate) const WH: Takes = 1 << 1;
/// Words in quotation marks, before or behind the verb.
pub(crate) const QUOTE: Takes = 1 << 2;
/// An infinitive of the speaker's own doing: "vowed to leave".
pub(crate) const TO: Takes = 1 << 3;
/// Somebody and an infinitive: "urged drivers to wait".
pub(crate) const WHO_TO: Takes = 1 << 4;
/// A verb in -ing: "suggested waiting".
pub(crate) const ING_CLAUSE: Takes = 1 << 5;
/// A plain object: "denied the charges".
pub(crate) const NOUN: Takes = 1 << 6;
/// Something and what it is said to be: "called the plan a mess".
pub(crate) const LABEL: Takes = 1 << 7;
/// Something and "as": "described the plan as a mess".
pub(crate) const AS: Takes = 1 << 8;
/// A hearer may stand before the content: "told reporters that".
pub(crate) const HEARER: Takes = 1 << 9;
/// The verb means thinking or feeling, not saying.
pub(crate) const MIND: Takes = 1 << 10;
/// The passive with an infinitive: "is said to be ill".
pub(crate) const PASSIVE_TO: Takes = 1 << 11;

/// Saying in general.
const SAY: Takes = THAT | WH | QUOTE;
/// Saying with an object of its own: "announced the plan", "announced that".
const TALK: Takes = SAY | NOUN;
/// Judging something or somebody in words.
const JUDGE: Takes = NOUN | QUOTE;
/// The way of speaking, which only quoted words make a statement.
const MANNER: Takes = QUOTE;

/// Forms of a verb, as a set.
pub(crate) type VerbForms = u8;

/// "say"
pub(crate) const BASE: VerbForms = 1;
/// "says"
pub(crate) const THIRD: VerbForms = 1 << 1;
/// "said"; of a regular verb also the participle.
pub(crate) const PAST: VerbForms = 1 << 2;
/// The past participle where it differs from the past tense: "written".
pub(crate) const PARTICIPLE: VerbForms = 1 << 3;
/// "saying"
pub(crate) const ING: VerbForms = 1 << 4;
/// Every form.
const EVERY_FORM: VerbForms = BASE | THIRD | PAST | PARTICIPLE | ING;

/// How firmly a cue puts what it governs, from weak to strong.
///
/// Two steps apart, a careful reader holds something else true: "confirmed" and
/// "claimed", "said" and "allegedly". One step is a matter of tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Strength {
    /// "may", "allegedly", "suggests"
    Weak,
    /// "likely", "claimed", "appears to"
    Distanced,
    /// "said", "will"
    Neutral,
    /// "confirmed", "certainly"
    Strong,
}

/// What a verb says of the truth of what it reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stance {
    /// It is reported, with this strength: "claimed".
    Reports(Strength),
    /// The same, only with a clause that "that" opens: "found that", but not "found the key".
    ReportsThat(Strength),
    /// It is denied: "disputed".
    Denies(Strength),
    /// It is left open: "wondered".
    Asks(Strength),
}

use Stance::{Asks, Denies, Reports, ReportsThat};
use Strength::{Distanced, Neutral, Strong, Weak};

/// A part that some verbs of speech play beside their statements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SpeechRole {
    /// A day beside the verb is the day on which a quotation of the sentence was spoken.
    DatesQuotation = 1,
    /// The event is an act of speech: it shares no date with what is said.
    SpeechEvent = 1 << 1,
    /// The event is told already by the statement of its sentence: "Speaking on Monday, she said …".
    OnlySpeech = 1 << 2,
    /// Nothing is said: "declined to comment".
    Refusal = 1 << 3,
}

use SpeechRole::{DatesQuotation, OnlySpeech, Refusal, SpeechEvent};

/// A verb that reports.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ReportingVerb {
    /// The dictionary form.
    pub lemma: &'static str,
    /// The word that has to follow the verb: "for" of "called for"; empty for none.
    pub with: &'static str,
    /// What follows the verb.
    pub takes: Takes,
    /// Past tense and past participle, where spelling does not give them.
    pub irregular: Option<(&'static str, &'static str)>,
    /// Whether the last letter is doubled before -ed and -ing.
    pub doubling: Doubling,
    /// What the verb says of the truth of what it reports, if anything.
    pub stance: Option<Stance>,
    /// The forms in which it says so.
    pub stance_forms: VerbForms,
    /// The forms that may follow a quoted question or cry in the same sentence: "“Why?” Park asked".
    pub cry_forms: VerbForms,
    /// The forms that are this verb whatever the tagger takes them for: "said".
    pub sure_forms: VerbForms,
    /// A set of [`SpeechRole`].
    pub roles: u8,
    /// A sentence that is read otherwise without this row.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test fires every row on its example"))]
    pub example: &'static str,
}

/// Whether a verb doubles its last letter before -ed and -ing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Doubling {
    /// "noted"
    Never,
    /// "admitted"
    Always,
    /// "labelled" in British, "labeled" in American spelling
    British,
}

const fn verb(lemma: &'static str, takes: Takes, example: &'static str) -> ReportingVerb {
    verb_with(lemma, "", takes, example)
}

const fn verb_with(lemma: &'static str, with: &'static str, takes: Takes, example: &'static str) -> ReportingVerb {
    ReportingVerb {
        lemma,
        with,
        takes,
        irregular: None,
        doubling: Doubling::Never,
        stance: None,
        stance_forms: EVERY_FORM,
        cry_forms: 0,
        sure_forms: 0,
        roles: 0,
        example,
    }
}

impl ReportingVerb {
    const fn past(self, past: &'static str, participle: &'static str) -> Self {
        Self { irregular: Some((past, participle)), ..self }
    }

    const fn doubles(self) -> Self {
        Self { doubling: Doubling::Always, ..self }
    }

    const fn doubles_in_places(self) -> Self {
        Self { doubling: Doubling::British, ..self }
    }

    const fn reports(self, strength: Strength) -> Self {
        Self { stance: Some(Reports(strength)), ..self }
    }

    const fn reports_that(self, strength: Strength) -> Self {
        Self { stance: Some(ReportsThat(strength)), ..self }
    }

    const fn denies(self, strength: Strength) -> Self {
        Self { stance: Some(Denies(strength)), ..self }
    }

    const fn asks(self, strength: Strength) -> Self {
        Self { stance: Some(Asks(strength)), ..self }
    }

    /// Leaves out forms that carry no stance, or that `certainty/table.rs` has as another cue ("alleged", "feared").
    const fn except(self, forms: VerbForms) -> Self {
        Self { stance_forms: EVERY_FORM & !forms, ..self }
    }

    const fn follows_cry(self, forms: VerbForms) -> Self {
        Self { cry_forms: forms, ..self }
    }

    const fn is_sure_in(self, forms: VerbForms) -> Self {
        Self { sure_forms: forms, ..self }
    }

    const fn plays(self, role: SpeechRole) -> Self {
        Self { roles: self.roles | role as u8, ..self }
    }
}

/// Every verb, sorted by lemma and the word that follows.
#[rustfmt::skip]
pub(crate) static REPORTING_VERBS: &[ReportingVerb] = &[
    verb("accept", THAT, "The board accepted that the pump had been switched off too late."),
    verb("accuse", NOTHING, "Critics accuse the guard.").reports(Weak).except(PAST),
    verb_with("accuse", "of", NOUN, "The union accused the port of hiding three accidents."),
    verb("acknowledge", TALK | ING_CLAUSE, "The minister acknowledged that the dam was badly built.").reports(Strong),
    verb("add", SAY, "The clerk added that nobody had asked for the key.").reports(Neutral).follows_cry(PAST | THIRD).plays(DatesQuotation).plays(SpeechEvent),
    verb("address", NOTHING, "The mayor addressed farmers on Monday.").plays(OnlySpeech),
    verb("admit", TALK | ING_CLAUSE, "The driver admitted that he had not slept.").doubles().reports(Strong).follows_cry(PAST),
    verb("advise", THAT | QUOTE | WHO_TO | HEARER, "The council advised residents to boil their water."),
    verb("advocate", NOUN | ING_CLAUSE, "The guild advocates a ban on night flights over the town."),
    verb("affirm", SAY | NOUN, "The court affirmed that the lease had ended."),
    verb("agree", SAY | TO, "The two firms agreed that the bridge needed a new deck."),
    verb("allege", TALK | PASSIVE_TO, "The suit alleges that the bank kept two sets of books.").reports(Weak).except(PAST),
    verb("announce", TALK, "The airline announced that it would close its northern base.").reports(Neutral).follows_cry(PAST).plays(DatesQuotation).plays(SpeechEvent),
    verb("answer", NOTHING, "“Why?” Park answered.").follows_cry(PAST),
    verb("anticipate", THAT | NOUN | ING_CLAUSE | MIND, "The utility anticipates that demand will double."),
    verb_with("apologise", "for", NOUN | QUOTE, "The railway apologised for the delays on the coast line."),
    verb_with("apologize", "for", NOUN | QUOTE, "The railway apologized for the delays on the coast line."),
    verb("appeal", QUOTE, "The charity appealed: “Bring blankets.”"),
    verb_with("appeal", "for", NOUN, "Police appealed for witnesses to the fire on Mill Lane."),
    verb_with("appeal", "to", WHO_TO, "Police appealed to drivers to leave the road clear."),
    verb("applaud", JUDGE, "The guild applauded the decision to reopen the yard."),
    verb("argue", SAY, "The lawyer argued that the letter was a forgery.").reports(Distanced).follows_cry(PAST),
    verb_with("argue", "against", NOUN | ING_CLAUSE, "The bishop argued against the sale of the old school."),
    verb_with("argue", "for", NOUN | ING_CLAUSE, "The bishop argued for a longer lease on the school."),
    verb("ask", WH | QUOTE | WHO_TO | HEARER | TO, "The judge asked whether the file had been copied.").follows_cry(PAST | THIRD),
    verb_with("ask", "about", NOUN, "The committee asked about the missing cables."),
    verb_with("ask", "for", NOUN, "The town asked for help with the repairs to its wall."),
    verb("assail", JUDGE, "The paper assailed the plan to fell the oaks."),
    verb("assert", TALK, "The firm asserted that the drug was safe.").reports(Distanced),
    verb("assume", THAT | MIND, "Investors assumed that the merger would go through.").reports(Distanced).except(ING),
    verb("assure", THAT | QUOTE | HEARER, "The operator assured passengers that the ferry was sound."),
    verb("attack", JUDGE, "The senator attacked the bill as “a gift to landlords.”"),
    verb("attest", THAT, "The notary attested that the seal was whole.").reports(Strong),
    verb_with("attribute", "to", NOUN, "The ministry attributed the blackout to a fallen tree."),
    verb("bark", MANNER, "The guard barked: “Get down.”"),
    verb("beg", QUOTE | WHO_TO | TO | HEARER, "The families begged the owner to reopen the mine.").doubles(),
    verb("believe", THAT | QUOTE | MIND | PASSIVE_TO, "Detectives believe that the boat was stolen.").reports(Distanced),
    verb_with("believe", "in", NOUN | MIND, "The architect believed in houses that anyone could build."),
    verb("bellow", MANNER, "The foreman bellowed: “Over here.”"),
    verb("bemoan", JUDGE, "The coach bemoaned the state of the pitch."),
    verb("blame", JUDGE, "The inspector blamed the crash on worn brakes."),
    verb_with("blame", "for", NOUN, "The mill was blamed for the smell in the valley."),
    verb("blast", JUDGE, "The actor blasted the law as “a disgrace.”"),
    verb("boast", SAY, "The company boasted that its trains were never late."),
    verb_with("boast", "of", NOUN | ING_CLAUSE, "The company boasted of trains that were never late."),
    verb("brand", LABEL | AS, "The leader branded the march a stunt."),
    verb("brief", THAT | HEARER, "Officials briefed reporters that a deal was near."),
    verb("bristle", MANNER, "The manager bristled: “That is false.”"),
    verb("call", LABEL | QUOTE, "The mayor called the strike “a betrayal.”").follows_cry(PAST),
    verb_with("call", "for", NOUN | ING_CLAUSE | WHO_TO, "The report called for a new siren in each village."),
    verb_with("call", "on", WHO_TO, "The charity called on ministers to release the money."),
    verb("caution", THAT | QUOTE | WHO_TO | HEARER, "The bank cautioned that prices could fall again."),
    verb_with("caution", "against", NOUN | ING_CLAUSE, "The bank cautioned against reading much into one month."),
    verb("celebrate", AS, "The town celebrated the ruling as a victory."),
    verb("challenge", NOUN | WHO_TO, "The coach challenged the claim that the game was fixed."),
    verb("characterise", AS | LABEL, "The judge characterised the delay as deliberate."),
    verb("characterize", AS | LABEL, "The judge characterized the delay as deliberate."),
    verb("charge", THAT | QUOTE, "The opposition charged that the vote had been bought."),
    verb("chide", JUDGE, "The speaker chided members for their late arrival."),
    verb("chuckle", MANNER, "The captain chuckled: “I never learned to swim.”"),
    verb("cite", NOUN | AS, "The airline cited the price of fuel as the reason."),
    verb("claim", TALK | TO | PASSIVE_TO, "The group claimed that it had sunk the barge.").reports(Distanced),
    verb("clarify", TALK, "The office clarified that the grant was only a loan."),
    verb("comment", SAY, "The curator commented that the frame was older than the picture."),
    verb_with("comment", "on", NOUN, "The curator commented on the age of the frame."),
    verb("compare", NOUN | LABEL, "The author compared the vote to a coin toss."),
    verb("complain", SAY, "Tenants complained that the heating had failed."),
    verb_with("complain", "about", NOUN | ING_CLAUSE, "Tenants complained about mould on the upper floors."),
    verb_with("complain", "of", NOUN | ING_CLAUSE, "Tenants complained of mould on the upper floors."),
    verb("concede", TALK, "The trainer conceded that the horse was tired.").reports(Strong),
    verb("conclude", SAY, "The panel concluded that the alarm had worked.").reports(Strong),
    verb("condemn", JUDGE | AS, "The president condemned the attack on the embassy."),
    verb("confess", SAY | TO, "The poet confessed that he had never seen the sea.").reports(Strong),
    verb_with("confess", "to", NOUN | ING_CLAUSE, "The cook confessed to the theft of two pans."),
    verb("confide", SAY, "The singer confided that she hated the song."),
    verb("confirm", TALK, "The palace confirmed that the king was ill.").reports(Strong),
    verb("consider", LABEL | MIND | ING_CLAUSE | AS, "Engineers consider the tunnel a risk."),
    verb("contend", SAY, "The defence contends that the map is wrong.").reports(Distanced),
    verb("continue", QUOTE, "“And then,” the witness continued, “the light went out.”"),
    verb("contradict", NOTHING, "The report contradicted the claim.").denies(Distanced).except(ING),
    verb("convey", TALK, "The envoy conveyed that talks would go on."),
    verb("convince", THAT | WHO_TO | HEARER, "The pilot convinced the tower that the gear was down."),
    verb("counsel", THAT | QUOTE | WHO_TO | HEARER, "The monk counselled: “Wait for the rain.”").doubles_in_places(),
    verb("counter", SAY, "The owner countered that the roof was new."),
    verb("criticise", JUDGE, "Auditors criticised the way the fund was run."),
    verb("criticize", JUDGE, "Auditors criticized the way the fund was run."),
    verb("crow", MANNER, "The manager crowed: “We won them all.”"),
    verb("cry", MANNER, "The man cried: “Help us.”").follows_cry(PAST),
    verb("debunk", NOTHING, "The agency debunked the claim.").denies(Strong).except(ING),
    verb("declare", TALK | LABEL, "The governor declared that the danger was over.").reports(Neutral).follows_cry(PAST).plays(DatesQuotation),
    verb("decline", TO, "The bank declined to comment on the size of the loan.").plays(Refusal),
    verb("decree", TALK, "The court decreed that the farm must be sold."),
    verb("decry", JUDGE | AS, "The guild decried the sale of the archive."),
    verb("deem", LABEL | MIND, "Inspectors deemed the stand unsafe for more than fifty people."),
    verb("defend", JUDGE | AS, "The minister defended the cuts as “painful but fair.”"),
    verb("demand", TALK | TO, "The crew demanded that the captain turn back.").follows_cry(PAST),
    verb("demonstrate", THAT | WH | NOUN, "The study demonstrated that the glue fails in frost.").reports_that(Strong),
    verb("denounce", JUDGE | AS, "The bishop denounced the raid on the shelter."),
    verb("deny", THAT | NOUN | ING_CLAUSE | QUOTE, "The chemist denied that the label was wrong.").denies(Neutral),
    verb("deplore", JUDGE, "The guild deplored the loss of the records."),
    verb("deride", JUDGE | AS, "The rival derided the plan as “a sandcastle.”"),
    verb("describe", AS | NOUN | WH | QUOTE, "The guide described the path as dangerous.").reports(Neutral),
    verb("detail", NOUN | WH, "The report detailed how the money was spent."),
    verb("determine", THAT | WH, "The coroner determined that the man had drowned.").reports_that(Strong),
    verb("disagree", SAY, "The tutor disagreed that the test was too hard."),
    verb("disavow", NOTHING, "The party disavowed the letter.").denies(Neutral).except(ING),
    verb("disclose", TALK, "The firm disclosed that it had lost the keys.").reports(Strong),
    verb("discuss", WH, "The panel discussed how the dam might be raised."),
    verb("dismiss", JUDGE | AS, "The coach dismissed the report as gossip.").denies(Neutral),
    verb("dispute", THAT | WH | NOUN, "The family disputed that he left a will.").denies(Distanced),
    verb("doubt", THAT | WH | NOUN | MIND, "Economists doubt that wages will rise.").denies(Weak),
    verb("downplay", NOUN, "The owner downplayed the damage to the hull."),
    verb("dub", LABEL, "The press dubbed the match “the long night.”").doubles(),
    verb("echo", NOUN | QUOTE, "The deputy echoed the call for a pause in the work."),
    verb("elaborate", QUOTE, "The engineer elaborated: “The bolts were rusted.”"),
    verb("emphasise", TALK, "The nurse emphasised that the ward was safe."),
    verb("emphasize", TALK, "The nurse emphasized that the ward was safe."),
    verb("encourage", WHO_TO | NOUN | ING_CLAUSE, "The school encouraged parents to walk."),
    verb("endorse", NOUN, "The paper endorsed the plan for a new harbour."),
    verb("enthuse", SAY, "The singer enthused: “What a night.”"),
    verb("envisage", THAT | NOUN | ING_CLAUSE | MIND, "The plan envisages that the port will close."),
    verb("establish", NOTHING, "The inquiry established that he knew.").reports_that(Strong),
    verb("estimate", THAT | WH | NOUN | QUOTE | PASSIVE_TO, "The agency estimates that half the grain is lost.").reports(Distanced),
    verb("exclaim", SAY, "The diver exclaimed: “What a find.”").follows_cry(PAST),
    verb("exhort", WHO_TO | QUOTE | HEARER, "The captain exhorted his side to press on."),
    verb("expect", THAT | WHO_TO | TO | NOUN | MIND | PASSIVE_TO, "Analysts expect the bank to cut its rate.").reports(Distanced).except(ING),
    verb("explain", TALK, "The vet explained that the dog was only asleep.").reports(Neutral),
    verb("express", NOUN, "The envoy expressed concern about the fate of the prisoners."),
    verb("fear", THAT | NOUN | MIND | PASSIVE_TO, "Relatives fear that the boat went down.").reports(Weak).except(PAST),
    verb("feel", THAT | MIND, "Many teachers feel that the test came too soon.").past("felt", "felt"),
    verb("figure", THAT | MIND, "The farmer figured that the rain would hold off."),
    verb("find", THAT, "The inquiry found that two doors were locked.").past("found", "found").reports_that(Strong),
    verb_with("fire", "back", SAY, "The senator fired back: “Prove it.”"),
    verb("forecast", THAT | NOUN | WHO_TO, "The office had forecast that the snow would last.").past("forecast", "forecast").reports(Distanced).except(ING),
    verb("foresee", THAT | NOUN | MIND, "The planners foresee that the lake will dry out.").past("foresaw", "foreseen"),
    verb("fret", SAY | MIND, "Parents fret that the road is too fast."),
    verb("fume", MANNER, "The tenant fumed: “They lied to us.”"),
    verb("gasp", MANNER, "The boy gasped: “The water is rising.”"),
    verb_with("go", "on", QUOTE | TO, "The farmer went on: “The well was dry.”").past("went", "gone"),
    verb("grumble", SAY, "Fans grumbled that the seats were wet."),
    verb("guarantee", THAT | NOUN | TO, "The maker guaranteed that the seal would hold."),
    verb("guess", THAT | WH | QUOTE | MIND, "The keeper guessed that the bear was ten."),
    verb("hail", JUDGE | AS, "The mayor hailed the ruling as a victory."),
    verb("hear", THAT | MIND, "The jury heard that the safe was empty.").past("heard", "heard"),
    verb("highlight", TALK, "The report highlighted that the ladder was broken."),
    verb("hint", SAY, "The minister hinted that taxes would rise.").reports(Weak),
    verb("hope", THAT | TO | QUOTE | MIND, "The town hopes that the ferry will return."),
    verb("identify", NOUN | AS, "Police identified the driver as a local man."),
    verb("imagine", THAT | WH | MIND, "Few imagined that the wall would fall."),
    verb("implore", WHO_TO | QUOTE | HEARER, "The widow implored the court to wait."),
    verb("imply", TALK, "The letter implied that the test was faked.").reports(Weak),
    verb("indicate", TALK, "The figures indicate that the trend has turned."),
    verb("inform", THAT | QUOTE | HEARER, "The ship informed the coast guard that it was sinking."),
    verb("inquire", WH | QUOTE, "The widow inquired whether the house was sold."),
    verb("insinuate", THAT, "The blog insinuated that the referee was bribed."),
    verb("insist", SAY, "The chef insisted that the fish was fresh.").reports(Distanced).follows_cry(PAST),
    verb_with("insist", "on", NOUN | ING_CLAUSE, "The chef insisted on fish that was caught the same day."),
    verb("instruct", WHO_TO | THAT | QUOTE | HEARER, "The clerk instructed voters to wait outside."),
    verb("interject", SAY, "The clerk interjected: “That is not so.”"),
    verb("intone", MANNER, "The priest intoned: “Let us begin.”"),
    verb("joke", SAY, "The star joked that he had two left feet.").follows_cry(PAST),
    verb("judge", THAT | LABEL | MIND, "The panel judged that the song was stolen."),
    verb("know", THAT | WH | MIND, "The firm knew that the valve was cracked.").past("knew", "known"),
    verb("label", LABEL | AS, "The critic labelled the show a bore.").doubles_in_places(),
    verb("lambast", JUDGE, "The coach lambasted the pitch as unfit."),
    verb("lament", TALK, "The actor lamented that the theatre had closed."),
    verb("laud", JUDGE | AS, "The king lauded the work of the nurses."),
    verb("laugh", MANNER, "The singer laughed: “I was six.”"),
    verb("learn", THAT | WH | MIND, "The court has learned that the file was burned."),
    verb("lie", THAT, "The clerk lied that the file was lost."),
    verb("liken", NOUN | LABEL, "The author likened the office to a beehive."),
    verb("maintain", SAY, "The owner maintains that the dog was tied up.").reports(Distanced).except(ING),
    verb_with("make", "clear", SAY, "The coach made clear that he would stay.").past("made", "made"),
    verb("mandate", THAT | NOUN, "The law mandates that each boat carry a light."),
    verb("mean", THAT | MIND, "The captain meant that the rope was too short.").past("meant", "meant"),
    verb("mention", TALK | ING_CLAUSE, "The guide mentioned that the tower leaned.").reports(Neutral).except(ING),
    verb("moan", SAY, "Guests moaned that the soup was cold."),
    verb("mock", JUDGE | AS, "The rival mocked the plan as “a toy train.”"),
    verb("mumble", MANNER, "The boy mumbled: “I forgot.”"),
    verb("murmur", MANNER, "The nurse murmured: “Not again.”"),
    verb("muse", SAY, "The painter mused that blue was a cold friend."),
    verb("mutter", MANNER, "The judge muttered: “Nonsense.”"),
    verb("note", TALK, "The auditor noted that the safe was unlocked.").reports(Neutral),
    verb("notify", THAT | HEARER, "The plant notified its neighbours that gas had leaked."),
    verb("object", SAY, "The lawyer objected that the form was late."),
    verb_with("object", "to", NOUN | ING_CLAUSE, "The lawyer objected to the use of the diary in court."),
    verb("observe", TALK, "The keeper observed that the herd was calm."),
    verb("opine", SAY, "The critic opined that the book was too long."),
    verb("oppose", NOUN | ING_CLAUSE, "The union opposes the closing of two depots."),
    verb("order", WHO_TO | THAT | QUOTE | HEARER, "The judge ordered the firm to pay."),
    verb("outline", NOUN | WH, "The chief outlined how the force would be cut."),
    verb("persuade", THAT | WHO_TO | HEARER, "The friend persuaded the actor that the part was small."),
    verb("plead", SAY | WHO_TO | TO, "The hostage pleaded: “Let us go.”"),
    verb_with("plead", "for", NOUN, "The mother pleaded for his return."),
    verb("pledge", THAT | TO | NOUN | QUOTE, "The party pledged to build ten schools.").reports(Distanced).except(ING),
    verb_with("point", "out", TALK, "The guide pointed out that the door was older than the house."),
    verb_with("point", "to", NOUN, "The report pointed to cracks in the northern pier."),
    verb("ponder", WH | NOUN | MIND, "The board pondered whether the mill could be saved."),
    verb("posit", THAT | NOUN, "The paper posits that the lake was once a sea."),
    verb("post", QUOTE | THAT, "The climber posted: “Safe and well.”").reports(Neutral).except(ING),
    verb("praise", JUDGE | AS, "The mayor praised the crews who fought the fire."),
    verb("pray", THAT | TO | MIND, "The family prayed that he would wake."),
    verb("preach", SAY | NOUN, "The monk preached that greed was a sickness."),
    verb("predict", TALK, "The model predicts that the river will crest at noon.").reports(Distanced),
    verb("proclaim", TALK | LABEL, "The rebels proclaimed that the war was won."),
    verb("profess", THAT | TO | NOUN, "The owner professed to know nothing of the leak."),
    verb("project", THAT | WHO_TO, "The agency projects that the gap will widen."),
    verb("promise", THAT | TO | NOUN | QUOTE | HEARER, "The maker promised that the part would last.").reports(Distanced).except(ING),
    verb("pronounce", LABEL | NOUN, "The doctor pronounced the boy fit."),
    verb("prophesy", THAT | QUOTE, "The poet prophesied that the city would burn."),
    verb("propose", THAT | TO | ING_CLAUSE | NOUN | QUOTE, "The mayor proposed that the square be closed to cars."),
    verb("protest", SAY, "The pilot protested that the fog was too thick."),
    verb("prove", THAT | WH, "The test proved that the cup was lead.").reports(Strong),
    verb_with("put", "it", SAY, "The driver put it: “We ran out of road.”").past("put", "put"),
    verb("query", WH | QUOTE | NOUN, "The auditor queried whether the bill was paid."),
    verb("question", WH | NOUN | QUOTE, "The critic questioned whether the picture was real.").asks(Weak),
    verb("quip", SAY, "The poet quipped: “I am cheaper than a lamp.”").doubles().follows_cry(PAST),
    verb("quote", NOUN | QUOTE, "The paper quoted the admiral as saying the fleet would sail."),
    verb("radio", THAT | QUOTE, "The captain radioed that the engine had failed."),
    verb("rail", QUOTE, "The farmer railed “they sold us out” and left."),
    verb_with("rail", "against", NOUN | QUOTE, "The farmer railed against the price of seed."),
    verb("rant", MANNER, "The man ranted: “They took it all.”"),
    verb("rave", SAY, "The critic raved: “It is a jewel.”"),
    verb("read", QUOTE | THAT, "The sign read: “No entry.”").past("read", "read").follows_cry(PAST),
    verb("realise", THAT | WH | MIND, "The crew realised that the map was old."),
    verb("realize", THAT | WH | MIND, "The crew realized that the map was old."),
    verb("reason", SAY | MIND, "The chief reasoned that the men would tire."),
    verb("reassert", TALK, "The king reasserted that the coast was his."),
    verb("reassure", THAT | QUOTE | HEARER, "The nurse reassured the boy that it would not hurt."),
    verb("rebut", NOTHING, "The firm rebutted the claim.").doubles().denies(Neutral).except(ING),
    verb("recall", TALK | ING_CLAUSE, "The sailor recalled that the sea was flat.").reports(Neutral).except(ING).follows_cry(PAST),
    verb("recite", QUOTE | NOUN, "The girl recited: “The sea is wide.”"),
    verb("reckon", THAT | QUOTE | MIND, "The farmer reckons that the frost is over.").reports(Distanced).except(ING),
    verb("recommend", THAT | ING_CLAUSE | WHO_TO | NOUN | QUOTE, "The panel recommended that the line be closed."),
    verb("recount", TALK, "The guide recounted how the abbey burned."),
    verb("refer", QUOTE, "The mayor referred to the strike bluntly: “A nuisance.”").doubles(),
    verb_with("refer", "to", NOUN | AS, "The mayor referred to the strike as a nuisance."),
    verb("refuse", TO, "The firm refused to say who had signed the order.").plays(Refusal),
    verb("refute", NOUN | THAT, "The bank refuted the claim that it was insolvent.").denies(Neutral),
    verb("reiterate", TALK, "The envoy reiterated that the border was closed."),
    verb("reject", JUDGE | AS, "The chief rejected the idea that his men had slept.").denies(Neutral),
    verb("relate", SAY, "The sailor related how the mast had snapped."),
    verb("relay", TALK, "The aide relayed that the king would come."),
    verb("remark", SAY, "The tailor remarked that the cloth was thin.").follows_cry(PAST),
    verb("remember", THAT | WH | QUOTE | MIND | ING_CLAUSE, "The widow remembered: “It was cold.”"),
    verb("remind", THAT | WHO_TO | QUOTE | HEARER, "The guide reminded the hikers that bears were near."),
    verb("repeat", TALK, "The officer repeated that the road was closed."),
    verb("reply", SAY, "The owner replied that the gate was locked.").reports(Neutral).except(ING).follows_cry(PAST),
    verb("report", TALK | ING_CLAUSE | PASSIVE_TO, "The paper reported that the mine had closed.").reports(Neutral).plays(SpeechEvent),
    verb("repudiate", NOTHING, "The party repudiated the letter.").denies(Neutral).except(THIRD | ING),
    verb("request", THAT | NOUN | WHO_TO, "The crew requested that a doctor be sent."),
    verb("require", THAT, "The law requires that each shop close at ten."),
    verb("respond", SAY, "The firm responded that the part was tested.").reports(Neutral).except(ING),
    verb_with("respond", "to", NOUN, "The firm did not respond to questions about the part."),
    verb("restate", TALK, "The clerk restated that the hall was full."),
    verb("retort", SAY, "The waiter retorted: “Ask the cook.”"),
    verb("reveal", TALK, "The letters reveal that the poet was broke.").reports(Strong),
    verb("roar", MANNER, "The crowd roared: “Never again.”"),
    verb("rule", THAT, "The court ruled that the tax was void.").reports_that(Strong),
    verb_with("rule", "out", NOUN | ING_CLAUSE, "The premier ruled out a vote before the spring.").denies(Neutral),
    verb("say", SAY | PASSIVE_TO, "The mayor said the bridge would close.").past("said", "said").reports(Neutral).follows_cry(PAST | THIRD).is_sure_in(PAST | THIRD | ING).plays(DatesQuotation).plays(SpeechEvent).plays(OnlySpeech),
    verb("scoff", SAY, "The rival scoffed: “A toy.”"),
    verb("scold", JUDGE, "The judge scolded the lawyers for their late papers."),
    verb("scream", SAY, "The cook screamed: “Fire.”").follows_cry(PAST),
    verb("see", AS | MIND, "Farmers see the tariff as a threat.").past("saw", "seen"),
    verb("shout", SAY, "The guard shouted: “Stop.”").follows_cry(PAST),
    verb("show", THAT | WH, "A survey shows that most tenants want to stay.").past("showed", "shown").reports(Strong).except(PARTICIPLE | ING),
    verb("shriek", MANNER, "The guest shrieked: “A rat.”"),
    verb_with("shrug", "off", NOUN, "The coach shrugged off claims that he had quit.").denies(Neutral).doubles(),
    verb("sigh", MANNER, "The captain sighed: “It was a good boat.”"),
    verb("signal", THAT | NOUN, "The bank signalled that rates would stay.").doubles_in_places(),
    verb("slam", JUDGE | AS, "The union slammed the offer as “an insult.”").doubles(),
    verb("snap", MANNER, "The coach snapped: “No more questions.”").doubles(),
    verb("sneer", MANNER, "The champion sneered: “Amateurs.”"),
    verb("sob", MANNER, "The aunt sobbed: “She was only three.”").doubles(),
    verb_with("speak", "about", NOUN | WH, "The nurse spoke about the night of the storm.").past("spoke", "spoken").plays(OnlySpeech),
    verb_with("speak", "of", NOUN | ING_CLAUSE, "The nurse spoke of patients who slept in the hall."),
    verb("specify", TALK, "The order specified that the work be done by hand."),
    verb("speculate", SAY, "Historians speculate that the ship was scuttled.").reports(Weak),
    verb("state", TALK, "The lease states that no pets are allowed.").reports(Neutral).plays(DatesQuotation),
    verb("stipulate", THAT, "The will stipulated that the house be kept."),
    verb("stress", TALK, "The chief stressed that no one was hurt."),
    verb("submit", THAT, "The lawyer submitted that the arrest was unlawful.").doubles(),
    verb("suggest", TALK | ING_CLAUSE, "The doctor suggested that the boy should rest.").reports(Weak),
    verb_with("sum", "up", QUOTE | NOUN, "The captain summed up: “We lost.”").doubles(),
    verb("suppose", THAT | MIND, "The guard supposed that the noise was a cat."),
    verb("surmise", THAT | QUOTE | MIND, "The keeper surmised that a fox had come."),
    verb("suspect", THAT | NOUN | MIND, "Police suspect that the fire was set.").reports(Weak).except(PAST | ING),
    verb("swear", THAT | TO | QUOTE, "The witness swore that the car was red.").past("swore", "sworn"),
    verb_with("talk", "about", NOUN | WH | ING_CLAUSE, "The singer talked about the years on the road.").plays(OnlySpeech),
    verb_with("talk", "of", NOUN | ING_CLAUSE, "The owner talked of plans for a second kiln."),
    verb("taunt", JUDGE, "The fans taunted: “Go home.”"),
    verb("teach", THAT | HEARER, "The monk taught that nothing lasts.").past("taught", "taught"),
    verb("tell", THAT | WH | QUOTE | WHO_TO | HEARER | NOUN, "The captain told reporters that the crew was safe.").past("told", "told").reports(Neutral).follows_cry(PAST).is_sure_in(PAST | THIRD).plays(DatesQuotation).plays(SpeechEvent).plays(OnlySpeech),
    verb_with("tell", "about", NOUN, "The captain told about the storm off the cape."),
    verb_with("tell", "of", NOUN | ING_CLAUSE, "The captain told of waves that broke over the mast."),
    verb("testify", SAY, "The guard testified that the gate was open.").reports(Neutral),
    verb("text", NOTHING, "“Where are you?” Park texted.").follows_cry(PAST),
    verb("theorise", THAT | MIND, "Scholars theorised that the stone was a map."),
    verb("theorize", THAT | MIND, "Scholars theorized that the stone was a map."),
    verb("think", THAT | WH | QUOTE | MIND | PASSIVE_TO, "The coach thinks that the side is ready.").past("thought", "thought").reports(Distanced).except(PAST),
    verb("threaten", THAT | TO | QUOTE | HEARER, "The crew threatened to strike."),
    verb("thunder", SAY, "The deputy thundered: “This is theft.”"),
    verb("tout", JUDGE | AS, "The maker touted the car as a bargain."),
    verb("trumpet", NOUN | THAT | QUOTE, "The firm trumpeted that sales had doubled."),
    verb("tweet", TALK, "The striker tweeted that he was staying.").reports(Neutral).except(ING).follows_cry(PAST),
    verb("underline", TALK, "The report underlined that the dam was old."),
    verb("underscore", TALK, "The report underscored that the dam was old."),
    verb("understand", THAT | MIND | PASSIVE_TO, "The mayor understands that rents are high.").past("understood", "understood"),
    verb("uphold", NOUN | THAT, "The court upheld the ban on fishing in the bay.").past("upheld", "upheld"),
    verb("urge", WHO_TO | THAT | NOUN | QUOTE | HEARER, "The mayor urged residents to stay at home.").follows_cry(PAST),
    verb("utter", QUOTE | NOUN, "The prisoner uttered: “At last.”"),
    verb("venture", SAY, "The clerk ventured that the date was wrong."),
    verb("verify", THAT | WH, "The lab verified that the paint was new.").reports(Strong).except(ING),
    verb("voice", NOUN | QUOTE, "Parents voiced concern about the state of the bus."),
    verb("volunteer", SAY, "The medic volunteered: “I will go.”"),
    verb("vow", THAT | TO | QUOTE, "The rebels vowed to fight on.").reports(Distanced).except(ING),
    verb("wager", THAT | QUOTE, "The broker wagered that the price would drop."),
    verb("want", WHO_TO | TO | NOUN | MIND, "The union wants the firm to hire more guards."),
    verb("warn", THAT | QUOTE | WHO_TO | HEARER, "The coast guard warned that the ice was thin.").reports(Neutral).follows_cry(PAST).plays(DatesQuotation),
    verb_with("warn", "about", NOUN, "The coast guard warned about thin ice on the lake."),
    verb_with("warn", "against", NOUN | ING_CLAUSE, "The coast guard warned against walks on the frozen lake."),
    verb_with("warn", "of", NOUN, "The coast guard warned of thin ice near the mouth of the river."),
    verb_with("weigh", "in", QUOTE, "The mayor weighed in: “It is too late.”"),
    verb("welcome", JUDGE | AS, "The charity welcomed the news that the road would open."),
    verb("whine", SAY, "The boy whined: “My feet hurt.”"),
    verb("whisper", SAY, "The guide whispered: “They are here.”"),
    verb("wish", THAT | TO | MIND, "The farmer wished that the rain would stop."),
    verb("wonder", WH | QUOTE | MIND, "The pilot wondered whether the field was long enough.").asks(Weak).follows_cry(PAST),
    verb("worry", THAT | QUOTE | MIND, "Doctors worry that the drug will run out."),
    verb("write", SAY | NOUN, "The poet wrote that the war had made him old.").past("wrote", "written").reports(Neutral).except(PARTICIPLE).follows_cry(PAST).plays(DatesQuotation),
    verb("yell", SAY, "The guard yelled: “Run.”").follows_cry(PAST),
];
