-- Lines that a site repeats on its pages (calls to subscribe, words of the house), learnt from its latest articles. They are
-- left out of articles that are recorded first from then on.
CREATE TABLE repeated_line (
    id       INTEGER PRIMARY KEY,
    host     TEXT NOT NULL CHECK (host <> ''), -- without `www.`
    line     TEXT NOT NULL CHECK (line <> ''), -- the paragraph as it stands in texts
    articles INTEGER NOT NULL,                 -- articles that had it when it was learnt …
    looked   INTEGER NOT NULL,                 -- … of so many
    learnt   INTEGER NOT NULL,
    kept     INTEGER,                          -- since when it counts as text, because the reader said so; NULL: it is left out
    UNIQUE (host, line)
) STRICT;

-- How such a line is read in an article, settled once: a line must not come or go in an article because it was learnt, or
-- because the reader said otherwise of the next ones.
CREATE TABLE repeated_line_choice (
    article_id  INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    line_id     INTEGER NOT NULL REFERENCES repeated_line (id) ON DELETE CASCADE,
    is_left_out INTEGER NOT NULL CHECK (is_left_out IN (0, 1)),
    PRIMARY KEY (article_id, line_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX repeated_line_choice_line ON repeated_line_choice (line_id);

-- Articles of a site that were recorded since its lines were looked through.
CREATE TABLE repeated_line_turn (
    host     TEXT PRIMARY KEY CHECK (host <> ''),
    articles INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
