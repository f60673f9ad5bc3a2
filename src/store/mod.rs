//! Keeps versions in SQLite; the only SQL.
