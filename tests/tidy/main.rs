//! Guards the tree itself: layers, circles, dependencies, names, length of files and functions, docs, tables, migrations,
//! forgotten tests.

mod dependencies;
mod files;
mod imports;
mod layers;
mod limits;
mod names;
mod sources;
mod tables;
