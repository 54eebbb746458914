-- The bin ------------------------------------------------------------------------------------

ALTER TABLE article ADD COLUMN deleted INTEGER;  -- when it was put in the bin; NULL: it is not
CREATE INDEX article_deleted ON article (deleted) WHERE deleted IS NOT NULL;

-- Who brought it out, as readers name a source: its publisher, else its site, else its folder.
ALTER TABLE article ADD COLUMN origin TEXT NOT NULL DEFAULT '';
UPDATE article SET origin = origin_of(publisher, url, location);
CREATE INDEX article_origin ON article (origin);

-- What lists and searches leave out: the bin, and samples once the reader has other articles.
DROP VIEW hidden_sample;
CREATE VIEW hidden AS
    SELECT id FROM article WHERE deleted IS NOT NULL
     UNION ALL
    SELECT id FROM article
     WHERE source = 'sample' AND EXISTS (
           SELECT 1 FROM article AS own WHERE own.source <> 'sample' AND own.deleted IS NULL);

CREATE INDEX article_moment ON article (coalesce(published, added));
CREATE INDEX article_title ON article (title COLLATE NOCASE);
CREATE INDEX article_language ON article (language);

-- What the reader made -----------------------------------------------------------------------

CREATE TABLE saved_query (
    id      TEXT    PRIMARY KEY NOT NULL,
    name    TEXT    NOT NULL UNIQUE,
    query   TEXT    NOT NULL,
    created INTEGER NOT NULL
) STRICT;

-- What is known of the world outside ---------------------------------------------------------

-- A file that reads as it did when it was read needs no reading again.
CREATE TABLE file (
    location   TEXT    PRIMARY KEY NOT NULL,
    size       INTEGER NOT NULL,
    modified   INTEGER NOT NULL,  -- nanoseconds since 1970, as the file system has it
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    version_id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX file_article ON file (article_id);

CREATE TABLE backup (
    made     INTEGER PRIMARY KEY,
    location TEXT    NOT NULL
) STRICT;

-- What is derived ----------------------------------------------------------------------------

DROP TABLE analysis;
CREATE TABLE analysis (
    version_id INTEGER PRIMARY KEY REFERENCES version (id) ON DELETE CASCADE,
    analyzer   INTEGER NOT NULL,
    result     BLOB    NOT NULL
) STRICT;

DROP TRIGGER article_unindexed;
DROP TRIGGER article_indexed;
DROP TRIGGER article_deleted;
DROP TABLE article_index;
DROP VIEW article_text;

-- One row an article; what is said and named comes from the analysis with its corrections.
CREATE VIRTUAL TABLE article_index USING fts5 (
    title, byline, text, said, speaker, person, org, place,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

-- A word in the title says most about an article. What stands in a quote stands in the text too,
-- and so counts twice.
INSERT INTO article_index (article_index, rank)
    VALUES ('rank', 'bm25(5.0, 2.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0)');

-- One row a quote, so that words and speaker can be asked of the same one. Its number is that of
-- the article, shifted by 20 bits, and the quote's place among those of the article.
CREATE VIRTUAL TABLE quote_index USING fts5 (
    said, speaker,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

-- One row an article that has notes.
CREATE VIRTUAL TABLE note_index USING fts5 (
    note,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

-- Who is quoted, and who and what is named: for counting.
CREATE TABLE name (
    id   INTEGER PRIMARY KEY,
    kind TEXT    NOT NULL CHECK (kind IN ('speaker', 'person', 'org', 'place')),
    name TEXT    NOT NULL,
    UNIQUE (kind, name)
) STRICT;

CREATE TABLE article_name (
    article_id INTEGER NOT NULL,
    name_id    INTEGER NOT NULL,
    times      INTEGER NOT NULL,
    PRIMARY KEY (article_id, name_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_name_name ON article_name (name_id);

-- Articles whose rows above are not what the library now says of them. (Triggers cannot say
-- OR IGNORE: the statement that fires them has the last word on conflicts.)
CREATE TABLE stale (article_id INTEGER PRIMARY KEY) STRICT;

INSERT INTO article_index (rowid, title, byline, text)
    SELECT article.id, spaced(title), spaced(byline), spaced(text)
      FROM article JOIN version ON version.id = latest_id;

INSERT INTO note_index (rowid, note)
    SELECT article_id, spaced(group_concat(text, char(10))) FROM note GROUP BY article_id;

CREATE TRIGGER article_changed AFTER UPDATE OF title, byline, latest_id ON article
BEGIN
    INSERT INTO stale SELECT new.id WHERE new.id NOT IN stale;
END;

CREATE TRIGGER analysis_made AFTER INSERT ON analysis
BEGIN
    INSERT INTO stale SELECT id FROM article WHERE latest_id = new.version_id AND id NOT IN stale;
END;

CREATE TRIGGER analysis_renewed AFTER UPDATE OF result ON analysis
BEGIN
    INSERT INTO stale SELECT id FROM article WHERE latest_id = new.version_id AND id NOT IN stale;
END;

CREATE TRIGGER correction_made AFTER INSERT ON correction
BEGIN
    INSERT INTO stale
        SELECT article_id FROM correction_of_article
         WHERE id = new.id AND scope = 'article' AND article_id NOT IN stale
         UNION
        SELECT article_id FROM name JOIN article_name ON name_id = name.id
         WHERE new.scope = 'source' AND name.name IN (new.name, new.value)
           AND article_id NOT IN stale;
END;

CREATE TRIGGER correction_removed BEFORE DELETE ON correction
BEGIN
    INSERT INTO stale
        SELECT article_id FROM correction_of_article
         WHERE id = old.id AND scope = 'article' AND article_id NOT IN stale
         UNION
        SELECT article_id FROM name JOIN article_name ON name_id = name.id
         WHERE old.scope = 'source' AND name.name IN (old.name, old.value)
           AND article_id NOT IN stale;
END;

CREATE TRIGGER article_gone AFTER DELETE ON article
BEGIN
    DELETE FROM article_index WHERE rowid = old.id;
    DELETE FROM quote_index WHERE rowid BETWEEN old.id << 20 AND (old.id + 1 << 20) - 1;
    DELETE FROM article_name WHERE article_id = old.id;
    DELETE FROM stale WHERE article_id = old.id;
END;

CREATE TRIGGER note_written AFTER INSERT ON note
BEGIN
    DELETE FROM note_index WHERE rowid = new.article_id;
    INSERT INTO note_index (rowid, note)
        SELECT article_id, spaced(group_concat(text, char(10)))
          FROM note WHERE article_id = new.article_id GROUP BY article_id;
END;

CREATE TRIGGER note_rewritten AFTER UPDATE OF text ON note
BEGIN
    DELETE FROM note_index WHERE rowid = new.article_id;
    INSERT INTO note_index (rowid, note)
        SELECT article_id, spaced(group_concat(text, char(10)))
          FROM note WHERE article_id = new.article_id GROUP BY article_id;
END;

CREATE TRIGGER note_removed AFTER DELETE ON note
BEGIN
    DELETE FROM note_index WHERE rowid = old.article_id;
    INSERT INTO note_index (rowid, note)
        SELECT article_id, spaced(group_concat(text, char(10)))
          FROM note WHERE article_id = old.article_id GROUP BY article_id;
END;
