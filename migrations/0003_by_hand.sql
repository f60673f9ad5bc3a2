-- What editors did by hand to a story's chronology: pinned, hid, merged, split,
-- dated or annotated an entry. These rows are no less the truth than versions:
-- nothing works them out again. They are applied to every chronology that is
-- built, in order of `number`, and never change the evidence.
--
-- An entry is named by its key; `text` keeps the words it was shown by then, so
-- that it is still found when its key has changed, and can be told when it is
-- gone. What is undone stays on record.
CREATE TABLE correction (
    id        INTEGER PRIMARY KEY,
    story_id  INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
    number    INTEGER NOT NULL CHECK (number > 0), -- within the story; never given again
    entry     TEXT NOT NULL,
    text      TEXT NOT NULL,
    edit      TEXT NOT NULL, -- JSON: {"edit": "date", "when": "2025-04-24"}
    author    TEXT NOT NULL,
    made      INTEGER NOT NULL,
    undone    INTEGER,
    undone_by TEXT,
    UNIQUE (story_id, number),
    CHECK ((undone IS NULL) = (undone_by IS NULL))
) STRICT;
