//! Which of many keys come more than once.
//!
//! Answers for: telling, in two bits a place, a key that came twice from one that came once. A key that shares its place with
//! another is taken for one that came twice; never the reverse.

/// How many places there are for each key, and how many at most.
const PLACES: u64 = 2;
const MOST: u64 = 1 << 30;

/// How many places a number has: two bits each, the lower for what came, the upper for what came again.
const EACH: usize = u64::BITS as usize / 2;

/// What has come so far.
#[derive(Debug)]
pub(super) struct Sieve {
    bits: Vec<u64>,
    /// How many keys found their place taken.
    repeats: u64,
}

impl Sieve {
    /// One for about so many keys.
    pub(super) fn new(keys: u64) -> Self {
        let places = (keys * PLACES).next_power_of_two().clamp(EACH as u64, MOST);
        Self { bits: vec![0; usize::try_from(places).unwrap_or(usize::MAX) / EACH], repeats: 0 }
    }

    /// Adds a key, which is a hash.
    pub(super) fn add(&mut self, key: u64) {
        let (at, came) = self.place(key);
        let bits = &mut self.bits[at];
        if *bits & came != 0 {
            *bits |= came << 1;
            self.repeats += 1;
        }
        *bits |= came;
    }

    /// Whether `key` came more than once.
    pub(super) fn is_shared(&self, key: u64) -> bool {
        let (at, came) = self.place(key);
        self.bits[at] & (came << 1) != 0
    }

    /// How many of the keys came more than once, at most.
    pub(super) const fn shared(&self) -> u64 {
        2 * self.repeats
    }

    /// The number with the bits of a key, and the lower one: from its upper half, as the lower half tells the share.
    const fn place(&self, key: u64) -> (usize, u64) {
        let place = (key >> 32) as usize;
        ((place / EACH) & (self.bits.len() - 1), 1 << (2 * (place % EACH)))
    }
}

#[cfg(test)]
mod tests {
    use super::Sieve;
    use crate::digest::pair_hash;

    #[test]
    fn what_comes_twice_is_shared_and_little_else() {
        let key = |number| pair_hash(number, number);
        let mut sieve = Sieve::new(2000);
        (0..1000).chain(900..1000).for_each(|number| sieve.add(key(number)));
        assert!((900..1000).all(|number| sieve.is_shared(key(number))));
        let wrong = (0..900).filter(|&number| sieve.is_shared(key(number))).count();
        assert!(wrong < 300, "{wrong}");
        assert!((200..800).contains(&sieve.shared()), "{}", sieve.shared());
    }
}
