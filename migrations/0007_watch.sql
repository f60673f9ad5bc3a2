-- What is watched, and when each page is looked at next. The plan stands here and
-- not in a process, so that it survives a crash and several processes share it.

CREATE TABLE watch (
    id           INTEGER PRIMARY KEY,
    name         TEXT NOT NULL UNIQUE CHECK (name <> ''),
    url          TEXT NOT NULL UNIQUE CHECK (url <> ''),
    kind         TEXT NOT NULL CHECK (kind IN ('feed', 'sitemap', 'section', 'article')),
    story        TEXT,                       -- story that new articles are filed under
    outlet       TEXT,
    words        TEXT NOT NULL,              -- JSON list: only items that hold one of these are taken
    every        INTEGER,                    -- fixed milliseconds between two looks; NULL adapts
    paused_until INTEGER,                    -- NULL: not paused
    created      INTEGER NOT NULL
) STRICT;

-- A page of a watch: the list itself, or an item that it named. Items that a feed
-- no longer names stay.
CREATE TABLE plan (
    page_id   INTEGER PRIMARY KEY REFERENCES page (id) ON DELETE CASCADE,
    watch_id  INTEGER NOT NULL REFERENCES watch (id) ON DELETE CASCADE,
    role      TEXT NOT NULL CHECK (role IN ('list', 'item')),
    host      TEXT NOT NULL,
    next_at   INTEGER NOT NULL,              -- a process that takes it moves this ahead as its lease
    found     INTEGER NOT NULL,              -- when it was first named
    published INTEGER,                       -- as the list or the page says
    changed   INTEGER,                       -- when a look last found something new
    looked    INTEGER,                       -- when it was last looked at
    failures  INTEGER NOT NULL,              -- failed looks in a row
    failure   TEXT                           -- what the last one said
) STRICT;
-- Whoever deletes an article that a list named does not want it; one that is itself watched is looked at again.
CREATE TRIGGER plan_loses_article AFTER UPDATE OF article_id ON page
WHEN NEW.article_id IS NULL AND OLD.article_id IS NOT NULL
BEGIN
    DELETE FROM plan WHERE page_id = NEW.id AND role = 'item'
        AND (SELECT url FROM watch WHERE id = watch_id) <> NEW.url;
END;
CREATE INDEX plan_next ON plan (next_at);
CREATE INDEX plan_watch ON plan (watch_id, role);
