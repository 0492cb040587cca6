//! The vocabularies of events.
//!
//! Answers for: the types and modes of PLOVER, which modes a type has, the root codes of CAMEO and how an
//! event stands to what is. Which words stand for which type is the third stage's work. The macro and the
//! trait are the parent module's.

use super::{Entry, Vocabulary};

vocabulary! {
    /// The type of an event (PLOVER).
    EventType {
        /// Agree to a cooperation, offer or promise it.
        Agree = "AGREE",
        /// Meet, visit, talk, negotiate.
        Consult = "CONSULT",
        /// Praise, endorse, recognise; begin or improve diplomatic relations; sign a treaty.
        Support = "SUPPORT",
        /// Yield in words: ease a restriction, allow, pardon, apologise.
        Concede = "CONCEDE",
        /// Work together in fact: trade, exchange, share.
        Cooperate = "COOPERATE",
        /// Give help: money, goods, asylum, protection.
        Aid = "AID",
        /// Withdraw, release, return, disarm, resign, cease fire.
        Retreat = "RETREAT",
        /// Ask, demand, appeal, order.
        Request = "REQUEST",
        /// Criticise, blame, accuse, sue, investigate.
        Accuse = "ACCUSE",
        /// Refuse, veto, defy.
        Reject = "REJECT",
        /// Threaten, warn.
        Threaten = "THREATEN",
        /// Demonstrate, strike, riot.
        Protest = "PROTEST",
        /// Reduce relations: break them off, expel, impose sanctions, cancel.
        Sanction = "SANCTION",
        /// Move or raise forces, put them on alert.
        Mobilize = "MOBILIZE",
        /// Arrest, seize, ban, restrict.
        Coerce = "COERCE",
        /// Attack, kill, wound, abduct, destroy.
        Assault = "ASSAULT",
    }
}

vocabulary! {
    /// What an event is more closely, within its type (PLOVER).
    EventMode {
        /// CONSULT: the actor visits the recipient.
        Visit = "visit",
        /// CONSULT: they meet at a third party's.
        ThirdParty = "third-party",
        /// CONSULT: many meet, as in an alliance or an organisation.
        Multilateral = "multilateral",
        /// CONSULT: by telephone or otherwise from afar.
        Phone = "phone",
        /// AID: money and goods.
        Economic = "economic",
        /// AID: arms, forces, training.
        Military = "military",
        /// AID: food, medicine, rescue.
        Humanitarian = "humanitarian",
        /// AID: asylum.
        Asylum = "asylum",
        /// RETREAT: leave a territory or draw forces back; SANCTION: draw back people or means that are no
        /// forces.
        Withdraw = "withdraw",
        /// RETREAT: let captives go.
        Release = "release",
        /// RETREAT: give property back, let refugees home.
        Return = "return",
        /// RETREAT: give up arms.
        Disarm = "disarm",
        /// RETREAT: a truce.
        Ceasefire = "ceasefire",
        /// RETREAT: let observers, inspectors or helpers in.
        Access = "access",
        /// RETREAT: leave an office.
        Resign = "resign",
        /// REQUEST, REJECT: help or exchange of any kind.
        Assist = "assist",
        /// REQUEST, REJECT: a change of policy, government or institutions.
        Change = "change",
        /// REQUEST, REJECT: a concession: a release, a ceasefire, the end of a sanction.
        Yield = "yield",
        /// REQUEST, REJECT: a meeting or a negotiation.
        Meet = "meet",
        /// ACCUSE: criticise, condemn, complain.
        Disapprove = "disapprove",
        /// ACCUSE: look into.
        Investigate = "investigate",
        /// ACCUSE: say that somebody did wrong, in court too.
        Allege = "allege",
        /// THREATEN, COERCE: limit movement, trade or freedoms.
        Restrict = "restrict",
        /// THREATEN, COERCE: forbid people or organisations.
        Ban = "ban",
        /// THREATEN, COERCE: arrest, detain, charge.
        Arrest = "arrest",
        /// THREATEN: suspend relations or talks.
        Relations = "relations",
        /// THREATEN, SANCTION: expel from a country or an organisation.
        Expel = "expel",
        /// THREATEN: occupy territory.
        Territory = "territory",
        /// THREATEN: violence.
        Violence = "violence",
        /// PROTEST: a demonstration, peaceful for the most part.
        Demo = "demo",
        /// PROTEST: a riot.
        Riot = "riot",
        /// PROTEST: a strike of all trades.
        StrikeGeneral = "strike-gen",
        /// PROTEST: a strike of one trade or firm.
        StrikeLimited = "strike-lim",
        /// PROTEST: a hunger strike.
        StrikeHunger = "strike-hun",
        /// PROTEST: a boycott.
        Boycott = "boycott",
        /// PROTEST: block a passage.
        Obstruct = "obstruct",
        /// SANCTION: find guilty or liable.
        Convict = "convict",
        /// SANCTION: cancel or put off a meeting or a deal.
        Cancel = "cancel",
        /// SANCTION: reduce or break off relations, trade or aid.
        Sever = "sever",
        /// MOBILIZE: armed forces.
        Troops = "troops",
        /// MOBILIZE: weapons.
        Weapons = "weapons",
        /// MOBILIZE: police.
        Police = "police",
        /// COERCE: take property, search for it.
        Confiscate = "confiscate",
        /// COERCE: keep publications down.
        Censor = "censor",
        /// COERCE: a curfew.
        Curfew = "curfew",
        /// COERCE: a state of emergency.
        MartialLaw = "martial-law",
        /// COERCE: send people out of the country.
        Deport = "deport",
        /// COERCE: cut off power, water, the internet or supplies.
        Withhold = "withhold",
        /// ASSAULT: abduct, hijack, take hostage.
        Abduct = "abduct",
        /// ASSAULT: with the body alone.
        Beat = "beat",
        /// ASSAULT: torture.
        Torture = "torture",
        /// ASSAULT: execute by law.
        Execute = "execute",
        /// ASSAULT: sexual violence.
        Sexual = "sexual",
        /// ASSAULT: kill a chosen person for political ends.
        Assassinate = "assassinate",
        /// ASSAULT: destroy or damage property.
        Destroy = "destroy",
        /// ASSAULT: with fire, blades, stones.
        Primitive = "primitive",
        /// ASSAULT: with guns that one person carries.
        Firearms = "firearms",
        /// ASSAULT: with bombs or mines.
        Explosives = "explosives",
        /// ASSAULT: an attack in which the attacker means to die.
        SuicideAttack = "suicide-attack",
        /// ASSAULT: with artillery, rockets, aircraft.
        HeavyWeapons = "heavy-weapons",
    }
}

vocabulary! {
    /// The root code of CAMEO that an event would have there.
    CameoRoot {
        /// Appeal.
        Appeal = "02",
        /// Express intent to cooperate.
        ExpressIntent = "03",
        /// Consult.
        Consult = "04",
        /// Engage in diplomatic cooperation.
        DiplomaticCooperation = "05",
        /// Engage in material cooperation.
        MaterialCooperation = "06",
        /// Provide aid.
        ProvideAid = "07",
        /// Yield.
        Yield = "08",
        /// Investigate.
        Investigate = "09",
        /// Demand.
        Demand = "10",
        /// Disapprove.
        Disapprove = "11",
        /// Reject.
        Reject = "12",
        /// Threaten.
        Threaten = "13",
        /// Protest.
        Protest = "14",
        /// Exhibit force posture.
        ForcePosture = "15",
        /// Reduce relations.
        ReduceRelations = "16",
        /// Coerce.
        Coerce = "17",
        /// Assault.
        Assault = "18",
        /// Fight.
        Fight = "19",
        /// Use unconventional mass violence.
        MassViolence = "20",
    }
}

vocabulary! {
    /// How an event stands to what is: its auxiliary mode.
    EventStatus {
        /// It happened or is happening.
        Actual = "actual",
        /// It is said to come.
        Future = "future",
        /// It may, should or would be.
        Hypothetical = "hypothetical",
        /// It did not happen.
        Negated = "negated",
    }
}

impl EventType {
    /// The modes that an event of this type may have.
    pub const fn modes(self) -> &'static [EventMode] {
        use EventMode as M;
        match self {
            Self::Agree | Self::Support | Self::Concede | Self::Cooperate => &[],
            Self::Consult => &[M::Visit, M::ThirdParty, M::Multilateral, M::Phone],
            Self::Aid => &[M::Economic, M::Military, M::Humanitarian, M::Asylum],
            Self::Retreat => {
                &[M::Withdraw, M::Release, M::Return, M::Disarm, M::Ceasefire, M::Access, M::Resign]
            }
            Self::Request | Self::Reject => &[M::Assist, M::Change, M::Yield, M::Meet],
            Self::Accuse => &[M::Disapprove, M::Investigate, M::Allege],
            Self::Threaten => {
                &[M::Restrict, M::Ban, M::Arrest, M::Relations, M::Expel, M::Territory, M::Violence]
            }
            Self::Protest => &[
                M::Demo,
                M::Riot,
                M::StrikeGeneral,
                M::StrikeLimited,
                M::StrikeHunger,
                M::Boycott,
                M::Obstruct,
            ],
            Self::Sanction => &[M::Convict, M::Cancel, M::Expel, M::Withdraw, M::Sever],
            Self::Mobilize => &[M::Troops, M::Weapons, M::Police],
            Self::Coerce => &[
                M::Confiscate,
                M::Restrict,
                M::Ban,
                M::Censor,
                M::Curfew,
                M::MartialLaw,
                M::Arrest,
                M::Deport,
                M::Withhold,
            ],
            Self::Assault => &[
                M::Abduct,
                M::Beat,
                M::Torture,
                M::Execute,
                M::Sexual,
                M::Assassinate,
                M::Destroy,
                M::Primitive,
                M::Firearms,
                M::Explosives,
                M::SuicideAttack,
                M::HeavyWeapons,
            ],
        }
    }
}
