-- Salvage tells rows of a damaged library apart by what they hold. An entry of this index held what
-- a tag of an article does, a number and a text, and was saved as one.
DROP INDEX file_article;
CREATE INDEX file_article ON file (article_id, version_id);
