//! Answers whether one date is another one, written more exactly: 2024-06-03 and 2024-06.

use super::Edtf;

impl Edtf {
    /// Returns whether this date is `other`, written at least as exactly: 2024-06-03 refines 2024-06.
    pub fn refines(&self, other: &Self) -> bool {
        self.as_str().starts_with(other.as_str())
    }

    /// Returns whether this date is the year or month of `fine`, which is no interval.
    pub fn is_coarser_form_of(&self, fine: &Self) -> bool {
        let rest = fine.as_str().strip_prefix(self.as_str());
        !fine.is_interval() && rest.is_some_and(|rest| rest.starts_with('-'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_refines_its_month_and_year() {
        for (fine, coarse, refines, is_coarser) in [
            ("2024-06-03", "2024-06", true, true),
            ("2024-06-03", "2024", true, true),
            ("2024-06-03", "2024-06-03", true, false),
            ("2024-06-03T10:00:00Z", "2024-06-03", true, false),
            ("2024-06-03/2024-06-05", "2024-06", true, false),
            ("2024-06-03", "2024-05", false, false),
            ("2024-06", "2024-06-03", false, false),
        ] {
            let (fine, coarse) = (Edtf::new(fine).expect("a date"), Edtf::new(coarse).expect("a date"));
            let found = (fine.refines(&coarse), coarse.is_coarser_form_of(&fine));
            assert_eq!(found, (refines, is_coarser), "{fine} {coarse}");
        }
    }
}
