//! Holds that the pages of `export site` and `--format html` stand by themselves and lead nowhere wrong.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::sandbox::Sandbox;

/// Returns every file below `folder` by its path.
fn files(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            match entry.is_dir() {
                true => open.push(entry),
                false => drop(found.insert(entry.clone(), fs::read_to_string(&entry).expect("text"))),
            }
        }
    }
    found
}

/// Returns the path without `..`.
fn plain(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut plain, part| {
        match part {
            Component::ParentDir => drop(plain.pop()),
            part => plain.push(part),
        }
        plain
    })
}

fn attributes<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let start = format!(" {name}=\"");
    page.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_link_of_a_site_leads_to_a_file_and_an_anchor_in_it() {
    let sandbox = Sandbox::ukraine_talks();
    let told = sandbox.run("export site SITE".replace("SITE", &sandbox.path("site").display().to_string()).as_str());
    assert!(told.contains("pages in SANDBOX/site; begin with index.html"), "{told}");
    let files = files(&sandbox.path("site"));
    let anchors: BTreeMap<&PathBuf, BTreeSet<&str>> =
        files.iter().map(|(path, page)| (path, attributes(page, "id").into_iter().collect())).collect();
    let mut links = 0;
    for (path, page) in files.iter().filter(|(path, _)| path.extension().is_some_and(|ending| ending == "html")) {
        let is_search = path.ends_with("search/index.html");
        assert!(is_search || !page.contains("<script") && !page.contains("<form"), "{}", path.display());
        assert_eq!(attributes(page, "id").len(), anchors[path].len(), "{}: an id stands twice", path.display());
        for link in attributes(page, "href").into_iter().filter(|link| !link.contains("://")) {
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target =
                if file.is_empty() { path.clone() } else { plain(&path.parent().expect("a folder").join(file)) };
            let known = anchors.get(&target).unwrap_or_else(|| panic!("{}: {link} leads nowhere", path.display()));
            assert!(anchor.is_empty() || known.contains(anchor), "{}: {link} has no such anchor", path.display());
            links += 1;
        }
    }
    assert!(500 < links, "{links} links");
}

#[test]
fn texts_are_excerpts_unless_asked_for_whole() {
    let sandbox = Sandbox::mill_fire();
    let page = |folder: &str| fs::read_to_string(sandbox.path(folder).join("article/mill-fire/post-1/1/index.html"));
    sandbox.run(&format!("export site {}", sandbox.path("part").display()));
    sandbox.run(&format!("export site {} --full-text", sandbox.path("whole").display()));
    let (part, whole) = (page("part").expect("a page"), page("whole").expect("a page"));
    assert!(part.contains("An excerpt") && !whole.contains("An excerpt"));
    assert!(part.matches("class=\"s\"").count() < whole.matches("class=\"s\"").count());
}

#[test]
fn a_folder_with_something_else_is_left_alone() {
    let sandbox = Sandbox::mill_fire();
    sandbox.file("mine.txt", "keep me");
    let told = sandbox.run(&format!("export site {}", sandbox.path("").display()));
    assert!(told.contains("holds something else") && told.contains("--- exit 1"), "{told}");
    // What the command wrote itself it writes again.
    let site = sandbox.path("site").display().to_string();
    for _ in 0..2 {
        assert!(!sandbox.run(&format!("export site {site}")).contains("error:"));
    }
    let told = sandbox.run(&format!("export site {}", sandbox.path("mine.txt").display()));
    assert!(told.contains("holds something else") && told.contains("--- exit 1"), "{told}");
}

#[test]
fn what_is_no_longer_in_the_archive_is_taken_away() {
    let sandbox = Sandbox::mill_fire();
    let site = sandbox.path("site").display().to_string();
    sandbox.run(&format!("export site {site} --quiet"));
    let whole = files(&sandbox.path("site"));
    // A file that somebody put there by hand is not ours.
    let own = sandbox.file("site/story/robots.txt", "keep me");
    assert!(!sandbox.run("article rename mill-fire/post-1 herald").contains("error"));
    let told = sandbox.run(&format!("export site {site}"));
    assert!(told.contains("files of before were taken away"), "{told}");
    assert!(!sandbox.path("site/article/mill-fire/post-1").exists());
    assert!(sandbox.path("site/article/mill-fire/herald/1/index.html").exists() && Path::new(&own).exists());
    assert_eq!(files(&sandbox.path("site")).len(), whole.len() + 1);
}

#[test]
fn an_export_that_was_interrupted_is_done_again() {
    let sandbox = Sandbox::mill_fire();
    let site = sandbox.path("site");
    sandbox.run(&format!("export site {} --quiet", site.display()));
    // As a kill leaves it: the mark names what was written, and there is no first page.
    fs::remove_file(site.join("index.html")).expect("a page");
    fs::create_dir_all(site.join("story/old")).expect("a folder");
    fs::write(site.join("story/old/index.html"), "old").expect("a page");
    let mark =
        fs::read_to_string(site.join(".writethru-site")).expect("a mark") + "story/old/index.html\n../keep.txt\n";
    fs::write(site.join(".writethru-site"), mark).expect("a mark");
    let kept = sandbox.file("keep.txt", "keep me");
    let told = sandbox.run(&format!("export site {}", site.display()));
    assert!(told.contains("1 file of before was taken away"), "{told}");
    assert!(site.join("index.html").exists() && !site.join("story/old").exists() && Path::new(&kept).exists());
}

#[test]
fn a_comparison_is_handed_on_as_one_page() {
    let sandbox = Sandbox::mill_fire();
    let page = sandbox.run("diff mill-fire/post-1@1..2 --format html");
    assert!(
        page.starts_with("<!DOCTYPE html>") && page.contains("<del>") && page.contains("style-src 'sha256-"),
        "{page}"
    );
    assert!(!page.contains("<link") && !page.contains("<script"));
    assert_eq!(page.matches("<h1").count(), 1);
}
