//! Reads any bytes as a feed, a sitemap or a section: what is named can be asked for, and each page once.

#![no_main]

use std::collections::HashSet;

use libfuzzer_sys::fuzz_target;
use writethru::ingest::feeds::read_list;
use writethru::ingest::http::fetchable_url;

fuzz_target!(|bytes: &[u8]| {
    let base = fetchable_url("https://www.example.org/news/").expect("an address");
    match read_list(bytes, None, &base) {
        Err(error) => assert!(!error.code().is_empty() && !error.to_string().is_empty()),
        Ok(list) => {
            let mut seen = HashSet::new();
            for item in &list.items {
                assert!(matches!(item.url.scheme(), "http" | "https"), "{} cannot be asked for", item.url);
                assert!(item.url.fragment().is_none() && seen.insert(&item.url), "{} is named twice", item.url);
            }
        }
    }
});
