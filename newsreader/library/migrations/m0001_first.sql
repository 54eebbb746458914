-- Moments are microseconds since 1970 in UTC; spans are half-open code points into a version's text.

-- What came in -------------------------------------------------------------------------------

CREATE TABLE article (
    id        INTEGER PRIMARY KEY,
    title     TEXT    NOT NULL,
    byline    TEXT    NOT NULL,
    publisher TEXT    NOT NULL,
    published INTEGER,
    location  TEXT    NOT NULL,
    url       TEXT    NOT NULL,
    language  TEXT    NOT NULL,
    source    TEXT    NOT NULL,
    added     INTEGER NOT NULL,
    latest_id INTEGER REFERENCES version (id) DEFERRABLE INITIALLY DEFERRED,
    -- what the reader made of it
    starred   INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
    read      INTEGER NOT NULL DEFAULT 0 CHECK (read IN (0, 1))
) STRICT;

CREATE INDEX article_location ON article (location);
CREATE INDEX article_source ON article (source);
CREATE INDEX article_latest ON article (latest_id);

-- The articles that come with the program stand aside once the reader has others.
CREATE VIEW hidden_sample AS
    SELECT id FROM article
     WHERE source = 'sample'
       AND EXISTS (SELECT 1 FROM article AS own WHERE own.source <> 'sample');

CREATE TABLE version (
    id         INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    sha256     TEXT    NOT NULL,
    text       TEXT    NOT NULL,
    fetched    INTEGER NOT NULL,
    UNIQUE (article_id, sha256)
) STRICT;

CREATE INDEX version_sha256 ON version (sha256);

-- What the reader made -----------------------------------------------------------------------

CREATE TABLE highlight (
    id         TEXT    PRIMARY KEY NOT NULL,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    exact      TEXT    NOT NULL,
    prefix     TEXT    NOT NULL,
    suffix     TEXT    NOT NULL,
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    sha256     TEXT    NOT NULL,
    colour     TEXT    NOT NULL,
    created    INTEGER NOT NULL,
    updated    INTEGER NOT NULL,
    CHECK (0 <= span_start AND span_start <= span_end)
) STRICT;

CREATE INDEX highlight_article ON highlight (article_id);

CREATE TABLE note (
    id           TEXT    PRIMARY KEY NOT NULL,
    article_id   INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    highlight_id TEXT    REFERENCES highlight (id) ON DELETE CASCADE,
    text         TEXT    NOT NULL,
    created      INTEGER NOT NULL,
    updated      INTEGER NOT NULL
) STRICT;

CREATE INDEX note_article ON note (article_id);
CREATE UNIQUE INDEX note_one_a_highlight ON note (highlight_id) WHERE highlight_id IS NOT NULL;
CREATE UNIQUE INDEX note_one_an_article ON note (article_id) WHERE highlight_id IS NULL;

CREATE TABLE article_tag (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    tag        TEXT    NOT NULL,
    PRIMARY KEY (article_id, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE highlight_tag (
    highlight_id TEXT NOT NULL REFERENCES highlight (id) ON DELETE CASCADE,
    tag          TEXT NOT NULL,
    PRIMARY KEY (highlight_id, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE correction (
    id         TEXT    PRIMARY KEY NOT NULL,
    article_id INTEGER REFERENCES article (id) ON DELETE CASCADE,  -- NULL: the whole library
    scope      TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    -- the passage it is about, as a highlight's anchor; NULL: none in particular
    exact      TEXT,
    prefix     TEXT,
    suffix     TEXT,
    span_start INTEGER,
    span_end   INTEGER,
    sha256     TEXT,
    value      TEXT    NOT NULL CHECK (json_valid(value)),
    created    INTEGER NOT NULL
) STRICT;

CREATE INDEX correction_article ON correction (article_id);

CREATE TABLE undo (
    id        INTEGER PRIMARY KEY,
    label     TEXT    NOT NULL,
    made      INTEGER NOT NULL,
    changeset BLOB    NOT NULL
) STRICT;

-- What is derived ----------------------------------------------------------------------------

CREATE TABLE analysis (
    version_id INTEGER PRIMARY KEY REFERENCES version (id) ON DELETE CASCADE,
    analyzer   INTEGER NOT NULL,
    result     TEXT    NOT NULL
) STRICT;

CREATE VIEW article_text AS
    SELECT article.id, article.title, article.byline, version.text
      FROM article JOIN version ON version.id = article.latest_id;

CREATE VIRTUAL TABLE article_index USING fts5 (
    title, byline, text,
    content = 'article_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

-- A word in the title says most about an article, one in the byline more than one in the text.
INSERT INTO article_index (article_index, rank) VALUES ('rank', 'bm25(5.0, 2.0, 1.0)');

-- FTS5 forgets an entry only when told the very values it was made from.
CREATE TRIGGER article_unindexed BEFORE UPDATE OF title, byline, latest_id ON article
    WHEN old.latest_id IS NOT NULL
BEGIN
    INSERT INTO article_index (article_index, rowid, title, byline, text)
        SELECT 'delete', old.id, old.title, old.byline, version.text
          FROM version WHERE version.id = old.latest_id;
END;

CREATE TRIGGER article_indexed AFTER UPDATE OF title, byline, latest_id ON article
    WHEN new.latest_id IS NOT NULL
BEGIN
    INSERT INTO article_index (rowid, title, byline, text)
        SELECT new.id, new.title, new.byline, version.text
          FROM version WHERE version.id = new.latest_id;
END;

CREATE TRIGGER article_deleted BEFORE DELETE ON article
    WHEN old.latest_id IS NOT NULL
BEGIN
    INSERT INTO article_index (article_index, rowid, title, byline, text)
        SELECT 'delete', old.id, old.title, old.byline, version.text
          FROM version WHERE version.id = old.latest_id;
END;
