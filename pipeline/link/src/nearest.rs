//! The strongest ties between items.
//!
//! Answers for: keeping, of the ties of each item, those that hold best, so that memory grows with the items and not with
//! the ties of a crowd.

/// How many ties may gather in any case before the weakest go.
const ROOM: usize = 1 << 22;

/// Two items that may belong together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Tie {
    /// How strong it is.
    pub(crate) strength: f32,
    /// The items, the lower first.
    pub(crate) one: u32,
    /// The higher.
    pub(crate) other: u32,
}

/// The strongest ties so far.
#[derive(Debug)]
pub(crate) struct Nearest {
    ties: Vec<Tie>,
    items: usize,
    /// How many ties of an item are kept at least.
    each: u8,
    /// How many ties may gather before the weakest go.
    room: usize,
}

impl Nearest {
    /// No ties of so many items, of each of which so many are to be kept.
    pub(crate) fn new(items: usize, each: u8) -> Self {
        Self { ties: Vec::new(), items, each, room: ROOM }
    }

    /// Adds a tie, perhaps again.
    pub(crate) fn add(&mut self, tie: Tie) {
        if self.ties.len() >= self.room {
            self.prune();
            self.room = ROOM.max(2 * self.ties.len());
        }
        self.ties.push(tie);
    }

    /// The ties, the strongest first.
    pub(crate) fn strongest_first(mut self) -> Vec<Tie> {
        self.prune();
        self.ties
    }

    /// Leaves, each once and the strongest first, the ties that are among the strongest of one of their items.
    fn prune(&mut self) {
        self.ties.sort_unstable_by(|one, other| {
            other.strength.total_cmp(&one.strength).then((one.one, one.other).cmp(&(other.one, other.other)))
        });
        self.ties.dedup();
        let mut kept = vec![0_u8; self.items];
        self.ties.retain(|tie| {
            let [one, other] = [tie.one, tie.other].map(|item| item as usize);
            let stays = kept[one].min(kept[other]) < self.each;
            kept[one] = kept[one].saturating_add(1);
            kept[other] = kept[other].saturating_add(1);
            stays
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{Nearest, Tie};

    const EACH: u8 = 4;

    #[test]
    fn the_weakest_ties_of_a_crowd_go_and_others_stay() {
        let mut nearest = Nearest::new(50, EACH);
        for one in 0..20_u32 {
            for other in one + 1..20 {
                let strength = 1.0 / (other - one) as f32;
                nearest.add(Tie { strength, one, other });
                nearest.add(Tie { strength, one, other });
            }
        }
        nearest.add(Tie { strength: 0.01, one: 30, other: 31 });
        let ties = nearest.strongest_first();
        assert!(
            (10 * usize::from(EACH)..=20 * usize::from(EACH) + 1).contains(&ties.len()),
            "{}",
            ties.len()
        );
        assert!(ties.iter().any(|tie| tie.one == 30));
        assert!(ties.windows(2).all(|pair| pair[0].strength >= pair[1].strength && pair[0] != pair[1]));
    }
}
