-- Where the identity of each timeline entry rests that was ever shown: the sentence of a version that the entry began
-- with. When a better reading or another clustering gives the entry another identity, links and edits by hand lead on
-- to the entry that stands at the same place. What is kept here is no truth of its own: an identity of 64 bits can be
-- made again from the version and the place (src/model/identity.rs), and `check` does so.
CREATE TABLE entry_anchor (
    story_id   INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
    id         TEXT NOT NULL CHECK (id <> ''),
    version_id INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    start      INTEGER NOT NULL CHECK (0 <= start), -- bytes of the text below the headline
    end        INTEGER NOT NULL CHECK (start <= end),
    kind       TEXT NOT NULL CHECK (kind IN ('event', 'statement', 'planned')),
    ordinal    INTEGER NOT NULL CHECK (0 <= ordinal), -- entries of this kind that began at the place before it
    PRIMARY KEY (story_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_anchor_version ON entry_anchor (version_id);
CREATE TRIGGER entry_anchor_never_changes BEFORE UPDATE ON entry_anchor BEGIN
    SELECT RAISE(ABORT, 'an identity rests where it rests');
END;

-- Stories whose entries went by identities of 32 bits, until their places are kept too: with the next timeline.
CREATE TABLE short_entry_ids (
    story_id INTEGER PRIMARY KEY REFERENCES story (id) ON DELETE CASCADE
) STRICT;
INSERT INTO short_entry_ids SELECT id FROM story;
