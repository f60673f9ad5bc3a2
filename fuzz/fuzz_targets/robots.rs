//! Reads any bytes as robots.txt and asks for any path: the same file gives the same answer, and no delay is endless.
//!
//! The first line is the path, the rest the file.

#![no_main]

use libfuzzer_sys::fuzz_target;
use writethru::ingest::http::RobotRules;

fuzz_target!(|bytes: &[u8]| {
    let whole = String::from_utf8_lossy(bytes);
    let (path, text) = whole.split_once('\n').unwrap_or(("/", &whole));
    let rules = RobotRules::read(text);
    assert_eq!(rules.allows(path), RobotRules::read(text).allows(path));
    assert!(RobotRules::default().allows(path), "a site without rules allows all");
    assert!(rules.crawl_delay().is_none_or(|delay| delay.as_secs() <= 60), "{:?}", rules.crawl_delay());
});
