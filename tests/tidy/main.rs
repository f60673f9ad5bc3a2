//! Guards the tree itself: layers, circles, dependencies, names, length of files and functions, docs, tables, migrations,
//! forgotten tests, the hash of the analyser.

mod dependencies;
mod files;
mod hashed;
mod imports;
mod layers;
mod limits;
mod names;
mod profiles;
mod sources;
mod tables;
