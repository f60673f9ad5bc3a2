//! Stores a list serialized; each member is decoded on first access.
//!
//! A story of a thousand articles has twenty thousand chains, and one more version
//! of one article touches a few hundred of them. So each is encoded by itself:
//! what nobody asks for is neither decoded nor encoded again when the list is kept
//! again. A checksum over all members is read with the list, so that damaged bytes
//! are an error there, and the caller can rebuild what the list was made of.

use std::hash::Hasher;
use std::ops::{Index, IndexMut};
use std::sync::OnceLock;

use rustc_hash::FxHasher;
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_bytes::ByteBuf;

/// A list of values, of which some are encoded still.
#[derive(Clone, Debug)]
pub struct LazyList<T> {
    encoded: Vec<u8>,
    /// Where each encoded member ends.
    ends: Vec<usize>,
    members: Vec<OnceLock<Box<T>>>,
}

impl<T> Default for LazyList<T> {
    fn default() -> Self {
        Self { encoded: Vec::new(), ends: Vec::new(), members: Vec::new() }
    }
}

impl<T> LazyList<T> {
    /// Returns how many members there are.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Adds a member at the end.
    pub fn push(&mut self, member: T) {
        self.members.push(OnceLock::from(Box::new(member)));
    }

    /// Returns the bytes of a member that was encoded.
    fn bytes(&self, at: usize) -> &[u8] {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.encoded[start..self.ends[at]]
    }
}

impl<T: Default + DeserializeOwned> LazyList<T> {
    /// Returns all members, each decoded.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        (0..self.len()).map(|at| &self[at])
    }

    /// Decodes a member. The checksum held, so the bytes are those that were encoded; were they not, the default member
    /// stands in for it.
    fn decode(&self, at: usize) -> T {
        postcard::from_bytes(self.bytes(at)).unwrap_or_default()
    }
}

impl<T: Default + DeserializeOwned> Index<usize> for LazyList<T> {
    type Output = T;

    fn index(&self, at: usize) -> &T {
        self.members[at].get_or_init(|| Box::new(self.decode(at)))
    }
}

impl<T: Default + DeserializeOwned> IndexMut<usize> for LazyList<T> {
    fn index_mut(&mut self, at: usize) -> &mut T {
        if self.members[at].get().is_none() {
            self.members[at] = OnceLock::from(Box::new(self.decode(at)));
        }
        self.members[at].get_mut().expect("the member was decoded just now")
    }
}

impl<T: Default + DeserializeOwned + PartialEq> PartialEq for LazyList<T> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

fn checksum(ends: &[usize], bytes: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    ends.iter().for_each(|&end| hasher.write_usize(end));
    hasher.write(bytes);
    hasher.finish()
}

impl<T: Serialize> Serialize for LazyList<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (mut ends, mut bytes) = (Vec::with_capacity(self.len()), Vec::with_capacity(self.encoded.len()));
        for (at, member) in self.members.iter().enumerate() {
            match member.get() {
                Some(member) => bytes = postcard::to_extend(member, bytes).map_err(serde::ser::Error::custom)?,
                None => bytes.extend_from_slice(self.bytes(at)),
            }
            ends.push(bytes.len());
        }
        (checksum(&ends, &bytes), ends, ByteBuf::from(bytes)).serialize(serializer)
    }
}

impl<'de, T> Deserialize<'de> for LazyList<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (sum, ends, bytes) = <(u64, Vec<usize>, ByteBuf)>::deserialize(deserializer)?;
        let encoded = bytes.into_vec();
        if sum != checksum(&ends, &encoded) {
            return Err(D::Error::custom("the list's checksum does not hold"));
        }
        if !ends.is_sorted() || ends.last().copied().unwrap_or_default() != encoded.len() {
            return Err(D::Error::custom("the list's members are not as long as noted"));
        }
        let members = ends.iter().map(|_| OnceLock::new()).collect();
        Ok(Self { encoded, ends, members })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::EntryKind;
    use crate::timeline::history::chain::MentionChain;

    fn chain(paragraph: usize) -> MentionChain {
        MentionChain { began_as: EntryKind::Planned, paragraph, ..MentionChain::default() }
    }

    fn encoded(n: usize) -> Vec<u8> {
        let mut list = LazyList::default();
        (0..n).for_each(|at| list.push(chain(at)));
        postcard::to_stdvec(&list).unwrap()
    }

    #[test]
    fn members_are_decoded_one_by_one() {
        let mut again: LazyList<MentionChain> = postcard::from_bytes(&encoded(5)).unwrap();
        assert_eq!(again[3], chain(3));
        again[1].paragraph = 300;
        again.push(chain(5));
        let more: LazyList<MentionChain> = postcard::from_bytes(&postcard::to_stdvec(&again).unwrap()).unwrap();
        assert_eq!(more, again);
        assert_eq!(more.iter().map(|chain| chain.paragraph).collect::<Vec<_>>(), [0, 300, 2, 3, 4, 5]);
    }

    #[test]
    fn damaged_bytes_are_an_error_so_that_the_caller_rebuilds() {
        let whole = encoded(5);
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 0b0100_0001;
            let read = postcard::from_bytes::<LazyList<MentionChain>>(&damaged);
            assert!(read.is_err(), "byte {at} of {}", whole.len());
        }
    }

    #[test]
    fn a_member_that_cannot_be_decoded_panics_nowhere() {
        let (encoded, ends) = (vec![0xff; 3], vec![3]);
        let list: LazyList<MentionChain> = LazyList { encoded, ends, members: vec![OnceLock::new()] };
        let chain = &list[0];
        assert_eq!((chain.text(), chain.first(), chain.last(), chain.shown().text.as_str()), ("", 0, 0, ""));
        let empty = MentionChain { wordings: Vec::new(), ..MentionChain::default() };
        assert_eq!((empty.text(), empty.first(), empty.last()), ("", 0, 0));
    }
}
