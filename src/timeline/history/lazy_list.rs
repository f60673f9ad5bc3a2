//! Holds an article's threads packed, each until it is looked at.
//!
//! A story of a thousand articles has twenty thousand threads, and one more version
//! of one article touches a few hundred of them. So each is packed for itself:
//! what nobody asks for is neither taken out nor, when the article is kept again,
//! put in anew.

use std::fmt;
use std::ops::{Index, IndexMut};
use std::sync::OnceLock;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::track::MentionChain;

/// Threads in order of first telling.
#[derive(Clone, Debug, Default)]
pub struct LazyList {
    packed: Vec<u8>,
    /// Where each thread that was packed ends.
    ends: Vec<usize>,
    chains: Vec<OnceLock<Box<MentionChain>>>,
}

impl LazyList {
    pub fn len(&self) -> usize {
        self.chains.len()
    }

    pub fn push(&mut self, chain: MentionChain) {
        self.chains.push(OnceLock::from(Box::new(chain)));
    }

    /// Takes out all of them.
    pub fn iter(&self) -> impl Iterator<Item = &MentionChain> {
        (0..self.len()).map(|at| &self[at])
    }

    /// Returns the bytes that a thread was packed into.
    fn bytes(&self, at: usize) -> &[u8] {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.packed[start..self.ends[at]]
    }

    /// Takes a thread out. The bytes are those that were packed, for a checksum stands beside them.
    fn taken(&self, at: usize) -> Box<MentionChain> {
        Box::new(postcard::from_bytes(self.bytes(at)).unwrap_or_default())
    }
}

impl Index<usize> for LazyList {
    type Output = MentionChain;

    fn index(&self, at: usize) -> &MentionChain {
        self.chains[at].get_or_init(|| self.taken(at))
    }
}

impl IndexMut<usize> for LazyList {
    fn index_mut(&mut self, at: usize) -> &mut MentionChain {
        if self.chains[at].get().is_none() {
            self.chains[at] = OnceLock::from(self.taken(at));
        }
        self.chains[at].get_mut().expect("it was taken out just now")
    }
}

impl PartialEq for LazyList {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

/// Bytes as one run, not one by one.
struct ByteRun<T>(T);

impl<T: AsRef<[u8]>> Serialize for ByteRun<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0.as_ref())
    }
}

impl<'de> Deserialize<'de> for ByteRun<Vec<u8>> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Bytes;
        impl Visitor<'_> for Bytes {
            type Value = Vec<u8>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a run of bytes")
            }

            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
                Ok(bytes.to_vec())
            }
        }
        deserializer.deserialize_bytes(Bytes).map(Self)
    }
}

impl Serialize for LazyList {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (mut ends, mut packed) = (Vec::with_capacity(self.len()), Vec::with_capacity(self.packed.len()));
        for (at, chain) in self.chains.iter().enumerate() {
            match chain.get() {
                Some(chain) => packed = postcard::to_extend(chain, packed).map_err(serde::ser::Error::custom)?,
                None => packed.extend_from_slice(self.bytes(at)),
            }
            ends.push(packed.len());
        }
        (ends, ByteRun(packed)).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for LazyList {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (ends, ByteRun(packed)) = <(Vec<usize>, ByteRun<Vec<u8>>)>::deserialize(deserializer)?;
        if !ends.is_sorted() || ends.last().is_some_and(|&end| end != packed.len()) {
            return Err(D::Error::custom("threads of another length than noted"));
        }
        let chains = ends.iter().map(|_| OnceLock::new()).collect();
        Ok(Self { packed, ends, chains })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::EntryKind;

    #[test]
    fn threads_come_back_one_by_one() {
        let chain = |paragraph| {
            let mut chain = MentionChain::default();
            (chain.began_as, chain.paragraph) = (EntryKind::Planned, paragraph);
            chain
        };
        let mut shelf = LazyList::default();
        (0..5).for_each(|at| shelf.push(chain(at)));
        let kept = postcard::to_stdvec(&shelf).unwrap();
        let mut again: LazyList = postcard::from_bytes(&kept).unwrap();
        assert_eq!(again[3], chain(3));
        again[1].paragraph = 300;
        again.push(chain(5));
        let more: LazyList = postcard::from_bytes(&postcard::to_stdvec(&again).unwrap()).unwrap();
        assert_eq!(more, again);
        assert_eq!(more.iter().map(|chain| chain.paragraph).collect::<Vec<_>>(), [0, 300, 2, 3, 4, 5]);
    }
}
