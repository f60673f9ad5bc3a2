-- What is known of pages and servers that are asked over the network. Looks that
-- brought a text are rows of `capture`; what stands here is what a look needs
-- beforehand, and the looks that brought none.

-- A server by host and port. All processes share these rows, so that two of them
-- together ask no more often than one may.
CREATE TABLE host (
    name         TEXT PRIMARY KEY CHECK (name <> ''),
    free_at      INTEGER NOT NULL,           -- no request before
    pause        INTEGER NOT NULL,           -- milliseconds between two requests; 403 and 429 raise it
    robots       TEXT,                       -- robots.txt as last read; NULL where there is none
    robots_until INTEGER,                    -- when to ask for it again; NULL when never asked
    robots_error TEXT                        -- why it could not be read: then nothing else is asked for
) STRICT, WITHOUT ROWID;

-- An address as it is asked for. `version_id` is the version that the last answer
-- showed: only while it is also the article's latest may `etag`, `last_modified`
-- and `body_hash` (SHA-256 of the bytes) say that nothing is new.
CREATE TABLE page (
    id            INTEGER PRIMARY KEY,
    url           TEXT NOT NULL UNIQUE CHECK (url <> ''),
    article_id    INTEGER REFERENCES article (id) ON DELETE SET NULL,
    version_id    INTEGER REFERENCES version (id) ON DELETE SET NULL,
    etag          TEXT,
    last_modified TEXT,
    body_hash     BLOB CHECK (length(body_hash) = 32),
    missing_since INTEGER,                   -- first of the "not found" answers in a row
    gone_since    INTEGER,                   -- when its absence was noted as a fact
    moved_to      TEXT,                      -- where a permanent redirect leads
    moved_since   INTEGER,
    doubt_hash    BLOB CHECK (length(doubt_hash) = 32), -- a text that waits for a second look
    doubt_reason  TEXT,
    doubt_since   INTEGER,
    CHECK ((moved_to IS NULL) = (moved_since IS NULL)),
    CHECK ((doubt_hash IS NULL) = (doubt_since IS NULL))
) STRICT;
CREATE INDEX page_article ON page (article_id);
CREATE INDEX page_version ON page (version_id) WHERE version_id IS NOT NULL;

-- A page outlives its article: whoever watches the page goes on, and the next answer is taken as the first.
CREATE TRIGGER page_loses_article AFTER UPDATE OF article_id ON page
WHEN NEW.article_id IS NULL AND OLD.article_id IS NOT NULL
BEGIN
    UPDATE page SET version_id = NULL, etag = NULL, last_modified = NULL, body_hash = NULL,
        doubt_hash = NULL, doubt_reason = NULL, doubt_since = NULL WHERE id = NEW.id;
    DELETE FROM page_variant WHERE page_id = NEW.id;
END;

-- A look that brought no text: it failed, its text is in doubt, or it tells a fact
-- of the page itself. Nothing that was recorded before is touched by any of them.
CREATE TABLE page_look (
    id      INTEGER PRIMARY KEY,
    page_id INTEGER NOT NULL REFERENCES page (id) ON DELETE CASCADE,
    looked  INTEGER NOT NULL,
    kind    TEXT NOT NULL CHECK (kind IN ('failed', 'doubtful', 'variant', 'gone', 'returned', 'moved')),
    reason  TEXT NOT NULL,                   -- one word for programs: timeout, robots, bot-wall …
    message TEXT NOT NULL,                   -- the same for people
    status  INTEGER                          -- HTTP status code, where a server answered
) STRICT;
CREATE INDEX page_look_time ON page_look (page_id, looked, id);

-- Texts that a server gave in turn (an A/B test, caches out of step), by the hash
-- of their words. While they take turns, none of them makes a version.
CREATE TABLE page_variant (
    page_id   INTEGER NOT NULL REFERENCES page (id) ON DELETE CASCADE,
    hash      BLOB NOT NULL CHECK (length(hash) = 32),
    turns     INTEGER NOT NULL,              -- times it came back for another
    last_turn INTEGER NOT NULL,
    run       INTEGER NOT NULL,              -- looks in a row that found it, and since when
    run_since INTEGER NOT NULL,
    PRIMARY KEY (page_id, hash)
) STRICT, WITHOUT ROWID;
