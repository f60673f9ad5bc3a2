-- What was recorded. These rows are the truth: a version never changes, and
-- everything in 0002 can be thrown away and worked out from them again.
--
-- Instants (`captured`, `created`) are milliseconds of UTC since 1970, so that
-- order by number is order by time. Dates that pages state are kept as stated:
-- `2025-04-24` or `2025-04-24T08:00:00Z`.

CREATE TABLE story (
    id       INTEGER PRIMARY KEY,
    slug     TEXT NOT NULL UNIQUE CHECK (slug <> '' AND instr(slug, '/') = 0 AND instr(slug, '@') = 0),
    title    TEXT,
    timezone TEXT NOT NULL, -- IANA name
    created  INTEGER NOT NULL
) STRICT;

CREATE TABLE outlet (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> '')
) STRICT;

-- An article may stand in no story. Its slug is unique within its story, and
-- among those that stand in none.
CREATE TABLE article (
    id        INTEGER PRIMARY KEY,
    story_id  INTEGER REFERENCES story (id) ON DELETE CASCADE,
    outlet_id INTEGER REFERENCES outlet (id),
    slug      TEXT NOT NULL CHECK (slug <> '' AND instr(slug, '/') = 0 AND instr(slug, '@') = 0),
    created   INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX article_slug ON article (ifnull(story_id, 0), slug);

-- Where an article was seen. `key` leaves out what does not tell pages apart
-- (scheme, `www.`, tracking parameters), so one page is one article.
CREATE TABLE address (
    key        TEXT PRIMARY KEY,
    url        TEXT NOT NULL,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX address_article ON address (article_id);

-- `number` and `chain` follow the order of recording. `captured` is the time
-- given with the recording; readers may have seen the words earlier (a capture
-- recorded later can say so), which is why order is taken from `capture`.
CREATE TABLE version (
    id         INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    number     INTEGER NOT NULL CHECK (number > 0),
    captured   INTEGER NOT NULL,
    published  TEXT,
    modified   TEXT,
    headline   TEXT,
    standfirst TEXT,
    byline     TEXT,
    words      INTEGER NOT NULL,
    hash       BLOB NOT NULL CHECK (length(hash) = 32),  -- SHA-256 of the words
    chain      BLOB NOT NULL CHECK (length(chain) = 32), -- SHA-256 over the chain before and this row
    UNIQUE (article_id, number)
) STRICT;

CREATE TRIGGER version_never_changes BEFORE UPDATE ON version BEGIN
    SELECT RAISE(ABORT, 'a version never changes');
END;

-- Texts, packed with zstd. The text of the version with the number before
-- serves as dictionary; every so often one is packed alone (`depth` 0), so that
-- no text needs a long chain to be read.
CREATE TABLE body (
    version_id INTEGER PRIMARY KEY REFERENCES version (id) ON DELETE CASCADE,
    depth      INTEGER NOT NULL, -- texts to unpack before this one
    size       INTEGER NOT NULL, -- unpacked, in bytes
    packed     BLOB NOT NULL
) STRICT;

CREATE TRIGGER body_never_changes BEFORE UPDATE ON body BEGIN
    SELECT RAISE(ABORT, 'a stored text never changes');
END;

-- The page or file as received, packed the same way: with the article's original
-- before it as dictionary (`depth` above 0), else with a text (`body_id`).
CREATE TABLE original (
    id         INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    hash       BLOB NOT NULL CHECK (length(hash) = 32),
    media_type TEXT NOT NULL,
    encoding   TEXT NOT NULL,
    body_id    INTEGER,
    depth      INTEGER NOT NULL,
    size       INTEGER NOT NULL,
    packed     BLOB NOT NULL,
    UNIQUE (article_id, hash)
) STRICT;

-- Every look at an article, also those that found nothing new. `version_id` is
-- the version whose words it found; when a back-dated recording splits a run of
-- looks, the later part is given to the version that returns.
CREATE TABLE capture (
    id          INTEGER PRIMARY KEY,
    article_id  INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    version_id  INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    captured    INTEGER NOT NULL,
    published   TEXT,
    modified    TEXT,
    origin      TEXT NOT NULL CHECK (origin IN ('file', 'import', 'fetch')),
    origin_name TEXT,
    http        TEXT, -- JSON: status, etag, last_modified, content_type
    original_id INTEGER REFERENCES original (id)
) STRICT;
CREATE INDEX capture_time ON capture (article_id, captured, id);
CREATE INDEX capture_version ON capture (version_id, captured);
CREATE INDEX capture_original ON capture (original_id) WHERE original_id IS NOT NULL;
