//! Describes what is wrong with a line that could not be read.

use serde_json::Value;

use super::error::LineError;

/// The fields of a line, with what each holds.
#[rustfmt::skip]
const FIELDS: [(&str, &str); 28] = [
    ("record", "text"), ("story", "text"), ("timezone", "text"), ("title", "text"), ("created", "text"), ("article", "text"),
    ("outlet", "text"), ("url", "text"), ("addresses", "a list"), ("number", "a number"), ("published", "text"), ("modified", "text"),
    ("captured", "text"), ("captured_when_recorded", "text"), ("headline", "text"), ("standfirst", "text"), ("byline", "text"),
    ("text", "text"), ("html", "text"), ("looks", "a list"), ("correction", "an object"), ("review", "an object"), ("entry", "an object"),
    ("watch", "an object"), ("page", "an object"), ("site", "an object"), ("repeated", "an object"), ("hook", "an object"),
];

/// Jaro-Winkler similarity from which a field is suggested for a misspelt one.
const LIKENESS: f64 = 0.8;

/// Returns what is wrong with a line; `error` is what the reader of JSON said.
pub(super) fn of(line: &str, error: &serde_json::Error) -> LineError {
    let object = match serde_json::from_str::<Value>(line) {
        Err(error) => return LineError::NoJson(error.to_string()),
        Ok(Value::Object(object)) => object,
        Ok(other) => return LineError::NoObject(kind_of(&other)),
    };
    for (field, value) in &object {
        let Some((_, wanted)) = FIELDS.iter().find(|(name, _)| name == field) else {
            return LineError::UnknownField { field: field.clone(), near: near(field) };
        };
        let found = kind_of(value);
        if found != *wanted && !value.is_null() {
            return LineError::Shape { field: field.clone(), found, wanted };
        }
    }
    // Deeper inside, serde's words are the best there are, less the place in the line.
    LineError::Fields(error.to_string().split(" at line").next().unwrap_or_default().to_owned())
}

fn near(field: &str) -> Option<String> {
    let likeness = |name: &str| strsim::jaro_winkler(&field.to_lowercase(), name);
    let best = FIELDS.iter().map(|(name, _)| (likeness(name), *name)).max_by(|a, b| a.0.total_cmp(&b.0))?;
    (LIKENESS < best.0).then(|| best.1.to_owned())
}

const fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use super::super::ImportLine;
    use super::*;

    #[test]
    fn the_table_has_every_field_of_a_line() {
        for (field, wanted) in FIELDS {
            let value = match wanted {
                "text" if field == "record" => "\"story\"",
                "text" => "\"a\"",
                "a list" => "[]",
                "a number" => "1",
                _ => continue, // an edit, a watch, a page, a site and a hook have fields of their own
            };
            assert!(ImportLine::read(&format!("{{\"{field}\": {value}}}")).is_ok(), "{field}");
        }
        let known = serde_json::from_str::<ImportLine<'_>>("{\"no such field\": 1}").unwrap_err().to_string();
        let named = known.split('`').skip(3).step_by(2);
        assert!(named.clone().count() == FIELDS.len(), "{known}");
        named.for_each(|name| assert!(FIELDS.iter().any(|(field, _)| *field == name), "{name}"));
    }

    #[test]
    fn a_misspelt_field_gets_a_suggestion() {
        assert_eq!(near("headlne").as_deref(), Some("headline"));
        assert_eq!(near("Captured").as_deref(), Some("captured"));
        assert_eq!(near("xyz"), None);
    }
}
