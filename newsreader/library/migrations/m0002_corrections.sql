-- Nothing was ever kept in the table as it was before.
DROP TABLE correction;

-- It belongs to the version it was made on, or else to the article at that location, by what these
-- are and not by a row's number: so it can come in before its article, and stay when that goes.
CREATE TABLE correction (
    id         TEXT    PRIMARY KEY NOT NULL,
    kind       TEXT    NOT NULL,
    scope      TEXT    NOT NULL,
    source     TEXT    NOT NULL,
    title      TEXT    NOT NULL,
    location   TEXT    NOT NULL,
    sha256     TEXT    NOT NULL,
    -- the passage it is about, as a highlight's anchor; NULL: none in particular
    exact      TEXT,
    prefix     TEXT,
    suffix     TEXT,
    span_start INTEGER,
    span_end   INTEGER,
    name       TEXT    NOT NULL,
    value      TEXT    NOT NULL,
    created    INTEGER NOT NULL
) STRICT;

CREATE INDEX correction_source ON correction (source);

-- Each with the article it belongs to, which is found as one that comes in again is.
CREATE VIEW correction_of_article AS
    SELECT correction.*, coalesce(
        (SELECT version.article_id FROM version JOIN article ON article.id = version.article_id
          WHERE version.sha256 = correction.sha256
          ORDER BY article.location = correction.location DESC, article.id LIMIT 1),
        (SELECT article.id FROM article WHERE article.location = correction.location
          ORDER BY latest_id DESC LIMIT 1)) AS article_id
      FROM correction;
