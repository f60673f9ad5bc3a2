-- What was worked out. Every row names the analyser that made it (with the zone
-- in which days are counted); what another one made is not found, and made anew
-- when it is next asked for (`reindex` makes all). Nothing here is the truth:
-- all of it can be deleted.
--
-- Sentences, statements, figures, changes and entries are kept in packed lists,
-- not a row each: no question asks for one of them alone, and a row for every
-- sentence of every version takes five times the room (docs/ARCHITECTURE.md has
-- the figures). The tables are cut by what is asked together.

-- What was read off each version of an article: its sentences with what they
-- state, count and tell. Sixteen versions to a block, in order of capture, so
-- that what versions have in common is packed once.
CREATE TABLE reading (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    block      INTEGER NOT NULL CHECK (0 <= block),
    analyser   TEXT NOT NULL,
    size       INTEGER NOT NULL, -- unpacked, in bytes
    packed     BLOB NOT NULL,
    UNIQUE (article_id, block)
) STRICT;

-- What each version did to the one before it, cut into the same blocks.
CREATE TABLE comparison (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    block      INTEGER NOT NULL CHECK (0 <= block),
    analyser   TEXT NOT NULL,
    size       INTEGER NOT NULL,
    packed     BLOB NOT NULL,
    UNIQUE (article_id, block)
) STRICT;

-- What became of each event and statement through the versions of an article:
-- all that a timeline needs of it. It is written last, in one transaction with
-- the blocks above, so its row says whether they are there. `fresh` is 0 once
-- something was recorded since; the next version then costs its own length.
CREATE TABLE thread (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    analyser   TEXT NOT NULL,
    fresh      INTEGER NOT NULL CHECK (fresh IN (0, 1)),
    size       INTEGER NOT NULL,
    packed     BLOB NOT NULL
) STRICT;

-- The whole timeline of a story by one clock, as it was last put in order: block
-- 0 has its articles, conflicts and notes, the others its entries, some hundred
-- each. Corrections by hand are not in it: they are put in whenever it is shown.
CREATE TABLE chronology (
    story_id INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
    clock    TEXT NOT NULL CHECK (clock IN ('captured', 'stated')),
    block    INTEGER NOT NULL CHECK (0 <= block),
    analyser TEXT NOT NULL,
    size     INTEGER NOT NULL,
    packed   BLOB NOT NULL,
    UNIQUE (story_id, clock, block)
) STRICT;

-- Whatever writes to the archive, nothing stale is ever shown. A look that finds
-- again what an earlier look had found changes nothing that is worked out.
CREATE TRIGGER capture_is_news AFTER INSERT ON capture
WHEN NOT EXISTS (SELECT 1 FROM capture AS other
    WHERE other.version_id = NEW.version_id AND other.captured <= NEW.captured AND other.id <> NEW.id)
BEGIN
    UPDATE thread SET fresh = 0 WHERE article_id = NEW.article_id;
    DELETE FROM chronology WHERE story_id = (SELECT story_id FROM article WHERE id = NEW.article_id);
END;
CREATE TRIGGER capture_changes AFTER UPDATE ON capture BEGIN
    UPDATE thread SET fresh = 0 WHERE article_id = NEW.article_id;
    DELETE FROM chronology WHERE story_id = (SELECT story_id FROM article WHERE id = NEW.article_id);
END;
CREATE TRIGGER capture_goes AFTER DELETE ON capture BEGIN
    UPDATE thread SET fresh = 0 WHERE article_id = OLD.article_id;
    DELETE FROM chronology WHERE story_id = (SELECT story_id FROM article WHERE id = OLD.article_id);
END;
CREATE TRIGGER article_changes AFTER UPDATE ON article BEGIN
    DELETE FROM chronology WHERE story_id IN (OLD.story_id, NEW.story_id);
END;
CREATE TRIGGER article_goes AFTER DELETE ON article BEGIN
    DELETE FROM chronology WHERE story_id = OLD.story_id;
END;
CREATE TRIGGER address_comes AFTER INSERT ON address BEGIN
    DELETE FROM chronology WHERE story_id = (SELECT story_id FROM article WHERE id = NEW.article_id);
END;
CREATE TRIGGER story_changes AFTER UPDATE ON story BEGIN
    DELETE FROM chronology WHERE story_id = NEW.id;
END;
CREATE TRIGGER outlet_changes AFTER UPDATE ON outlet BEGIN
    DELETE FROM chronology WHERE story_id IN (SELECT story_id FROM article WHERE outlet_id = NEW.id);
END;

-- Words of each version that no version recorded before it had, so that a
-- paragraph is indexed once however often it is seen again. `rowid` is the
-- version's id. The words themselves are not kept twice (`content = ''`).
CREATE VIRTUAL TABLE passage USING fts5 (
    words,
    content = '', contentless_delete = 1,
    tokenize = "porter unicode61 remove_diacritics 2"
);
