//! Lists the words that say who says something: "said", "according to", "her claim that".
//!
//! A verb's row names what it takes: in `The mayor urged drivers to wait`,
//! `urge` takes somebody and an infinitive. What a verb does not take makes
//! no statement: `The actor said the line` is one, `The bus took the line` is none.

/// What follows a cue, as a set.
pub type Takes = u16;

/// A clause, with or without "that".
pub const THAT: Takes = 1;
/// A clause that opens with a question word, "whether" or "if".
pub const WH: Takes = 1 << 1;
/// Words in quotation marks, before or behind the cue.
pub const QUOTE: Takes = 1 << 2;
/// An infinitive of the speaker's own doing: "vowed to leave".
pub const TO: Takes = 1 << 3;
/// Somebody and an infinitive: "urged drivers to wait".
pub const WHO_TO: Takes = 1 << 4;
/// A verb in -ing: "suggested waiting".
pub const ING: Takes = 1 << 5;
/// A plain object: "denied the charges".
pub const NOUN: Takes = 1 << 6;
/// Something and what it is said to be: "called the plan a mess".
pub const LABEL: Takes = 1 << 7;
/// Something and "as": "described the plan as a mess".
pub const AS: Takes = 1 << 8;
/// A hearer may stand before the content: "told reporters that".
pub const HEARER: Takes = 1 << 9;
/// Thought or felt, not said.
pub const MIND: Takes = 1 << 10;

/// Saying in general.
const SAY: Takes = THAT | WH | QUOTE;
/// Saying with an object of its own: "announced the plan", "announced that".
const TALK: Takes = SAY | NOUN;
/// Judging something or somebody in words.
const JUDGE: Takes = NOUN | QUOTE;
/// The way of speaking, which only quoted words make a statement.
const MANNER: Takes = QUOTE;

/// A verb that attributes.
#[derive(Debug)]
pub struct VerbCue {
    pub lemma: &'static str,
    /// The word that has to follow it: "for" of "called for"; empty for none.
    pub with: &'static str,
    pub takes: Takes,
    #[cfg_attr(not(test), expect(dead_code, reason = "a test fires every row on its example"))]
    pub example: &'static str,
}

const fn verb(lemma: &'static str, takes: Takes, example: &'static str) -> VerbCue {
    VerbCue { lemma, with: "", takes, example }
}

const fn verb_with(lemma: &'static str, with: &'static str, takes: Takes, example: &'static str) -> VerbCue {
    VerbCue { lemma, with, takes, example }
}

/// Every verb, sorted by lemma and the word that follows.
#[rustfmt::skip]
pub const VERBS: &[VerbCue] = &[
    verb("accept", THAT, "The board accepted that the pump had been switched off too late."),
    verb_with("accuse", "of", NOUN, "The union accused the port of hiding three accidents."),
    verb("acknowledge", TALK | ING, "The minister acknowledged that the dam was badly built."),
    verb("add", SAY, "The clerk added that nobody had asked for the key."),
    verb("admit", TALK | ING, "The driver admitted that he had not slept."),
    verb("advise", THAT | QUOTE | WHO_TO | HEARER, "The council advised residents to boil their water."),
    verb("advocate", NOUN | ING, "The guild advocates a ban on night flights over the town."),
    verb("affirm", SAY | NOUN, "The court affirmed that the lease had ended."),
    verb("agree", SAY | TO, "The two firms agreed that the bridge needed a new deck."),
    verb("allege", TALK, "The suit alleges that the bank kept two sets of books."),
    verb("announce", TALK, "The airline announced that it would close its northern base."),
    verb("anticipate", THAT | NOUN | ING | MIND, "The utility anticipates that demand will double."),
    verb_with("apologise", "for", NOUN | QUOTE, "The railway apologised for the delays on the coast line."),
    verb_with("apologize", "for", NOUN | QUOTE, "The railway apologized for the delays on the coast line."),
    verb("appeal", QUOTE, "“Bring blankets,” the charity appealed."),
    verb_with("appeal", "for", NOUN, "Police appealed for witnesses to the fire on Mill Lane."),
    verb_with("appeal", "to", WHO_TO, "Police appealed to drivers to leave the road clear."),
    verb("applaud", JUDGE, "The guild applauded the decision to reopen the yard."),
    verb("argue", SAY, "The lawyer argued that the letter was a forgery."),
    verb_with("argue", "against", NOUN | ING, "The bishop argued against the sale of the old school."),
    verb_with("argue", "for", NOUN | ING, "The bishop argued for a longer lease on the school."),
    verb("ask", WH | QUOTE | WHO_TO | HEARER | TO, "The judge asked whether the file had been copied."),
    verb_with("ask", "about", NOUN, "The committee asked about the missing cables."),
    verb_with("ask", "for", NOUN, "The town asked for help with the repairs to its wall."),
    verb("assail", JUDGE, "The paper assailed the plan to fell the oaks."),
    verb("assert", TALK, "The firm asserted that the drug was safe."),
    verb("assume", THAT | MIND, "Investors assumed that the merger would go through."),
    verb("assure", THAT | QUOTE | HEARER, "The operator assured passengers that the ferry was sound."),
    verb("attack", JUDGE, "The senator attacked the bill as “a gift to landlords.”"),
    verb_with("attribute", "to", NOUN, "The ministry attributed the blackout to a fallen tree."),
    verb("bark", MANNER, "“Get down,” the guard barked."),
    verb("beg", QUOTE | WHO_TO | TO | HEARER, "The families begged the owner to reopen the mine."),
    verb("believe", THAT | QUOTE | MIND, "Detectives believe that the boat was stolen."),
    verb_with("believe", "in", NOUN | MIND, "The architect believed in houses that anyone could build."),
    verb("bellow", MANNER, "“Over here,” the foreman bellowed."),
    verb("bemoan", JUDGE, "The coach bemoaned the state of the pitch."),
    verb("blame", JUDGE, "The inspector blamed the crash on worn brakes."),
    verb_with("blame", "for", NOUN, "Residents blamed the mill for the smell in the valley."),
    verb("blast", JUDGE, "The actor blasted the law as “a disgrace.”"),
    verb("boast", SAY, "The company boasted that its trains were never late."),
    verb_with("boast", "of", NOUN | ING, "The company boasted of trains that were never late."),
    verb("brand", LABEL | AS, "The leader branded the march a stunt."),
    verb("brief", THAT | HEARER, "Officials briefed reporters that a deal was near."),
    verb("bristle", MANNER, "“That is false,” the manager bristled."),
    verb("call", LABEL | QUOTE, "The mayor called the strike “a betrayal.”"),
    verb_with("call", "for", NOUN | ING | WHO_TO, "The report called for a new siren in each village."),
    verb_with("call", "on", WHO_TO, "The charity called on ministers to release the money."),
    verb("caution", THAT | QUOTE | WHO_TO | HEARER, "The bank cautioned that prices could fall again."),
    verb_with("caution", "against", NOUN | ING, "The bank cautioned against reading much into one month."),
    verb("celebrate", AS, "The town celebrated the ruling as a victory."),
    verb("challenge", NOUN | WHO_TO, "The coach challenged the claim that the game was fixed."),
    verb("characterise", AS | LABEL, "The judge characterised the delay as deliberate."),
    verb("characterize", AS | LABEL, "The judge characterized the delay as deliberate."),
    verb("charge", THAT | QUOTE, "The opposition charged that the vote had been bought."),
    verb("chide", JUDGE, "The speaker chided members for their late arrival."),
    verb("chuckle", MANNER, "“I never learned to swim,” the captain chuckled."),
    verb("cite", NOUN | AS, "The airline cited the price of fuel as the reason."),
    verb("claim", TALK | TO, "The group claimed that it had sunk the barge."),
    verb("clarify", TALK, "The office clarified that the grant was only a loan."),
    verb("comment", SAY, "The curator commented that the frame was older than the picture."),
    verb_with("comment", "on", NOUN, "The curator commented on the age of the frame."),
    verb("compare", NOUN | LABEL, "The author compared the vote to a coin toss."),
    verb("complain", SAY, "Tenants complained that the heating had failed."),
    verb_with("complain", "about", NOUN | ING, "Tenants complained about mould on the upper floors."),
    verb_with("complain", "of", NOUN | ING, "Tenants complained of mould on the upper floors."),
    verb("concede", TALK, "The trainer conceded that the horse was tired."),
    verb("conclude", SAY, "The panel concluded that the alarm had worked."),
    verb("condemn", JUDGE | AS, "The president condemned the attack on the embassy."),
    verb("confess", SAY | TO, "The poet confessed that he had never seen the sea."),
    verb_with("confess", "to", NOUN | ING, "The cook confessed to the theft of two pans."),
    verb("confide", SAY, "The singer confided that she hated the song."),
    verb("confirm", TALK, "The palace confirmed that the king was ill."),
    verb("consider", LABEL | MIND | ING | AS, "Engineers consider the tunnel a risk."),
    verb("contend", SAY, "The defence contends that the map is wrong."),
    verb("continue", QUOTE, "“And then,” the witness continued, “the light went out.”"),
    verb("convey", TALK, "The envoy conveyed that talks would go on."),
    verb("convince", THAT | WHO_TO | HEARER, "The pilot convinced the tower that the gear was down."),
    verb("counsel", THAT | QUOTE | WHO_TO | HEARER, "“Wait for the rain,” the monk counselled."),
    verb("counter", SAY, "The owner countered that the roof was new."),
    verb("criticise", JUDGE, "Auditors criticised the way the fund was run."),
    verb("criticize", JUDGE, "Auditors criticized the way the fund was run."),
    verb("crow", MANNER, "“We won them all,” the manager crowed."),
    verb("cry", MANNER, "“Help us,” the man cried."),
    verb("declare", TALK | LABEL, "The governor declared that the danger was over."),
    verb("decline", TO, "The bank declined to comment on the size of the loan."),
    verb("decree", TALK, "The court decreed that the farm must be sold."),
    verb("decry", JUDGE | AS, "The guild decried the sale of the archive."),
    verb("deem", LABEL | MIND, "Inspectors deemed the stand unsafe for more than fifty people."),
    verb("defend", JUDGE | AS, "The minister defended the cuts as “painful but fair.”"),
    verb("demand", TALK | TO, "The crew demanded that the captain turn back."),
    verb("demonstrate", THAT | WH | NOUN, "The study demonstrated that the glue fails in frost."),
    verb("denounce", JUDGE | AS, "The bishop denounced the raid on the shelter."),
    verb("deny", THAT | NOUN | ING | QUOTE, "The chemist denied that the label was wrong."),
    verb("deplore", JUDGE, "The guild deplored the loss of the records."),
    verb("deride", JUDGE | AS, "The rival derided the plan as “a sandcastle.”"),
    verb("describe", AS | NOUN | WH | QUOTE, "The guide described the path as dangerous."),
    verb("detail", NOUN | WH, "The report detailed how the money was spent."),
    verb("determine", THAT | WH, "The coroner determined that the man had drowned."),
    verb("disagree", SAY, "The tutor disagreed that the test was too hard."),
    verb("disclose", TALK, "The firm disclosed that it had lost the keys."),
    verb("discuss", NOUN | WH, "The panel discussed how the dam might be raised."),
    verb("dismiss", JUDGE | AS, "The coach dismissed the report as gossip."),
    verb("dispute", THAT | WH | NOUN, "The family disputes that he left a will."),
    verb("doubt", THAT | WH | NOUN | MIND, "Economists doubt that wages will rise."),
    verb("downplay", NOUN, "The owner downplayed the damage to the hull."),
    verb("dub", LABEL, "The press dubbed the match “the long night.”"),
    verb("echo", NOUN | QUOTE, "The deputy echoed the call for a pause in the work."),
    verb("elaborate", QUOTE, "“The bolts were rusted,” the engineer elaborated."),
    verb("emphasise", TALK, "The nurse emphasised that the ward was safe."),
    verb("emphasize", TALK, "The nurse emphasized that the ward was safe."),
    verb("encourage", WHO_TO | NOUN | ING, "The school encouraged parents to walk."),
    verb("endorse", NOUN, "The paper endorsed the plan for a new harbour."),
    verb("enthuse", SAY, "“What a night,” the singer enthused."),
    verb("envisage", THAT | NOUN | ING | MIND, "The plan envisages that the port will close."),
    verb("estimate", THAT | WH | NOUN | QUOTE, "The agency estimates that half the grain is lost."),
    verb("exclaim", SAY, "“What a find,” the diver exclaimed."),
    verb("exhort", WHO_TO | QUOTE | HEARER, "The captain exhorted his side to press on."),
    verb("expect", THAT | WHO_TO | TO | NOUN | MIND, "Analysts expect the bank to cut its rate."),
    verb("explain", TALK, "The vet explained that the dog was only asleep."),
    verb("express", NOUN, "The envoy expressed concern about the fate of the prisoners."),
    verb("fear", THAT | NOUN | MIND, "Relatives fear that the boat went down."),
    verb("feel", THAT | MIND, "Many teachers feel that the test came too soon."),
    verb("figure", THAT | MIND, "The farmer figured that the rain would hold off."),
    verb("find", THAT, "The inquiry found that two doors were locked."),
    verb_with("fire", "back", SAY, "“Prove it,” the senator fired back."),
    verb("forecast", THAT | NOUN | WHO_TO, "The office forecast that the snow would last."),
    verb("foresee", THAT | NOUN | MIND, "The planners foresee that the lake will dry out."),
    verb("fret", SAY | MIND, "Parents fret that the road is too fast."),
    verb("fume", MANNER, "“They lied to us,” the tenant fumed."),
    verb("gasp", MANNER, "“The water is rising,” the boy gasped."),
    verb_with("go", "on", QUOTE | TO, "“The well was dry,” the farmer went on."),
    verb("grumble", SAY, "Fans grumbled that the seats were wet."),
    verb("guarantee", THAT | NOUN | TO, "The maker guaranteed that the seal would hold."),
    verb("guess", THAT | WH | QUOTE | MIND, "The keeper guessed that the bear was ten."),
    verb("hail", JUDGE | AS, "The mayor hailed the ruling as a victory."),
    verb("hear", THAT | MIND, "The jury heard that the safe was empty."),
    verb("highlight", TALK, "The report highlighted that the ladder was broken."),
    verb("hint", SAY, "The minister hinted that taxes would rise."),
    verb("hope", THAT | TO | QUOTE | MIND, "The town hopes that the ferry will return."),
    verb("identify", NOUN | AS, "Police identified the driver as a local man."),
    verb("imagine", THAT | WH | MIND, "Few imagined that the wall would fall."),
    verb("implore", WHO_TO | QUOTE | HEARER, "The widow implored the court to wait."),
    verb("imply", TALK, "The letter implied that the test was faked."),
    verb("indicate", TALK, "The figures indicate that the trend has turned."),
    verb("inform", THAT | QUOTE | HEARER, "The ship informed the coast guard that it was sinking."),
    verb("inquire", WH | QUOTE, "The widow inquired whether the house was sold."),
    verb("insinuate", THAT, "The blog insinuated that the referee was bribed."),
    verb("insist", SAY, "The chef insisted that the fish was fresh."),
    verb_with("insist", "on", NOUN | ING, "The chef insisted on fish that was caught the same day."),
    verb("instruct", WHO_TO | THAT | QUOTE | HEARER, "The clerk instructed voters to wait outside."),
    verb("interject", SAY, "“That is not so,” the clerk interjected."),
    verb("intone", MANNER, "“Let us begin,” the priest intoned."),
    verb("joke", SAY, "The star joked that he had two left feet."),
    verb("judge", THAT | LABEL | MIND, "The panel judged that the song was stolen."),
    verb("know", THAT | WH | MIND, "The firm knew that the valve was cracked."),
    verb("label", LABEL | AS, "The critic labelled the show a bore."),
    verb("lambast", JUDGE, "The coach lambasted the pitch as unfit."),
    verb("lament", TALK, "The actor lamented that the theatre had closed."),
    verb("laud", JUDGE | AS, "The king lauded the work of the nurses."),
    verb("laugh", MANNER, "“I was six,” the singer laughed."),
    verb("learn", THAT | WH | MIND, "The court has learned that the file was burned."),
    verb("lie", THAT, "The clerk lied that the file was lost."),
    verb("liken", NOUN | LABEL, "The author likened the office to a beehive."),
    verb("maintain", SAY, "The owner maintains that the dog was tied up."),
    verb_with("make", "clear", SAY, "The coach made clear that he would stay."),
    verb("mandate", THAT | NOUN, "The law mandates that each boat carry a light."),
    verb("mean", THAT | MIND, "The captain meant that the rope was too short."),
    verb("mention", TALK | ING, "The guide mentioned that the tower leaned."),
    verb("moan", SAY, "Guests moaned that the soup was cold."),
    verb("mock", JUDGE | AS, "The rival mocked the plan as “a toy train.”"),
    verb("mumble", MANNER, "“I forgot,” the boy mumbled."),
    verb("murmur", MANNER, "“Not again,” the nurse murmured."),
    verb("muse", SAY, "The painter mused that blue was a cold friend."),
    verb("mutter", MANNER, "“Nonsense,” the judge muttered."),
    verb("note", TALK, "The auditor noted that the safe was unlocked."),
    verb("notify", THAT | HEARER, "The plant notified its neighbours that gas had leaked."),
    verb("object", SAY, "The lawyer objected that the form was late."),
    verb_with("object", "to", NOUN | ING, "The lawyer objected to the use of the diary in court."),
    verb("observe", TALK, "The keeper observed that the herd was calm."),
    verb("opine", SAY, "The critic opined that the book was too long."),
    verb("oppose", NOUN | ING, "The union opposes the closing of two depots."),
    verb("order", WHO_TO | THAT | QUOTE | HEARER, "The judge ordered the firm to pay."),
    verb("outline", NOUN | WH, "The chief outlined how the force would be cut."),
    verb("persuade", THAT | WHO_TO | HEARER, "The friend persuaded the actor that the part was small."),
    verb("plead", SAY | WHO_TO | TO, "“Let us go,” the hostage pleaded."),
    verb("pledge", THAT | TO | NOUN | QUOTE, "The party pledged to build ten schools."),
    verb_with("point", "out", TALK, "The guide pointed out that the door was older than the house."),
    verb_with("point", "to", NOUN, "The report pointed to cracks in the northern pier."),
    verb("ponder", WH | NOUN | MIND, "The board pondered whether the mill could be saved."),
    verb("posit", THAT | NOUN, "The paper posits that the lake was once a sea."),
    verb("post", QUOTE | THAT, "“Safe and well,” the climber posted."),
    verb("praise", JUDGE | AS, "The mayor praised the crews who fought the fire."),
    verb("pray", THAT | TO | MIND, "The family prayed that he would wake."),
    verb("preach", SAY | NOUN, "The monk preached that greed was a sickness."),
    verb("predict", TALK, "The model predicts that the river will crest at noon."),
    verb("proclaim", TALK | LABEL, "The rebels proclaimed that the war was won."),
    verb("profess", THAT | TO | NOUN, "The owner professed to know nothing of the leak."),
    verb("project", THAT | WHO_TO, "The agency projects that the gap will widen."),
    verb("promise", THAT | TO | NOUN | QUOTE | HEARER, "The maker promised that the part would last."),
    verb("pronounce", LABEL | NOUN, "The doctor pronounced the boy fit."),
    verb("prophesy", THAT | QUOTE, "The poet prophesied that the city would burn."),
    verb("propose", THAT | TO | ING | NOUN | QUOTE, "The mayor proposed that the square be closed to cars."),
    verb("protest", SAY, "The pilot protested that the fog was too thick."),
    verb("prove", THAT | WH, "The test proved that the cup was lead."),
    verb_with("put", "it", SAY, "“We ran out of road,” the driver put it."),
    verb("query", WH | QUOTE | NOUN, "The auditor queried whether the bill was paid."),
    verb("question", WH | NOUN | QUOTE, "The critic questioned whether the picture was real."),
    verb("quip", SAY, "“I am cheaper than a lamp,” the poet quipped."),
    verb("quote", NOUN | QUOTE, "The paper quoted the admiral as saying the fleet would sail."),
    verb("rail", QUOTE, "“They sold us out,” the farmer railed."),
    verb_with("rail", "against", NOUN | QUOTE, "The farmer railed against the price of seed."),
    verb("rant", MANNER, "“They took it all,” the man ranted."),
    verb("rave", SAY, "“It is a jewel,” the critic raved."),
    verb("read", QUOTE | THAT, "The sign read: “No entry.”"),
    verb("realise", THAT | WH | MIND, "The crew realised that the map was old."),
    verb("realize", THAT | WH | MIND, "The crew realized that the map was old."),
    verb("reason", SAY | MIND, "The chief reasoned that the men would tire."),
    verb("reassert", TALK, "The king reasserted that the coast was his."),
    verb("reassure", THAT | QUOTE | HEARER, "The nurse reassured the boy that it would not hurt."),
    verb("recall", TALK | ING, "The sailor recalled that the sea was flat."),
    verb("recite", QUOTE | NOUN, "“The sea is wide,” the girl recited."),
    verb("reckon", THAT | QUOTE | MIND, "The farmer reckons that the frost is over."),
    verb("recommend", THAT | ING | WHO_TO | NOUN | QUOTE, "The panel recommended that the line be closed."),
    verb("recount", TALK, "The guide recounted how the abbey burned."),
    verb("refer", QUOTE, "The mayor referred to the strike as “a nuisance.”"),
    verb_with("refer", "to", NOUN | AS, "The mayor referred to the strike as a nuisance."),
    verb("refuse", TO, "The firm refused to say who had signed the order."),
    verb("refute", NOUN | THAT, "The bank refuted the claim that it was insolvent."),
    verb("reiterate", TALK, "The envoy reiterated that the border was closed."),
    verb("reject", JUDGE | AS, "The chief rejected the idea that his men had slept."),
    verb("relate", SAY, "The sailor related how the mast had snapped."),
    verb("relay", TALK, "The aide relayed that the king would come."),
    verb("remark", SAY, "The tailor remarked that the cloth was thin."),
    verb("remember", THAT | WH | QUOTE | MIND | ING, "“It was cold,” the widow remembered."),
    verb("remind", THAT | WHO_TO | QUOTE | HEARER, "The guide reminded the hikers that bears were near."),
    verb("repeat", TALK, "The officer repeated that the road was closed."),
    verb("reply", SAY, "The owner replied that the gate was locked."),
    verb("report", TALK | ING, "The paper reported that the mine had closed."),
    verb("request", THAT | NOUN | WHO_TO, "The crew requested that a doctor be sent."),
    verb("require", THAT, "The law requires that each shop close at ten."),
    verb("respond", SAY, "The firm responded that the part was tested."),
    verb_with("respond", "to", NOUN, "The firm did not respond to questions about the part."),
    verb("restate", TALK, "The clerk restated that the hall was full."),
    verb("retort", SAY, "“Ask the cook,” the waiter retorted."),
    verb("reveal", TALK, "The letters reveal that the poet was broke."),
    verb("roar", MANNER, "“Never again,” the crowd roared."),
    verb("rule", THAT, "The court ruled that the tax was void."),
    verb_with("rule", "out", NOUN | ING, "The premier ruled out a vote before the spring."),
    verb("say", SAY, "The mayor said the bridge would close."),
    verb("scoff", SAY, "“A toy,” the rival scoffed."),
    verb("scold", JUDGE, "The judge scolded the lawyers for their late papers."),
    verb("scream", SAY, "“Fire,” the cook screamed."),
    verb("see", AS | MIND, "Farmers see the tariff as a threat."),
    verb("shout", SAY, "“Stop,” the guard shouted."),
    verb("show", THAT | WH, "A survey shows that most tenants want to stay."),
    verb("shriek", MANNER, "“A rat,” the guest shrieked."),
    verb("sigh", MANNER, "“It was a good boat,” the captain sighed."),
    verb("signal", THAT | NOUN, "The bank signalled that rates would stay."),
    verb("slam", JUDGE | AS, "The union slammed the offer as “an insult.”"),
    verb("snap", MANNER, "“No more questions,” the coach snapped."),
    verb("sneer", MANNER, "“Amateurs,” the champion sneered."),
    verb("sob", MANNER, "“She was only three,” the aunt sobbed."),
    verb_with("speak", "about", NOUN | WH, "The nurse spoke about the night of the storm."),
    verb_with("speak", "of", NOUN | ING, "The nurse spoke of patients who slept in the hall."),
    verb("specify", TALK, "The order specified that the work be done by hand."),
    verb("speculate", SAY, "Historians speculate that the ship was scuttled."),
    verb("state", TALK, "The lease states that no pets are allowed."),
    verb("stipulate", THAT, "The will stipulated that the house be kept."),
    verb("stress", TALK, "The chief stressed that no one was hurt."),
    verb("submit", THAT, "The lawyer submitted that the arrest was unlawful."),
    verb("suggest", TALK | ING, "The doctor suggested that the boy should rest."),
    verb_with("sum", "up", QUOTE | NOUN, "“We lost,” the captain summed up."),
    verb("suppose", THAT | MIND, "The guard supposed that the noise was a cat."),
    verb("surmise", THAT | QUOTE | MIND, "The keeper surmised that a fox had come."),
    verb("suspect", THAT | NOUN | MIND, "Police suspect that the fire was set."),
    verb("swear", THAT | TO | QUOTE, "The witness swore that the car was red."),
    verb_with("talk", "about", NOUN | WH | ING, "The singer talked about the years on the road."),
    verb_with("talk", "of", NOUN | ING, "The owner talked of plans for a second kiln."),
    verb("taunt", JUDGE, "“Go home,” the fans taunted."),
    verb("teach", THAT | HEARER, "The monk taught that nothing lasts."),
    verb("tell", THAT | WH | QUOTE | WHO_TO | HEARER | NOUN, "The captain told reporters that the crew was safe."),
    verb_with("tell", "about", NOUN, "The captain told the court about the storm off the cape."),
    verb_with("tell", "of", NOUN | ING, "The captain told of waves that broke over the mast."),
    verb("testify", SAY, "The guard testified that the gate was open."),
    verb("theorise", THAT | MIND, "Scholars theorised that the stone was a map."),
    verb("theorize", THAT | MIND, "Scholars theorized that the stone was a map."),
    verb("think", THAT | WH | QUOTE | MIND, "The coach thinks that the side is ready."),
    verb("threaten", THAT | TO | QUOTE | HEARER, "The crew threatened to strike."),
    verb("thunder", SAY, "“This is theft,” the deputy thundered."),
    verb("tout", JUDGE | AS, "The maker touted the car as a bargain."),
    verb("trumpet", NOUN | THAT | QUOTE, "The firm trumpeted that sales had doubled."),
    verb("tweet", TALK, "The striker tweeted that he was staying."),
    verb("underline", TALK, "The report underlined that the dam was old."),
    verb("underscore", TALK, "The report underscored that the dam was old."),
    verb("understand", THAT | MIND, "The mayor understands that rents are high."),
    verb("uphold", NOUN | THAT, "The court upheld the ban on fishing in the bay."),
    verb("urge", WHO_TO | THAT | NOUN | QUOTE | HEARER, "The mayor urged residents to stay at home."),
    verb("utter", QUOTE | NOUN, "“At last,” the prisoner uttered."),
    verb("venture", SAY, "The clerk ventured that the date was wrong."),
    verb("verify", THAT | WH, "The lab verified that the paint was new."),
    verb("voice", NOUN | QUOTE, "Parents voiced concern about the state of the bus."),
    verb("volunteer", SAY, "“I will go,” the medic volunteered."),
    verb("vow", THAT | TO | QUOTE, "The rebels vowed to fight on."),
    verb("wager", THAT | QUOTE, "The broker wagered that the price would drop."),
    verb("want", WHO_TO | TO | NOUN | MIND, "The union wants the firm to hire more guards."),
    verb("warn", THAT | QUOTE | WHO_TO | HEARER, "The coast guard warned that the ice was thin."),
    verb_with("warn", "about", NOUN, "The coast guard warned about thin ice on the lake."),
    verb_with("warn", "against", NOUN | ING, "The coast guard warned against walks on the frozen lake."),
    verb_with("warn", "of", NOUN, "The coast guard warned of thin ice near the mouth of the river."),
    verb_with("weigh", "in", QUOTE, "“It is too late,” the mayor weighed in."),
    verb("welcome", JUDGE | AS, "The charity welcomed the news that the road would open."),
    verb("whine", SAY, "“My feet hurt,” the boy whined."),
    verb("whisper", SAY, "“They are here,” the guide whispered."),
    verb("wish", THAT | TO | MIND, "The farmer wished that the rain would stop."),
    verb("wonder", WH | QUOTE | MIND, "The pilot wondered whether the field was long enough."),
    verb("worry", THAT | QUOTE | MIND, "Doctors worry that the drug will run out."),
    verb("write", SAY | NOUN, "The poet wrote that the war had made him old."),
    verb("yell", SAY, "“Run,” the guard yelled."),
];

/// Verbs whose passive with "to" reports, sorted: "is said to be ill".
pub const REPORTED: &[&str] =
    &["allege", "believe", "claim", "estimate", "expect", "forecast", "report", "say", "think", "understand"];

/// Objects that turn a verb of saying into a verb of doing: verb, object, example; sorted.
#[rustfmt::skip]
pub const DONE_NOT_SAID: &[(&str, &[&str], &str)] = &[
    ("cite", &["driver", "drivers", "motorist", "motorists"], "Police cited the driver."),
    ("claim", &["life", "lives", "victim", "victims"], "The flood claimed at least nine lives."),
    ("question", &["driver", "man", "men", "passenger", "passengers", "suspect", "suspects", "witness", "witnesses", "woman", "women"], "Detectives questioned two suspects overnight."),
    ("recall", &["ambassador", "ambassadors", "car", "cars", "envoy", "product", "products", "vehicle", "vehicles"], "The carmaker recalled 4,000 vehicles."),
];

/// Days on which something is said, sorted.
pub const DAYS: &[&str] =
    &["friday", "monday", "saturday", "sunday", "thursday", "today", "tuesday", "wednesday", "yesterday"];

/// Occasions on which something is said, sorted: "slammed the bill in a speech to farmers".
#[rustfmt::skip]
pub const OCCASIONS: &[&str] = &[
    "address", "article", "blog", "briefing", "broadcast", "column", "conference", "debate", "editorial", "email",
    "hearing", "interview", "lecture", "letter", "memo", "message", "podcast", "post", "rally", "sermon",
    "speech", "statement", "testimony", "tweet",
];

/// A noun that names a saying: "her claim that", "a statement by".
#[derive(Debug)]
pub struct NounCue {
    pub lemma: &'static str,
    #[cfg_attr(not(test), expect(dead_code, reason = "a test fires every row on its example"))]
    pub example: &'static str,
}

const fn noun(lemma: &'static str, example: &'static str) -> NounCue {
    NounCue { lemma, example }
}

/// Nouns after which "that" opens what is said, sorted.
#[rustfmt::skip]
pub const NOUNS: &[NounCue] = &[
    noun("accusation", "The union's accusation that the port had hidden three accidents led to a strike."),
    noun("allegation", "The bank did not answer the paper's allegation that it kept two sets of books."),
    noun("announcement", "The mayor's announcement that the pool would close drew a crowd."),
    noun("argument", "The firm's argument that the lease had ended won the case."),
    noun("assertion", "Engineers laughed at his assertion that the bridge was sound."),
    noun("assurance", "Tenants got the owner's assurance that the heating would work."),
    noun("belief", "It was the captain's belief that the ice would hold."),
    noun("claim", "Her claim that the map was a forgery made news."),
    noun("comment", "His comment that the town was finished hurt many."),
    noun("complaint", "The tenants' complaint that the lift was broken went unheard."),
    noun("concern", "It was the nurses' concern that beds would run out."),
    noun("conclusion", "The panel's conclusion that the alarm had worked surprised many."),
    noun("confirmation", "The lab's confirmation that the paint was new ended the sale."),
    noun("contention", "The court weighed the firm's contention that the part was safe."),
    noun("declaration", "The king's declaration that the war was over came at noon."),
    noun("denial", "The firm's denial that gas had leaked did not last."),
    noun("estimate", "The agency's estimate that half the grain was lost proved low."),
    noun("fear", "It was the villagers' fear that the dam would break."),
    noun("finding", "The panel's finding that two doors were locked led to arrests."),
    noun("hint", "The minister's hint that taxes would rise moved the market."),
    noun("hope", "It is the town's hope that the ferry will return."),
    noun("insistence", "The chef's insistence that the fish was fresh fooled no one."),
    noun("opinion", "It was the judge's opinion that the form was late."),
    noun("pledge", "The party's pledge that no school would close was soon broken."),
    noun("prediction", "The model's prediction that the river would crest at noon held."),
    noun("promise", "The maker's promise that the part would last was empty."),
    noun("remark", "The tailor's remark that the cloth was thin was not kind."),
    noun("report", "The paper's report that the mine had closed was wrong."),
    noun("revelation", "The paper's revelation that the mayor owned the mill led to a vote."),
    noun("statement", "The firm's statement that the part was tested came late."),
    noun("suggestion", "The doctor's suggestion that the boy should rest was ignored."),
    noun("suspicion", "It was the detective's suspicion that the fire was set."),
    noun("testimony", "The guard's testimony that the gate was open freed the man."),
    noun("view", "It is the coach's view that the side is ready."),
    noun("warning", "The coast guard's warning that the ice was thin came late."),
];

/// Adverbs that lay a sentence on somebody unnamed, with an example each, sorted.
#[rustfmt::skip]
pub const ADVERBS: &[(&str, &str)] = &[
    ("allegedly", "The clerk allegedly sold the files to a rival firm."),
    ("purportedly", "The letter was purportedly signed by the king in 1804."),
    ("reportedly", "The firm reportedly plans to close two of its plants."),
    ("supposedly", "The cellar supposedly holds three barrels of gold coins."),
];

/// Prepositions that name a source outright, with an example each.
#[rustfmt::skip]
pub const PREPOSITIONS: &[(&str, &str)] = &[
    ("according to", "According to police, two people were hurt in the crash."),
    ("in the opinion of", "In the opinion of the judges, the song was too long."),
    ("in the view of", "In the view of the board, the plant is too old to save."),
    ("in the words of", "In the words of the captain, the sea was flat as a plate."),
];
