//! Lists what figures are measured in: currencies, shares, lengths, weights, and more.
//!
//! `12 per cent` has the unit `%`; `50 cents` is 0.5 USD; `two kilometres` is 2 km.

use crate::claim::numbers::pieces::PieceLine;

/// Words after a number that name its unit, in lower case.
pub struct MeasureUnit {
    pub words: &'static str,
    pub unit: &'static str,
    /// What one of them is in `unit`.
    pub factor: f64,
}

const fn unit(words: &'static str, unit: &'static str) -> MeasureUnit {
    MeasureUnit { words, unit, factor: 1.0 }
}

const fn part(words: &'static str, unit: &'static str, factor: f64) -> MeasureUnit {
    MeasureUnit { words, unit, factor }
}

/// Every unit, sorted by `words`; a longer match wins over a shorter one.
#[rustfmt::skip]
pub const UNITS: &[MeasureUnit] = &[
    unit("acre", "acres"), unit("acres", "acres"), unit("american dollars", "USD"), unit("australian dollars", "AUD"), unit("baht", "THB"),
    unit("barrel", "barrels"), unit("barrels", "barrels"), part("basis point", "pp", 0.01), part("basis points", "pp", 0.01), unit("bitcoin", "BTC"),
    unit("bitcoins", "BTC"), unit("bpd", "barrels"), unit("brazilian reais", "BRL"), unit("british pounds", "GBP"), unit("calories", "kcal"),
    unit("canadian dollars", "CAD"), unit("celsius", "°C"), part("cent", "USD", 0.01), unit("centimeter", "cm"), unit("centimeters", "cm"),
    unit("centimetre", "cm"), unit("centimetres", "cm"), part("cents", "USD", 0.01), unit("cm", "cm"), unit("cubic feet", "ft³"),
    unit("cubic meter", "m³"), unit("cubic meters", "m³"), unit("cubic metre", "m³"), unit("cubic metres", "m³"), unit("danish kroner", "DKK"),
    unit("decibels", "dB"), unit("degree", "°"), unit("degrees", "°"), unit("degrees c", "°C"), unit("degrees celsius", "°C"),
    unit("degrees centigrade", "°C"), unit("degrees f", "°F"), unit("degrees fahrenheit", "°F"), unit("dinars", "dinar"), unit("dirhams", "AED"),
    unit("dollar", "USD"), unit("dollars", "USD"), unit("egyptian pounds", "EGP"), unit("euro", "EUR"), unit("euros", "EUR"),
    unit("fahrenheit", "°F"), unit("feet", "ft"), unit("foot", "ft"), unit("forint", "HUF"), unit("forints", "HUF"), unit("francs", "CHF"),
    unit("ft", "ft"), unit("g", "g"), unit("gallon", "gallons"), unit("gallons", "gallons"), unit("gb", "GB"), unit("gigabytes", "GB"),
    unit("gigawatt", "GW"), unit("gigawatts", "GW"), unit("gram", "g"), unit("grammes", "g"), unit("grams", "g"), unit("gw", "GW"), unit("ha", "ha"),
    unit("hectare", "ha"), unit("hectares", "ha"), unit("hong kong dollars", "HKD"), unit("horsepower", "hp"), unit("hryvnia", "UAH"),
    unit("hryvnias", "UAH"), unit("hz", "Hz"), unit("inch", "in"), unit("inches", "in"), unit("indian rupees", "INR"), unit("kcal", "kcal"),
    unit("kg", "kg"), unit("kgs", "kg"), unit("kilo", "kg"), unit("kilogram", "kg"), unit("kilogrammes", "kg"), unit("kilograms", "kg"),
    unit("kilometer", "km"), unit("kilometers", "km"), unit("kilometers an hour", "km/h"), unit("kilometers per hour", "km/h"),
    unit("kilometre", "km"), unit("kilometres", "km"), unit("kilometres an hour", "km/h"), unit("kilometres per hour", "km/h"), unit("kilos", "kg"),
    part("kilotons", "t", 1e3), unit("kilowatt", "kW"), unit("kilowatts", "kW"), unit("km", "km"), unit("km/h", "km/h"), unit("kmh", "km/h"),
    unit("knots", "knots"), unit("korean won", "KRW"), unit("kph", "km/h"), unit("kr", "kr"), unit("krona", "SEK"), unit("krone", "NOK"),
    unit("kroner", "NOK"), unit("kronor", "SEK"), unit("kw", "kW"), unit("kwh", "kWh"), unit("lb", "lb"), unit("lbs", "lb"), unit("lira", "TRY"),
    unit("liras", "TRY"), unit("liter", "l"), unit("liters", "l"), unit("litre", "l"), unit("litres", "l"), unit("mb", "MB"), unit("megawatt", "MW"),
    unit("megawatts", "MW"), unit("meter", "m"), unit("meters", "m"), unit("metre", "m"), unit("metres", "m"), unit("metric ton", "t"),
    unit("metric tonnes", "t"), unit("metric tons", "t"), unit("mg", "mg"), unit("micrograms", "µg"), unit("mile", "miles"), unit("miles", "miles"),
    unit("miles an hour", "mph"), unit("miles per hour", "mph"), unit("milligrams", "mg"), unit("millilitres", "ml"), unit("millimeters", "mm"),
    unit("millimetres", "mm"), unit("ml", "ml"), unit("mm", "mm"), unit("mph", "mph"), unit("mw", "MW"), unit("mwh", "MWh"), unit("naira", "NGN"),
    unit("nautical miles", "nmi"), unit("new zealand dollars", "NZD"), unit("norwegian kroner", "NOK"), unit("ounce", "oz"), unit("ounces", "oz"),
    part("p", "GBP", 0.01), unit("pakistani rupees", "PKR"), unit("pc", "%"), part("pence", "GBP", 0.01), unit("per cent", "%"),
    unit("per cent points", "pp"), unit("percent", "%"), unit("percent points", "pp"), unit("percentage point", "pp"),
    unit("percentage points", "pp"), unit("pesos", "peso"), unit("petabytes", "PB"), unit("pound", "GBP"), unit("pounds", "GBP"),
    unit("pounds sterling", "GBP"), unit("pp", "pp"), unit("quid", "GBP"), unit("rand", "ZAR"), unit("reais", "BRL"), unit("renminbi", "CNY"),
    unit("rials", "IRR"), unit("ringgit", "MYR"), unit("riyals", "SAR"), unit("roubles", "RUB"), unit("rubles", "RUB"), unit("rupee", "INR"),
    unit("rupees", "INR"), unit("rupiah", "IDR"), unit("russian roubles", "RUB"), unit("russian rubles", "RUB"), unit("shekels", "ILS"),
    unit("shillings", "shilling"), unit("singapore dollars", "SGD"), unit("south korean won", "KRW"), unit("sq ft", "ft²"), unit("sq km", "km²"),
    unit("sq m", "m²"), unit("sq miles", "sq mi"), unit("square feet", "ft²"), unit("square foot", "ft²"), unit("square kilometer", "km²"),
    unit("square kilometers", "km²"), unit("square kilometre", "km²"), unit("square kilometres", "km²"), unit("square meter", "m²"),
    unit("square meters", "m²"), unit("square metre", "m²"), unit("square metres", "m²"), unit("square mile", "sq mi"), unit("square miles", "sq mi"),
    unit("swedish kronor", "SEK"), unit("swiss francs", "CHF"), unit("taka", "BDT"), unit("terabytes", "TB"), unit("terawatt hours", "TWh"),
    unit("times", "times"), unit("ton", "ton"), unit("tonne", "t"), unit("tonnes", "t"), unit("tons", "ton"), unit("u s dollars", "USD"),
    unit("us cents", "USD"), unit("us dollars", "USD"), unit("volts", "V"), unit("watts", "W"), unit("won", "KRW"), unit("x", "times"),
    unit("yard", "yards"), unit("yards", "yards"), unit("yen", "JPY"), unit("yuan", "CNY"), unit("zloty", "PLN"), unit("zlotys", "PLN"),
];

/// What stands before an amount of money, longest first.
#[rustfmt::skip]
pub const CURRENCY_SIGNS: &[(&str, &str)] = &[
    ("HK$", "HKD"), ("US$", "USD"), ("NZ$", "NZD"), ("NT$", "TWD"), ("AU$", "AUD"), ("CA$", "CAD"), ("MX$", "MXN"), ("RMB", "CNY"),
    ("A$", "AUD"), ("C$", "CAD"), ("R$", "BRL"), ("S$", "SGD"), ("E£", "EGP"), ("Rs", "INR"), ("RM", "MYR"), ("Sh", "shilling"),
    ("$", "USD"), ("£", "GBP"), ("€", "EUR"), ("¥", "JPY"), ("₹", "INR"), ("₽", "RUB"), ("₺", "TRY"), ("₴", "UAH"), ("₩", "KRW"),
    ("₪", "ILS"), ("₦", "NGN"), ("₱", "PHP"), ("฿", "THB"), ("₫", "VND"), ("₿", "BTC"),
];

/// Codes of ISO 4217 that stand before or after an amount. Sorted.
#[rustfmt::skip]
pub const CURRENCY_CODES: &[&str] = &[
    "AED", "ARS", "AUD", "BDT", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP", "EUR", "GBP", "GHS", "HKD", "HUF",
    "IDR", "ILS", "INR", "JPY", "KES", "KRW", "KWD", "LKR", "MXN", "MYR", "NGN", "NOK", "NZD", "PEN", "PHP", "PKR", "PLN", "QAR",
    "RON", "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "TZS", "UAH", "UGX", "USD", "VND", "ZAR",
];

/// Units of time: what they measure is a date or a duration, read by `time`. Sorted.
#[rustfmt::skip]
pub const TIME_UNITS: &[&str] = &[
    "am", "century", "centuries", "day", "days", "decade", "decades", "fortnight", "fortnights", "hour", "hours", "hr", "hrs", "min", "mins", "minute",
    "minutes", "month", "months", "night", "nights", "oclock", "o'clock", "o’clock", "pm", "sec", "second", "seconds", "secs", "week",
    "weekend", "weekends", "weeks", "winters", "year", "years", "yr", "yrs",
];

/// Returns the unit that the words from `at` on name, and the piece after it.
pub fn unit_at(line: &PieceLine<'_>, at: usize) -> Option<(&'static MeasureUnit, usize)> {
    let first = line.word(at);
    if first.is_empty() {
        return None;
    }
    let from = UNITS.partition_point(|row| row.words < first);
    let rows = UNITS[from..].iter().take_while(|row| row.words.starts_with(first));
    rows.filter_map(|row| line.has(at, row.words).map(|next| (row, next))).max_by_key(|(_, next)| *next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::numbers::pieces::Buffer;

    #[test]
    fn tables_are_sorted() {
        let unsorted = UNITS.windows(2).find(|pair| pair[0].words >= pair[1].words);
        assert_eq!(unsorted.map(|pair| pair[0].words), None);
        assert!(CURRENCY_CODES.is_sorted());
        assert!(CURRENCY_SIGNS.is_sorted_by_key(|(sign, _)| 9 - sign.chars().count()));
    }

    #[test]
    fn every_unit_is_found_by_its_own_words() {
        for row in UNITS.iter().filter(|row| !row.words.contains('/')) {
            let text = format!("{} of it", row.words);
            let found = unit_at(&Buffer::default().cut(&text), 0).map(|(row, _)| row.words);
            assert_eq!(found, Some(row.words));
        }
    }
}
