//! Lists currencies; the words for them and all other units of measure are in `text/units_table.rs`.

/// What stands before an amount of money, longest first.
#[rustfmt::skip]
pub(super) const CURRENCY_SIGNS: &[(&str, &str)] = &[
    ("HK$", "HKD"), ("US$", "USD"), ("NZ$", "NZD"), ("NT$", "TWD"), ("AU$", "AUD"), ("CA$", "CAD"), ("MX$", "MXN"), ("RMB", "CNY"),
    ("KSh", "KES"), ("Ksh", "KES"),
    ("A$", "AUD"), ("C$", "CAD"), ("R$", "BRL"), ("S$", "SGD"), ("E£", "EGP"), ("Rs", "INR"), ("RM", "MYR"), ("Sh", "shilling"),
    ("$", "USD"), ("£", "GBP"), ("€", "EUR"), ("¥", "JPY"), ("₹", "INR"), ("₽", "RUB"), ("₺", "TRY"), ("₴", "UAH"), ("₩", "KRW"),
    ("₪", "ILS"), ("₦", "NGN"), ("₱", "PHP"), ("฿", "THB"), ("₫", "VND"), ("₿", "BTC"),
];

/// Codes of ISO 4217 that stand before or after an amount. Sorted.
#[rustfmt::skip]
pub(super) const CURRENCY_CODES: &[&str] = &[
    "AED", "ARS", "AUD", "BDT", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP", "EUR", "GBP", "GHS", "HKD", "HUF",
    "IDR", "ILS", "INR", "JPY", "KES", "KRW", "KWD", "LKR", "MXN", "MYR", "NGN", "NOK", "NZD", "PEN", "PHP", "PKR", "PLN", "QAR",
    "RON", "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "TZS", "UAH", "UGX", "USD", "VND", "ZAR",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(CURRENCY_CODES.is_sorted());
        assert!(CURRENCY_SIGNS.is_sorted_by_key(|(sign, _)| 9 - sign.chars().count()));
    }
}
