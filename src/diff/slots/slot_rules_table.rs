//! Lists the sorts of slots, each with texts that contradict each other and texts that do not.

use super::realization_table::PLAN_TOLD_AS_DONE;
use super::slot_rule::SlotRule;
use super::{
    agents, attributions, bounds, conditions, directions, event_order, findings, given_names, labels,
    measure_relations, owners, participants, place_relations, polarity, quantifiers, rates, scales, scores, shares,
    stages, time_relations,
};
use crate::model::ChangeKind;

/// Every sort of slot.
pub(super) const SLOT_RULES: &[SlotRule] = &[
    SlotRule {
        kind: ChangeKind::Date,
        why: "time-relation-replaced",
        needs_context: true,
        read: |texts| texts.map(time_relations::slots_in),
        exclude: |_, old, new| time_relations::exclude(&old.value, &new.value),
        examples: &[
            ("The pool is shut until Friday for repairs.", "For repairs the city will shut the pool from Friday."),
            ("Bids are taken before 4 May.", "The port said that bids would be taken after 4 May."),
        ],
        counter_examples: &[
            ("The pool is shut until Friday for repairs.", "For repairs the city shut the pool through Friday."),
            ("The pool is shut until Friday.", "Swimmers can use the pool again from Friday."),
            ("The crew did not leave before Friday.", "The crew left after Friday."),
            ("The ban runs from May until July.", "Lasting until July, the ban starts in May."),
            (
                "Bids must be in before 1 June, the port said.",
                "The port takes bids until 1 June and none after 1 June.",
            ),
        ],
    },
    SlotRule {
        kind: ChangeKind::Statement,
        why: "relation-to-a-place-replaced",
        needs_context: true,
        read: |texts| texts.map(place_relations::slots_in),
        exclude: |_, old, new| old.value != new.value,
        examples: &[
            (
                "The march ended outside the legislature of Delby.",
                "In Delby the march came to an end inside the legislature.",
            ),
            ("The senator voted against the welfare bill.", "For the welfare bill the senator had voted."),
        ],
        counter_examples: &[
            ("Farmers blocked the road outside the legislature.", "Beyond the legislature farmers blocked the road."),
            ("The bank pays for the bridge.", "The bank has a claim against the bridge."),
            ("The senator did not vote for the bill.", "The senator voted against the bill."),
            ("The clerk put the ballots into a jar.", "The ballots that the clerk drew came from a jar."),
            ("Flights from Hamburg to Oslo were cancelled.", "From Hamburg, flights to Oslo were cancelled."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Figure,
        why: "share-replaced",
        needs_context: true,
        read: |texts| texts.map(shares::slots_in),
        exclude: |_, old, new| old.value != new.value,
        examples: &[
            ("The two smugglers were jailed for a total of 31 years.", "Jailed were two smugglers, for 31 years each."),
            ("The farms got $4,000 each for the flood.", "For the flood the farms got $4,000 in all."),
        ],
        counter_examples: &[
            ("The farms got $4,000 each for the flood.", "For the flood the farms got $4,000 apiece."),
            ("The farms got $4,000 in all.", "Altogether the farms got $4,000."),
            ("Fit Total must repay £79 to each of its members.", "The members of Fit Total get back £79 each."),
            ("Shares were sold at £50 each to 890 people.", "The shares have 890 owners in all; they cost £50."),
            ("The farms got $4,000 each, or $12,000 in total.", "In total the farms got $12,000, $4,000 each."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Figure,
        why: "measure-relation-replaced",
        needs_context: true,
        read: |texts| texts.map(measure_relations::slots_in),
        exclude: |_, old, new| old.value != new.value,
        examples: &[
            ("The bank cut its forecast to 1.2%.", "Its growth forecast was lowered by 1.2 per cent, the bank said."),
            ("The river rose by two metres.", "Overnight the water climbed to two metres."),
            ("The court cut her sentence by two years.", "By the court her sentence was cut to two years."),
        ],
        counter_examples: &[
            ("The bank cut its forecast to 1.2%.", "Its growth forecast was lowered to 1.2 per cent, the bank said."),
            ("Sales rose by 4% to 4 million euros.", "Up by 4 per cent, sales came to four million euros."),
            ("The river rose by up to two metres.", "The river rose by as much as two metres."),
            ("Up to 2% of the stock was sold.", "Sold was as much as 2% of the stock."),
            ("The wait rose to 50 minutes.", "At 50 minutes, to which it rose, the wait is a record."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Figure,
        why: "bound-turned-round",
        needs_context: true,
        read: |texts| texts.map(bounds::slots_in),
        exclude: |_, old, new| old.value != new.value,
        examples: &[
            ("Up to 5% of the herd was lost.", "The farm lost at least 5 per cent of its herd."),
            (
                "The crew took less than two hours to put the fire out.",
                "It took the crew more than two hours to put out the fire.",
            ),
            (
                "Families that earn less than £36,000 get the grant.",
                "The grant goes to families earning above £36,000.",
            ),
        ],
        counter_examples: &[
            ("Up to 5% of the herd was lost.", "The farm lost no more than 5 per cent of its herd."),
            (
                "The crew took less than two hours to put the fire out.",
                "It did not take the crew more than two hours to put out the fire.",
            ),
            ("Up to 5% of the herd was lost.", "At least 5% of voters stayed at home."),
            ("At least 40 sheep were lost by the farm.", "The farm lost 40 sheep."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Figure,
        why: "rate-replaced",
        needs_context: true,
        read: |texts| texts.map(rates::slots_in),
        exclude: |_, old, new| rates::exclude(&old.value, &new.value),
        examples: &[
            ("The clinic sees 40 patients a day.", "Doctors at the clinic treat 40 patients per week."),
            ("The ferry to Lunna sails three times a week.", "There are three sailings a month of the ferry to Lunna."),
            ("One bus a day serves the village.", "Buses to the village leave once a month."),
        ],
        counter_examples: &[
            ("The clinic sees 40 patients a day.", "Doctors at the clinic treat 40 patients daily."),
            ("One bus a day serves the village.", "Seven buses a week serve the village."),
            ("The clinic sees 40 patients a day.", "Of 40 patients at the clinic three left within a week."),
            ("Trains run every hour.", "There are hourly trains."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Figure,
        why: "values-exchanged",
        needs_context: false,
        read: |texts| texts.map(labels::slots_in),
        exclude: labels::exclude,
        examples: &[
            (
                "Turnout was 54%; of those who voted, 68% were in favour.",
                "In the ballot 54 per cent backed the offer, on a turnout of 68 per cent.",
            ),
            (
                "Nausea was reported by 7% of patients. Headaches troubled 12% of them.",
                "Of the patients, 7 per cent had headaches, and 12 per cent felt nausea.",
            ),
        ],
        counter_examples: &[
            (
                "Turnout was 54%; of those who voted, 68% were in favour.",
                "In the ballot 68 per cent backed the offer, on a turnout of 54 per cent.",
            ),
            ("Turnout was 54% in May and 68% in June.", "On a turnout of 68 per cent in June the measure passed."),
            ("Turnout was 54%, up from 48%.", "Turnout rose from 48% to 54%."),
            ("Turnout was 54%, against 48% last time.", "Last time turnout was 48%; now it was 54%."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Figure,
        why: "result-turned-round",
        needs_context: false,
        read: |texts| texts.map(scores::slots_in),
        exclude: |_, old, new| old.value != new.value,
        examples: &[
            ("The bill passed 52-48.", "On Monday the bill passed 48-52."),
            ("Delby won 3-1 at home.", "At home Delby won 1-3."),
        ],
        counter_examples: &[
            ("Delby beat Orvel 3-1.", "Orvel lost 1-3 to Delby."),
            ("The bill passed 52-48.", "On Monday the bill passed 52–48."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Figure,
        why: "quantifier-replaced",
        needs_context: true,
        read: |texts| texts.map(quantifiers::slots_in),
        exclude: |_, old, new| quantifiers::exclude(&old.value, &new.value),
        examples: &[
            ("Most primary schools in the north were shut.", "In the north all primary schools stayed closed."),
            ("None of the flats has an alarm.", "Officials found that most of the flats have alarms."),
            ("The pilot lost one of the two engines.", "Both engines were lost by the pilot."),
        ],
        counter_examples: &[
            ("Every school in the north was shut.", "In the north all schools stayed closed."),
            ("Some flats have alarms.", "There are alarms in several flats."),
            ("Some 300 people were taken off the ship.", "All 300 people were taken off the ship."),
            ("Half of the rooms were empty.", "Every second room was empty."),
            ("All pupils had lunch there. Rain fell.", "Some pupils went to the beach. Rain fell."),
            ("All passengers escaped unhurt.", "None of the passengers was hurt."),
            ("All shops stayed closed.", "No shops opened."),
            (
                "One of the bridges over the Tees was shut.",
                "Both bridges over the Tees were old; the eastern one was shut.",
            ),
            ("None of the judges failed to declare an interest.", "Every judge declared an interest."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Figure,
        why: "direction-replaced",
        needs_context: true,
        read: |texts| texts.map(directions::slots_in),
        exclude: directions::exclude,
        examples: &[
            ("Sales of the brewery rose by 3% in May.", "In May the brewery saw sales drop by 3 per cent."),
            ("Oil fell $1.90 to $71.35 a barrel.", "A barrel of oil was up $1.90 at $71.35."),
            (
                "The number of nurses in Ruritania fell by 1,200.",
                "In Ruritania there was a rise of 1,200 in the number of nurses.",
            ),
            (
                "Turnout in the north was 58.1%, down from 63.4%.",
                "In the north turnout came to 58.1%, up from 63.4 per cent.",
            ),
        ],
        counter_examples: &[
            ("Sales of the brewery rose by 3% in May.", "In May the brewery saw a rise in sales of 3 per cent."),
            ("Sales of the brewery rose by less than 3% in May.", "In May sales of the brewery were up almost 3%."),
            ("Sales of the brewery fell by up to 3% in May.", "In May sales of the brewery were down 3%."),
            ("Fewer than 40 of the hives were lost.", "The number of hives lost rose to 40."),
            ("The price of gas fell from $9 to $7.", "Gas is down to $7 from a high of $9."),
            ("The club cut its debt by £20m.", "By £20m the club increased its reserves."),
            ("The tower is 50 metres high.", "The tower is 50 metres less a few centimetres."),
            ("The pound fell 3% against the dollar.", "Against the pound the dollar rose 3%."),
            ("Sales of beer rose by 3%. Those of wine fell by 3%.", "Wine sales fell 3%, those of beer rose 3%."),
            ("Sales of beer did not rise by 3% in May.", "In May sales of beer fell by 3%."),
            ("Nurses turned down a rise in pay of 4%.", "A rise of 4% in pay was turned down by nurses."),
            ("The gunners brought down two drones.", "Two more drones were shot by the gunners."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Statement,
        why: "step-of-a-scale-replaced",
        needs_context: true,
        read: |texts| texts.map(scales::slots_in),
        exclude: scales::exclude,
        examples: &[
            ("Officials ordered a full recount in Delby.", "In Delby a partial recount was ordered by officials."),
            ("The recount in Delby was partial.", "In Delby there was a full recount."),
        ],
        counter_examples: &[
            ("Officials ordered a full recount in Delby.", "In Delby officials gave a partial list of the recount."),
            ("The former head of the Delby bank sued its acting head.", "Sued in Delby was the bank's acting head."),
            ("She is in a serious but stable condition in Delby.", "In Delby her condition is minor but stable."),
            ("The ship was not fully insured.", "Only partly was the ship insured."),
        ],
    },
    PLAN_TOLD_AS_DONE,
    SlotRule {
        kind: ChangeKind::Polarity,
        why: "denial-replaced",
        needs_context: true,
        read: |texts| texts.map(polarity::slots_in),
        exclude: polarity::exclude,
        examples: &[
            ("The senator was not invited to the dinner.", "To the dinner the senator had been invited."),
            ("The two fishermen wore life jackets.", "Neither of the two fishermen wore a life jacket."),
            ("The party has no majority in the senate.", "In the senate the party holds a majority."),
            ("There were no survivors of the avalanche.", "Of the avalanche there were survivors."),
            ("The blaze is no longer treated as suspicious.", "Police treat the blaze as suspicious."),
            ("The firm will not appeal against the ruling.", "Against the ruling the firm will appeal."),
        ],
        counter_examples: &[
            ("The senator was not invited to the dinner.", "To the dinner the senator had never been invited."),
            ("Police did not arrest the driver until Friday.", "The driver was arrested by police on Friday."),
            ("The union did not accept the offer.", "The union failed to accept the offer."),
            ("The crew had no radio.", "The crew was without a radio."),
            ("Nobody in the mine was hurt.", "No miners in the mine were hurt."),
            ("The analysts had not expected a cut.", "The analysts had expected anything but a cut."),
            ("Most farms were not affected by the flood.", "Few farms were affected by the flood."),
            ("Analysts still expected the bank to leave rates alone.", "The bank's analysts still expected no change."),
            ("Police did not arrest the driver of the van in Lille.", "In Lille police arrested the owner of the van."),
            ("The mayor did not attend the funeral in Delby.", "The funeral in Delby was attended by the bishop."),
            ("The court did not sit last week in Delby.", "In Delby the court sits this week."),
            ("The player has not lost a match in Paris since 2019.", "In Paris the player last lost a match in 2019."),
            ("There is no cure for the disease.", "Doctors hope that there will be a cure for the disease."),
            (
                "The team did not qualify for the final.",
                "The team that had qualified for three finals fell short of the final.",
            ),
            ("The stadium will not open in May.", "The stadium will open in July, as the city had said."),
            ("The firm has not yet made a profit.", "A profit is something that the firm is still to make."),
            ("The grain had not been stored in the mill.", "Storing the grain in the mill costs little."),
            ("At least nine people were bitten by a fox.", "No fewer than nine people were bitten by a fox."),
            ("The firm said it could not afford more.", "That is as much as the firm could afford."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Certainty,
        why: "stage-replaced",
        needs_context: true,
        read: |texts| texts.map(stages::slots_in),
        exclude: stages::exclude,
        examples: &[
            ("Engineers have restored power to the island.", "On the island power was being restored by engineers."),
            ("The tests found arsenic in the water.", "Arsenic may be found in the water by the tests."),
        ],
        counter_examples: &[
            ("Engineers have restored power to the island.", "On the island power was restored by engineers."),
            ("The plant will close in May, its owner said.", "Its owner said that the plant would close in May."),
            ("The recount was costing $9,000 a day.", "A day of it cost $9,000, or $9,000 a day in all."),
            ("The blast was heard in two towns.", "Residents of two towns could hear the blast."),
            ("The man was being treated in a hospital.", "Doctors treated the man in a hospital."),
            ("Families returned on Sunday.", "By Sunday families could return."),
            ("Drivers are being urged to stay at home.", "Police urged drivers to stay at home."),
            ("Some thirty people slept in the hall.", "In the hall some thirty people had been sleeping."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Certainty,
        why: "strength-of-finding-replaced",
        needs_context: true,
        read: |texts| texts.map(findings::slots_in),
        exclude: |_, old, new| old.value != new.value,
        examples: &[
            (
                "A study of nurses suggests that late meals do harm.",
                "Late meals do harm, a study of nurses has proved.",
            ),
            ("The audit indicated that money was lost.", "It was confirmed by the audit that money was lost."),
        ],
        counter_examples: &[
            ("A study of nurses suggests that late meals do harm.", "Late meals may do harm, a study of nurses hints."),
            ("The audit found that money was lost.", "The audit confirmed that money was lost."),
            ("A study suggests that meals do harm. Police confirmed it.", "Meals may do harm, a study suggests."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Certainty,
        why: "condition-replaced",
        needs_context: true,
        read: |texts| texts.map(conditions::slots_in),
        exclude: conditions::exclude,
        examples: &[
            (
                "The stadium will be rebuilt if the city finds a partner.",
                "The city, which seeks a partner, will rebuild the stadium.",
            ),
            ("The firm would sell the ships.", "Unless prices rise, the firm would sell the ships."),
        ],
        counter_examples: &[
            (
                "The stadium will be rebuilt if the city finds a partner.",
                "Should the city find a partner, the stadium will be rebuilt.",
            ),
            ("The firm will sell its ships if prices rise.", "The firm will sell its ships once prices have risen."),
            ("The firm will sell its ships if prices rise.", "The firm sold its ships as prices rose."),
            ("The bank said it would pay if asked.", "The bank will pay on condition that it is asked."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Source,
        why: "source-replaced",
        needs_context: false,
        read: attributions::slots_in,
        exclude: attributions::exclude,
        examples: &[
            (
                "The fire destroyed 300 tonnes of grain, insurers estimate.",
                "According to the mill's owner, 300 tonnes of grain were destroyed in the fire.",
            ),
            ("A worn valve caused the gas leak, the utility said.", "A worn valve had caused the gas leak."),
        ],
        counter_examples: &[
            (
                "The fire destroyed 300 tonnes of grain, firefighters said.",
                "According to the fire service, 300 tonnes of grain were destroyed in the fire.",
            ),
            (
                "A worn valve caused the gas leak, the utility said.",
                "The utility blamed a valve. Worn, it had caused the gas leak.",
            ),
            ("Police said two men were arrested in Pelt.", "Two men were arrested in Pelt by police."),
            ("A worn valve caused the gas leak, it said.", "A worn valve had caused the gas leak."),
            ("A quake hit Delby, the USGS said.", "A quake hit Delby, according to the geological survey."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Name,
        why: "roles-exchanged",
        needs_context: false,
        read: |texts| texts.map(participants::slots_in),
        exclude: participants::exclude,
        examples: &[
            ("Brightwell sued Canfield in 2023.", "A court heard that in 2023 Canfield had sued Brightwell."),
            ("The estate was sold by the Duhamel family.", "On Friday the estate was sold to the Duhamel family."),
        ],
        counter_examples: &[
            ("Brightwell sued Canfield in 2023.", "A court heard that Canfield was sued by Brightwell in 2023."),
            ("The estate was sold by the Duhamel family.", "On Friday the Duhamel family sold the estate."),
            ("It is not the first time Castelo has lost.", "Castelo has lost before."),
            ("The storm sank the Ada.", "The Ada sank in the storm."),
            ("Marsh met Quill in Oslo.", "In Oslo Quill met Marsh."),
            ("Delby moved Smith to Orvel.", "Smith moved from Delby to Orvel."),
            ("Key points\n\nBrightwell to be sued\n\nMore later.", "Key points\n\nBrightwell sued\n\nMore later."),
            ("A man was arrested Friday.", "On Friday police arrested a man."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Name,
        why: "agent-replaced",
        needs_context: true,
        read: |texts| texts.map(agents::slots_in),
        exclude: agents::exclude,
        examples: &[
            (
                "Canfield said its rival Velmar hid the collision.",
                "Velmar said the collision was hidden by its rival Canfield.",
            ),
            ("Canfield owns the tower that Brightwell designed.", "Brightwell has the tower that Canfield designed."),
        ],
        counter_examples: &[
            (
                "Canfield said its rival Velmar hid the collision.",
                "The collision was hidden by Velmar, according to its rival, Canfield.",
            ),
            ("Webb and Quill painted the ceiling.", "Quill painted the ceiling together with Webb."),
            ("Webb met Quill in the chapel.", "Quill met Webb in the chapel."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Name,
        why: "owner-replaced",
        needs_context: true,
        read: |texts| texts.map(owners::slots_in),
        exclude: owners::exclude,
        examples: &[
            (
                "France's goalkeeper was hurt against Japan.",
                "The goalkeeper of the Japanese was hurt; Japan's goalkeeper fell against France.",
            ),
            ("A Norwegian trawler rammed a boat from Denmark.", "A boat from Norway was rammed by a Danish trawler."),
        ],
        counter_examples: &[
            ("France's goalkeeper was hurt against Japan.", "Against Japan the French goalkeeper was hurt."),
            ("A Norwegian trawler rammed a boat from Denmark.", "A boat from Denmark was rammed by Norway's trawler."),
            ("French ships met Danish ships.", "Danish ships were met by ships of the French."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Statement,
        why: "order-of-events",
        needs_context: false,
        read: |texts| texts.map(event_order::slots_in),
        exclude: |_, old, new| old.value != new.value,
        examples: &[
            (
                "Police used tear gas after protesters threw stones.",
                "Protesters threw stones after police used tear gas.",
            ),
            ("She sold the shares before the bank collapsed.", "After the bank collapsed she sold the shares."),
        ],
        counter_examples: &[
            ("She sold the shares before the bank collapsed.", "The bank collapsed after she sold the shares."),
            ("After the ship sank, divers searched the wreck.", "Divers searched the wreck after the ship sank."),
            ("Fans did not leave until the team arrived.", "Fans left after the team arrived."),
        ],
    },
    SlotRule {
        kind: ChangeKind::Name,
        why: "given-name-replaced",
        needs_context: false,
        read: |texts| texts.map(given_names::slots_in),
        exclude: given_names::exclude,
        examples: &[
            ("Marta Olsen will miss the final, Brann said.", "Brann must play the final without Marit Olsen."),
            ("Mayor Dan Webb opened the bridge.", "The bridge was opened by Tom Webb, the mayor."),
        ],
        counter_examples: &[
            ("Robert Webb opened the bridge.", "The bridge was opened by Bob Webb, the mayor."),
            ("Dan Webb and Tom Webb opened the bridge.", "The bridge was opened by Tom Webb, a brother."),
            ("Dan Webb and his wife, Ann, live in Pelt.", "Ann Webb lives in Pelt with her husband, Dan."),
        ],
    },
];
