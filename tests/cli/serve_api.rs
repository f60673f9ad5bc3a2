//! Asks every address of the interface for programs, as its own description lists them, with values that fit and with
//! values that nobody should send: each answer must be one that the description names, in the shape that it promises.

use serde_json::Value;

use crate::sandbox::{Sandbox, is_long};
use crate::served::{Reply, Served};

/// Values that no address expects, percent-encoded where they must be.
const ODD: [&str; 14] = [
    "%00",
    "..%2F..",
    "%F0%9F%A6%86%E2%80%AE",
    "-1",
    "99999999999999999999999",
    "%27%20OR%201%3D1%20--",
    "%3Cscript%3E",
    "%FF",
    "1..2",
    "%22",
    "2025-13-45",
    "a%2Fb",
    "NaN",
    "%E6%B4%AA",
];

/// A parameter of an operation.
struct Parameter {
    name: String,
    is_path: bool,
    fits: String,
}

/// An operation of the description.
struct Operation {
    path: String,
    parameters: Vec<Parameter>,
    responses: Value,
}

fn operations(description: &Value) -> Vec<Operation> {
    let paths = description["paths"].as_object().expect("paths");
    let read = |(path, methods): (&String, &Value)| {
        let own = methods["get"]["parameters"].as_array().cloned().unwrap_or_default();
        let parameters = own.iter().map(|own| Parameter {
            name: own["name"].as_str().expect("a name").to_owned(),
            is_path: own["in"] == "path",
            fits: fitting(own),
        });
        Operation {
            path: path.clone(),
            parameters: parameters.collect(),
            responses: methods["get"]["responses"].clone(),
        }
    };
    paths.iter().map(read).collect()
}

/// Returns a value that the store of the test has.
fn fitting(parameter: &Value) -> String {
    let value = match parameter["name"].as_str().expect("a name") {
        "story" => "mill-fire",
        "article" => "post-1",
        "from" => "1",
        "version" | "to" => "2",
        "as_of" | "since" => "2025-03-04T08:30",
        "speaker" | "of" | "q" => "fire",
        "limit" => "5",
        _ => parameter["schema"]["enum"][0].as_str().expect("a parameter that this test knows"),
    };
    value.to_owned()
}

/// Returns the address of an operation with one value replaced.
fn address(operation: &Operation, odd: Option<(usize, &str)>) -> String {
    let mut path = format!("/api/v1{}", operation.path);
    let mut query = Vec::new();
    for (at, parameter) in operation.parameters.iter().enumerate() {
        let value = odd.filter(|(place, _)| *place == at).map_or(parameter.fits.as_str(), |(_, value)| value);
        match parameter.is_path {
            true => path = path.replace(&format!("{{{}}}", parameter.name), value),
            false => query.push(format!("{}={value}", parameter.name)),
        }
    }
    format!("{path}?{}", query.join("&"))
}

#[track_caller]
fn check(description: &Value, operation: &Operation, reply: &Reply, address: &str) {
    let told = operation.responses.get(reply.status.to_string());
    let told = told.unwrap_or_else(|| panic!("{address}: status {} is not described: {}", reply.status, reply.body));
    let told = match told["$ref"].as_str() {
        Some(name) => description.pointer(name.trim_start_matches('#')).expect("a response of the description"),
        None => told,
    };
    assert_eq!(reply.header("content-type"), Some("application/json"), "{address}");
    let body: Value =
        serde_json::from_str(&reply.body).unwrap_or_else(|error| panic!("{address}: {error}: {}", reply.body));
    let shape = &told["content"]["application/json"]["schema"];
    for field in shape["required"].as_array().into_iter().flatten() {
        assert!(body.get(field.as_str().expect("a name")).is_some(), "{address} has no {field}: {body}");
    }
}

#[test]
fn every_answer_of_the_interface_is_one_that_its_description_names() {
    let served = Served::start(Sandbox::mill_fire(), "--read-only");
    let description: Value = serde_json::from_str(&served.get("/api/v1/openapi.json").body).expect("JSON");
    let operations = operations(&description);
    assert!(12 <= operations.len());
    for operation in &operations {
        let whole = address(operation, None);
        let reply = served.get(&whole);
        assert_eq!(reply.status, 200, "{whole}: {}", reply.body);
        check(&description, operation, &reply, &whole);
        let stranger = served.get_with(&whole, "");
        check(&description, operation, &stranger, &whole);
        let long = "a".repeat(3_000);
        for at in 0..operation.parameters.len() {
            let odd = ODD.iter().copied().chain([long.as_str()]);
            // Each value is sent to some parameter at least; all to all in the long form.
            for (_, value) in odd.enumerate().filter(|(number, _)| is_long() || (number + at) % 4 == 0) {
                let address = address(operation, Some((at, value)));
                check(&description, operation, &served.get(&address), &address);
            }
        }
    }
}

#[test]
fn a_field_that_was_left_empty_asks_for_nothing() {
    let served = Served::start(Sandbox::mill_fire(), "--read-only");
    let whole = served.get("/api/v1/stories/mill-fire/timeline");
    let empty = served.get("/api/v1/stories/mill-fire/timeline?since=&as_of=");
    assert_eq!((empty.status, empty.body), (200, whole.body));
}
