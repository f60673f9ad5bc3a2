-- Which updates of an article an editor has reviewed: a version as it follows the one before. When a version
-- is inserted between the two, the mark stays on record and holds for neither of the new updates.
--
-- A mark is never changed but by taking it back, and stays on record then.
CREATE TABLE review (
    id         INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    from_id    INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    to_id      INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    made       INTEGER NOT NULL, -- milliseconds of UTC since 1970
    undone     INTEGER
) STRICT;
CREATE INDEX review_article ON review (article_id);
CREATE INDEX review_to ON review (to_id);
CREATE UNIQUE INDEX review_standing ON review (from_id, to_id) WHERE undone IS NULL;

CREATE TRIGGER review_never_changes BEFORE UPDATE OF id, article_id, from_id, to_id, made ON review BEGIN
    SELECT RAISE(ABORT, 'a mark of review is only taken back');
END;
