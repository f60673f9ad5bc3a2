-- How the threads of a story were merged by one clock when its timeline was last
-- put in order: a new version of one article goes on from here, and only the
-- entries that it touches are written anew. `fresh` is 0 once something was
-- recorded since; the blocks of `chronology` are then not shown, but gone on from.
-- Like all that was worked out, it can be deleted and is made anew.
CREATE TABLE chronicle (
    story_id INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
    clock    TEXT NOT NULL CHECK (clock IN ('captured', 'stated')),
    analyser TEXT NOT NULL,
    fresh    INTEGER NOT NULL CHECK (fresh IN (0, 1)),
    size     INTEGER NOT NULL, -- unpacked, in bytes
    packed   BLOB NOT NULL,
    UNIQUE (story_id, clock)
) STRICT;

-- News no longer takes the kept timeline away: it marks it as overtaken. Whatever
-- changes names still does (see 0002).
DROP TRIGGER capture_is_news;
DROP TRIGGER capture_changes;
DROP TRIGGER capture_goes;
CREATE TRIGGER capture_is_news AFTER INSERT ON capture
WHEN NOT EXISTS (SELECT 1 FROM capture AS other
    WHERE other.version_id = NEW.version_id AND other.captured <= NEW.captured AND other.id <> NEW.id)
BEGIN
    UPDATE thread SET fresh = 0 WHERE article_id = NEW.article_id;
    UPDATE chronicle SET fresh = 0
        WHERE story_id = (SELECT story_id FROM article WHERE id = NEW.article_id) AND fresh = 1;
END;
CREATE TRIGGER capture_changes AFTER UPDATE ON capture BEGIN
    UPDATE thread SET fresh = 0 WHERE article_id = NEW.article_id;
    UPDATE chronicle SET fresh = 0
        WHERE story_id = (SELECT story_id FROM article WHERE id = NEW.article_id) AND fresh = 1;
END;
CREATE TRIGGER capture_goes AFTER DELETE ON capture BEGIN
    UPDATE thread SET fresh = 0 WHERE article_id = OLD.article_id;
    UPDATE chronicle SET fresh = 0
        WHERE story_id = (SELECT story_id FROM article WHERE id = OLD.article_id) AND fresh = 1;
END;
