//! Reads learnt weights in place, straight from the bytes of the program.
//!
//! A model is a table of buckets, sixteen bytes each, that a key leads to; a
//! bucket holds four entries of a 16-bit check and 16 bits of content. In
//! [`Pairs`] the content is two weights; in [`WeightRows`] it is the number of a row
//! with a weight for each class. Nothing is parsed at start, and one feature
//! costs one or two cache lines.
//!
//! Layout: `u32` number of buckets (a power of two), `u32` width of a row, the
//! buckets, the rows. All numbers are little-endian. The files hold the same in
//! the order of [`super::packed`].

use super::packed::{BUCKET, HEADER};

const ENTRIES: usize = BUCKET / 4;

/// Two weights for each feature, measured against a third class that has none.
#[derive(Clone, Copy, Debug)]
pub struct Pairs<'w> {
    index: Index<'w>,
}

/// A weight for each of `W` classes, for each feature.
#[derive(Clone, Copy, Debug)]
pub struct WeightRows<'w, const W: usize> {
    index: Index<'w>,
    rows: &'w [[u8; W]],
}

/// Sixteen bits for each key.
#[derive(Clone, Copy, Debug)]
pub struct Table<'w> {
    index: Index<'w>,
}

impl<'w> Table<'w> {
    /// Reads the layout in place; bytes of any other kind hold nothing.
    pub fn new(bytes: &'w [u8]) -> Self {
        Self { index: Index::new(bytes).0 }
    }

    /// Returns what is stored for `key`; 0 when nothing is.
    pub fn find(&self, key: u64) -> u16 {
        self.index.find(key)
    }
}

#[derive(Clone, Copy, Debug)]
struct Index<'w> {
    buckets: &'w [[u8; BUCKET]],
    mask: u64,
}

impl<'w> Index<'w> {
    fn new(bytes: &'w [u8]) -> (Self, &'w [u8]) {
        let n_buckets = bytes.get(..4).map_or(0, |n| u32::from_le_bytes([n[0], n[1], n[2], n[3]])) as usize;
        let end = HEADER + n_buckets * BUCKET;
        match bytes.get(HEADER..end) {
            Some(buckets) if n_buckets.is_power_of_two() => {
                (Self { buckets: buckets.as_chunks().0, mask: n_buckets as u64 - 1 }, &bytes[end..])
            }
            _ => (Self { buckets: &[[0; BUCKET]], mask: 0 }, &[]),
        }
    }

    /// Returns the entries of the bucket of `key`, those of other keys as 0: at most one is left.
    ///
    /// All four are compared at once, without a branch.
    #[inline]
    fn entries(&self, key: u64) -> [u32; ENTRIES] {
        let (bucket, check) = place(key, self.mask);
        let (entries, _) = self.buckets[bucket].as_chunks();
        let mut found = [0; ENTRIES];
        for (at, found) in found.iter_mut().enumerate() {
            let entry = u32::from_le_bytes(entries[at]);
            *found = if entry >> 16 == u32::from(check) { entry } else { 0 };
        }
        found
    }

    /// Returns the content stored for `key`; 0 when there is none.
    #[inline]
    fn find(&self, key: u64) -> u16 {
        let [a, b, c, d] = self.entries(key);
        (a | b | c | d) as u16
    }
}

/// Returns the bucket of a key and the check that tells it from its neighbours; never 0.
fn place(key: u64, mask: u64) -> (usize, u16) {
    ((key >> 20 & mask) as usize, key as u16 | 1)
}

impl<'w> Pairs<'w> {
    /// Reads the layout in place; bytes of any other kind hold nothing.
    pub fn new(bytes: &'w [u8]) -> Self {
        Self { index: Index::new(bytes).0 }
    }

    /// Returns the sums of the two weights over `keys`.
    pub fn score(&self, keys: &[u64]) -> (i32, i32) {
        let (mut first, mut second) = ([0; ENTRIES], [0; ENTRIES]);
        for &key in keys {
            let entries = self.index.entries(key);
            for (at, entry) in entries.into_iter().enumerate() {
                first[at] += (entry << 24).cast_signed() >> 24;
                second[at] += (entry << 16).cast_signed() >> 24;
            }
        }
        (first.iter().sum(), second.iter().sum())
    }
}

/// Features whose rows are looked up before the first of them is read.
const AT_ONCE: usize = 64;

impl<'w, const W: usize> WeightRows<'w, W> {
    /// Reads the layout in place; bytes of any other kind hold nothing.
    pub fn new(bytes: &'w [u8]) -> Self {
        let (index, rows) = Index::new(bytes);
        Self { index, rows: rows.as_chunks().0 }
    }

    /// Adds the weights of every class over `keys` to `scores`.
    ///
    /// First all rows are found, then all are read, so that the memory answers many questions at a time.
    pub fn add(&self, keys: &[u64], scores: &mut [i16; W]) {
        for keys in keys.chunks(AT_ONCE) {
            let (mut found, mut n_found) = ([0; AT_ONCE], 0);
            for &key in keys {
                let row = self.index.find(key);
                found[n_found] = row;
                n_found += usize::from(row != 0);
            }
            for row in found[..n_found].iter().filter_map(|&row| self.rows.get(usize::from(row))) {
                add_row(scores, row);
            }
        }
    }
}

/// Adds a row to the sums.
///
/// On its own it becomes a few wide instructions; within the loop around it, it does not.
#[inline(never)]
fn add_row<const W: usize>(scores: &mut [i16; W], row: &[u8; W]) {
    for (at, sum) in scores.iter_mut().enumerate() {
        *sum += i16::from(row[at].cast_signed());
    }
}

/// Writes weights in the layout that is read in place.
pub mod write {
    use super::{BUCKET, ENTRIES, HEADER, place};

    /// Lays out `keys` in `n_buckets`; the first come first, what finds no room is left out.
    ///
    /// `content` is asked for the content of each key that finds room, by its place among the keys.
    fn index(
        n_buckets: usize,
        keys: impl Iterator<Item = u64>,
        mut content: impl FnMut(usize) -> u16,
    ) -> (Vec<u8>, usize) {
        let mut buckets = vec![0_u8; n_buckets * BUCKET];
        let mut left_out = 0;
        for (at, key) in keys.enumerate() {
            let (bucket, check) = place(key, n_buckets as u64 - 1);
            let bucket = &mut buckets[bucket * BUCKET..][..BUCKET];
            let taken = |entry: usize| u16::from_le_bytes([bucket[entry * 4 + 2], bucket[entry * 4 + 3]]);
            if (0..ENTRIES).any(|entry| taken(entry) == check) {
                left_out += 1;
                continue;
            }
            let Some(free) = (0..ENTRIES).find(|&entry| taken(entry) == 0) else {
                left_out += 1;
                continue;
            };
            bucket[free * 4..free * 4 + 2].copy_from_slice(&content(at).to_le_bytes());
            bucket[free * 4 + 2..free * 4 + 4].copy_from_slice(&check.to_le_bytes());
        }
        (buckets, left_out)
    }

    fn header(n_buckets: usize, width: usize) -> Vec<u8> {
        [(n_buckets as u32).to_le_bytes(), (width as u32).to_le_bytes()].concat()
    }

    /// Returns the bytes of [`super::Table`] and how many keys found no room; the weightiest first.
    pub fn table(n_buckets: usize, contents: &[(u64, u16)]) -> (Vec<u8>, usize) {
        let (buckets, left_out) = index(n_buckets, contents.iter().map(|(key, _)| *key), |at| contents[at].1);
        ([header(n_buckets, 1), buckets].concat(), left_out)
    }

    /// Returns the bytes of [`super::Pairs`] and how many features found no room; the heaviest first.
    pub fn pairs(n_buckets: usize, features: &[(u64, [i8; 2])]) -> (Vec<u8>, usize) {
        let content = |at: usize| u16::from_le_bytes(features[at].1.map(i8::cast_unsigned));
        let (buckets, left_out) = index(n_buckets, features.iter().map(|(key, _)| *key), content);
        ([header(n_buckets, 2), buckets].concat(), left_out)
    }

    /// Returns the bytes of [`super::WeightRows`] and how many features found no room; the heaviest first.
    pub fn rows<const W: usize>(n_buckets: usize, features: &[(u64, [i8; W])]) -> (Vec<u8>, usize) {
        assert!(features.len() < usize::from(u16::MAX), "a row's number has 16 bits");
        let (mut rows, mut n_rows) = (vec![0; W], 0);
        let (buckets, left_out) = index(n_buckets, features.iter().map(|(key, _)| *key), |at| {
            rows.extend(features[at].1.map(i8::cast_unsigned));
            n_rows += 1;
            n_rows
        });
        ([header(n_buckets, W), buckets, rows].concat(), left_out)
    }

    /// Returns the bytes of a file: those that are read in place, of which `lead` precede the table, as
    /// [`super::super::packed`] unpacks them.
    pub fn packed(lead: usize, bytes: &[u8]) -> Vec<u8> {
        let (lead, table) = bytes.split_at(lead);
        let (header, rest) = table.split_at(HEADER);
        let n_buckets = u32::from_le_bytes([header[0], header[1], header[2], header[3]]) as usize;
        let (buckets, rows) = rest.split_at(n_buckets * BUCKET);
        let entries = buckets.as_chunks::<4>().0;
        let is_used = |entry: &&[u8; 4]| entry[2..] != [0, 0];
        let counts = entries.as_chunks::<ENTRIES>().0.iter().map(|bucket| bucket.iter().filter(is_used).count() as u8);
        let mut packed = [&(lead.len() as u32).to_le_bytes(), lead, header].concat();
        packed.extend(counts);
        for byte in [2, 3, 0, 1] {
            packed.extend(entries.iter().filter(is_used).map(|entry| entry[byte]));
        }
        packed.extend(rows);
        packed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::grammar::packed::unpack;

    #[test]
    fn what_is_written_is_read() {
        let key = |n: u64| n.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let (bytes, left_out) = write::pairs(16, &[(key(1), [5, -7]), (key(2), [100, 1])]);
        assert_eq!((Pairs::new(&bytes).score(&[key(1), key(2), key(3)]), left_out), ((105, -6), 0));
        let (bytes, _) = write::rows::<4>(16, &[(key(1), [1, 2, 3, -4]), (key(2), [1, 1, 1, 1])]);
        let mut scores = [0; 4];
        WeightRows::<4>::new(&bytes).add(&[key(2), key(3), key(1)], &mut scores);
        assert_eq!(scores, [2, 3, 4, -3]);
    }

    #[test]
    fn what_is_packed_is_unpacked() {
        let key = |n: u64| n.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let features: Vec<(u64, [i8; 3])> = (1..40).map(|n| (key(n), [n as i8, 0, -7])).collect();
        let (table, left_out) = write::rows(8, &features);
        let bytes = [&[9; 6], &table[..]].concat();
        let packed = write::packed(6, &bytes);
        assert!(left_out > 0);
        assert_eq!(unpack(&packed), Some(bytes));
        assert!((0..packed.len()).step_by(9).all(|end| unpack(&packed[..end]) != unpack(&packed)));
        assert_eq!((unpack(&[]), unpack(&[255; 40])), (None, None));
    }

    #[test]
    fn rows_without_room_are_not_kept() {
        let (bytes, left_out) = write::rows::<2>(1, &[1, 3, 5, 7, 9].map(|key| (key, [1, 1])));
        assert_eq!((bytes.len(), left_out), (HEADER + BUCKET + (1 + ENTRIES) * 2, 1));
    }

    #[test]
    fn no_weights_score_nothing() {
        assert_eq!(Pairs::new(&[]).score(&[1, 2]), (0, 0));
        let mut scores = [0; 8];
        WeightRows::<8>::new(&[1, 2, 3]).add(&[1], &mut scores);
        assert_eq!(scores, [0; 8]);
    }
}
