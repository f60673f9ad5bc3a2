//! Unpacks weights: the same numbers as in memory, kept in an order in which they compress.
//!
//! The checks of a table are random bits, its contents are not, and whatever
//! packs a file (a crate, a clone) counts bytes without asking which are which.
//! So in the files the entries lie in planes: how many each bucket holds, then
//! the low bytes of all checks, the high ones, and both halves of the contents.
//! That saves a twentieth of the crate. `build.rs` brings them back into the layout of
//! `weights`; it includes this file by its path, so nothing here uses the crate.
//!
//! Layout: `u32` length of what precedes the table (the outer weights of a
//! network), those bytes, the header of `weights`, the planes, the rows.

/// Bytes of a bucket.
pub const BUCKET: usize = 16;
/// Bytes of the header of a table.
pub const HEADER: usize = 8;

/// Returns the layout that is read in place; `None` for bytes of any other kind.
pub fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let (lead, rest) = packed.split_at_checked(4)?;
    let (lead, rest) = rest.split_at_checked(number(lead)?)?;
    let (header, rest) = rest.split_at_checked(HEADER)?;
    let (counts, rest) = rest.split_at_checked(number(&header[..4])?)?;
    let n_entries = counts.iter().map(|&count| usize::from(count)).sum();
    let (check_low, rest) = rest.split_at_checked(n_entries)?;
    let (check_high, rest) = rest.split_at_checked(n_entries)?;
    let (low, rest) = rest.split_at_checked(n_entries)?;
    let (high, rows) = rest.split_at_checked(n_entries)?;
    let mut bytes = [lead, header].concat();
    let mut entry = 0;
    for &count in counts {
        let end = bytes.len() + BUCKET;
        for _ in 0..count {
            bytes.extend([low[entry], high[entry], check_low[entry], check_high[entry]]);
            entry += 1;
        }
        bytes.resize(end, 0);
    }
    bytes.extend(rows);
    Some(bytes)
}

fn number(bytes: &[u8]) -> Option<usize> {
    Some(u32::from_le_bytes(bytes.try_into().ok()?) as usize)
}
