//! Lists the units of measure: what a number is measured in, and what is cut from digits it is written to.
//!
//! `12 per cent` has the unit `%`; `50 cents` is 0.5 USD; `12kWh` is two tokens.

use super::rule_table::is_in_use;

/// Words after a number that name its unit, in lower case.
pub(crate) struct MeasureUnit {
    /// The words, as one table row has them: "kilometres an hour".
    pub words: &'static str,
    /// The unit's symbol; `None` for letters that are cut from a number but measure nothing here.
    pub unit: Option<&'static str>,
    /// What one of them is in `unit`.
    pub factor: f64,
    /// Whether the letters may be written to the number and are a token of their own: "12kg".
    pub is_glued: bool,
}

const fn part(words: &'static str, unit: &'static str, factor: f64) -> MeasureUnit {
    MeasureUnit { words, unit: Some(unit), factor, is_glued: false }
}

const fn unit(words: &'static str, unit: &'static str) -> MeasureUnit {
    part(words, unit, 1.0)
}

/// Letters that are cut from a number only.
const fn letters(words: &'static str) -> MeasureUnit {
    MeasureUnit { words, unit: None, factor: 1.0, is_glued: true }
}

impl MeasureUnit {
    const fn glued(self) -> Self {
        Self { is_glued: true, ..self }
    }
}

/// Every unit, sorted by `words`; a longer match wins over a shorter one.
#[rustfmt::skip]
pub(crate) static UNITS: &[MeasureUnit] = &[
    unit("acre", "acres"), unit("acres", "acres"), unit("american dollars", "USD"), unit("australian dollars", "AUD"), unit("baht", "THB"),
    unit("barrel", "barrels"), unit("barrels", "barrels"), part("basis point", "pp", 0.01), part("basis points", "pp", 0.01), unit("bitcoin", "BTC"),
    unit("bitcoins", "BTC"), unit("bpd", "barrels"), unit("brazilian reais", "BRL"), unit("british pounds", "GBP"),
    unit("bushel", "bushels"), unit("bushels", "bushels"), letters("c"),
    unit("calories", "kcal"), unit("canadian dollars", "CAD"), unit("celsius", "°C"), part("cent", "USD", 0.01), unit("centimeter", "cm"),
    unit("centimeters", "cm"), unit("centimetre", "cm"), unit("centimetres", "cm"), part("cents", "USD", 0.01), letters("cl"),
    unit("cm", "cm").glued(), unit("cubic feet", "ft³"), unit("cubic meter", "m³"), unit("cubic meters", "m³"), unit("cubic metre", "m³"),
    unit("cubic metres", "m³"), unit("danish kroner", "DKK"), unit("decibels", "dB"), unit("degree", "°"), unit("degrees", "°"),
    unit("degrees c", "°C"), unit("degrees celsius", "°C"), unit("degrees centigrade", "°C"), unit("degrees f", "°F"),
    unit("degrees fahrenheit", "°F"), unit("dinars", "dinar"), unit("dirhams", "AED"), unit("dollar", "USD"), unit("dollars", "USD"),
    unit("egyptian pounds", "EGP"), letters("eur"), unit("euro", "EUR"), unit("euros", "EUR").glued(), letters("f"), unit("fahrenheit", "°F"),
    unit("feet", "ft"), unit("foot", "ft"), unit("forint", "HUF"), unit("forints", "HUF"), unit("francs", "CHF"), unit("ft", "ft").glued(),
    unit("g", "g").glued(), unit("gallon", "gallons"), unit("gallons", "gallons"), unit("gb", "GB").glued(), letters("gbp"), letters("ghz"),
    unit("gigabytes", "GB"), unit("gigawatt", "GW"), unit("gigawatts", "GW"), unit("gram", "g"), unit("grammes", "g"), unit("grams", "g"),
    unit("gw", "GW").glued(), letters("gwh"), unit("ha", "ha").glued(), unit("hectare", "ha"), unit("hectares", "ha"),
    unit("hong kong dollars", "HKD"), unit("horsepower", "hp"), unit("hryvnia", "UAH"), unit("hryvnias", "UAH"), unit("hz", "Hz").glued(),
    letters("in"), unit("inch", "in"), unit("inches", "in"), unit("indian rupees", "INR"), letters("kb"), unit("kcal", "kcal"),
    unit("kg", "kg").glued(), unit("kgs", "kg").glued(), letters("khz"), unit("kilo", "kg"), unit("kilogram", "kg"), unit("kilogrammes", "kg"),
    unit("kilograms", "kg"), unit("kilometer", "km"), unit("kilometers", "km"), unit("kilometers an hour", "km/h"),
    unit("kilometers per hour", "km/h"), unit("kilometre", "km"), unit("kilometres", "km"), unit("kilometres an hour", "km/h"),
    unit("kilometres per hour", "km/h"), unit("kilos", "kg"), part("kilotons", "t", 1e3), unit("kilowatt", "kW"), unit("kilowatts", "kW"),
    unit("km", "km").glued(), unit("km/h", "km/h"), unit("kmh", "km/h").glued(), unit("kmph", "km/h").glued(), letters("kms"), unit("knots", "knots"), unit("korean won", "KRW"),
    unit("kph", "km/h").glued(), unit("kr", "kr"), unit("krona", "SEK"), unit("krone", "NOK"), unit("kroner", "NOK"), unit("kronor", "SEK"),
    unit("kw", "kW").glued(), unit("kwh", "kWh").glued(), letters("l"), unit("lb", "lb").glued(), unit("lbs", "lb").glued(), unit("lira", "TRY"),
    unit("liras", "TRY"), unit("liter", "l"), unit("liters", "l"), unit("litre", "l"), unit("litres", "l"), unit("mb", "MB").glued(),
    unit("megawatt", "MW"), unit("megawatts", "MW"), unit("meter", "m"), unit("meters", "m"), unit("metre", "m"), unit("metres", "m"),
    unit("metric ton", "t"), unit("metric tonnes", "t"), unit("metric tons", "t"), unit("mg", "mg").glued(), letters("mhz"), unit("micrograms", "µg"),
    unit("mile", "miles"), unit("miles", "miles"), unit("miles an hour", "mph"), unit("miles per hour", "mph"), unit("milligrams", "mg"),
    unit("millilitres", "ml"), unit("millimeters", "mm"), unit("millimetres", "mm"), unit("ml", "ml").glued(), unit("mm", "mm").glued(),
    unit("mph", "mph").glued(), unit("mw", "MW").glued(), unit("mwh", "MWh").glued(), unit("naira", "NGN"), unit("nautical miles", "nmi"),
    unit("new zealand dollars", "NZD"), unit("norwegian kroner", "NOK"), unit("ounce", "oz"), unit("ounces", "oz"), letters("oz"),
    part("p", "GBP", 0.01).glued(), unit("pakistani rupees", "PKR"), unit("pc", "%").glued(), part("pence", "GBP", 0.01), unit("per cent", "%"),
    unit("per cent points", "pp"), unit("percent", "%"), unit("percent points", "pp"), unit("percentage point", "pp"),
    unit("percentage points", "pp"), unit("pesos", "peso"), unit("petabytes", "PB"), unit("pound", "GBP"), unit("pounds", "GBP"),
    unit("pounds sterling", "GBP"), unit("pp", "pp"), letters("pts"), unit("quid", "GBP"), unit("rand", "ZAR"), unit("reais", "BRL"),
    unit("renminbi", "CNY"), unit("rials", "IRR"), unit("ringgit", "MYR"), unit("riyals", "SAR"), unit("roubles", "RUB"), unit("rubles", "RUB"),
    unit("rupee", "INR"), unit("rupees", "INR"), unit("rupiah", "IDR"), unit("russian roubles", "RUB"), unit("russian rubles", "RUB"),
    unit("shekels", "ILS"), unit("shillings", "shilling"), unit("singapore dollars", "SGD"), unit("south korean won", "KRW"), unit("sq ft", "ft²"),
    unit("sq km", "km²"), unit("sq m", "m²"), unit("sq miles", "sq mi"), unit("square feet", "ft²"), unit("square foot", "ft²"),
    unit("square kilometer", "km²"), unit("square kilometers", "km²"), unit("square kilometre", "km²"), unit("square kilometres", "km²"),
    unit("square meter", "m²"), unit("square meters", "m²"), unit("square metre", "m²"), unit("square metres", "m²"), unit("square mile", "sq mi"),
    unit("square miles", "sq mi"), unit("swedish kronor", "SEK"), unit("swiss francs", "CHF"), unit("taka", "BDT"), letters("tb"),
    unit("terabytes", "TB"), unit("terawatt hours", "TWh"), unit("times", "times"), unit("ton", "ton"), unit("tonne", "t"), unit("tonnes", "t"),
    unit("tons", "ton"), unit("u s dollars", "USD"), unit("us cents", "USD"), unit("us dollars", "USD"), letters("usd"), unit("volts", "V"),
    unit("watts", "W"), unit("won", "KRW"), unit("x", "times"), unit("yard", "yards"), unit("yards", "yards"), letters("yd"), letters("yds"),
    unit("yen", "JPY"), unit("yuan", "CNY"), unit("zloty", "PLN"), unit("zlotys", "PLN"),
];

/// Returns whether letters behind digits are a unit and a token of their own.
pub(crate) fn is_glued_unit(letters: &str) -> bool {
    UNITS.binary_search_by_key(&letters, |row| row.words).is_ok_and(|at| UNITS[at].is_glued && is_in_use(&UNITS[at]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::rule_table::without;

    #[test]
    fn the_table_is_sorted() {
        let unsorted = UNITS.windows(2).find(|pair| pair[0].words >= pair[1].words);
        assert_eq!(unsorted.map(|pair| pair[0].words), None);
    }

    #[test]
    fn glued_units_are_cut_from_their_number() {
        let n_tokens = |letters: &str| crate::text::skim(&format!("It has 12{letters} now")).tokens.len();
        for row in UNITS.iter().filter(|row| row.is_glued) {
            assert_eq!((n_tokens(row.words), without(row, || n_tokens(row.words))), (5, 4), "12{}", row.words);
        }
    }
}
