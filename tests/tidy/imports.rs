//! Reads which file uses which, and holds that neither files nor folders use each other in a circle.
//!
//! `use super::track::ArticleTrack` in `timeline/history/align.rs` is an arrow to
//! `timeline/history/track.rs`, also when it goes through a `pub use` of a
//! `mod.rs`: an arrow ends at the file that defines the name. In each folder, a file
//! or a folder with all below it is one part, and an arrow joins the parts that hold its
//! ends; what the folder's own `mod.rs` defines belongs to the folder, not to a part.

use std::collections::{BTreeMap, BTreeSet};

use crate::sources::{Source, sources};

pub type Path = Vec<String>;

/// The files below `src` by module, with what each re-exports and uses.
pub struct Tree {
    files: BTreeMap<Path, String>,
    re_exports: BTreeMap<Path, Vec<Path>>,
    uses: BTreeMap<Path, Vec<Path>>,
}

impl Tree {
    pub fn read(all: &[Source]) -> Self {
        let files = all.iter().map(|source| (source.module(), source.path.display().to_string())).collect();
        let mut tree = Self { files, re_exports: BTreeMap::new(), uses: BTreeMap::new() };
        for source in all {
            let module = source.module();
            let (imports, code) = split_imports(&source.bare_code());
            for Import { is_public, paths } in imports {
                let paths = paths.iter().filter_map(|path| tree.absolute(&module, path)).collect::<Vec<_>>();
                let list = if is_public { &mut tree.re_exports } else { &mut tree.uses };
                list.entry(module.clone()).or_default().extend(paths);
            }
            let inline = paths_in(&code);
            let inline = inline.iter().filter_map(|path| tree.absolute(&module, path)).collect::<Vec<_>>();
            tree.uses.entry(module).or_default().extend(inline);
        }
        tree
    }

    /// Returns every path that a file names, from the crate's root, by file and module.
    pub fn paths(&self) -> impl Iterator<Item = (&str, &Path, &[Path])> {
        let lists = self.uses.iter().chain(&self.re_exports);
        lists.map(|(module, paths)| (self.files[module].as_str(), module, paths.as_slice()))
    }

    /// Returns `path` from the crate's root, or `None` when it leads outside the crate.
    fn absolute(&self, module: &Path, path: &Path) -> Option<Path> {
        let ups = path.iter().take_while(|name| *name == "super").count();
        match path.first()?.as_str() {
            "crate" | "writethru" => Some(path[1..].to_vec()),
            "self" => Some([module, &path[1..]].concat()),
            "super" => Some([&module[..module.len().checked_sub(ups)?], &path[ups..]].concat()),
            first => {
                let child = [module, &[first.to_owned()][..]].concat();
                self.files.contains_key(&child).then(|| [module, &path[..]].concat())
            }
        }
    }

    /// Returns the module whose file defines what `path` names, through re-exports.
    fn definer(&self, path: &Path, depth: usize) -> Option<Path> {
        let length = (0..=path.len()).rev().find(|length| self.files.contains_key(&path[..*length]))?;
        let (module, rest) = path.split_at(length);
        let re_exports = self.re_exports.get(module).map_or(&[][..], Vec::as_slice);
        if let Some(name) = rest.first()
            && depth < 8
            && let Some(target) = re_exports.iter().find(|target| target.last() == Some(name))
        {
            return self.definer(&[target, &rest[1..]].concat(), depth + 1);
        }
        Some(module.to_vec())
    }

    /// Returns which file uses which, as their paths, in order.
    pub fn uses(&self) -> Vec<(&str, &str)> {
        let arrows = self.arrows().into_iter().flat_map(|(from, ends)| ends.into_iter().map(move |end| (from, end)));
        arrows.map(|(from, end)| (self.files[from].as_str(), self.files[&end].as_str())).collect()
    }

    fn arrows(&self) -> BTreeMap<&Path, BTreeSet<Path>> {
        self.arrows_of(self.uses.iter())
    }

    fn arrows_of<'t>(
        &'t self,
        lists: impl Iterator<Item = (&'t Path, &'t Vec<Path>)>,
    ) -> BTreeMap<&'t Path, BTreeSet<Path>> {
        let mut arrows: BTreeMap<&Path, BTreeSet<Path>> = BTreeMap::new();
        for (module, paths) in lists {
            let ends = paths.iter().filter_map(|path| self.definer(path, 0));
            let ends = ends.filter(|end| end != module && self.files.contains_key(end));
            arrows.entry(module).or_default().extend(ends);
        }
        arrows
    }

    /// Returns the uses of everything in a file, which hide what is used, as lines "file: path".
    ///
    /// Files of tests may; their folder is what they test.
    fn globs(&self) -> Vec<String> {
        let is_glob = |path: &&Path| {
            path.split_last().is_some_and(|(last, module)| last == "*" && self.files.contains_key(module))
        };
        let lines = self.paths().filter(|(file, ..)| !file.ends_with("tests.rs")).flat_map(|(file, _, paths)| {
            paths.iter().filter(is_glob).map(move |path| format!("{file}: {}", path.join("::")))
        });
        lines.collect()
    }

    /// Returns whether only tests see a module; they may look anywhere.
    fn is_of_tests(&self, module: &Path) -> bool {
        ["tests.rs", "properties.rs"].iter().any(|end| self.files[module].ends_with(end))
    }

    /// Returns the arrows that are part of a circle of files, as lines "file -> file".
    fn circles(&self) -> Vec<String> {
        let arrows = self.arrows();
        let pairs = in_circle(&arrows).into_iter();
        pairs.map(|(from, to)| format!("{} -> {}", self.files[from], self.files[to])).collect()
    }

    /// Returns the arrows that are part of a circle of a folder's parts, as lines "folder: file -> file".
    fn folder_circles(&self) -> Vec<String> {
        // A folder that shows what another one defines uses it.
        let arrows = self.arrows_of(self.uses.iter().chain(&self.re_exports));
        let folders: BTreeSet<&[String]> =
            self.files.keys().filter_map(|module| Some(module.split_last()?.1)).collect();
        let mut lines = Vec::new();
        for folder in folders {
            let part = |module: &Path| {
                let below = module.strip_prefix(folder).filter(|below| !below.is_empty())?;
                Some([folder, &below[..1]].concat())
            };
            let pairs = arrows.iter().flat_map(|(from, ends)| ends.iter().map(move |to| (*from, to)));
            let pairs = pairs.filter(|(from, _)| !self.is_of_tests(from));
            let pairs = pairs.filter_map(|(from, to)| Some((part(from)?, part(to)?, from, to)));
            let pairs: Vec<_> = pairs.filter(|(one, other, ..)| one != other).collect();
            let mut parts: BTreeMap<&Path, BTreeSet<Path>> = BTreeMap::new();
            for (from, to, ..) in &pairs {
                parts.entry(from).or_default().insert(to.clone());
            }
            let in_circle = in_circle(&parts);
            let closing = pairs.iter().filter(|(from, to, ..)| in_circle.contains(&(from, to)));
            let name = folder.join("/");
            lines.extend(closing.map(|(.., from, to)| format!("{name}: {} -> {}", self.files[*from], self.files[*to])));
        }
        lines
    }
}

/// Returns the arrows that are part of a circle.
fn in_circle<'a>(arrows: &'a BTreeMap<&'a Path, BTreeSet<Path>>) -> BTreeSet<(&'a Path, &'a Path)> {
    let reached: BTreeMap<&Path, BTreeSet<&Path>> =
        arrows.keys().map(|module| (*module, reached_from(arrows, module))).collect();
    let is_back = |from: &Path, to: &Path| reached.get(to).is_some_and(|seen| seen.contains(from));
    let pairs = arrows.iter().flat_map(|(from, ends)| ends.iter().map(move |to| (*from, to)));
    pairs.filter(|(from, to)| is_back(from, to)).collect()
}

/// Returns every module that an arrow leads to from `start`, over any number of steps.
fn reached_from<'a>(arrows: &'a BTreeMap<&Path, BTreeSet<Path>>, start: &Path) -> BTreeSet<&'a Path> {
    let mut seen = BTreeSet::new();
    let mut open: Vec<&Path> = arrows.get(start).into_iter().flatten().collect();
    while let Some(module) = open.pop() {
        if seen.insert(module) {
            open.extend(arrows.get(module).into_iter().flatten());
        }
    }
    seen
}

struct Import {
    is_public: bool,
    paths: Vec<Path>,
}

/// Takes the `use` declarations out of `code` and returns both.
fn split_imports(code: &str) -> (Vec<Import>, String) {
    let mut imports = Vec::new();
    let mut rest = String::new();
    let mut open: Option<(bool, String)> = None;
    for line in code.lines() {
        if open.is_none() {
            let trimmed = line.trim_start();
            let is_public = trimmed.starts_with("pub");
            let visible = trimmed.split_once(") ").filter(|(head, _)| head.starts_with("pub("));
            let bare = visible.map_or_else(|| trimmed.trim_start_matches("pub "), |(_, bare)| bare);
            match bare.strip_prefix("use ") {
                Some(tree) => open = Some((is_public, tree.to_owned())),
                None => rest.push_str(line),
            }
        } else if let Some((_, tree)) = &mut open {
            tree.push_str(line);
        }
        if let Some((is_public, tree)) = open.take() {
            match tree.split_once(';') {
                Some((tree, _)) => imports.push(Import { is_public, paths: leaves(tree) }),
                None => open = Some((is_public, tree)),
            }
        }
        rest.push('\n');
    }
    (imports, rest)
}

/// Returns the paths of a `use` tree: `a::{b, c::{self, d}}` names `a::b`, `a::c` and `a::c::d`.
pub fn leaves(tree: &str) -> Vec<Path> {
    let tree = tree.trim();
    let Some((head, body)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or_default();
        let names = path.split("::").map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
        let mut path: Path = names.collect();
        if path.len() > 1 && path.last().is_some_and(|name| name == "self") {
            path.pop();
        }
        return vec![path];
    };
    let head: Path = head.split("::").map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
    let body = &body[..body.rfind('}').unwrap_or(body.len())];
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for c in body.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        match c {
            ',' if depth == 0 => parts.push(String::new()),
            _ => parts.last_mut().expect("begun with one").push(c),
        }
    }
    let inner = parts.iter().filter(|part| !part.trim().is_empty()).flat_map(|part| leaves(part));
    inner.map(|leaf| if leaf == ["self"] { head.clone() } else { [&head[..], &leaf].concat() }).collect()
}

/// Returns the paths of two names and more that stand in `code`: `super::words::number`.
fn paths_in(code: &str) -> Vec<Path> {
    let is_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let words = code.split(|c: char| !is_path(c));
    let paths = words.filter(|word| word.contains("::") && !word.starts_with(':'));
    paths.map(|word| word.split("::").filter(|name| !name.is_empty()).map(str::to_owned).collect()).collect()
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let circles = Tree::read(&sources("src")).circles();
    assert!(circles.is_empty(), "these uses close a circle:\n{}", circles.join("\n"));
}

#[test]
fn no_parts_of_a_folder_use_each_other_in_a_circle() {
    let circles = Tree::read(&sources("src")).folder_circles();
    assert!(circles.is_empty(), "these uses close a circle of the folder's parts:\n{}", circles.join("\n"));
}

#[test]
fn a_circle_of_folders_is_seen_where_no_files_form_one() {
    let source = |path: &str, text: &str| Source { path: path.into(), text: text.to_owned() };
    let mut tree = vec![
        source("src/a/mod.rs", "mod x;\nmod y;\npub struct A;\n"),
        source("src/a/x/low.rs", "use super::super::A;\npub struct Low;\n"),
        source("src/a/x/high.rs", "use crate::a::y::Y;\n"),
        source("src/a/x/mod.rs", "mod high;\npub mod low;\n"),
        source("src/a/y.rs", "use super::x::low::Low;\npub struct Y;\n"),
    ];
    let both = ["a: src/a/x/high.rs -> src/a/y.rs", "a: src/a/y.rs -> src/a/x/low.rs"];
    assert!(Tree::read(&tree).circles().is_empty());
    assert_eq!(Tree::read(&tree).folder_circles(), both);
    tree[2].text = "use super::super::A;\n".to_owned();
    assert!(Tree::read(&tree).folder_circles().is_empty(), "what a folder's mod.rs defines is no part");
}

#[test]
fn a_use_names_what_it_uses() {
    let globs = Tree::read(&sources("src")).globs();
    assert!(globs.is_empty(), "these uses hide whom a file uses:\n{}", globs.join("\n"));
    let source = |path: &str, text: &str| Source { path: path.into(), text: text.to_owned() };
    let tree = [
        source("src/a/mod.rs", "pub use x::*;\n"),
        source("src/a/x.rs", "use super::Kind::*;\nuse rayon::prelude::*;\n"),
    ];
    assert_eq!(Tree::read(&tree).globs(), ["src/a/mod.rs: a::x::*"]);
}

#[test]
fn a_circle_is_seen_through_re_exports_and_inline_paths() {
    let source = |path: &str, text: &str| Source { path: path.into(), text: text.to_owned() };
    let mut tree = vec![
        source("src/a/mod.rs", "mod x;\nmod y;\npub use x::X;\n"),
        source("src/a/x.rs", "pub struct X;\nfn f() { super::y::g() }\n"),
        source("src/a/y.rs", "use super::X;\npub fn g() {}\n"),
    ];
    let both = ["src/a/x.rs -> src/a/y.rs", "src/a/y.rs -> src/a/x.rs"];
    assert_eq!(Tree::read(&tree).circles(), both);
    tree[2].text = "#[cfg(test)]\nmod tests { use super::super::X; }\npub fn g() {}\n".to_owned();
    assert!(Tree::read(&tree).circles().is_empty(), "tests may look anywhere");
}

#[test]
fn a_use_tree_is_read_to_its_leaves() {
    let names = |path: &Path| path.join("::");
    let found: Vec<_> = leaves("super::{a::{self, B as C}, d::E}").iter().map(names).collect();
    assert_eq!(found, ["super::a", "super::a::B", "super::d::E"]);
}
