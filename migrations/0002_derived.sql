-- What was worked out. Every row names the analyser that made it; rows of
-- another analyser are made anew when they are next needed (`reindex` makes all).
-- Results are kept whole, as packed JSON: no screen asks for a single statement
-- without its text, and a new kind of result needs no new table.

-- Everything read off one version, with what it tells the timeline.
CREATE TABLE reading (
    version_id INTEGER PRIMARY KEY REFERENCES version (id) ON DELETE CASCADE,
    analyser   TEXT NOT NULL,
    packed     BLOB NOT NULL
) STRICT;

-- One version against the one before it in order of capture. A back-dated
-- version puts itself between: the row of its successor then names another
-- `old_id` than it should and is made anew.
CREATE TABLE comparison (
    new_id   INTEGER PRIMARY KEY REFERENCES version (id) ON DELETE CASCADE,
    old_id   INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    analyser TEXT NOT NULL,
    packed   BLOB NOT NULL
) STRICT;
CREATE INDEX comparison_old ON comparison (old_id);

-- Words of each version that no version recorded before it had, so that a
-- paragraph is indexed once however often it is seen again. `rowid` is the
-- version's id. The words themselves are not kept twice (`content = ''`).
CREATE VIRTUAL TABLE passage USING fts5 (
    words,
    content = '', contentless_delete = 1,
    tokenize = "porter unicode61 remove_diacritics 2"
);
